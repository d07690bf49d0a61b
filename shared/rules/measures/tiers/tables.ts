import type { MeasureKey } from '#shared/model/measures/terms.ts';

export const tiers = ['elite', 'high', 'medium', 'low'] as const;
export type Tier = (typeof tiers)[number];

export const tierYears = [2019, 2021, 2022, 2023, 2024, 2025] as const;
export type TierYear = (typeof tierYears)[number];

/** A time or frequency from `from` up to and without `to`; a rate with both ends but where `isAbove`. */
export type Limits = { from: number; to: number; isAbove?: true };

export type TierTable = {
  year: TierYear;
  source: string;
  /** What of the numbers was not read in the report itself, in words; empty where all was. */
  unchecked: readonly string[];
  /** Of all who answered, percent. */
  shares: Partial<Record<Tier, number>>;
  limits: Partial<Record<MeasureKey, Partial<Record<Tier, Limits>>>>;
  note: string | null;
};

const hour = 60;
const day = 24 * hour;
const week = 7 * day;
/** A twelfth of 365.25 days, minutes. */
const month = 30.4375 * day;

const upTo = (to: number): Limits => ({ from: 0, to });
const between = (from: number, to: number): Limits => ({ from, to });
const from = (at: number): Limits => ({ from: at, to: Infinity });

/** Deployments a week; “on demand” is more often than once a day. */
const onDemand = from(7);
const dailyToWeekly = between(1, 7);
const weeklyToMonthly = between(week / month, 1);
const monthlyToHalfYearly = between(week / (6 * month), week / month);

/** Percent of a rate, both ends included. */
const percent = (low: number, high: number): Limits => ({ from: low / 100, to: high / 100 });

/** Percent of a rate, the lower end belonging to the group before. */
const above = (low: number, high: number): Limits => ({ ...percent(low, high), isAbove: true });

/**
 * Clusters of DORA's yearly survey. They say where those who answered stood in that year; they are
 * no targets, and years are not comparable.
 */
export const tierTables: readonly TierTable[] = [
  {
    ...{ year: 2019, source: 'Accelerate State of DevOps 2019', unchecked: ['limits', 'shares'] },
    shares: { elite: 20, high: 23, medium: 44, low: 12 },
    limits: {
      deploymentFrequency: {
        ...{ elite: onDemand, high: dailyToWeekly },
        ...{ medium: weeklyToMonthly, low: monthlyToHalfYearly },
      },
      leadTimeForChanges: {
        ...{ elite: upTo(day), high: between(day, week) },
        ...{ medium: between(week, month), low: between(month, 6 * month) },
      },
      changeFailureRate: {
        ...{ elite: percent(0, 15), high: percent(0, 15) },
        ...{ medium: percent(0, 15), low: percent(46, 60) },
      },
      timeToRestore: {
        ...{ elite: upTo(hour), high: upTo(day), medium: upTo(day), low: between(week, month) },
      },
    },
    note: null,
  },
  {
    ...{ year: 2021, source: 'Accelerate State of DevOps 2021', unchecked: ['shares'] },
    shares: { elite: 26, high: 40, medium: 28, low: 7 },
    limits: {
      deploymentFrequency: {
        ...{ elite: onDemand, high: weeklyToMonthly, medium: monthlyToHalfYearly },
        low: between(0, week / (6 * month)),
      },
      leadTimeForChanges: {
        ...{ elite: upTo(hour), high: between(day, week) },
        ...{ medium: between(month, 6 * month), low: from(6 * month) },
      },
      changeFailureRate: {
        ...{ elite: percent(0, 15), high: percent(16, 30) },
        ...{ medium: percent(16, 30), low: percent(16, 30) },
      },
      timeToRestore: {
        ...{ elite: upTo(hour), high: upTo(day), medium: between(day, week), low: from(6 * month) },
      },
    },
    note: 'Between an hour and a day, and between a week and a month, lies no group.',
  },
  {
    ...{ year: 2022, source: 'Accelerate State of DevOps 2022', unchecked: ['limits', 'shares'] },
    shares: { high: 11, medium: 69, low: 19 },
    limits: {
      deploymentFrequency: {
        ...{ high: onDemand, medium: weeklyToMonthly, low: monthlyToHalfYearly },
      },
      leadTimeForChanges: {
        ...{ high: between(day, week), medium: between(week, month) },
        low: between(month, 6 * month),
      },
      changeFailureRate: {
        ...{ high: percent(0, 15), medium: percent(16, 30), low: percent(46, 60) },
      },
      timeToRestore: { high: upTo(day), medium: between(day, week), low: between(week, month) },
    },
    note: 'This year has no elite group.',
  },
  {
    ...{ year: 2023, source: 'Accelerate State of DevOps 2023', unchecked: ['shares'] },
    shares: { elite: 18, high: 31, medium: 33, low: 17 },
    limits: {
      deploymentFrequency: {
        ...{ elite: onDemand, high: dailyToWeekly },
        ...{ medium: weeklyToMonthly, low: weeklyToMonthly },
      },
      leadTimeForChanges: {
        ...{ elite: upTo(day), high: between(day, week) },
        ...{ medium: between(week, month), low: between(week, month) },
      },
      // The report gives the middle of each group: up to it counts as in it.
      changeFailureRate: {
        ...{ elite: percent(0, 5), high: above(5, 10) },
        ...{ medium: above(10, 15), low: above(15, 64) },
      },
      failedDeploymentRecoveryTime: {
        ...{ elite: upTo(hour), high: upTo(day) },
        ...{ medium: between(day, week), low: between(month, 6 * month) },
      },
    },
    note: null,
  },
  {
    ...{ year: 2024, source: 'Accelerate State of DevOps 2024', unchecked: ['recovery time'] },
    shares: { elite: 19, high: 22, medium: 35, low: 25 },
    limits: {
      deploymentFrequency: {
        ...{ elite: onDemand, high: dailyToWeekly },
        ...{ medium: weeklyToMonthly, low: monthlyToHalfYearly },
      },
      leadTimeForChanges: {
        ...{ elite: upTo(day), high: between(day, week) },
        ...{ medium: between(week, month), low: between(month, 6 * month) },
      },
      failedDeploymentRecoveryTime: {
        ...{ elite: upTo(hour), high: upTo(day), medium: upTo(day), low: between(week, month) },
      },
    },
    note: 'The change failure rate does not rise with the tier this year (elite 5 %, high 20 %, medium 10 %, low 40 %), so none is named by it.',
  },
  {
    ...{
      year: 2025,
      source: 'State of AI-assisted Software Development 2025',
      unchecked: ['all, taken from a second source'],
    },
    shares: {},
    limits: {},
    note: 'This year has no tiers; 16.2 % deploy on demand and 23.9 % less than monthly.',
  },
];
