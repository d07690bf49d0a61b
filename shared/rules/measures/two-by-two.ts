import type { Measure } from './measure.ts';

/**
 * Success and failure held against each other, by id: they are no complements. A release may have a
 * critical issue and need neither hotfix nor rollback, and one that failed may be live in the end.
 */
export type TwoByTwo = {
  successAlone: string[];
  successAndFailure: string[];
  failureAlone: string[];
  neither: string[];
};

/** Of the rows of the success rate; `failure` is of the same unit. Linear. */
export function twoByTwo(success: Measure, failure: Measure): TwoByTwo {
  const failed = new Set(failure.numeratorRows.map(({ id }) => id));
  const table: TwoByTwo = {
    ...{ successAlone: [], successAndFailure: [], failureAlone: [], neither: [] },
  };
  for (const { id, counts } of success.rows) {
    if (counts) table[failed.has(id) ? 'successAndFailure' : 'successAlone'].push(id);
    else table[failed.has(id) ? 'failureAlone' : 'neither'].push(id);
  }
  return table;
}
