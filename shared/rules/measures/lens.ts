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

/** Measures that only this program knows, so that no other lens has to name them. */
export function onlyOurs(tool: string) {
  return {
    cycleTime: { cannot: `${tool} knows no time from an idea to its release.` },
    gateWaitingTime: { cannot: `${tool} knows no gates.` },
    approvalTurnaround: { cannot: `${tool} knows no gates.` },
  };
}

/** A tier by the first limit that a value is under; the last one has no limit. */
export function bucket<T extends string>(
  value: number,
  limits: readonly (readonly [limit: number, name: T])[],
  beyond: T,
): T {
  return limits.find(([limit]) => value < limit)?.[1] ?? beyond;
}
