import { z } from 'zod';
import { id, instant, rev, shortText } from '../primitives.ts';
import { normalisedAlert } from './rows.ts';

/** Which side of its threshold a value has to stay on; the threshold itself is within. */
export const comparisons = ['at-most', 'at-least'] as const;
export const comparison = z.enum(comparisons);
export type Comparison = z.infer<typeof comparison>;

/** What a metric check said. No data is `unknown`: nothing that was not seen is healthy. */
export const metricVerdicts = ['passed', 'failed', 'unknown'] as const;
export const metricVerdict = z.enum(metricVerdicts);
export type MetricVerdict = z.infer<typeof metricVerdict>;

/** A week: longer ones say little about one roll-out. */
export const longestWindowMinutes = 7 * 24 * 60;

/** A question to a monitoring system, and what its answer has to keep. */
export const metricCheck = z.strictObject({
  id,
  rev,
  releaseId: id,
  connectionId: id,
  serviceId: id.nullable(),
  name: shortText,
  /** PromQL, as it is sent. */
  query: z
    .string()
    .trim()
    .min(1, 'is empty; type a query such as up{job="shop"}')
    // As an address takes it: some servers refuse one of more than 8 kB.
    .max(
      2000,
      'is longer than 2,000 characters; record it as a rule in Prometheus and ask for that',
    )
    .refine((text) => !text.includes('\0'), 'has a NUL character; remove it'),
  comparison,
  threshold: z.number('is expected to be a number'),
  /** How far back from the moment it is asked for. */
  windowMinutes: z
    .number()
    .int('is no whole number of minutes')
    .min(1, 'is below 1 minute')
    .max(longestWindowMinutes, 'is longer than a week'),
});
export type MetricCheck = z.infer<typeof metricCheck>;

/** The sample that is furthest on the wrong side, or nearest to it. */
export const worstSample = z.strictObject({
  value: z.number(),
  at: instant,
  labels: z.record(z.string(), z.string()),
});
export type WorstSample = z.infer<typeof worstSample>;

/** What a check found once. It is kept as it was, with what was asked then. */
export const metricResult = metricCheck
  .pick({ releaseId: true, connectionId: true, query: true, comparison: true, threshold: true })
  .extend({
    id,
    checkId: id,
    /** The deployment at whose end it was asked for; null where that was now. */
    deploymentId: id.nullable(),
    askedAt: instant,
    askedById: id.nullable(),
    fromAt: instant,
    toAt: instant,
    stepSeconds: z.number().int(),
    verdict: metricVerdict,
    /** Why, in words. */
    reason: z.string(),
    samples: z.number().int(),
    series: z.number().int(),
    worst: worstSample.nullable(),
    /** What the provider itself warned of. */
    warnings: z.array(z.string()),
  });
export type MetricResult = z.infer<typeof metricResult>;

/** An alert as it is stored: as its system last told it. */
export const storedAlert = normalisedAlert.omit({ kind: true }).extend({
  id,
  connectionId: id,
  /** Since when a whole list does not show it any more; null while it does. */
  goneAt: instant.nullable(),
});
export type StoredAlert = z.infer<typeof storedAlert>;
