import { z } from 'zod';
import { instant } from '../primitives.ts';
import {
  inReason,
  lens,
  linkReason,
  measureKey,
  measureUnit,
  outReason,
  rowKind,
  standing,
  valueKind,
} from './terms.ts';

const share = z.number().min(0).max(1);
const ids = z.array(z.string());

const cause = z.strictObject({
  what: z.enum(['deployment', 'incident', 'hotfix', 'rollback', 'change']),
  id: z.string(),
  link: linkReason.nullable(),
});

const detail = z.strictObject({
  id: z.string(),
  kind: rowKind,
  /** Whether it is of the numerator; of a time always true. */
  counts: z.boolean(),
  minutes: z.number().nullable(),
  reason: inReason,
  causes: z.array(cause),
  /** Why it is in, as a sentence. */
  why: z.string(),
});

const leftOut = z.strictObject({
  id: z.string(),
  kind: rowKind,
  reason: outReason,
  of: z.string().nullable(),
  /** Why it is out, as a sentence. */
  why: z.string(),
});

const tierPlace = z.strictObject({
  year: z.number().int(),
  source: z.string(),
  /** What of the numbers was not read in the report itself. */
  unchecked: z.array(z.string()),
  /** Several where groups share limits, none between them. */
  tiers: z.array(z.enum(['elite', 'high', 'medium', 'low'])),
  note: z.string().nullable(),
});

/** One measure of the rows, with all that explains it. */
export const measureAnswer = z.strictObject({
  /** Times in minutes, rates as a fraction; null with `why`. */
  value: z.number().nullable(),
  valueIn: valueKind,
  numerator: z.number().nullable(),
  /** Of a rate what it is a share of, of a frequency days or weeks, of a time how many there are. */
  denominator: z.number().nullable(),
  n: z.number().int(),
  standing,
  why: z.string().nullable(),
  /** 95 %, by Wilson's score; of shares only. */
  interval: z.strictObject({ share, low: share, high: share }).nullable(),
  median: z.number().nullable(),
  p85: z.number().nullable(),
  mean: z.number().nullable(),
  /** Ids of the denominator of a rate, of all that was measured otherwise. */
  rows: ids,
  numeratorRows: ids,
  details: z.array(detail),
  excluded: z.array(leftOut),
  /** Begun and not ended, with the age in minutes at `asOf`. */
  open: z.array(z.strictObject({ id: z.string(), kind: rowKind, minutes: z.number() })),
  /** Too young at `asOf` for their failures to be known. */
  unripe: ids,
  /** Other readings of the same rows. */
  beside: z.array(
    z.strictObject({
      name: z.string(),
      value: z.number().nullable(),
      numerator: z.number().nullable(),
      denominator: z.number().nullable(),
      rows: ids,
    }),
  ),
  /** Weeks with their days, parts of a cycle with their minutes. */
  parts: z.array(z.strictObject({ name: z.string(), value: z.number() })),
  /** What the other tool prints, also where there is no value. */
  printed: z.string().nullable(),
  tiers: z.array(tierPlace),
  counted: rowKind,
  unit: measureUnit,
  rule: z.strictObject({ name: z.string(), version: z.number().int(), words: z.string() }),
  from: instant,
  to: instant,
  timeZone: z.string(),
});
export type MeasureAnswer = z.infer<typeof measureAnswer>;

export const evaluation = z.strictObject({
  lens,
  unit: measureUnit,
  from: instant,
  to: instant,
  timeZone: z.string(),
  /** Until when facts are known: ages and ripeness are told at this instant. */
  asOf: instant,
  /** Ids that came more than once with the same facts; each counts once. */
  repeated: z.array(z.strictObject({ kind: rowKind, id: z.string() })),
  /** Which deployment changes and incidents belong to, or why to none. */
  links: z.array(
    z.strictObject({
      kind: z.enum(['change', 'incident']),
      id: z.string(),
      deploymentId: z.string().nullable(),
      reason: z.union([linkReason, outReason]),
      why: z.string(),
    }),
  ),
  measures: z.record(measureKey, measureAnswer),
  /** Success held against failure by id; null under other lenses. */
  twoByTwo: z
    .strictObject({
      successAlone: ids,
      successAndFailure: ids,
      failureAlone: ids,
      neither: ids,
    })
    .nullable(),
});
export type Evaluation = z.infer<typeof evaluation>;
