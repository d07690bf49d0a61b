import { z } from 'zod';
import { id, instant } from '#shared/model/primitives.ts';
import { deploymentResult, outcome, phase, releaseType } from '#shared/model/planning/releases.ts';
import {
  timelineExtract,
  timelineOutline,
  timelinePlace,
  timelineStep,
  timelineTile,
  timelineView,
} from '#shared/model/planning/timeline.ts';
import { query } from '../procedure.ts';
import { calendarFilter, rangeEntry, rangeHoliday } from '#shared/model/planning/calendar-range.ts';
import { band, occurrence } from '#shared/model/planning/windows.ts';
import { readiness } from '#shared/model/planning/release-views.ts';
import {
  nearestAsked,
  nearestFree,
  placementAsked,
  placementCheck,
} from '#shared/model/planning/placement.ts';

/** What a planned start is judged by. */
export const placementTopics = [
  ...['releases', 'windows', 'holidays', 'bookings', 'absences', 'exceptions', 'dependencies'],
  ...['risks', 'rollback', 'services', 'environments', 'people', 'gates', 'approvals', 'workspace'],
] as const;

const entry = z.strictObject({
  deploymentId: id,
  releaseId: id,
  name: z.string(),
  type: releaseType,
  phase,
  outcome: outcome.nullable(),
  environment: z.string(),
  region: z.string(),
  startAt: instant,
  endAt: instant,
  zone: z.string(),
  /** How this deployment itself went; null until that is known. */
  result: deploymentResult.nullable(),
  /** It has not begun and its release has not ended: it can be planned for another time. */
  movable: z.boolean(),
  readiness: readiness.nullable(),
  /** Exceptions its release was granted and that are in force; absent where there are none. */
  exceptions: z.number().int().optional(),
});
export type CalendarEntry = z.infer<typeof entry>;

/** Three years: what a look back and ahead needs, and an answer that stays small enough to read. */
const longestSpan = 3 * 366 * 86_400_000;

const span = z
  .strictObject({ from: instant, to: instant, filter: calendarFilter.prefault({}) })
  .refine(({ from, to }) => from < to, {
    error: 'is not after the beginning of the span; give a later time',
    path: ['to'],
  })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= longestSpan, {
    error: 'is more than three years after the beginning of the span; ask for less at once',
    path: ['to'],
  });
/** What rows and bars of the timeline are made of. */
const timelineTopics = [
  ...(['releases', 'services', 'environments', 'teams', 'people', 'trains'] as const),
  ...(['risks', 'rollback'] as const),
] as const;

export const calendar = {
  'calendar.range': query({
    about:
      'Gives what lies in a span of time: planned deployments, windows and holidays, narrowed by a filter.',
    input: span,
    output: z.strictObject({
      entries: z.array(rangeEntry),
      bands: z.array(band),
      holidays: z.array(rangeHoliday),
      /** Every train there is, by name: what the filter offers. */
      trains: z.array(z.strictObject({ id, name: z.string() })),
    }),
    topics: [
      ...(['releases', 'environments', 'services', 'risks', 'rollback'] as const),
      ...(['windows', 'holidays', 'trains', 'exceptions'] as const),
    ],
  }),
  'calendar.nextOccurrences': query({
    about: 'Gives the next five times a window happens after an instant, within two years of it.',
    input: z.strictObject({ windowId: id, after: instant }),
    output: z.array(occurrence),
    topics: ['windows'],
  }),
  'calendar.list': query({
    about: 'Lists the planned deployments that touch a span of time, earliest first.',
    input: z.strictObject({ from: instant, to: instant }),
    output: z.array(entry),
    topics: [
      'releases',
      'environments',
      'gates',
      'approvals',
      'pipelines',
      'checklists',
      'exceptions',
    ],
  }),
  'calendar.checkPlacement': query({
    about:
      'Says which rules a planned start would not keep: freezes, windows, bookings, notice, people; and what covers each.',
    input: placementAsked,
    output: placementCheck,
    topics: placementTopics,
  }),
  'calendar.nearestFree': query({
    about:
      'Gives the next starts at the same time of day on working days against which nothing stands, or what is in the way longest.',
    input: nearestAsked,
    output: nearestFree,
    topics: placementTopics,
  }),
  'calendar.exportIcs': query({
    about: 'Gives the planned deployments as an iCalendar file, the same bytes for the same facts.',
    input: z.strictObject({
      from: instant.optional(),
      to: instant.optional(),
      /** The time the file is stamped with; absent takes the time of the newest journal entry. */
      at: instant.optional(),
      /** The windows too, with how they come again. */
      windows: z.boolean().default(false),
    }),
    output: z.strictObject({
      fileName: z.string(),
      mediaType: z.literal('text/calendar'),
      text: z.string(),
    }),
    topics: [],
  }),
  'calendar.timeline': query({
    about: 'Gives the rows of the timeline, each with room for its bars.',
    input: z.strictObject({ view: timelineView.prefault({}) }),
    output: timelineOutline,
    topics: timelineTopics,
  }),
  'calendar.timelineTiles': query({
    about:
      'Gives the bars, windows and dependencies of pieces of the timeline: a span of time, and lanes.',
    input: z.strictObject({
      view: timelineView.prefault({}),
      pieces: z.array(timelineExtract).min(1).max(100),
    }),
    /** In the order they were asked for. */
    output: z.array(timelineTile),
    topics: [...timelineTopics, 'tasks', 'dependencies', 'windows', 'exceptions'],
  }),
  'calendar.timelineStep': query({
    about: 'Finds the bar beside one of the timeline: next or previous in time, or in another row.',
    input: timelineStep,
    output: timelinePlace.nullable(),
    topics: timelineTopics,
  }),
};
