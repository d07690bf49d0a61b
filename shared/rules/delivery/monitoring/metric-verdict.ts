import type { Comparison, MetricVerdict, WorstSample } from '#shared/model/delivery/monitoring.ts';
import type { NormalisedSample } from '#shared/model/delivery/rows.ts';
import { formatWhen } from '../../planning/zoned-time.ts';
import { comparisonInWords, labelsInWords, numberInWords } from './metric-words.ts';

/** What Prometheus gives of one series at most. */
const mostPoints = 11_000;

/** As often as most are scraped: more steps would show the same samples again. */
const shortestStepSeconds = 15;

/** Seconds between the moments a window is asked at, in whole ones. */
export function stepOf(windowMinutes: number): number {
  return Math.max(shortestStepSeconds, Math.ceil((windowMinutes * 60) / (mostPoints - 1)));
}

type MetricQuestion = {
  comparison: Comparison;
  threshold: number;
  /** The window, ISO 8601. */
  fromAt: string;
  toAt: string;
  stepSeconds: number;
};

/** What the answer to a question comes to. */
export type MetricFinding = {
  verdict: MetricVerdict;
  reason: string;
  samples: number;
  series: number;
  worst: WorstSample | null;
};

/** A sample that can be held against a threshold. */
type Measured = { atMs: number; value: number; labels: Readonly<Record<string, string>> };

/**
 * Passed only where every value of every series stays within the threshold, values are there for the
 * whole window, and the provider did not warn. One value outside is enough to fail, however little
 * else is there; anything less than both is unknown, since no data is not healthy.
 *
 * Whether values are missing is judged over all series together: a roll-out ends some and begins others.
 */
export function metricVerdict(
  samples: readonly NormalisedSample[],
  warnings: readonly string[],
  question: MetricQuestion,
  { zone, now }: { zone: string; now: string },
): MetricFinding {
  const measured = samples.flatMap(measuredOf);
  const worst = worstOf(measured, question.comparison);
  const told = {
    samples: measured.length,
    series: new Set(samples.map(({ labels }) => JSON.stringify(labels))).size,
    worst: worst && { value: worst.value, at: iso(worst.atMs), labels: { ...worst.labels } },
  };
  const found = (verdict: MetricVerdict, reason: string) => ({ verdict, reason, ...told });
  const when = (ms: number) => formatWhen(iso(ms), zone, now);
  const limit = comparisonInWords(question);

  const span = `from ${when(Date.parse(question.fromAt))} to ${when(Date.parse(question.toAt))}`;
  if (worst === null) {
    const why =
      samples.length === 0
        ? `the query gave no value ${span}`
        : `none of ${counted(samples.length, 'value')} ${span} is a number`;
    return found('unknown', `no data: ${why}, and no data is not healthy`);
  }
  const outside = measured.filter(({ value }) => !isWithin(value, question)).length;
  const value = numberInWords(worst.value);
  if (outside > 0) {
    const labels = labelsInWords(worst.labels);
    const at = `${when(worst.atMs)}${labels === '' ? '' : ` (${labels})`}`;
    const share = `${outside} of ${counted(measured.length, 'value')} outside`;
    return found('failed', `${value} at ${at}, where ${limit} is allowed; ${share}`);
  }
  const [warning] = warnings;
  if (warning !== undefined) {
    return found('unknown', `the answer may not be whole, as the provider warns: ${warning}`);
  }
  const gap = longestGap(measured, question);
  if (gap.toMs - gap.fromMs > longestMissingMs(question)) {
    return found(
      'unknown',
      `no data from ${when(gap.fromMs)} to ${when(gap.toMs)}, and no data is not healthy; what is there keeps to ${limit}`,
    );
  }
  const side = question.comparison === 'at-most' ? 'highest' : 'lowest';
  return found(
    'passed',
    `${side} ${value} in ${counted(measured.length, 'value')} of ${told.series} series, ${limit} allowed`,
  );
}

/** Infinite and no number at all come as null: nothing to hold against a threshold. */
function measuredOf({ at, value, labels }: NormalisedSample): Measured[] {
  return at === null || value === null || !Number.isFinite(value)
    ? []
    : [{ atMs: Date.parse(at), value, labels }];
}

function isWithin(value: number, { comparison, threshold }: MetricQuestion): boolean {
  return comparison === 'at-most' ? value <= threshold : value >= threshold;
}

/** The earliest of those furthest to the wrong side. */
function worstOf(measured: readonly Measured[], comparison: Comparison): Measured | null {
  const isWorse = (one: Measured, than: Measured) =>
    comparison === 'at-most' ? one.value > than.value : one.value < than.value;
  let worst: Measured | null = null;
  for (const each of measured) {
    const earlier = worst !== null && each.value === worst.value && each.atMs < worst.atMs;
    if (worst === null || isWorse(each, worst) || earlier) worst = each;
  }
  return worst;
}

/**
 * How long values may be missing: five minutes, which is how long Prometheus itself takes the last one
 * for the present; less in a window as short as that, and never less than two steps.
 */
function longestMissingMs({ fromAt, toAt, stepSeconds }: MetricQuestion): number {
  const half = (Date.parse(toAt) - Date.parse(fromAt)) / 2;
  return Math.max(2 * stepSeconds * 1000, Math.min(5 * 60_000, half));
}

function longestGap(measured: readonly Measured[], { fromAt, toAt }: MetricQuestion) {
  const moments = measured.map(({ atMs }) => atMs).toSorted((a, b) => a - b);
  let longest = { fromMs: 0, toMs: 0 };
  let last = Date.parse(fromAt);
  for (const moment of [...moments, Date.parse(toAt)]) {
    if (moment - last > longest.toMs - longest.fromMs) longest = { fromMs: last, toMs: moment };
    last = moment;
  }
  return longest;
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
