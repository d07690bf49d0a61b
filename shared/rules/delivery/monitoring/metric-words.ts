import type { Comparison, MetricCheck, MetricResult } from '#shared/model/delivery/monitoring.ts';

const longestLabels = 200;

/** `at most 0.05` */
export function comparisonInWords({
  comparison,
  threshold,
}: {
  comparison: Comparison;
  threshold: number;
}): string {
  return `${comparison === 'at-most' ? 'at most' : 'at least'} ${numberInWords(threshold)}`;
}

/** Six digits are enough to see on which side of a threshold something lies. */
export function numberInWords(value: number): string {
  return String(Number(value.toPrecision(6)));
}

/** `job=shop, pod=shop-1`, without the name of the metric, at most so long. */
export function labelsInWords(labels: Readonly<Record<string, string>>): string {
  const text = Object.entries(labels)
    .filter(([name]) => name !== '__name__')
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join(', ');
  return text.length > longestLabels ? `${text.slice(0, longestLabels).toWellFormed()}…` : text;
}

/** Whether a result answers what the check asks now; it is kept, but says nothing, where it does not. */
export function isCurrent(
  check: Pick<MetricCheck, 'connectionId' | 'query' | 'comparison' | 'threshold' | 'windowMinutes'>,
  result: Pick<
    MetricResult,
    'connectionId' | 'query' | 'comparison' | 'threshold' | 'fromAt' | 'toAt'
  >,
): boolean {
  const minutes = (Date.parse(result.toAt) - Date.parse(result.fromAt)) / 60_000;
  return (
    result.connectionId === check.connectionId &&
    result.query === check.query &&
    result.comparison === check.comparison &&
    result.threshold === check.threshold &&
    minutes === check.windowMinutes
  );
}
