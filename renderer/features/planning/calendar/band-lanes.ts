import type { Band } from '#shared/model/planning/windows.ts';
import { bandKinds } from '../../../app/theme/bands.ts';
import type { Day } from './calendar-days.ts';

/** A band as it lies over a row of days: where, in days from the left, and in which lane. */
export type Strip = {
  band: Band;
  lane: number;
  left: number;
  width: number;
  /** It begins, or ends, within the row. */
  begins: boolean;
  ends: boolean;
};

/**
 * The bands over a row of days, each in the first lane that is free for it, freezes above all else. A
 * band shorter than `least` days is drawn that long, or nobody could read or press it.
 */
export function laneStrips(bands: readonly Band[], days: readonly Day[], least: number): Strip[] {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const free: { left: number; right: number }[][] = [];
  return bands
    .filter(
      ({ startsAt, endsAt }) => Date.parse(startsAt) < last.to && Date.parse(endsAt) > first.from,
    )
    .toSorted((one, other) => rank(one) - rank(other))
    .map((band) => {
      const [starts, ends] = [Date.parse(band.startsAt), Date.parse(band.endsAt)];
      const from = starts <= first.from ? 0 : place(days, starts);
      const to = ends >= last.to ? days.length : place(days, ends);
      // A short one stays within the day it begins on.
      const left = to - from < least ? Math.min(from, Math.floor(from) + 1 - least) : from;
      const right = Math.max(to, left + least);
      const lane = laneFor(free, left, right);
      return {
        ...{ band, lane, left, width: right - left },
        begins: starts >= first.from,
        ends: ends <= last.to,
      };
    });
}

/** The bands that touch a day, freezes first. */
export function bandsOn(bands: readonly Band[], { from, to }: Day): Band[] {
  return bands
    .filter(({ startsAt, endsAt }) => Date.parse(startsAt) < to && Date.parse(endsAt) > from)
    .toSorted((one, other) => rank(one) - rank(other));
}

function rank({ kind }: Band): number {
  return bandKinds.indexOf(kind);
}

/** Where an instant lies on a row of days: 1.5 is noon of the second. */
function place(days: readonly Day[], at: number): number {
  const index = days.findIndex(({ from, to }) => at >= from && at < to);
  const day = days[index];
  return day === undefined ? 0 : index + (at - day.from) / (day.to - day.from);
}

function laneFor(lanes: { left: number; right: number }[][], left: number, right: number): number {
  const found = lanes.findIndex((lane) =>
    lane.every((taken) => taken.right <= left || taken.left >= right),
  );
  if (found >= 0) {
    lanes[found]?.push({ left, right });
    return found;
  }
  return lanes.push([{ left, right }]) - 1;
}
