import { occurrencesIn } from '../windows/occurrences.ts';
import { wallMs } from '../windows/wall-clock.ts';
import { dateIn, plusDays } from '../zoned-time.ts';
import type { ReadWindow } from './events.ts';
import type { Difference } from './window-plan.ts';

/** A day of a holiday calendar as it is; `uid` is empty for one that was typed. */
export type KnownHoliday = { id: string; on: string; name: string; uid: string };

export type HolidayPlan =
  | {
      state: 'new' | 'changed' | 'same' | 'removed';
      add: string[];
      rename: string[];
      remove: string[];
      differences: Difference[];
    }
  | { state: 'left-out' | 'refused'; reason: string };

/** Days of an endless recurrence are taken from a year ago until ten years ahead. */
export const yearsAhead = 10;
const dayMs = 86_400_000;
/** One event that covers more is no holiday. */
const mostDays = 1_000;

/**
 * What becomes of an event as days off. `known` are the days of the calendar that came by its UID or
 * fall on its dates; days of it that are long past or far ahead stay as they are.
 */
export function planHoliday(
  read: ReadWindow,
  known: { ofUid: readonly KnownHoliday[]; on: (date: string) => readonly KnownHoliday[] },
  now: number,
): HolidayPlan {
  const { ofUid } = known;
  if (read.cancelled && ofUid.length === 0) {
    return { state: 'left-out', reason: 'Cancelled in the file, and never here.' };
  }
  const dates = read.cancelled ? [] : datesOf(read, now);
  if (dates.length > mostDays) {
    return { state: 'refused', reason: 'It covers more than 1,000 days, so it is no holiday.' };
  }
  if (dates.length === 0 && ofUid.length === 0) {
    return {
      state: 'left-out',
      reason: 'It falls on no day from a year ago until ten years ahead.',
    };
  }
  const wanted = new Set(dates);
  const held = new Map(ofUid.map((day) => [day.on, day]));
  const add = dates.filter(
    (date) => !held.has(date) && !known.on(date).some(({ name }) => name === read.name),
  );
  const rename = ofUid.filter(({ on, name }) => wanted.has(on) && name !== read.name);
  const inReach = reach(read, now);
  const remove = ofUid.filter(({ on }) => !wanted.has(on) && (read.cancelled || inReach(on)));
  const differences = [
    ...add.map((on) => ({ what: 'day', from: '', to: on })),
    ...remove.map(({ on }) => ({ what: 'day', from: on, to: '' })),
    ...rename.map(({ name }) => ({ what: 'name', from: name, to: read.name })),
  ];
  const ids = (days: readonly KnownHoliday[]) => days.map(({ id }) => id);
  const parts = { add, rename: ids(rename), remove: ids(remove), differences };
  if (differences.length === 0) return { state: 'same', ...parts };
  if (ofUid.length === 0) return { state: 'new', ...parts, differences: [] };
  return { state: read.cancelled ? 'removed' : 'changed', ...parts };
}

/** Every day it touches, earliest first. */
function datesOf({ times, changes }: ReadWindow, now: number): string[] {
  const { zone } = times;
  const dates = new Set<string>();
  for (const { startsAt, endsAt } of occurrencesIn(times, changes, spanOf(times, now))) {
    const last = dateIn(new Date(Date.parse(endsAt) - 1).toISOString(), zone);
    for (let on = dateIn(startsAt, zone); on <= last; on = plusDays(on, 1)) {
      dates.add(on);
      if (dates.size > mostDays) return [...dates];
    }
  }
  return [...dates];
}

/** What happens once is taken whenever it is. */
function spanOf({ recurrence, startWall, endWall }: ReadWindow['times'], now: number) {
  if (recurrence !== '') return { from: now - 366 * dayMs, to: now + yearsAhead * 366 * dayMs };
  return { from: wallMs(startWall) - 400 * dayMs, to: wallMs(endWall) + 400 * dayMs };
}

function reach({ times }: ReadWindow, now: number): (on: string) => boolean {
  if (times.recurrence === '') return () => true;
  const { from, to } = spanOf(times, now);
  return (on) => Date.parse(on) > from + dayMs && Date.parse(on) < to - dayMs;
}
