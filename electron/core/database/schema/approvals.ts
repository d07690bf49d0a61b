import type { DecisionChannel, DecisionOutcome } from '#shared/model/governance/gates.ts';
import type { Facts } from '#shared/rules/governance/facts.ts';
import { cabItem, packResponse } from './cab.ts';
import { at, entityColumns, flag, index, releaseId, sqliteTable, text } from './columns.ts';
import { gate } from './governance.ts';
import { release } from './planning.ts';
import { person } from './workspace.ts';

const ofRelease = () => releaseId().references(() => release.id);
const personId = (name: string) => text(name).references(() => person.id);
const texts = (name: string) =>
  text(name, { mode: 'json' }).$type<string[]>().notNull().default([]);

const gateId = () =>
  text('gate_id')
    .notNull()
    .references(() => gate.id);

/** Requests, decisions, withdrawals and overrules are added, never changed. */
export const approvalRequest = sqliteTable(
  'approval_request',
  {
    ...entityColumns,
    releaseId: ofRelease(),
    gateId: gateId(),
    requestedById: personId('requested_by_id').notNull(),
    requestedAt: at('requested_at').notNull(),
    note: text('note').notNull(),
    dueOn: text('due_on'),
    /** Who was asked, as seats stood then. */
    askedIds: texts('asked_ids'),
  },
  (table) => [index('approval_request_release_idx').on(table.releaseId)],
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
    /** When a deferred decision is taken up again. */
    deferredTo: text('deferred_to'),
    /** Whose seat it was, where somebody stood in, and why they could. */
    forPersonId: personId('for_person_id'),
    forReason: text('for_reason').notNull().default(''),
    /** The agenda item it was given in, and the answer to a pack it came by. */
    cabItemId: text('cab_item_id').references(() => cabItem.id),
    responseId: text('response_id').references(() => packResponse.id),
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
    /** The gate at which it was looked at again. */
    checkedGateId: text('checked_gate_id').references(() => gate.id),
    checkedAt: at('checked_at'),
    checkedById: personId('checked_by_id'),
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

/** A no-go set aside by the authority named for it. */
export const decisionOverrule = sqliteTable(
  'decision_overrule',
  {
    ...entityColumns,
    releaseId: ofRelease(),
    decisionId: decisionId(),
    at: at('at').notNull(),
    byId: personId('by_id').notNull(),
    reason: text('reason').notNull(),
  },
  (table) => [index('decision_overrule_release_idx').on(table.releaseId)],
);

/** Somebody asked for their view of a gate; it decides nothing. */
export const consultation = sqliteTable(
  'consultation',
  {
    ...entityColumns,
    releaseId: ofRelease(),
    gateId: gateId(),
    personId: personId('person_id').notNull(),
    question: text('question').notNull(),
    askedById: personId('asked_by_id').notNull(),
    askedAt: at('asked_at').notNull(),
    dueOn: text('due_on'),
    answer: text('answer').notNull(),
    answeredAt: at('answered_at'),
  },
  (table) => [
    index('consultation_release_idx').on(table.releaseId),
    index('consultation_person_idx').on(table.personId),
  ],
);
