import { z } from 'zod';
import { instant } from '#shared/model/primitives.ts';
import { backupPace } from '#shared/model/workspace/backups.ts';
import { command, query } from '../procedure.ts';

const folder = z.string().trim().min(1, 'is empty; give a folder').max(4096);

const schedule = z.strictObject({
  every: backupPace,
  /** How many of its own backups stay; older ones are removed. */
  keep: z.number().int(),
  folder,
  /** Backups it made that are still kept, newest first. */
  kept: z.array(z.strictObject({ path: z.string(), at: instant, bytes: z.number().int() })),
  /** When the next one is due; null where none is scheduled. Nothing new makes none. */
  nextAt: instant.nullable(),
  /** Why the last try failed, in words; null once one succeeded. */
  failed: z.strictObject({ at: instant, message: z.string() }).nullable(),
});

export const backups = {
  'backups.schedule': query({
    about: 'Tells when this device backs the open workspace up by itself, and what it has made.',
    input: z.strictObject({}),
    output: schedule,
    topics: ['device', 'workspace'],
  }),
  'backups.setSchedule': command({
    about: 'Sets how often this device backs the open workspace up, how many stay, and where.',
    input: z.strictObject({
      every: backupPace.optional(),
      keep: z
        .number()
        .int('is no whole number')
        .min(1, 'is less than 1; keep at least one')
        .max(99, 'is more than 99; keep fewer')
        .optional(),
      /** An existing folder; null puts them beside the workspace again. */
      folder: folder.nullable().optional(),
    }),
    output: schedule,
    topics: ['device'],
  }),
  'backups.makeDue': command({
    about:
      'Makes the scheduled backup where it is due and something changed, and removes what is too old.',
    input: z.strictObject({}),
    output: z.strictObject({ path: z.string().nullable() }),
    topics: ['device'],
  }),
};
