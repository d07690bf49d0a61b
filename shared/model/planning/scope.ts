import { z } from 'zod';
import { dateText, id, longText, rev, shortText } from '../primitives.ts';

export const scopeKinds = ['feature', 'fix', 'improvement'] as const;
export const scopeKind = z.enum(scopeKinds);
export type ScopeKind = z.infer<typeof scopeKind>;

/** The weightiest first. There is no “won’t”: what is not to be shipped is dropped. */
export const scopePriorities = ['must', 'should', 'could'] as const;
export const scopePriority = z.enum(scopePriorities);
export type ScopePriority = z.infer<typeof scopePriority>;

/** Where the work on an item stands. Dropping takes a reason, so it is a step of its own. */
export const workStatuses = ['open', 'in-progress', 'done'] as const;
export const workStatus = z.enum(workStatuses);
export type WorkStatus = z.infer<typeof workStatus>;

export const scopeStatuses = [...workStatuses, 'dropped'] as const;
export const scopeStatus = z.enum(scopeStatuses);
export type ScopeStatus = z.infer<typeof scopeStatus>;

export const ticket = z
  .string()
  .trim()
  .max(60, 'is longer than 60 characters; shorten it')
  .refine((text) => !/[\n\r\0]/.test(text), 'has a line break; keep it on one line');

/** What somebody says of an item that is not there yet. */
export const newScopeItem = z.strictObject({
  kind: scopeKind.default('feature'),
  title: shortText,
  ticket: ticket.default(''),
  note: longText.default(''),
  priority: scopePriority.default('should'),
  status: workStatus.default('open'),
  ownerId: id.nullable().default(null),
  /** The day the idea came up. */
  ideaAt: dateText.nullable().default(null),
});
export type NewScopeItem = z.infer<typeof newScopeItem>;

/** Rows one paste can bring. */
export const mostPasted = 500;

/** One row of a pasted list: whether its texts fit is told with the number of the row. */
export const pastedItem = z.strictObject({
  ...newScopeItem.shape,
  title: z.string(),
  ticket: z.string().default(''),
  note: z.string().default(''),
  ownerId: z.string().nullable().default(null),
  ideaAt: z.string().nullable().default(null),
});

export const scopeItem = z.strictObject({
  id,
  rev,
  releaseId: id,
  kind: scopeKind,
  title: shortText,
  ticket: z.string().max(60),
  note: longText,
  order: z.string(),
  priority: scopePriority,
  status: scopeStatus,
  ownerId: id.nullable(),
  ideaAt: dateText.nullable(),
  /** Empty unless it was dropped. */
  dropReason: z.string(),
  /** Why it came after the scope freeze of its release; empty where it did not. */
  lateReason: z.string(),
});
export type ScopeItem = z.infer<typeof scopeItem>;

/** What became of an item since a decision: a reworded one is the same fact, and says so. */
export const scopeChangeKinds = ['added', 'changed', 'reworded', 'dropped', 'gone'] as const;
export const scopeChange = z.strictObject({
  itemId: id,
  change: z.enum(scopeChangeKinds),
  /** What the item is called: now, or when it was decided on if it is gone. */
  label: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
});
export type ScopeChange = z.infer<typeof scopeChange>;
