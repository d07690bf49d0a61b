import type { MeasureKey } from '#shared/model/measures/terms.ts';
import type { Measure } from '../measure.ts';
import { tierTables, tiers } from './tables.ts';
import type { Limits, Tier, TierTable, TierYear } from './tables.ts';

/** Where a value lies among the groups of one year's survey. */
export type TierPlace = {
  year: TierYear;
  source: string;
  unchecked: readonly string[];
  /** The groups it lies in, best first: several where they share limits, none between them. */
  tiers: Tier[];
  note: string | null;
};

/**
 * The tiers of a measure in each year of the survey. Empty for what the survey does not ask, for
 * other tools' arithmetic, and for a value that is no data or of too few rows.
 */
export function tierPlaces(measure: Measure): TierPlace[] {
  const { value, lens, standing, key } = measure;
  if (value === null || lens !== 'slipway' || standing !== 'enough' || !isAsked(key)) return [];
  return tierTables.map((table) => placeIn(table, key, value));
}

function isAsked(key: MeasureKey): boolean {
  return tierTables.some(({ limits }) => limits[key] !== undefined);
}

function placeIn(table: TierTable, key: MeasureKey, value: number): TierPlace {
  const { year, source, unchecked, note, limits } = table;
  const own = limits[key];
  const isRate = key === 'changeFailureRate';
  const found = tiers.filter((tier) => {
    const range = own?.[tier];
    return range !== undefined && lies(value, range, isRate);
  });
  return {
    year,
    source,
    unchecked,
    tiers: found,
    note: own === undefined ? (note ?? asked) : note,
  };
}

const asked = 'The survey of this year does not ask for it.';

function lies(value: number, { from, to, isAbove }: Limits, isRate: boolean): boolean {
  if (!isRate) return value >= from && value < to;
  return value <= to && (isAbove === true ? value > from : value >= from);
}
