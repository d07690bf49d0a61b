import { z } from 'zod';
import {
  id,
  instant,
  longText,
  plannedAt,
  rev,
  shortText,
  zone,
} from '#shared/model/primitives.ts';
import { refusedRelease, releaseIds } from '#shared/model/planning/bulk-edit.ts';
import {
  windowImpact,
  windowMove,
  windowOccurrence,
  windowView,
} from '#shared/model/planning/window-views.ts';
import {
  recurrenceText,
  wallTimeText,
  windowKind,
  windowScope,
  windowTimes,
} from '#shared/model/planning/windows.ts';
import { command, query } from '../procedure.ts';

const changed = ['windows'] as const;

const scopeInput = {
  serviceIds: windowScope.shape.serviceIds.default([]),
  environmentIds: windowScope.shape.environmentIds.default([]),
  regions: windowScope.shape.regions.default([]),
};

/** A window as it would be, saved or not. */
const drafted = z.strictObject({
  kind: windowKind,
  ...windowTimes.shape,
  recurrence: recurrenceText.default(''),
  ...scopeInput,
});

export const windows = {
  'windows.list': query({
    about: 'Lists the windows by name, each with when it is now or next.',
    input: z.strictObject({}),
    output: z.array(windowView),
    topics: ['windows', 'services', 'environments'],
  }),
  'windows.get': query({
    about: 'Gives one window with the occurrences that differ, and when it is now or next.',
    input: z.strictObject({ id }),
    output: windowView,
    topics: ['windows', 'services', 'environments'],
  }),
  'windows.create': command({
    about:
      'Adds a window: deployment, QA, maintenance, hard or soft freeze, peak period or holiday, once or by an RRULE in wall-clock time of a zone.',
    input: z.strictObject({
      kind: windowKind,
      name: shortText,
      note: longText.default(''),
      zone,
      startWall: wallTimeText,
      endWall: wallTimeText,
      recurrence: recurrenceText.default(''),
      ...scopeInput,
      authorityId: id.nullable().default(null),
    }),
    output: windowView,
    topics: changed,
  }),
  'windows.update': command({
    about:
      'Changes a window. Occurrences that were skipped or moved stay so where the recurrence still has them.',
    input: z.strictObject({
      id,
      rev: rev.optional(),
      kind: windowKind.optional(),
      name: shortText.optional(),
      note: longText.optional(),
      zone: zone.optional(),
      startWall: wallTimeText.optional(),
      endWall: wallTimeText.optional(),
      recurrence: recurrenceText.optional(),
      serviceIds: windowScope.shape.serviceIds.optional(),
      environmentIds: windowScope.shape.environmentIds.optional(),
      regions: windowScope.shape.regions.optional(),
      authorityId: id.nullable().optional(),
    }),
    output: windowView,
    topics: changed,
  }),
  'windows.delete': command({
    about: 'Takes a window off the calendar; history keeps it.',
    input: z.strictObject({ id }),
    output: z.strictObject({ id, name: z.string() }),
    topics: changed,
  }),
  'windows.occurrences': query({
    about:
      'Gives the next occurrences of a window, saved or not, in UTC and on the wall clock of its zone.',
    input: z
      .strictObject({
        window: z
          .strictObject({ ...windowTimes.shape, recurrence: recurrenceText.default('') })
          .optional(),
        windowId: id.optional(),
        /** Those that end after it; absent: after now. */
        from: instant.optional(),
        count: z.number().int().min(1).max(200).default(10),
        /** Skipped ones too, so that they can be put back. */
        withSkipped: z.boolean().default(false),
      })
      .refine(({ window, windowId }) => (window === undefined) !== (windowId === undefined), {
        error: 'gives either window or windowId, one of them',
      }),
    output: z.array(windowOccurrence),
    topics: ['windows'],
  }),
  'windows.changeOccurrence': command({
    about: 'Skips one occurrence of a window, moves it, or puts it back to where it was.',
    input: z.strictObject({
      id,
      /** Which one: the start it has by the recurrence. */
      originalWall: wallTimeText,
      to: z.discriminatedUnion('change', [
        z.strictObject({ change: z.literal('skip') }),
        z.strictObject({
          change: z.literal('move'),
          startWall: wallTimeText,
          endWall: wallTimeText,
        }),
        z.strictObject({ change: z.literal('put-back') }),
      ]),
      note: z.string().trim().max(500, 'is longer than 500 characters; shorten it').default(''),
    }),
    output: windowView,
    topics: changed,
  }),
  'windows.impact': query({
    about:
      'Says which planned deployments, bookings and trains a window hits, saved or not, and whom to tell.',
    input: z
      .strictObject({
        window: drafted.optional(),
        /** The saved one; with `window` it says what is different from it. */
        windowId: id.optional(),
      })
      .refine(({ window, windowId }) => window !== undefined || windowId !== undefined, {
        error: 'gives neither window nor windowId; give one of them',
      }),
    output: windowImpact,
    topics: [
      ...['windows', 'releases', 'bookings', 'trains', 'people'],
      ...['services', 'environments'],
    ] as const,
  }),
  'windows.previewMoves': query({
    about:
      'Says where releases that a window hits would come to lie clear of it and of every freeze: the next working day at the same local time.',
    input: z.strictObject({ windowId: id, releaseIds }),
    output: z.array(windowMove),
    topics: ['windows', 'releases', 'approvals', 'holidays', 'workspace'],
  }),
  'windows.moveReleases': command({
    about:
      'Moves the planned starts of many releases at once, each with all that is ahead of it; those that refuse stay and are named. One undo takes all back.',
    input: z.strictObject({
      moves: z
        .array(z.strictObject({ releaseId: id, fromAt: instant, toAt: plannedAt }))
        .min(1, 'is empty; choose at least one release')
        .max(500, 'are more than 500 releases; move fewer at once'),
    }),
    output: z.strictObject({ moved: z.array(id), refused: z.array(refusedRelease) }),
    topics: ['releases', 'gates'],
  }),
};
