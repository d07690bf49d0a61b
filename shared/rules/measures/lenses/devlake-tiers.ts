import { bucket } from '../lens.ts';
import type { DeploymentDays } from './devlake-days.ts';

type Year = 2021 | 2023;
type Tier = 'elite' | 'high' | 'medium' | 'low';
type Limits = readonly (readonly [number, Tier])[];

const hour = 60;
const day = 24 * hour;

const leadLimits: Record<Year, Limits> = {
  2023: [
    [day, 'elite'],
    [7 * day, 'high'],
    [30 * day, 'medium'],
  ],
  2021: [
    [hour, 'elite'],
    [7 * day, 'high'],
    [180 * day, 'medium'],
  ],
};

const recoveryLimits: Limits = [
  [hour, 'elite'],
  [day, 'high'],
  [7 * day, 'medium'],
];

/** Inclusive upper limits of the rate; the last tier is above. */
const failureLimits: Record<Year, readonly [number, number, number]> = {
  2023: [0.05, 0.1, 0.15],
  2021: [0.15, 0.2, 0.3],
};

/** What DevLake's dashboards print for a lead time in minutes, with both of its years. */
export function leadTimeTier(minutes: number): string {
  const of = (year: Year) => bucket(minutes, leadLimits[year], 'low');
  return `${(minutes / hour).toFixed(1)} hours; 2023 ${of(2023)}, 2021 ${of(2021)}`;
}

export function recoveryTier(minutes: number, year: Year): string {
  return `${(minutes / hour).toFixed(1)} hours; ${year} ${bucket(minutes, recoveryLimits, 'low')}`;
}

/** Null of no data. Without any incident DevLake asks whether they were collected. */
export function failureTier(rate: number | null, incidents: number): string | null {
  if (rate === null) return null;
  if (incidents === 0) return 'N/A: asks whether incidents were collected';
  const of = (year: Year) => {
    const [elite, high, medium] = failureLimits[year];
    return rate <= elite ? 'elite' : rate <= high ? 'high' : rate <= medium ? 'medium' : 'low';
  };
  return `${(rate * 100).toFixed(1)} %; 2023 ${of(2023)}, 2021 ${of(2021)}`;
}

export function frequencyTier({ aWeek, aMonth, inSixMonths }: DeploymentDays): string {
  const in2023 = aWeek >= 5 ? 'elite' : aWeek >= 1 ? 'high' : aMonth >= 1 ? 'medium' : 'low';
  const in2021 = aWeek >= 5 ? 'elite' : aMonth >= 1 ? 'high' : inSixMonths >= 1 ? 'medium' : 'low';
  return `${aWeek} days a week; 2023 ${in2023}, 2021 ${in2021}`;
}
