import type { MeasureKey } from '#shared/model/measures/terms.ts';
import type { Ledger } from './ledger.ts';
import type { Reckoning } from './measure.ts';

/** How a lens computes one measure, or why it cannot from rows like these. */
export type LensMeasure =
  | {
      /** Counts up when the arithmetic changes. */
      version: number;
      /** The rule as people read it. */
      words: string;
      reckon(ledger: Ledger): Reckoning;
    }
  | { cannot: string };

/** A rule set: says of every measure how it is computed or that it cannot be. */
export type LensRules = Record<MeasureKey, LensMeasure>;
