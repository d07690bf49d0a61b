import type { RowKind } from '#shared/model/measures/terms.ts';
import type { OpenRow, Reckoning, RowIn, RowOut } from './measure.ts';
import { summarise } from './statistics.ts';

type Parts = {
  counted: RowKind;
  rows: readonly RowIn[];
  excluded: readonly RowOut[];
  open?: readonly OpenRow[];
};

/** A time: the interpolated median of whole minutes, with p85 and mean. Null of nothing, never 0. */
export function median({ counted, rows, excluded, open }: Parts): Reckoning {
  const summary = summarise(minutesOf(rows));
  return {
    ...{ counted, valueIn: 'minutes', rows, excluded, open, n: rows.length, summary },
    ...{ value: summary?.median ?? null, numerator: null, denominator: rows.length },
  };
}

export function minutesOf(rows: readonly RowIn[]): number[] {
  return rows.flatMap(({ minutes }) => (minutes === null ? [] : [minutes]));
}
