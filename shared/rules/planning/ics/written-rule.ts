import type { WindowTimes } from '#shared/model/planning/windows.ts';
import { endInstant, wallMs } from '../occurrences.ts';
import { RRule } from '../rrule.ts';
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
export function isByRule({ recurrence, startWall }: WindowTimes, wall: string): boolean {
  if (recurrence === '') return wall === startWall;
  const at = new Date(wallMs(wall));
  const dtstart = new Date(wallMs(startWall));
  const rule = new RRule({ ...RRule.parseString(recurrence), dtstart });
  return rule.between(at, at, true).length > 0;
}
