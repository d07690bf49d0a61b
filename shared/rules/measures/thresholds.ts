import type { MeasureKey, ValueKind } from '#shared/model/measures/terms.ts';

/** A measure that a gate can ask a limit of. */
export type ThresholdMeasure = {
  key: MeasureKey;
  name: string;
  /** What the value of `evaluateMeasure` is in. */
  valueIn: ValueKind;
  /** What people type: `%` of a share, `minutes`, `a week`. */
  unitWords: '%' | 'minutes' | 'a week';
  /** Where good values lie: a limit is “at most” of low and “at least” of high. */
  good: 'low' | 'high';
};

/** What a gate “measure threshold” can be asked of, in the order people choose from. */
export const thresholdMeasures: readonly ThresholdMeasure[] = [
  share('changeFailureRate', 'Change failure rate', 'low'),
  share('deploymentSuccessRate', 'Deployment success rate', 'high'),
  share('deploymentReworkRate', 'Deployment rework rate', 'low'),
  time('failedDeploymentRecoveryTime', 'Failed deployment recovery time'),
  time('timeToRestore', 'Time to restore service'),
  time('leadTimeForChanges', 'Lead time for changes'),
  time('cycleTime', 'Cycle time'),
  time('gateWaitingTime', 'Gate waiting time'),
  time('approvalTurnaround', 'Approval turnaround'),
  {
    ...{ key: 'deploymentFrequency', name: 'Deployment frequency', valueIn: 'aWeek' },
    ...{ unitWords: 'a week', good: 'high' },
  },
];

function share(key: MeasureKey, name: string, good: 'low' | 'high'): ThresholdMeasure {
  return { key, name, valueIn: 'share', unitWords: '%', good };
}

function time(key: MeasureKey, name: string): ThresholdMeasure {
  return { key, name, valueIn: 'minutes', unitWords: 'minutes', good: 'low' };
}

/** What people typed as the number `evaluateMeasure` gives: 15 % is 0.15. */
export function limitValue({ valueIn }: ThresholdMeasure, typed: number): number {
  return valueIn === 'share' ? typed / 100 : typed;
}
