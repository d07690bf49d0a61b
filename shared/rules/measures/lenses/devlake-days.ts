import type { Temporal } from 'temporal-polyfill';
import type { MeasureSettings } from '../options.ts';
import type { Part } from '../measure.ts';
import { ascending, lowerMedian, upperMedian } from '../statistics.ts';
import { dateAt, datesIn } from '../zoned-days.ts';

/** DevLake's table of days reaches no further back from the end of the window. */
const mostDays = 400;

export type DeploymentDays = {
  /** Days with a deployment of each Monday week, by its Monday. */
  weeks: readonly Part[];
  aWeek: number;
  aMonth: number;
  /** Of six months, rolled up month by month. */
  inSixMonths: number;
};

/** Days with a deployment by week and month, every day of the window being a row; medians as DevLake takes them. */
export function deploymentDays(
  instants: readonly number[],
  settings: MeasureSettings,
): DeploymentDays {
  const deployed = new Set(instants.map((at) => dateAt(at, settings.timeZone).toString()));
  const dates = datesIn(settings).slice(-mostDays);
  const weeks = countDays(dates, deployed, (date) =>
    date.subtract({ days: date.dayOfWeek - 1 }).toString(),
  );
  const months = countDays(dates, deployed, (date) => date.toPlainYearMonth().toString());
  return {
    weeks,
    aWeek: lowerMedian(ascending(weeks.map(({ value }) => value))) ?? 0,
    aMonth: lowerMedian(ascending(months.map(({ value }) => value))) ?? 0,
    inSixMonths: upperMedian(ascending(sixMonths(months.map(({ value }) => value)))) ?? 0,
  };
}

/** Days with a deployment of each span, spans without any included. */
export function countDays(
  dates: readonly Temporal.PlainDate[],
  deployed: ReadonlySet<string>,
  spanOf: (date: Temporal.PlainDate) => string,
): Part[] {
  const spans = new Map<string, number>();
  for (const date of dates) {
    const span = spanOf(date);
    spans.set(span, (spans.get(span) ?? 0) + (deployed.has(date.toString()) ? 1 : 0));
  }
  return [...spans].map(([name, value]) => ({ name, value }));
}

/** Sums over six months, of each month that has six behind it and of the last one. */
function sixMonths(months: readonly number[]): number[] {
  return months
    .map((_, place) => months.slice(Math.max(0, place - 5), place + 1))
    .filter((window, place) => window.length === 6 || place === months.length - 1)
    .map((window) => window.reduce((sum, value) => sum + value, 0));
}
