import { formatLocale } from '../state/formats.ts';
import { shortDay } from './date-names.ts';

/**
 * Words for instants, ranges and durations: dates and times in the manner people chose on this
 * device, `Thu 26 Nov 22:00` unless they did; spans in English.
 */

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

type Local = { year: number; month: number; day: number; time: string };

const formats = new Map<string, Intl.DateTimeFormat>();

// Making a formatter costs about 100 times what using one does, and tables ask for thousands.
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
  formats.set(zone, made);
  return made;
}

const told = new Map<string, Local>();
const mostTold = 2_000;

/** A table asks for the same instants with every rendering, and for the present with every row. */
function local(at: string, zone: string): Local | null {
  const key = `${at} ${zone} ${formatLocale()}`;
  const known = told.get(key);
  if (known !== undefined) return known;
  const instant = Date.parse(at);
  if (Number.isNaN(instant)) return null;
  const made = localOf(instant, zone);
  if (told.size >= mostTold) told.clear();
  told.set(key, made);
  return made;
}

function localOf(instant: number, zone: string): Local {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  return {
    year: Number(parts['year']),
    month: Number(parts['month']),
    day: Number(parts['day']),
    time: clockOf(instant, zone) ?? `${parts['hour']}:${parts['minute']}`,
  };
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** The time as the chosen manner writes it, `10:00 PM`; null where that is the 24-hour clock. */
function clockOf(instant: number, zone: string): string | null {
  const locale = formatLocale();
  if (locale !== 'en-US') return null;
  const known = clocks.get(zone);
  const clock = known ?? new Intl.DateTimeFormat(locale, { timeZone: zone, timeStyle: 'short' });
  if (known === undefined) clocks.set(zone, clock);
  return clock.format(instant);
}

function dayOf(date: { year: number; month: number; day: number }, thisYear: number): string {
  return shortDay(date, date.year !== thisYear);
}

/**
 * `Thu 26 Nov 22:00` in an IANA zone; the year is added when it is not the year of `now`.
 * All instants are ISO 8601; "unknown time" stands for what is none.
 */
export function whenText(at: string, zone: string, now: string): string {
  const moment = local(at, zone);
  if (moment === null) return 'unknown time';
  return `${dayOf(moment, local(now, zone)?.year ?? moment.year)} ${moment.time}`;
}

/** `Thu 26 Nov` in an IANA zone, with the year when it is not this one. */
export function dayText(at: string, zone: string, now: string): string {
  const moment = local(at, zone);
  if (moment === null) return 'unknown date';
  return dayOf(moment, local(now, zone)?.year ?? moment.year);
}

/** `22:00` in an IANA zone. */
export function timeText(at: string, zone: string): string {
  return local(at, zone)?.time ?? 'unknown time';
}

/** `Thu 26 Nov` of a date without a time (`2026-11-26`); `thisYear` hides its own year. */
export function dateText(date: string, thisYear: number): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (match === null) return 'unknown date';
  const [year = 0, month = 0, dayNumber = 0] = match.slice(1).map(Number);
  return dayOf({ year, month, day: dayNumber }, thisYear);
}

/** `Thu 26 Nov 22:00 – 23:30`; two dates only when the ends lie on different days in the zone. */
export function rangeText(from: string, to: string, zone: string, now: string): string {
  const sameDay = dayText(from, zone, now) === dayText(to, zone, now);
  const end = sameDay ? timeText(to, zone) : whenText(to, zone, now);
  return `${whenText(from, zone, now)} – ${end}`;
}

/** `Thu 26 Nov 22:00 UTC`. */
export function utcText(at: string, now: string): string {
  return `${whenText(at, 'UTC', now)} UTC`;
}

/** The place of a zone as people say it: `Europe/London` is London. */
export function zoneText(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/** A span in its two largest units, `2 d 7 h`, `41 min`; from 60 days on in months, then years. */
export function spanText(milliseconds: number): string {
  const span = Math.abs(milliseconds);
  if (span < minute) return 'less than 1 min';
  if (span < hour) return `${Math.floor(span / minute)} min`;
  if (span < day)
    return pair(Math.floor(span / hour), 'h', Math.floor((span % hour) / minute), 'min');
  if (span < 60 * day) {
    const whole = Math.floor(span / day);
    // Hours stop mattering once the day is more than a week away.
    return pair(whole, 'd', whole > 7 ? 0 : Math.floor((span % day) / hour), 'h');
  }
  const inMonths = Math.round(span / (30.44 * day));
  if (inMonths < 24) return `${inMonths} months`;
  return `${Math.round(inMonths / 12)} years`;
}

/** An age in its largest unit, `6 h`, `3 d`: how old a thing is needs no minutes. */
export function ageText(milliseconds: number): string {
  if (milliseconds < hour || milliseconds >= 60 * day) return spanText(milliseconds);
  if (milliseconds < 2 * day) return `${Math.floor(milliseconds / hour)} h`;
  return `${Math.floor(milliseconds / day)} d`;
}

/** `in 2 d 7 h`, `3 h ago`, or `now` within a minute. */
export function relativeText(at: string, now: string): string {
  const ahead = Date.parse(at) - Date.parse(now);
  if (Number.isNaN(ahead)) return '';
  if (Math.abs(ahead) < minute) return 'now';
  return ahead > 0 ? `in ${spanText(ahead)}` : `${ageText(-ahead)} ago`;
}

/** Planned lengths: `90 min` up to two hours, then `2 h 30 min`. */
export function durationText(minutes: number): string {
  return minutes <= 120 ? `${minutes} min` : spanText(minutes * minute);
}

/** Age in milliseconds of an instant at `now`; never negative, a clock may be a little off. */
export function ageOf(at: string, now: string): number {
  return Math.max(0, Date.parse(now) - Date.parse(at));
}

function pair(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}
