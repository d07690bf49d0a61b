import type { MetricCheckView } from '#shared/contract/delivery/monitoring.ts';
import type {
  MetricCheck,
  MetricResult,
  MetricVerdict,
} from '#shared/model/delivery/monitoring.ts';
import { comparisonInWords } from '#shared/rules/delivery/monitoring/metric-words.ts';
import type { StatusKind } from '../../../../app/theme/tokens.ts';

type Look = { kind: StatusKind; label: string };

export const verdictLooks: Record<MetricVerdict, Look> = {
  passed: { kind: 'passed', label: 'Passed' },
  failed: { kind: 'failed', label: 'Failed' },
  // No data is not healthy: it waits for somebody to find out.
  unknown: { kind: 'waiting', label: 'Unknown' },
};

/** Where a check stands by what it found last; a result of another question says nothing any more. */
export function checkLook({ result, isCurrent }: MetricCheckView): Look {
  if (result === null) return { kind: 'waiting', label: 'Not asked yet' };
  if (!isCurrent) return { kind: 'out-of-date', label: 'Changed since it was asked' };
  return verdictLooks[result.verdict];
}

/** `at most 0.05 over 10 min` */
export function askedInWords(
  check: Pick<MetricCheck, 'comparison' | 'threshold' | 'windowMinutes'>,
) {
  return `${comparisonInWords(check)} over ${minutesInWords(check.windowMinutes)}`;
}

/** The same of a result, which keeps its window as two times. */
export function askedThen(result: MetricResult): string {
  const windowMinutes = (Date.parse(result.toAt) - Date.parse(result.fromAt)) / 60_000;
  return askedInWords({ ...result, windowMinutes });
}

function minutesInWords(minutes: number): string {
  const units = [
    ['d', 24 * 60],
    ['h', 60],
  ] as const;
  const whole = units.find(([, size]) => minutes >= size && minutes % size === 0);
  return whole === undefined ? `${minutes} min` : `${minutes / whole[1]} ${whole[0]}`;
}

/** `2 of 3 passed`; nothing where there is none. */
export function passedInWords(checks: readonly MetricCheckView[]): string | undefined {
  const passed = checks.filter((each) => checkLook(each).kind === 'passed').length;
  return checks.length === 0 ? undefined : `${passed} of ${checks.length} passed`;
}
