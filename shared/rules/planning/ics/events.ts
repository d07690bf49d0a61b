import { isPlannable } from '#shared/model/primitives.ts';
import type { WindowChange, WindowKind, WindowTimes } from '#shared/model/planning/windows.ts';
import { wallMs } from '../windows/wall-clock.ts';
import { unescapeText } from './content-lines.ts';
import { EventFlaw, inWords, timeOf } from './event-flaw.ts';
import { categoriesOf, isCancelled, nameOfEvent, newestOf, textOfEvent } from './event-groups.ts';
import type { EventGroup, Properties } from './event-groups.ts';
import { guessKind, statedKind } from './kinds.ts';
import { changesOf } from './occurrence-changes.ts';
import { checkRecurrence } from './recurrence.ts';
import { readDuration, wallOf, wallText } from './times.ts';
import type { IcsTime } from './times.ts';

/** One event of a calendar file as a window would be. */
export type ReadWindow = {
  uid: string;
  name: string;
  note: string;
  times: WindowTimes;
  changes: WindowChange[];
  /** What it is: said by an event Slipway wrote, or guessed by its words; null where nothing tells. */
  kind: WindowKind | null;
  kindIsStated: boolean;
  cancelled: boolean;
  /** What was made of it to fit, in words. */
  remarks: string[];
};

export type ReadEvent =
  | { read: ReadWindow }
  /** `zone` is the one nobody knows; empty where something else is wrong. */
  | { refused: { uid: string; name: string; reason: string; zone: string } };

/** What an event needs to know of its file, and of who reads it. */
export type Surroundings = {
  /** Where times without a zone and times in UTC are read. */
  zone: string;
  /** The zone of a TZID; null where it is not known. */
  zoneOf: (tzid: string) => string | null;
  /** What the window of a UID comes again by, where there is one already. */
  recurrenceOf: (uid: string) => string | undefined;
};

const longestName = 200;
const longestNote = 20_000;

/** The events of one UID as one window; never throws for what stands in the file. */
export function readEvent(group: EventGroup, around: Surroundings): ReadEvent {
  const { main, changed } = newestOf(group);
  const named = main ?? changed[0];
  const name = named === undefined ? '' : nameOfEvent(named);
  try {
    if (group.uid.length > 300) throw new EventFlaw('Its UID is longer than 300 characters.');
    if (main === null) {
      throw new EventFlaw('It changes one occurrence of a series that is not in the file.');
    }
    return { read: readWindow(group.uid, name, main, changed, around) };
  } catch (error) {
    if (!(error instanceof EventFlaw)) throw error;
    return { refused: { uid: group.uid, name, reason: error.message, zone: error.zone } };
  }
}

