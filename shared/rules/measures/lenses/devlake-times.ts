import type { RowKind } from '#shared/model/measures/terms.ts';
import type { Reckoning, RowIn, RowOut } from '../measure.ts';
import { ascending, lowerMedian } from '../statistics.ts';
import { minutesOf } from '../times.ts';

/** A time whose value is the lower median; what is printed follows from the value. */
export function lowerTimes(
  counted: RowKind,
  rows: readonly RowIn[],
  excluded: readonly RowOut[],
  print: (value: number) => string,
): Reckoning {
  const value = lowerMedian(ascending(minutesOf(rows)));
  return {
    ...{ counted, valueIn: 'minutes', value, rows, excluded, n: rows.length },
    ...{ numerator: null, denominator: rows.length },
    printed: value === null ? null : print(value),
  };
}
