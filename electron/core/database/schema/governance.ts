import type { ChecklistItem } from '#shared/model/governance/checklists.ts';
import type { EvidenceWish } from '#shared/model/governance/checklist-templates.ts';
import type { GateLimits, GateSource } from '#shared/model/governance/gate-terms.ts';
import type { FactGroup, GateCheck, GatePlace } from '#shared/model/governance/gates.ts';
import type { Risk } from '#shared/model/governance/risks.ts';
import type { Phase } from '#shared/model/planning/releases.ts';
import { attachment } from './attached.ts';
import { checklistTemplateVersion } from './checklist-templates.ts';
import {
  at,
  entityColumns,
  flag,
  index,
  integer,
  releaseId,
  sqliteTable,
  text,
} from './columns.ts';
import { release } from './planning.ts';
import { policy } from './policies.ts';
import { person } from './workspace.ts';

const ofRelease = () => releaseId().references(() => release.id);
const personId = (name: string) => text(name).references(() => person.id);
const texts = (name: string) =>
  text(name, { mode: 'json' }).$type<string[]>().notNull().default([]);

export const risk = sqliteTable(
  'risk',
  {
    ...entityColumns,
    releaseId: ofRelease(),
    title: text('title').notNull(),
    likelihood: integer('likelihood').notNull(),
    impact: integer('impact').notNull(),
    mitigation: text('mitigation').notNull(),
    ownerId: personId('owner_id'),
    state: text('state').$type<Risk['state']>().notNull(),
    category: text('category').notNull().default(''),
    /** What is left once it is mitigated; null where nobody judged it. */
    residualLikelihood: integer('residual_likelihood'),
    residualImpact: integer('residual_impact'),
    dueOn: text('due_on'),
  },
  (table) => [index('risk_release_idx').on(table.releaseId)],
);

export const checklistItem = sqliteTable(
  'checklist_item',
  {
    ...entityColumns,
    releaseId: ofRelease(),
    phase: text('phase').$type<Phase>().notNull(),
    text: text('text').notNull(),
    order: text('position').notNull(),
    state: text('state').$type<ChecklistItem['state']>().notNull(),
    evidence: text('evidence').notNull(),
    reason: text('reason').notNull(),
    setById: personId('set_by_id'),
    setAt: at('set_at'),
    ownerId: personId('owner_id'),
    /** While nobody is named, whoever has this role on the release owns it. */
    ownerRole: text('owner_role'),
    dueOn: text('due_on'),
    /** While no date is set by hand, it is counted from the planned start and moves with it. */
    dueDaysBefore: integer('due_days_before'),
    evidenceWish: text('evidence_wish').$type<EvidenceWish>().notNull().default('nothing'),
    evidenceUrl: text('evidence_url').notNull().default(''),
    evidenceAttachmentId: text('evidence_attachment_id').references(() => attachment.id),
    /** Items of the same release to be settled before it. */
    afterIds: texts('after_ids'),
    templateVersionId: text('template_version_id').references(() => checklistTemplateVersion.id),
    /** The template with its version, as it was called; empty where none brought the item. */
    templateName: text('template_name').notNull().default(''),
    templateKey: text('template_key'),
    /** Why it is on the list: the type or band that asked for it. */
    why: text('why').notNull().default(''),
  },
  (table) => [
    index('checklist_item_release_idx').on(table.releaseId),
    index('checklist_item_owner_idx').on(table.ownerId),
  ],
);

export const gate = sqliteTable(
  'gate',
  {
    ...entityColumns,
    releaseId: ofRelease(),
    key: text('key').notNull(),
    name: text('name').notNull(),
    phase: text('phase').$type<Phase>().notNull(),
    check: text('check_kind').$type<GateCheck>().notNull(),
    why: text('why').notNull(),
    places: text('places', { mode: 'json' }).$type<GatePlace[]>().notNull(),
    facts: text('facts', { mode: 'json' }).$type<FactGroup[]>().notNull(),
    order: text('position').notNull(),
    source: text('source').$type<GateSource>().notNull().default('template'),
    policyId: text('policy_id').references(() => policy.id),
    /** The policy with its version, as it was called; empty where none asked. */
    policyName: text('policy_name').notNull().default(''),
    ruleKeys: texts('rule_keys'),
    accountableRole: text('accountable_role'),
    /** How many of its places must be filled; null means all of them. */
    needed: integer('needed'),
    inOrder: flag('in_order').notNull().default(false),
    dueOn: text('due_on'),
    limits: text('limits', { mode: 'json' }).$type<GateLimits>().notNull().default({}),
  },
  (table) => [index('gate_release_idx').on(table.releaseId)],
);

/** Leave not to keep a rule for a time; granted by somebody else, never changed afterwards. */
export const exception = sqliteTable(
  'exception',
  {
    ...entityColumns,
    releaseId: ofRelease(),
    /** Which rule: the key of a finding, `soft-freeze`. */
    rule: text('rule').notNull(),
    /** What it is an exception to, the window or the gate, with its name as it was then. */
    subjectId: text('subject_id'),
    subjectName: text('subject_name').notNull(),
    rationale: text('rationale').notNull(),
    impact: text('impact').notNull(),
    requestedById: personId('requested_by_id').notNull(),
    requestedAt: at('requested_at').notNull(),
    expiresAt: at('expires_at').notNull(),
    decidedById: personId('decided_by_id'),
    decidedAt: at('decided_at'),
    /** Null while it is not decided. */
    granted: flag('granted'),
    decisionNote: text('decision_note').notNull(),
    withdrawnAt: at('withdrawn_at'),
  },
  (table) => [
    index('exception_release_idx').on(table.releaseId),
    index('exception_subject_idx').on(table.subjectId),
  ],
);

/** A run with warnings that somebody accepted by name: added, never changed. */
export const acknowledgement = sqliteTable(
  'acknowledgement',
  {
    ...entityColumns,
    releaseId: ofRelease(),
    gateId: text('gate_id')
      .notNull()
      .references(() => gate.id),
    runId: text('run_id').notNull(),
    byId: personId('by_id').notNull(),
    at: at('at').notNull(),
    reason: text('reason').notNull(),
  },
  (table) => [index('acknowledgement_release_idx').on(table.releaseId)],
);
