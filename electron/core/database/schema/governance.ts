import type { ChecklistItem } from '#shared/model/governance/checklists.ts';
import type {
  DecisionChannel,
  DecisionOutcome,
  FactGroup,
  GateCheck,
  GatePlace,
} from '#shared/model/governance/gates.ts';
import type { Risk } from '#shared/model/governance/risks.ts';
import type { Phase } from '#shared/model/planning/releases.ts';
import type { Facts } from '#shared/rules/governance/facts.ts';
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
import { person } from './workspace.ts';

const ofRelease = () => releaseId().references(() => release.id);
const personId = (name: string) => text(name).references(() => person.id);

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
  },
  (table) => [index('checklist_item_release_idx').on(table.releaseId)],
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
  },
  (table) => [index('gate_release_idx').on(table.releaseId)],
);

const gateId = () =>
  text('gate_id')
    .notNull()
    .references(() => gate.id);

/** Requests, decisions, withdrawals and acknowledgements are added, never changed. */
export const approvalRequest = sqliteTable(
  'approval_request',
  {
    ...entityColumns,
    releaseId: ofRelease(),
    gateId: gateId(),
    requestedById: personId('requested_by_id').notNull(),
    requestedAt: at('requested_at').notNull(),
    note: text('note').notNull(),
  },
  (table) => [index('approval_request_release_idx').on(table.releaseId)],
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
  (table) => [index('exception_release_idx').on(table.releaseId)],
);

export const decision = sqliteTable(
  'decision',
  {
    ...entityColumns,
    releaseId: ofRelease(),
    gateId: gateId(),
    placeKey: text('place_key').notNull(),
    outcome: text('outcome').$type<DecisionOutcome>().notNull(),
    decidedById: personId('decided_by_id').notNull(),
    recordedById: personId('recorded_by_id').notNull(),
    channel: text('channel').$type<DecisionChannel>().notNull(),
    decidedAt: at('decided_at').notNull(),
    recordedAt: at('recorded_at').notNull(),
    comment: text('comment').notNull(),
    /** SHA-256 over the bound values of `facts`. */
    fingerprint: text('fingerprint').notNull(),
    /** The facts as they were, with the labels people saw, to show the difference later. */
    facts: text('facts', { mode: 'json' }).$type<Facts>().notNull(),
    secondPlace: flag('second_place').notNull(),
  },
  (table) => [index('decision_release_idx').on(table.releaseId)],
);

const decisionId = () =>
  text('decision_id')
    .notNull()
    .references(() => decision.id);

export const decisionCondition = sqliteTable(
  'decision_condition',
  {
    ...entityColumns,
    releaseId: ofRelease(),
    decisionId: decisionId(),
    text: text('text').notNull(),
    ownerId: personId('owner_id').notNull(),
    dueOn: text('due_on').notNull(),
    metAt: at('met_at'),
    metById: personId('met_by_id'),
  },
  (table) => [index('decision_condition_release_idx').on(table.releaseId)],
);

export const decisionWithdrawal = sqliteTable(
  'decision_withdrawal',
  {
    ...entityColumns,
    releaseId: ofRelease(),
    decisionId: decisionId(),
    at: at('at').notNull(),
    byId: personId('by_id').notNull(),
    reason: text('reason').notNull(),
  },
  (table) => [index('decision_withdrawal_release_idx').on(table.releaseId)],
);

export const acknowledgement = sqliteTable(
  'acknowledgement',
  {
    ...entityColumns,
    releaseId: ofRelease(),
    gateId: gateId(),
    runId: text('run_id').notNull(),
    byId: personId('by_id').notNull(),
    at: at('at').notNull(),
    reason: text('reason').notNull(),
  },
  (table) => [index('acknowledgement_release_idx').on(table.releaseId)],
);
