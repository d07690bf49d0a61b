import { z } from 'zod';
import { dateText, id, instant, longText, rev, shortText, zone } from '../primitives.ts';

/** Kinds of time on the calendar: when deployments may happen, and when they may not or should not. */
export const windowKinds = [
  'deployment',
  'qa',
  'maintenance',
  'hard-freeze',
  'soft-freeze',
  'peak',
  'holiday',
] as const;
export const windowKind = z.enum(windowKinds);
export type WindowKind = z.infer<typeof windowKind>;

/** A time on the wall clock of a zone that is named beside it, `2026-11-27T17:00`. */
export const wallTimeText = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'is no date and time such as 2026-11-27T17:00')
  .refine((text) => !Number.isNaN(Date.parse(`${text}Z`)), 'does not exist; correct the date')
  .refine((text) => text >= '2000' && text < '2200', 'is not between 2000 and 2199');

/** An RRULE without its start, `FREQ=WEEKLY;BYDAY=FR`; empty for what happens once. */
export const recurrenceText = z
  .string()
  .trim()
  .max(500, 'is longer than 500 characters; shorten it')
  .refine((text) => !/[\n\r\0]/.test(text), 'has a line break; keep it on one line');

/** Which deployments a window is about; an empty list means all. */
export const windowScope = z.strictObject({
  serviceIds: z.array(id).max(500),
  environmentIds: z.array(id).max(100),
  regions: z.array(z.string().trim().min(1).max(60)).max(100),
});
export type WindowScope = z.infer<typeof windowScope>;

/** When a window happens: its first start and end on the wall clock, and how it comes again. */
export const windowTimes = z.strictObject({
  zone,
  startWall: wallTimeText,
  endWall: wallTimeText,
  recurrence: recurrenceText,
});
export type WindowTimes = z.infer<typeof windowTimes>;

/** What differs in one occurrence: left out, or at another time. */
export const windowChange = z.strictObject({
  /** The start it has by the recurrence. */
  originalWall: wallTimeText,
  skipped: z.boolean(),
  startWall: wallTimeText.nullable(),
  endWall: wallTimeText.nullable(),
  note: z.string().max(500),
});
export type WindowChange = z.infer<typeof windowChange>;

export const window = z.strictObject({
  id,
  rev,
  kind: windowKind,
  name: shortText,
  note: longText,
  ...windowTimes.shape,
  ...windowScope.shape,
  /** Who may grant an emergency exception to a hard freeze; null: nobody may. */
  authorityId: id.nullable(),
  /** Under which a calendar file knows it; empty for one that was made here. */
  uid: z.string().max(300),
  changes: z.array(windowChange),
});
export type Window = z.infer<typeof window>;

/** One time a window happens; half-open: its end does not belong to it. */
export const occurrence = z.strictObject({
  startsAt: instant,
  endsAt: instant,
  /** The start it has by the recurrence, on the wall clock: its name within the window. */
  originalWall: wallTimeText,
});
export type Occurrence = z.infer<typeof occurrence>;

/** A window as it lies in a span of time. */
export const band = z.strictObject({
  windowId: id,
  kind: windowKind,
  name: z.string(),
  zone,
  ...occurrence.shape,
  ...windowScope.shape,
  authorityId: id.nullable(),
});
export type Band = z.infer<typeof band>;

/** Days on which people of a country, a site or a service do not work. */
export const holidayCalendar = z.strictObject({
  id,
  rev,
  name: shortText,
  /** Monday is 1. */
  workingDays: z.array(z.number().int().min(1).max(7)).min(1).max(7),
  region: z.string().max(60),
  holidays: z.array(z.strictObject({ id, on: dateText, name: shortText })),
});
export type HolidayCalendar = z.infer<typeof holidayCalendar>;
