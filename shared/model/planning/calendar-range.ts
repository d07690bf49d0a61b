import { z } from 'zod';
import { riskBand, riskBands } from '../governance/risks.ts';
import { dateText, id, instant } from '../primitives.ts';
import { deploymentResult, outcome, phase, releaseType, releaseTypes } from './releases.ts';
import { windowKinds } from './windows.ts';

/** A planned deployment as calendars of any length need it: what it is filtered by, nothing judged. */
export const rangeEntry = z.strictObject({
  deploymentId: id,
  releaseId: id,
  name: z.string(),
  type: releaseType,
  phase,
  outcome: outcome.nullable(),
  environmentId: id,
  environment: z.string(),
  region: z.string(),
  startAt: instant,
  endAt: instant,
  zone: z.string(),
  /** How this deployment itself went; null until that is known. */
  result: deploymentResult.nullable(),
  /** It has not begun and its release has not ended: it can be planned for another time. */
  movable: z.boolean(),
  ownerId: id,
  serviceIds: z.array(id),
  band: riskBand,
  /** Exceptions its release was granted and that are in force. */
  exceptions: z.number().int(),
  trainId: id.nullable(),
});
export type RangeEntry = z.infer<typeof rangeEntry>;

/** A day of a holiday calendar on which its people do not work. */
export const rangeHoliday = z.strictObject({
  on: dateText,
  name: z.string(),
  calendar: z.string(),
});
export type RangeHoliday = z.infer<typeof rangeHoliday>;

const ids = z.array(id).max(200).default([]);

/** What narrows the calendar: of one part any choice fits; a part without choices takes everything. */
export const calendarFilter = z.strictObject({
  services: ids,
  environments: ids,
  types: z.array(z.enum(releaseTypes)).max(10).default([]),
  owners: ids,
  bands: z.array(z.enum(riskBands)).max(10).default([]),
  trains: ids,
  /** Kinds of windows that are shown. */
  kinds: z.array(z.enum(windowKinds)).max(10).default([]),
});
export type CalendarFilter = z.infer<typeof calendarFilter>;

export const calendarViews = ['month', 'week', 'agenda', 'quarter', 'year'] as const;
export type CalendarView = (typeof calendarViews)[number];

/** How the calendar is arranged: what a saved view keeps. */
export const calendarSettings = z.strictObject({
  view: z.enum(calendarViews).default('month'),
  filter: calendarFilter.prefault({}),
});
export type CalendarSettings = z.infer<typeof calendarSettings>;
