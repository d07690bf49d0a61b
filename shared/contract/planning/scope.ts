import { z } from 'zod';
import { decisionOutcome } from '#shared/model/governance/gates.ts';
import { dateText, id, instant, longText, rev, shortText } from '#shared/model/primitives.ts';
import {
  mostPasted,
  newScopeItem,
  pastedItem,
  scopeChange,
  scopeItem,
  scopeKind,
  scopePriority,
  ticket,
  workStatus,
} from '#shared/model/planning/scope.ts';
import { command, query } from '../procedure.ts';

const changed = ['scope', 'gates', 'releases'] as const;

/** Needed after the scope freeze of the release; ignored before it. */
const lateReason = z
  .string()
  .trim()
  .max(2000, 'is longer than 2,000 characters; shorten it')
  .optional();

/** A standing approval that binds the scope, and what of the scope is different since. */
const approvalChanges = z.strictObject({
  decisionId: id,
  gateId: id,
  gate: z.string(),
  outcome: decisionOutcome,
  byId: id,
  at: instant,
  changes: z.array(scopeChange),
});
export type ApprovalChanges = z.infer<typeof approvalChanges>;

export const scope = {
  'scope.list': query({
    about: 'Lists the scope items of a release in their order, dropped ones among them.',
    input: z.strictObject({ releaseId: id }),
    output: z.array(scopeItem),
    topics: ['scope'],
  }),
  'scope.changes': query({
    about:
      'Says what of the scope was added, changed or dropped since each approval that stands and binds it, the newest approval first.',
    input: z.strictObject({ releaseId: id }),
    output: z.array(approvalChanges),
    topics: ['scope', 'gates', 'approvals', 'releases'],
  }),
  'scope.freeze': query({
    about: 'Says when the scope of a release is frozen, and how much came after that.',
    input: z.strictObject({ releaseId: id }),
    output: z.strictObject({
      /** The day of the freeze; null where the release has none. */
      on: dateText.nullable(),
      frozen: z.boolean(),
      late: z.number().int(),
    }),
    topics: ['scope', 'tasks'],
  }),
  'scope.add': command({
    about: 'Adds a feature, fix or improvement at the end of the scope.',
    input: z.strictObject({ releaseId: id, ...newScopeItem.shape, lateReason }),
    output: scopeItem,
    topics: changed,
  }),
  'scope.paste': command({
    about:
      'Adds up to 500 items at the end of the scope: all of them, or none when one is refused.',
    input: z.strictObject({
      releaseId: id,
      items: z
        .array(pastedItem)
        .min(1, 'has no rows; give at least one')
        .max(mostPasted, `has more than ${mostPasted} rows; paste the rest afterwards`),
      lateReason,
    }),
    output: z.array(scopeItem),
    topics: changed,
  }),
  'scope.update': command({
    about:
      'Changes a scope item; a status takes a dropped one up again. Only kind and ticket make decisions stale.',
    input: z.strictObject({
      id,
      rev: rev.optional(),
      kind: scopeKind.optional(),
      title: shortText.optional(),
      ticket: ticket.optional(),
      note: longText.optional(),
      priority: scopePriority.optional(),
      status: workStatus.optional(),
      ownerId: id.nullable().optional(),
      ideaAt: dateText.nullable().optional(),
    }),
    output: scopeItem,
    topics: changed,
  }),
  'scope.reorder': command({
    about: 'Puts an item behind another one of its release, or in front of all with null.',
    input: z.strictObject({ id, afterId: id.nullable() }),
    output: z.array(scopeItem),
    topics: ['scope', 'releases'],
  }),
  'scope.move': command({
    about: 'Moves an item to the end of another open release; it keeps its id and its history.',
    input: z.strictObject({ id, toReleaseId: id, rev: rev.optional(), lateReason }),
    output: scopeItem,
    topics: [...changed, 'attachments', 'comments'],
  }),
  'scope.drop': command({
    about: 'Marks an item as dropped, with the reason; it is no longer what decisions bind.',
    input: z.strictObject({
      id,
      reason: z
        .string()
        .trim()
        .min(1, 'is empty; say in a few words why it is dropped')
        .max(2000, 'is longer than 2,000 characters; shorten it'),
      rev: rev.optional(),
    }),
    output: scopeItem,
    topics: changed,
  }),
  'scope.remove': command({
    about: 'Takes an item that was entered in error out of the scope; history keeps it.',
    input: z.strictObject({ id }),
    output: z.strictObject({ id }),
    topics: changed,
  }),
};
