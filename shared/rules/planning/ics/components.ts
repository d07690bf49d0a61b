import { Refusal } from '#shared/model/refusal.ts';
import { nameOf, readLine, unescapeText } from './content-lines.ts';
import type { ContentLine } from './content-lines.ts';

/** The properties of one VEVENT that say when it is and what it is called. */
export type RawEvent = { properties: readonly ContentLine[] };

/** What a file says beside its events; filled while they are read. */
export type CalendarHead = {
  name: string;
  /** X-WR-TIMEZONE: where times without a zone are meant to be. */
  zone: string;
  /** By TZID, where its VTIMEZONE says it lies (X-LIC-LOCATION). */
  locations: Map<string, string>;
};

/** More in one file is no calendar of windows any more. */
export const mostEvents = 100_000;
/** More lines of one event that count; a list of exceptions is rarely longer than a page. */
const mostProperties = 5_000;

const wanted = new Set([
  ...['UID', 'SUMMARY', 'DESCRIPTION', 'DTSTART', 'DTEND', 'DURATION', 'STATUS', 'SEQUENCE'],
  ...['RRULE', 'EXRULE', 'RDATE', 'EXDATE', 'RECURRENCE-ID', 'CATEGORIES'],
  ...['X-SLIPWAY-KIND', 'X-SLIPWAY-ZONE', 'X-SLIPWAY-RECURRENCE', 'X-SLIPWAY-NOTE'],
  ...['X-SLIPWAY-START', 'X-SLIPWAY-END', 'X-SLIPWAY-ORIGINAL'],
]);

export function emptyHead(): CalendarHead {
  return { name: '', zone: '', locations: new Map() };
}

/**
 * The events of a calendar file one after the other; what else is in it (tasks, alarms, free times)
 * is passed over. Refuses (`invalid_input`) a file of something else, one that is cut off, and one of
 * more events than a calendar has.
 */
export function* readEvents(
  lines: Iterable<string>,
  head: CalendarHead,
): Generator<RawEvent, void, undefined> {
  const open: string[] = [];
  let event: ContentLine[] | null = null;
  let events = 0;
  let zone = { id: '', location: '' };
  let calendars = 0;
  for (const line of lines) {
    const name = nameOf(line);
    if (name === 'BEGIN') {
      const part = partOf(line);
      if (open.length === 0 && part !== 'VCALENDAR') throw noCalendar(line);
      if (open.length === 0) calendars += 1;
      if (open.length > 20) throw flawed('has parts within parts more than 20 deep');
      open.push(part);
      if (part === 'VEVENT' && open.length === 2) event = [];
      if (part === 'VTIMEZONE') zone = { id: '', location: '' };
    } else if (name === 'END') {
      const part = partOf(line);
      if (open.pop() !== part) throw flawed(`ends a ${part.slice(0, 40)} that is not open`);
      if (part === 'VTIMEZONE') head.locations.set(zone.id, zone.location);
      if (part !== 'VEVENT' || event === null || open.length !== 1) continue;
      events += 1;
      if (events > mostEvents) throw tooMany();
      yield { properties: event };
      event = null;
    } else if (open.length === 0) {
      throw noCalendar(line);
    } else if (event !== null) {
      // What stands in an alarm of the event is the alarm's.
      if (open.length !== 2 || !wanted.has(name)) continue;
      const property = readLine(line);
      if (property !== null && event.length < mostProperties) event.push(property);
    } else if (open.at(-1) === 'VTIMEZONE') {
      if (name === 'TZID') zone.id = readLine(line)?.value.trim() ?? '';
      if (name === 'X-LIC-LOCATION') zone.location = readLine(line)?.value.trim() ?? '';
    } else if (open.length === 1) {
      const { value = '' } = readLine(line) ?? {};
      if (name === 'X-WR-CALNAME') head.name = unescapeText(value).trim();
      if (name === 'X-WR-TIMEZONE') head.zone = value.trim();
    }
  }
  if (calendars === 0) throw noCalendar('');
  if (open.length > 0) {
    throw flawed(`ends in the middle of a ${open.at(-1)?.slice(0, 40)}: it is cut off`);
  }
}

function partOf(line: string): string {
  return line
    .slice(line.indexOf(':') + 1)
    .trim()
    .toUpperCase();
}

function noCalendar(line: string): Refusal {
  const found = line === '' ? 'an empty file' : `“${line.slice(0, 60).toWellFormed()}”`;
  return new Refusal(
    'invalid_input',
    `Expected an iCalendar file, which begins with BEGIN:VCALENDAR, found ${found}. Export the calendar as an .ics file, in UTF-8, and choose that.`,
  );
}

function flawed(what: string): Refusal {
  return new Refusal(
    'invalid_input',
    `The calendar file ${what}. Nothing was read. Export it again where it comes from.`,
  );
}

function tooMany(): Refusal {
  return new Refusal(
    'invalid_input',
    `The calendar file has more than ${mostEvents.toLocaleString('en')} events. Export a shorter time, or only the calendar of the windows.`,
  );
}
