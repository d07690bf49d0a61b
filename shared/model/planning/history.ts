import { z } from 'zod';
import { decisionOutcome } from '../governance/gates.ts';
import { id, instant } from '../primitives.ts';

export const fieldChange = z.strictObject({
  field: z.string(),
  from: z.json(),
  to: z.json(),
});

export const historyEntry = z.strictObject({
  id,
  at: instant,
  byId: id.nullable(),
  command: z.string(),
  /** Entries of one command share it: they were written together. */
  commandId: id,
  /** Of undo and redo: the command that was taken back or done again. */
  of: z.string().nullable(),
  entity: z.string(),
  entityId: z.string(),
  /** `restore`: it had been removed and came back. */
  op: z.enum(['insert', 'update', 'delete', 'restore']),
  /** What the changed thing is called, so that a line reads without opening it. */
  label: z.string(),
  changes: z.array(fieldChange),
  hash: z.string(),
});
export type HistoryEntry = z.infer<typeof historyEntry>;

/** A moment of a release: right after the command of a journal entry, by its id, or an instant. */
export const moment = z.union([id, instant]);

export const momentFound = z.strictObject({
  /** Of the newest thing done by then; null before the first. */
  at: instant.nullable(),
  byId: id.nullable(),
  command: z.string().nullable(),
});

/** One thing of a release at two moments; a field it did not have then is null. */
export const comparedThing = z.strictObject({
  entity: z.string(),
  id,
  state: z.enum(['same', 'changed', 'added', 'removed']),
  fields: z.array(z.strictObject({ ...fieldChange.shape, differs: z.boolean() })),
});
export type ComparedThing = z.infer<typeof comparedThing>;

/** A moment worth comparing with another one. */
export const namedMoment = z.strictObject({
  entryId: id,
  at: instant,
  what: z.enum(['created', 'phase', 'decided', 'withdrawn']),
  /** The phase, or the gate by its name; empty for the creation. */
  of: z.string(),
  outcome: decisionOutcome.nullable(),
  /** Whose decision it was; else who did it. */
  byId: id.nullable(),
});
export type NamedMoment = z.infer<typeof namedMoment>;
