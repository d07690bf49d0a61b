import { Temporal } from 'temporal-polyfill';
import type { Band } from '#shared/model/planning/windows.ts';
import type { Environment } from '#shared/model/workspace/services.ts';
import { mondayOf } from '#shared/rules/planning/capacity/capacity.ts';
import { dateIn, daysBetween, plusDays, toInstant } from '#shared/rules/planning/zoned-time.ts';

export const spans = ['2', '4', '8'] as const;
export type SpanWeeks = (typeof spans)[number];

/** Days on the wall clock of the workspace, so that each is as wide as the others. */
export type BookingAxis = {
  /** A Monday. */
  from: string;
  /** The first day after it. */
  to: string;
  days: number;
  weeks: SpanWeeks;
  zone: string;
};

export function axisOf(
  asked: { from?: string; weeks?: string },
  now: string,
  zone: string,
): BookingAxis {
  const weeks = spans.find((each) => each === asked.weeks) ?? '4';
  const days = Number(weeks) * 7;
  const from = mondayOf(dayOf(asked.from) ?? dateIn(now, zone));
  return { from, to: plusDays(from, days), days, weeks, zone };
}

/** A day of an address; what is none, or beyond what can be planned, is left aside. */
export function dayOf(text: string | undefined): string | null {
  if (text === undefined || !/^2[01]\d\d-\d\d-\d\d$/.test(text)) return null;
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(at) ? null : new Date(at).toISOString().slice(0, 10);
}

/** First instant of the span, and the first one after it. */
export function instantsOf({ from, to, zone }: BookingAxis): { from: string; to: string } {
  const start = (date: string) => toInstant({ date, time: '00:00', zone }).instant;
  return { from: start(from), to: start(to) };
}

/** Where an instant lies, in days from the left edge. */
export function placeOf(at: string, { from, zone }: BookingAxis): number {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(zone);
  const day = daysBetween(from, local.toPlainDate().toString());
  return day + (local.hour * 60 + local.minute) / 1440;
}

/** Hours that a drawn booking snaps to: a pointer is not finer than that. */
const snaps: Record<SpanWeeks, number> = { '2': 1, '4': 4, '8': 12 };

/** The instant at so many days from the left edge, on a full hour of the wall clock. */
export function instantAt(place: number, { from, weeks, zone, days }: BookingAxis): string {
  const snap = snaps[weeks];
  const hours = Math.round((Math.min(Math.max(place, 0), days) * 24) / snap) * snap;
  const date = plusDays(from, Math.floor(hours / 24));
  const time = `${String(hours % 24).padStart(2, '0')}:00`;
  return toInstant({ date, time, zone }).instant;
}

export type Placed<Use> = { use: Use; left: number; right: number; lane: number };

/** Shares of the span below which a bar has room for its mark alone, and for nothing less. */
const wordsFrom = 0.045;
const narrowest = 0.018;

export function isShort({ left, right }: Pick<Placed<unknown>, 'left' | 'right'>, days: number) {
  return right - left < days * wordsFrom;
}

/** Bars in as few lanes as there are uses at once; clipped to the span, none too narrow to be hit. */
export function lanesOf<Use extends { startAt: string; endAt: string }>(
  uses: readonly Use[],
  axis: BookingAxis,
): { bars: Placed<Use>[]; lanes: number } {
  const ends: number[] = [];
  const least = axis.days * narrowest;
  const bars = uses
    .toSorted((a, b) => (a.startAt < b.startAt ? -1 : a.startAt > b.startAt ? 1 : 0))
    .map((use) => {
      const end = Math.min(axis.days, placeOf(use.endAt, axis));
      const left = Math.max(0, Math.min(placeOf(use.startAt, axis), axis.days - least));
      const right = Math.max(left + least, end);
      const free = ends.findIndex((taken) => taken <= left);
      const lane = free < 0 ? ends.length : free;
      ends[lane] = right;
      return { use, left, right, lane };
    });
  return { bars, lanes: Math.max(1, ends.length) };
}

/** Whether a window is about an environment: its own list or region, or all. */
export function isAbout(
  band: Pick<Band, 'environmentIds' | 'regions'>,
  { id, region }: Pick<Environment, 'id' | 'region'>,
): boolean {
  const { environmentIds, regions } = band;
  const fits = environmentIds.length === 0 || environmentIds.includes(id);
  return fits && (regions.length === 0 || regions.includes(region));
}
