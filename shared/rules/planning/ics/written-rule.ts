import type { WindowTimes } from '#shared/model/planning/windows.ts';
import { endInstant, wallMs } from '../windows/wall-clock.ts';
import { readRecurrence } from '../windows/recurrence-text.ts';
import { startsIn } from '../windows/recurrence.ts';
import { readTime } from './times.ts';

/** The rule as calendar files have it: `UNTIL` in UTC, where windows keep it on their own clock. */
export function ruleInUtc({ recurrence, zone }: WindowTimes): string {
  return recurrence.replace(/(UNTIL=)([^;]+)/i, (whole, key: string, value: string) => {
    const time = readTime(value, new Map());
    if (time === null) return whole;
    const wall = time.kind === 'date' ? `${time.wall.slice(0, 10)}T23:59` : time.wall;
    const at = new Date(endInstant(wall, zone) + time.seconds * 1000).toISOString();
    return `${key}${at.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
  });
}

/** Whether the recurrence itself gives an occurrence at a time of the wall clock. */
export function isByRule({ recurrence, startWall, zone }: WindowTimes, wall: string): boolean {
  if (recurrence === '') return wall === startWall;
  const read = readRecurrence(recurrence, zone);
  const at = wallMs(wall);
  return (
    read.ok &&
    startsIn(read.rule, wallMs(startWall), { from: at, to: at + 60_000, most: 1 }).length > 0
  );
}
