import { z } from 'zod';
import { givenFile } from '#shared/model/given-file.ts';
import {
  goneEvent,
  importStateCounts,
  importedEvent,
  publishState,
} from '#shared/model/planning/calendar-files.ts';
import { windowKind } from '#shared/model/planning/windows.ts';
import { id, shortText, zone } from '#shared/model/primitives.ts';
import { command, query } from '../procedure.ts';
import { progressId } from '../workspace/progress.ts';

const megabyte = 1024 * 1024;

const reading = z.strictObject({
  source: z.union([
    givenFile,
    z.strictObject({
      text: z.string().max(16 * megabyte, 'is longer than 16 MB; give it as a file'),
    }),
  ]),
  /** Windows of the calendar, or days off of a holiday calendar. */
  as: z.enum(['windows', 'holidays']).default('windows'),
  /** What events are that do not say it by category or name; null refuses those. */
  kind: windowKind.nullable().default(null),
  /** The kind is for all of them, whatever their names say. */
  kindForAll: z.boolean().default(false),
  /** Where times in UTC and times without a zone are read; absent takes the file’s, else the workspace’s. */
  zone: zone.optional(),
  /** Which zones those of the file are that nobody knows. */
  zones: z
    .array(z.strictObject({ tzid: z.string().max(1000), zone }))
    .max(500)
    .default([]),
  /** Where days off go: a holiday calendar, or the name of a new one. Reading does without. */
  holidayCalendar: z
    .union([z.strictObject({ id }), z.strictObject({ name: shortText })])
    .optional(),
  progressId,
});

export const calendarFiles = {
  'calendar.readIcs': query({
    about: 'Reads a calendar file and tells what importing it would do with each event.',
    input: reading,
    output: z.strictObject({
      /** What the file calls itself. */
      name: z.string(),
      zone,
      /** Of the file: importing refuses another one. */
      digest: z.string(),
      counts: importStateCounts,
      /** The first thousand of each state. */
      events: z.array(importedEvent),
      /** Zones of the file that nobody knows, with how many events are in each, and the answer. */
      zones: z.array(
        z.strictObject({ tzid: z.string(), events: z.number().int(), zone: zone.nullable() }),
      ),
      /** Events that do not say what kind of time they are. */
      withoutKind: z.number().int(),
      /** Where days off can go. */
      holidayCalendars: z.array(z.strictObject({ id, name: z.string() })),
      /** What came from this file before and is no longer in it; importing leaves it as it is. */
      gone: z.array(goneEvent),
    }),
    topics: ['windows', 'holidays', 'releases'],
  }),
  'calendar.importIcs': command({
    about: 'Makes windows or days off of a calendar file, as calendar.readIcs told; one edit.',
    input: reading.extend({
      /** From the reading that was accepted. */
      digest: z.string().max(100).optional(),
      /** Events to leave as they are, by UID. */
      leaveOut: z.array(z.string().max(1000)).max(100_000).default([]),
    }),
    output: z.strictObject({
      counts: importStateCounts,
      holidayCalendarId: id.nullable(),
    }),
    topics: ['windows', 'holidays', 'releases', 'gates'],
  }),
  'calendar.publishing': query({
    about: 'Tells into which folder this device publishes the calendar, and how that went.',
    input: z.strictObject({}),
    output: publishState,
    topics: ['device', 'workspace'],
  }),
  'calendar.publish': command({
    about: 'Publishes the calendar as a file into a folder at each change, or stops doing so.',
    input: z.strictObject({
      /** An existing folder; null stops. The file that is there stays. */
      folder: z.string().trim().min(1, 'is empty; give a folder').max(4096).nullable().optional(),
      windows: z.boolean().optional(),
      viewId: id.nullable().optional(),
    }),
    output: publishState,
    topics: ['device'],
  }),
  'calendar.publishDue': command({
    about: 'Writes the published calendar where something changed since, or the last try failed.',
    input: z.strictObject({}),
    output: z.strictObject({ path: z.string().nullable() }),
    topics: ['device'],
  }),
};
