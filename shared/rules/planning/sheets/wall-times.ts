import type { DateOrder } from '#shared/model/planning/imports.ts';
import { quoted } from '../../workspace/pasted-table.ts';
import { plusDays } from '../zoned-time.ts';
import { readDate, readTime } from './dates.ts';
import type { Draft } from './row-reader.ts';
import { zoneOfWord } from './words-of-cells.ts';

/** Start and end of a row as its cells have them, on the wall clock. */
export type WallSpan = {
  start: { date: string; time: string | null } | null;
  end: { date: string; time: string | null } | null;
  /** What is written in the row, or null. */
  zone: string | null;
  cautions: string[];
};

/** The times of a row, or the sentence that says why they cannot be read. */
export function readSpan(draft: Draft, order: DateOrder | null): WallSpan | string {
  const cautions: string[] = [];
  const zoned = readZone(draft.zone ?? '', cautions);
  if (typeof zoned === 'string') return zoned;
  const start = readEnd(draft.start ?? '', draft.startTime ?? '', order, null);
  if (typeof start === 'string') return start;
  const end = readEnd(draft.end ?? '', draft.endTime ?? '', order, start);
  if (typeof end === 'string') return end;
  const offset = start?.offset ?? end?.offset ?? null;
  if (offset === null) return { start, end, zone: zoned.zone, cautions };
  if (offset === 'Z' || /^[+-]00:00$/.test(offset)) {
    if (zoned.zone === null || zoned.zone === 'UTC') return { start, end, zone: 'UTC', cautions };
  }
  return `The time has ${offset === 'Z' ? 'UTC' : `the offset ${offset}`} behind it, which is not the zone of the row. Give the time on the wall clock, and a zone such as Europe/London.`;
}

type End = { date: string; time: string | null; offset: string | null };

function readEnd(
  dateCell: string,
  timeCell: string,
  order: DateOrder | null,
  start: End | null,
): End | string | null {
  const time = timeCell === '' ? null : readTime(timeCell);
  if (timeCell !== '' && time === null) {
    return `${quoted(timeCell)} is no time. Write it such as 22:00.`;
  }
  if (dateCell === '') return time === null ? null : besideStart(time, start);
  // `Start` and `End` above times alone: the end lies on the day of the start.
  const alone = start === null ? null : readTime(dateCell);
  if (alone !== null && time === null && !/^\d{5}/.test(dateCell)) return besideStart(alone, start);
  const read = readDate(dateCell, order);
  if ('problem' in read) return read.problem;
  return time === null ? read : { ...read, ...time };
}

/** An end that would lie before its start is on the next day. */
function besideStart(time: { time: string; offset: string | null }, start: End | null): End | null {
  if (start === null) return null;
  const next = start.time !== null && time.time <= start.time;
  return { date: next ? plusDays(start.date, 1) : start.date, ...time };
}

function readZone(cell: string, cautions: string[]): { zone: string | null } | string {
  if (cell === '') return { zone: null };
  const zone = zoneOfWord(cell);
  if (zone === null) {
    return `${quoted(cell)} is no time zone. Write one such as Europe/London.`;
  }
  if (!cell.includes('/') && zone !== 'UTC') cautions.push(`${quoted(cell)} is read as ${zone}.`);
  return { zone };
}
