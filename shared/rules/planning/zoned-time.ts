import { Temporal } from 'temporal-polyfill';
import { Refusal } from '#shared/model/refusal.ts';

/** A wall-clock time as people type it: `2026-11-26`, `22:00`, `Europe/London`. */
export type WallTime = { date: string; time: string; zone: string };

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * The instant of a planned start. A time that clocks skip moves behind the gap by the gap's length;
 * a time that comes twice is the earlier one; the note says so in words, null when there is no doubt.
 * Refuses (`invalid_input`) what is no date or time.
 */
export function toInstant(wall: WallTime): { instant: string; note: string | null } {
  const plain = readWallTime(wall);
  const earlier = plain.toZonedDateTime(wall.zone, { disambiguation: 'earlier' });
  const later = plain.toZonedDateTime(wall.zone, { disambiguation: 'later' });
  if (earlier.epochNanoseconds === later.epochNanoseconds) {
    return { instant: isoOf(earlier), note: null };
  }
  const place = zoneName(wall.zone);
  const day = dateWithYear(plain);
  // In a gap both answers differ from what was typed; in an overlap both show the typed time.
  if (Temporal.PlainDateTime.compare(later.toPlainDateTime(), plain) !== 0) {
    const moved = later.day === plain.day ? clock(later) : `${dateWithYear(later)} ${clock(later)}`;
    const note = `${wall.time} does not exist in ${place} on ${day}: clocks go forward. Moved to ${moved}.`;
    return { instant: isoOf(later), note };
  }
  const note = `${wall.time} comes twice in ${place} on ${day}: clocks go back. The earlier one is taken, ${clock(earlier.withTimeZone('UTC'))} UTC.`;
  return { instant: isoOf(earlier), note };
}

function readWallTime({ date, time }: WallTime): Temporal.PlainDateTime {
  if (/^\d{4}-\d{2}-\d{2}$/.test(date) && /^\d{2}:\d{2}(:\d{2})?$/.test(time)) {
    try {
      return Temporal.PlainDateTime.from(`${date}T${time}`);
    } catch {
      // Digits in the right places that are no date, such as 30 February: refused below.
    }
  }
  throw new Refusal(
    'invalid_input',
    `Expected a date and a time such as 2026-11-26 and 22:00, found “${date}” and “${time}”. Correct the one that does not exist.`,
  );
}

/** `Thu 26 Nov 22:00` in the zone; the year is added when it is not the year of `now` there. */
export function formatWhen(instant: string, zone: string, now: string): string {
  const at = inZone(instant, zone);
  return `${dateText(at, at.year !== inZone(now, zone).year)} ${clock(at)}`;
}

/** `Thu 26 Nov 2026 22:00 London`, always with the year: it is read long after it was written. */
export function formatInFull(instant: string, zone: string): string {
  const at = inZone(instant, zone);
  return `${dateText(at, true)} ${clock(at)} ${zoneName(zone)}`;
}

/** `Thu 26 Nov 2026 22:00 UTC`, for tooltips and files. */
export function formatUtc(instant: string): string {
  return formatInFull(instant, 'UTC');
}

/** `Thu 26 Nov 22:00 – 23:30`: one date when both ends share it, otherwise both in full. */
export function formatRange(start: string, end: string, zone: string, now: string): string {
  const from = inZone(start, zone);
  const to = inZone(end, zone);
  const left = formatWhen(start, zone, now);
  if (!from.toPlainDate().equals(to.toPlainDate())) {
    return `${left} – ${formatWhen(end, zone, now)}`;
  }
  // Across a change of clocks the end can read as before the start; the offsets make it true again.
  if (from.offset !== to.offset)
    return `${left} (UTC${from.offset}) – ${clock(to)} (UTC${to.offset})`;
  return `${left} – ${clock(to)}`;
}

/** `in 2 d 7 h`, `41 min ago`, `now` within a minute either way. */
export function formatRelative(instant: string, now: string): string {
  const ms = Date.parse(instant) - Date.parse(now);
  if (Math.abs(ms) < 60_000) return 'now';
  return ms > 0 ? `in ${span(ms)}` : `${span(-ms)} ago`;
}

/** How old something is: `41 min`, `2 d 7 h`. A clock that runs behind makes nothing negative. */
export function formatAge(instant: string, now: string): string {
  const ms = Date.parse(now) - Date.parse(instant);
  return ms < 60_000 ? 'less than 1 min' : span(ms);
}

/** The two largest units down to minutes, cut off rather than rounded; from a week on whole days. */
function span(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  if (days >= 7) return `${days} d`;
  if (days > 0) return hours % 24 === 0 ? `${days} d` : `${days} d ${hours % 24} h`;
  if (hours > 0) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
  return `${minutes} min`;
}

/** Calendar days from one date to another, negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;
}

/** The date so many days later, or earlier when negative. */
export function plusDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** The calendar date an instant falls on in a zone, `2026-11-26`. */
export function dateIn(instant: string, zone: string): string {
  // Whoever judges a list asks for the day of one instant at every place of every gate.
  if (instant !== asked.instant || zone !== asked.zone) {
    asked = { instant, zone, date: inZone(instant, zone).toPlainDate().toString() };
  }
  return asked.date;
}

/** What was asked last, with its answer. */
let asked = { instant: '', zone: '', date: '' };

/** `Thu 26 Nov`, with the year when it is not the year of `today`. */
export function formatDate(date: string, today: string): string {
  const day = Temporal.PlainDate.from(date);
  return dateText(day, day.year !== Temporal.PlainDate.from(today).year);
}

/** The city of a zone, as it stands behind a time: `London`, `New York`. */
export function zoneName(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

function inZone(instant: string, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
}

function isoOf(at: Temporal.ZonedDateTime): string {
  return new Date(at.epochMilliseconds).toISOString();
}

type Day = { dayOfWeek: number; day: number; month: number; year: number };

// Written out rather than asked of Intl: its words and commas change with the engine's data.
function dateText(day: Day, withYear: boolean): string {
  const text = `${weekdays[day.dayOfWeek - 1]} ${day.day} ${months[day.month - 1]}`;
  return withYear ? `${text} ${day.year}` : text;
}

function dateWithYear(day: Day): string {
  return dateText(day, true);
}

function clock(at: { hour: number; minute: number }): string {
  return `${String(at.hour).padStart(2, '0')}:${String(at.minute).padStart(2, '0')}`;
}
