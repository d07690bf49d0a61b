import type { MeasureKey } from '#shared/model/measures/terms.ts';
import { assertNever } from '#shared/model/refusal.ts';
import { shareInterval } from '../share-interval.ts';
import type { LensMeasure, LensRules } from './lens.ts';
import { devlake } from './lenses/devlake.ts';
import { fourkeys } from './lenses/fourkeys.ts';
import { gitlab } from './lenses/gitlab.ts';
import { octopus } from './lenses/octopus.ts';
import { sleuth } from './lenses/sleuth.ts';
import { slipway } from './lenses/slipway.ts';
import { openLedger } from './ledger.ts';
import type { Ledger } from './ledger.ts';
import type { Measure, Reckoning } from './measure.ts';
import { printedOnNoData } from './printed-on-no-data.ts';
import { settle } from './options.ts';
import type { MeasureOptions, MeasureSettings } from './options.ts';
import type { MeasureRows } from './rows.ts';

/**
 * One measure of a workspace's rows over a window. Times are minutes, rates shares from 0 to 1; no
 * rows give `no-data` and null, never 0. Never throws for what is in the rows: one that makes no
 * sense is left out with its reason. n log n in the number of rows.
 */
export function evaluateMeasure(
  key: MeasureKey,
  rows: MeasureRows,
  options: MeasureOptions,
): Measure {
  const settings = settle(options);
  return measureOf(key, openLedger(rows, settings));
}

/** All measures of the same rows and window; what several need is reckoned once. */
export function evaluateMeasures(
  rows: MeasureRows,
  options: MeasureOptions,
): Record<MeasureKey, Measure> {
  return measuresOf(openLedger(rows, settle(options)));
}

/** All measures of a ledger that is open already. */
export function measuresOf(ledger: Ledger): Record<MeasureKey, Measure> {
  return {
    leadTimeForChanges: measureOf('leadTimeForChanges', ledger),
    deploymentFrequency: measureOf('deploymentFrequency', ledger),
    deploymentSuccessRate: measureOf('deploymentSuccessRate', ledger),
    changeFailureRate: measureOf('changeFailureRate', ledger),
    failedDeploymentRecoveryTime: measureOf('failedDeploymentRecoveryTime', ledger),
    timeToRestore: measureOf('timeToRestore', ledger),
    deploymentReworkRate: measureOf('deploymentReworkRate', ledger),
    cycleTime: measureOf('cycleTime', ledger),
    gateWaitingTime: measureOf('gateWaitingTime', ledger),
    approvalTurnaround: measureOf('approvalTurnaround', ledger),
  };
}

function measureOf(key: MeasureKey, ledger: Ledger): Measure {
  const { lens, fewest, from, to, asOf, timeZone } = ledger.settings;
  // Other tools count deployments and know no release.
  const unit = lens === 'slipway' ? ledger.settings.unit : 'perDeployment';
  const rules = rulesOf(ledger.settings);
  const found = rules[key];
  const reckoned = 'cannot' in found ? nothing(found.cannot) : found.reckon(ledger);
  const { n, rows, excluded, value, numerator, denominator, counted, valueIn } = reckoned;
  return {
    ...{ key, lens, unit, counted, valueIn, value, numerator, denominator, n },
    ...{ rows, excluded, from, to, asOf, timeZone },
    standing: 'cannot' in found ? 'not-computable' : standingOf(value, n, fewest),
    why: value === null ? (reckoned.why ?? whyNothing(reckoned)) : null,
    interval: reckoned.isShare === true ? shareInterval(numerator ?? 0, n) : null,
    summary: reckoned.summary ?? null,
    numeratorRows: reckoned.numeratorRows ?? rows.filter(({ counts }) => counts),
    open: reckoned.open ?? [],
    unripe: reckoned.unripe ?? [],
    beside: reckoned.beside ?? [],
    parts: reckoned.parts ?? [],
    printed: value === null ? printedOnNoData(key, ledger) : (reckoned.printed ?? null),
    rule: ruleOf(`${lens}.${key}.${unit}`, found),
  };
}

function rulesOf({ lens, unit }: MeasureSettings): LensRules {
  switch (lens) {
    case 'slipway':
      return slipway[unit];
    case 'devlake':
      return devlake;
    case 'fourkeys':
      return fourkeys;
    case 'gitlab':
      return gitlab;
    case 'octopus':
      return octopus;
    case 'sleuth':
      return sleuth;
    default:
      return assertNever(lens);
  }
}

function ruleOf(name: string, found: LensMeasure): Measure['rule'] {
  if ('cannot' in found) return { name, version: 0, words: found.cannot };
  return { name, version: found.version, words: found.words };
}

function standingOf(value: number | null, n: number, fewest: number): Measure['standing'] {
  if (value === null) return 'no-data';
  return n < fewest ? 'too-few' : 'enough';
}

function whyNothing({ excluded, open }: Reckoning): string {
  if ((open ?? []).length > 0) return 'Nothing of the window has ended yet.';
  if (excluded.length === 0) return 'There are no rows of this kind.';
  return 'No row of this kind is in the window; the rows left out say why.';
}

function nothing(why: string): Reckoning {
  return {
    ...{ counted: 'deployment', valueIn: 'count', value: null, why },
    ...{ numerator: null, denominator: null, n: 0, rows: [], excluded: [] },
  };
}
