import type {
  InReason,
  Lens,
  LinkReason,
  MeasureKey,
  MeasureUnit,
  OutReason,
  RowKind,
  Standing,
  ValueKind,
} from '#shared/model/measures/terms.ts';
import type { ShareInterval } from '../share-interval.ts';
import type { Summary } from './statistics.ts';

/** Another row that decides how a row counts. */
export type Cause = {
  what: 'deployment' | 'incident' | 'hotfix' | 'rollback' | 'change';
  id: string;
  link: LinkReason | null;
};

/** A row of a measure. */
export type RowIn = {
  id: string;
  kind: RowKind;
  /** Of a rate: whether it is of the numerator. Of all else true. */
  counts: boolean;
  /** Of a time: its whole minutes. Null of a rate. */
  minutes: number | null;
  reason: InReason;
  causes: readonly Cause[];
};

/** A row that was looked at and left out. */
export type RowOut = {
  id: string;
  kind: RowKind;
  reason: OutReason;
  /** The row it is about, where another one decides. */
  of: string | null;
};

/** What has begun and not ended: how old it is at `asOf`, in whole minutes. */
export type OpenRow = { id: string; kind: RowKind; minutes: number };

/** Another reading of the same rows, shown beside the value and never instead of it. */
export type SideFigure = {
  name: string;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  rows: readonly string[];
};

/** A part of a value: a week with its days, a gate with its minutes. */
export type Part = { name: string; value: number };

/** What a computation says of its rows. */
export type Reckoning = {
  counted: RowKind;
  valueIn: ValueKind;
  value: number | null;
  /** Of a rate and of a frequency; null of times, which are no quotient. */
  numerator: number | null;
  /** Of a rate what it is a share of, of a frequency days or weeks, of times how many there are. */
  denominator: number | null;
  /** How many rows the value rests on. */
  n: number;
  rows: readonly RowIn[];
  /** The rows of the numerator where they are not among `rows`; otherwise those that count. */
  numeratorRows?: readonly RowIn[];
  excluded: readonly RowOut[];
  /** False for a quotient that is no share of anything and can pass 1. */
  isShare?: boolean;
  summary?: Summary | null;
  open?: readonly OpenRow[];
  /** Deployments or releases too young for a failure rate: what they caused may not be known yet. */
  unripe?: readonly string[];
  beside?: readonly SideFigure[];
  parts?: readonly Part[];
  /** The words the other tool prints: a bucket, a tier. Null where it prints none. */
  printed?: string | null;
  /** Why there is no value, where more can be said than that there are no rows. */
  why?: string | null;
};

export type MeasureRule = {
  /** `slipway.changeFailureRate.perRelease` */
  name: string;
  /** Counts up when the arithmetic changes, so that two values can be told apart. */
  version: number;
  words: string;
};

/** A measure over a window, with everything that is needed to explain it. */
export type Measure = {
  key: MeasureKey;
  lens: Lens;
  unit: MeasureUnit;
  counted: RowKind;
  valueIn: ValueKind;
  /** Minutes, a share from 0 to 1, or a number a day, a week or a window; null of no data. */
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  n: number;
  standing: Standing;
  /** Why there is no value. */
  why: string | null;
  /** 95 % by Wilson, of shares alone. */
  interval: ShareInterval | null;
  summary: Summary | null;
  rows: readonly RowIn[];
  numeratorRows: readonly RowIn[];
  excluded: readonly RowOut[];
  open: readonly OpenRow[];
  unripe: readonly string[];
  beside: readonly SideFigure[];
  parts: readonly Part[];
  printed: string | null;
  rule: MeasureRule;
  /** UTC milliseconds; the window is from ≤ t < to. */
  from: number;
  to: number;
  asOf: number;
  timeZone: string;
};
