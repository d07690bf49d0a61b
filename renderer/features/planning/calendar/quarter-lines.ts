import type { Band } from '#shared/model/planning/windows.ts';
import type { Day } from './calendar-days.ts';
import { laneStrips } from './band-lanes.ts';
import type { Strip } from './band-lanes.ts';

/** Days by their month, `2026-11` first. */
export function byMonth(days: readonly Day[]): { month: string; days: Day[] }[] {
  return [...Map.groupBy(days, ({ date }) => date.slice(0, 7))].map(([month, own]) => ({
    month,
    days: own,
  }));
}

/** The bands down a column of days, each in a lane of its own, and how many lanes that takes. */
export function laneColumn(
  bands: readonly Band[],
  days: readonly Day[],
): { strips: Strip[]; lanes: number } {
  const strips = laneStrips(bands, days, 1);
  return { strips, lanes: strips.reduce((most, { lane }) => Math.max(most, lane + 1), 0) };
}
