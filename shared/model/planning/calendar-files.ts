import { z } from 'zod';
import { dateText, id, zone } from '../primitives.ts';
import { windowKind } from './windows.ts';

/** What importing does with one event of a calendar file. */
export const importStates = ['refused', 'new', 'changed', 'removed', 'same', 'left-out'] as const;
export type ImportState = (typeof importStates)[number];

/** One event as it was read, and what would become of it. */
export const importedEvent = z.strictObject({
  uid: z.string(),
  name: z.string(),
  state: z.enum(importStates),
  /** Null for an event that could not be read, and for a day off. */
  kind: windowKind.nullable(),
  when: z
    .strictObject({
      zone,
      startWall: z.string(),
      endWall: z.string(),
      recurrence: z.string(),
      /** How many single occurrences differ. */
      changes: z.number().int(),
    })
    .nullable(),
  /** Why it is refused or left out, or what was made of it to fit; empty where there is nothing to say. */
  why: z.string(),
  differences: z.array(z.strictObject({ what: z.string(), from: z.string(), to: z.string() })),
});
export type ImportedEvent = z.infer<typeof importedEvent>;

export const importStateCounts = z.record(z.enum(importStates), z.number().int());
export type ImportStateCounts = z.infer<typeof importStateCounts>;

export const publishState = z.strictObject({
  /** Null: nothing is published. */
  folder: z.string().nullable(),
  windows: z.boolean(),
  /** Releases of this saved view alone; null for all of them. */
  viewId: id.nullable(),
  fileName: z.string(),
  /** What the file in the folder holds; null before the first. */
  written: z
    .strictObject({ at: z.iso.datetime(), path: z.string(), events: z.number().int() })
    .nullable(),
  /** Why the last try failed; null once one succeeded. */
  failed: z.strictObject({ at: z.iso.datetime(), message: z.string() }).nullable(),
});
export type PublishState = z.infer<typeof publishState>;

export const goneEvent = z.strictObject({ id, name: z.string(), on: dateText.nullable() });
