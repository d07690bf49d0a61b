import { z } from 'zod';
import { id, instant, rev, shortText } from '../primitives.ts';
import { phase } from '../planning/releases.ts';

export const checklistItemStates = ['open', 'done', 'not-applicable'] as const;

/** One thing to be true before a phase ends. Done may carry evidence; not applicable needs a reason. */
export const checklistItem = z.strictObject({
  id,
  rev,
  releaseId: id,
  phase,
  text: shortText,
  order: z.string(),
  state: z.enum(checklistItemStates),
  evidence: z.string().max(2000),
  reason: z.string().max(2000),
  setById: id.nullable(),
  setAt: instant.nullable(),
});
export type ChecklistItem = z.infer<typeof checklistItem>;
