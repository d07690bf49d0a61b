import type { RowKind } from '#shared/model/measures/terms.ts';
import type { Reckoning, RowIn, RowOut, SideFigure } from './measure.ts';

/** A share of rows: those that count of all. Null of nothing, never 0. */
export function rate(
  counted: RowKind,
  rows: readonly RowIn[],
  excluded: readonly RowOut[],
): Reckoning {
  const hits = rows.filter(({ counts }) => counts).length;
  return {
    ...{ counted, valueIn: 'share', isShare: true, rows, excluded, n: rows.length },
    ...{ numerator: hits, denominator: rows.length },
    value: rows.length === 0 ? null : hits / rows.length,
  };
}

/** Another share of the same rows, to stand beside the value. */
export function sideShare(
  name: string,
  rows: readonly RowIn[],
  isHit: (row: RowIn) => boolean,
): SideFigure {
  const hits = rows.filter(isHit).map(({ id }) => id);
  return {
    ...{ name, numerator: hits.length, denominator: rows.length, rows: hits },
    value: rows.length === 0 ? null : hits.length / rows.length,
  };
}
