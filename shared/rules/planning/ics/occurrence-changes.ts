import { isPlannable } from '#shared/model/primitives.ts';
import type { WindowChange, WindowTimes } from '#shared/model/planning/windows.ts';
import { wallMs } from '../windows/wall-clock.ts';
import { EventFlaw, inWords, timeOf } from './event-flaw.ts';
import { isCancelled, nameOfEvent, textOfEvent } from './event-groups.ts';
import type { Properties } from './event-groups.ts';
import { readTime, wallOf, wallText } from './times.ts';
import type { IcsTime } from './times.ts';

type Series = {
  main: Properties;
  /** Events with a RECURRENCE-ID. */
  changed: readonly Properties[];
  times: WindowTimes;
  /** Milliseconds on the wall clock. */
  length: number;
  zoneOf: (tzid: string) => string;
};

/** More single occurrences that differ are no recurrence any more. */
const mostChanges = 5_000;
const longestNote = 500;

/**
 * What differs in single occurrences: left out (EXDATE), added (RDATE), at another time or cancelled
 * (an event of its own with a RECURRENCE-ID, which says more than a date in a list does).
 */
export function changesOf(series: Series): WindowChange[] {
  const { main, changed } = series;
  const changes = new Map<string, WindowChange>();
  const keep = (change: WindowChange) => {
    changes.set(change.originalWall, change);
    if (changes.size <= mostChanges) return;
    throw new EventFlaw('More than 5,000 of its occurrences differ; split it into several events.');
  };
  for (const wall of datesOf('RDATE', series)) keep(placed(wall, wall, series.length));
  for (const wall of datesOf('EXDATE', series)) keep(skipped(wall, ''));
  for (const event of changed) keep(changeBy(event, main, series));
  return [...changes.values()].toSorted((one, other) =>
    one.originalWall < other.originalWall ? -1 : 1,
  );
}

function datesOf(name: string, series: Series): string[] {
  return series.main.all(name).flatMap(({ value, parameters }) =>
    value.split(',').map((text) => {
      const time = readTime(text, parameters);
      if (time !== null) return inSeries(time, series);
      throw new EventFlaw(`Its ${name} “${text.slice(0, 40)}” is no date and time.`);
    }),
  );
}

/** A date alone means the occurrence of that day. */
function inSeries(time: IcsTime, { times, zoneOf }: Series): string {
  if (time.kind === 'date') return `${time.wall.slice(0, 10)}${times.startWall.slice(10)}`;
  return wallOf(time, times.zone, zoneOf);
}

function changeBy(event: Properties, main: Properties, series: Series): WindowChange {
  const { times, zoneOf, length } = series;
  const of = event.first('RECURRENCE-ID');
  if (of?.parameters.has('RANGE') === true) {
    throw new EventFlaw('One of its changes is for all later occurrences too, which is not read.');
  }
  const exact = event.first('X-SLIPWAY-ORIGINAL');
  const originalWall =
    exact === undefined
      ? inSeries(timeOf(of, 'changed occurrence'), series)
      : timeOf(exact, 'changed occurrence').wall;
  const note = noteOf(event, main);
  if (isCancelled(event)) return skipped(originalWall, note);
  const ownStart = event.first('X-SLIPWAY-START');
  const ownEnd = event.first('X-SLIPWAY-END');
  const startWall =
    ownStart === undefined
      ? wallOf(timeOf(event.first('DTSTART'), 'start'), times.zone, zoneOf)
      : timeOf(ownStart, 'start').wall;
  const end = event.first('DTEND');
  if (ownEnd === undefined && end === undefined)
    return { ...placed(originalWall, startWall, length), note };
  const endWall =
    ownEnd === undefined
      ? wallOf(timeOf(end, 'end'), times.zone, zoneOf)
      : timeOf(ownEnd, 'end').wall;
  if (endWall <= startWall || !isPlannable(startWall) || !isPlannable(endWall)) {
    throw new EventFlaw(
      `Its occurrence of ${inWords(originalWall)} is from ${inWords(startWall)} to ${inWords(endWall)}, which cannot be.`,
    );
  }
  return { originalWall, skipped: false, startWall, endWall, note };
}

/** What is said of this occurrence alone. */
function noteOf(event: Properties, main: Properties): string {
  if (event.first('X-SLIPWAY-NOTE') !== undefined) {
    return textOfEvent(event, 'X-SLIPWAY-NOTE').replaceAll(/\r\n?/g, '\n').slice(0, longestNote);
  }
  const name = nameOfEvent(event);
  return name === nameOfEvent(main) ? '' : name.slice(0, longestNote).toWellFormed();
}

function placed(originalWall: string, startWall: string, length: number): WindowChange {
  const endWall = wallText(wallMs(startWall) + length);
  return { originalWall, skipped: false, startWall, endWall, note: '' };
}

function skipped(originalWall: string, note: string): WindowChange {
  return { originalWall, skipped: true, startWall: null, endWall: null, note };
}