function readWindow(
  uid: string,
  name: string,
  main: Properties,
  changed: readonly Properties[],
  around: Surroundings,
): ReadWindow {
  const remarks: string[] = [];
  const zoneOf = (tzid: string) => {
    const zone = tzid === '' ? around.zone : around.zoneOf(tzid);
    if (zone !== null) return zone;
    throw new EventFlaw(
      `Its zone “${tzid.slice(0, 80)}” is not known. Choose which one it is.`,
      tzid,
    );
  };
  const start = timeOf(main.first('DTSTART'), 'start');
  const rules = main.all('RRULE');
  if (rules.length > 1 || main.all('EXRULE').length > 0) {
    throw new EventFlaw(
      'Its recurrence has more than one rule (RRULE, EXRULE), which is not read.',
    );
  }
  const zone = zoneFor(main, start, rules.length > 0, around, zoneOf);
  const exact = main.first('X-SLIPWAY-START');
  const startWall = exact === undefined ? wallOf(start, zone, zoneOf) : timeOf(exact, 'start').wall;
  const endWall = endOf(main, start, startWall, zone, zoneOf);
  const length = wallMs(endWall) - wallMs(startWall);
  if (length <= 0) {
    throw new EventFlaw(
      length === 0
        ? `It has no length: it begins and ends ${inWords(startWall)}. Give it an end.`
        : `It ends ${inWords(endWall)}, before it begins ${inWords(startWall)}.`,
    );
  }
  const { recurrence, startWall: begins } = recurrenceOf(main, {
    ...{ uid, startWall, length, zone, around },
  });
  // What Slipway wrote begins as it says, whatever its rule makes of that.
  const firstWall = exact === undefined ? begins : startWall;
  if (firstWall !== startWall) {
    remarks.push(`Begins ${inWords(firstWall)}, the first time by its recurrence.`);
  }
  const times = {
    zone,
    recurrence,
    startWall: firstWall,
    endWall: wallText(wallMs(firstWall) + length),
  };
  for (const wall of [times.startWall, times.endWall]) {
    if (!isPlannable(wall)) {
      throw new EventFlaw(`It lies in ${wall.slice(0, 4)}; windows are from 2000 to 2199.`);
    }
  }
  const whole = name === '' ? 'Without a name' : name;
  const note = textOfEvent(main, 'DESCRIPTION').replaceAll(/\r\n?/g, '\n');
  if (whole.length > longestName) {
    remarks.push(
      `Its name was cut: it has ${whole.length.toLocaleString('en')} characters, 200 are kept.`,
    );
  }
  if (note.length > longestNote) remarks.push('Its description was cut after 20,000 characters.');
  const stated = statedKind(main.first('X-SLIPWAY-KIND')?.value);
  return {
    uid,
    name: cut(whole, longestName),
    note: cut(note, longestNote),
    times,
    changes: changesOf({ main, changed, times, length, zoneOf }),
    kind: stated ?? guessKind(categoriesOf(main), name),
    kindIsStated: stated !== null,
    cancelled: isCancelled(main),
    remarks,
  };
}

type Recurring = {
  uid: string;
  startWall: string;
  length: number;
  zone: string;
  around: Surroundings;
};

function recurrenceOf(
  main: Properties,
  { uid, around, ...asked }: Recurring,
): { recurrence: string; startWall: string } {
  const { startWall } = asked;
  const written = main.first('X-SLIPWAY-RECURRENCE');
  const own = written === undefined ? null : unescapeText(written.value).trim();
  // What a window of this workspace has already was checked when it got it.
  if (own !== null && own === around.recurrenceOf(uid)) return { recurrence: own, startWall };
  const rule = main.first('RRULE')?.value;
  if (rule === undefined) return { recurrence: '', startWall };
  const checked = checkRecurrence(own ?? rule, asked);
  if ('reason' in checked) throw new EventFlaw(checked.reason);
  return own === null ? checked : { recurrence: own, startWall: checked.startWall };
}

/** Times in UTC that come again are meant in UTC: on another clock they would move with the season. */
function zoneFor(
  main: Properties,
  start: IcsTime,
  recurs: boolean,
  around: Surroundings,
  zoneOf: (tzid: string) => string,
): string {
  const own = main.first('X-SLIPWAY-ZONE')?.value.trim();
  if (own !== undefined && around.zoneOf(own) === own) return own;
  if (start.kind === 'utc') return recurs ? 'UTC' : around.zone;
  return zoneOf(start.kind === 'date' ? '' : start.tzid);
}

function endOf(
  main: Properties,
  start: IcsTime,
  startWall: string,
  zone: string,
  zoneOf: (tzid: string) => string,
): string {
  const exact = main.first('X-SLIPWAY-END');
  if (exact !== undefined) return timeOf(exact, 'end').wall;
  const end = main.first('DTEND');
  if (end !== undefined) {
    const time = timeOf(end, 'end');
    const wall = wallOf(time, zone, zoneOf);
    // 23:59:59 is how some programs write midnight.
    return time.seconds > 0 ? wallText(wallMs(wall) + 60_000) : wall;
  }
  const duration = main.first('DURATION');
  if (duration === undefined) {
    // A date alone is that day; a time alone is a moment.
    return start.kind === 'date' ? wallText(wallMs(startWall) + 24 * 3_600_000) : startWall;
  }
  const minutes = readDuration(duration.value);
  if (minutes === null) {
    throw new EventFlaw(`Its duration “${duration.value.slice(0, 40)}” is none, such as PT2H.`);
  }
  return wallText(wallMs(startWall) + minutes * 60_000);
}

function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).toWellFormed()}…`;
}
