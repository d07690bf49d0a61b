import { z } from 'zod';
import { id, rev, shortText } from '../primitives.ts';

/** People who look after services together. */
export const team = z.strictObject({ id, rev, name: shortText, memberIds: z.array(id) });
export type Team = z.infer<typeof team>;
