import { z } from 'zod';
import { id, longText } from '../primitives.ts';
import { roleKey } from '../workspace/people.ts';

/** As many releases as are changed at once: what a person can still look through. */
export const mostAtOnce = 500;

export const releaseIds = z
  .array(id)
  .min(1, 'is empty; choose at least one release')
  .max(mostAtOnce, `are more than ${mostAtOnce} releases; change fewer at once`);

/** What is changed of every chosen release; what is absent stays. */
export const bulkChange = z
  .strictObject({
    ownerId: id.optional(),
    /** Who holds a role on the release; null leaves it to nobody. */
    role: z.strictObject({ roleKey, personId: id.nullable() }).optional(),
    /** Put behind the notes that are there. */
    note: longText.min(1).optional(),
    dataMigration: z.boolean().optional(),
    /** Calendar days by which every deployment that is ahead moves, earlier when negative. */
    moveDays: z.number().int().min(-366).max(366).optional(),
  })
  .refine((change) => Object.values(change).some((value) => value !== undefined), {
    error: 'names nothing to change; give at least one of its fields',
  });
export type BulkChange = z.infer<typeof bulkChange>;

/** One field of a release from what to what, in words. */
const bulkLine = z.strictObject({ what: z.string(), from: z.string(), to: z.string() });
export type BulkLine = z.infer<typeof bulkLine>;

/** What the change does to one release: lines, none where all is so already, or why it is refused. */
export const bulkPreview = z.strictObject({
  id,
  name: z.string(),
  lines: z.array(bulkLine),
  refused: z.string().nullable(),
  /** Decisions on the planned start that would be out of date. */
  stale: z.number().int(),
});
export type BulkPreview = z.infer<typeof bulkPreview>;

export const refusedRelease = z.strictObject({ id, name: z.string(), why: z.string() });
