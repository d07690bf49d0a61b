import type { Part } from '../measure.ts';
import type { MeasureSettings } from '../options.ts';
import { ascending, percentile } from '../statistics.ts';
import { dateAt, datesIn } from '../zoned-days.ts';
import { countDays } from './devlake-days.ts';

export type WeekFigures = {
  /** Days with a deployment of each week, by its Sunday; a week that the window only touches is one. */
  weeks: readonly Part[];
  daysAWeek: number;
  /** Median of 1 for a week with a deployment and 0 for one without. */
  weekly: number;
  /** Of each week the weeks with a deployment in its month; the median over the weeks. */
  monthly: number;
};

export function weekFigures(instants: readonly number[], settings: MeasureSettings): WeekFigures {
  const deployed = new Set(instants.map((at) => dateAt(at, settings.timeZone).toString()));
  // dayOfWeek is 1 on Monday and 7 on Sunday, which begins the week.
  const weeks = countDays(datesIn(settings), deployed, (date) =>
    date.subtract({ days: date.dayOfWeek % 7 }).toString(),
  );
  const inMonth = new Map<string, number>();
  for (const { name, value } of weeks) {
    const month = name.slice(0, 7);
    inMonth.set(month, (inMonth.get(month) ?? 0) + flag(value));
  }
  return {
    weeks,
    daysAWeek: middle(weeks.map(({ value }) => value)),
    weekly: middle(weeks.map(({ value }) => flag(value))),
    monthly: middle(weeks.map(({ name }) => inMonth.get(name.slice(0, 7)) ?? 0)),
  };
}

export function frequencyBucket({ daysAWeek, weekly, monthly }: WeekFigures): string {
  if (daysAWeek >= 3) return 'Daily';
  if (weekly >= 1) return 'Weekly';
  return monthly >= 1 ? 'Monthly' : 'Yearly';
}

function flag(days: number): number {
  return days > 0 ? 1 : 0;
}

function middle(values: readonly number[]): number {
  return percentile(ascending(values), 0.5) ?? 0;
}
