import { z } from 'zod';
import { id } from '../primitives.ts';
import { subject } from '../workspace/attached.ts';

export const waitingKinds = [
  'decide',
  'decide-again',
  'consult',
  'ask-again',
  'condition',
  'record',
  'incident',
  'mention',
  'task',
  'dependency',
  'exception',
  'checklist',
  'lesson',
] as const;

/** Something that waits for one person, with where to do it. */
export const waitingItem = z.strictObject({
  /** The same thing has the same key the next time. */
  key: z.string(),
  kind: z.enum(waitingKinds),
  /** Null for what belongs to no release: a lesson. */
  releaseId: id.nullable(),
  release: z.string(),
  /** What is to be done, as a sentence without a full stop. */
  what: z.string(),
  /** Why, and since when. */
  why: z.string(),
  /** `due Thu 26 Nov`, `2 d late`; null where no time is set. */
  due: z.string().nullable(),
  late: z.boolean(),
  /** The gate it is about; null where it is none. */
  gateId: id.nullable(),
  /** Where it was said; the release itself where the thing is gone. */
  place: z.strictObject({ subject, id }).optional(),
  /** What of the release's plan it is about. */
  selected: id.optional(),
  lessonId: id.optional(),
});
export type WaitingItem = z.infer<typeof waitingItem>;
