import { z } from 'zod';

/** What a file can be attached to and a comment be about; the rest of a release is its own page. */
export const subjects = ['release', 'gate', 'checklist-item', 'risk', 'scope-item'] as const;
export const subject = z.enum(subjects);
export type Subject = z.infer<typeof subject>;
