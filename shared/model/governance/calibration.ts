import { z } from 'zod';
import { id, instant } from '../primitives.ts';
import { riskBand } from './risks.ts';

/** What happened to a release that went out. */
export const calibrationEnds = ['clean', 'incident', 'failed-deployment', 'rolled-back'] as const;
export const calibrationEnd = z.enum(calibrationEnds);
export type CalibrationEnd = z.infer<typeof calibrationEnd>;

export const calibratedRelease = z.strictObject({
  id,
  number: z.number().int(),
  name: z.string(),
  wentOutAt: instant,
  /** Told by the last assessment before it went out, triggers included; null where there was none. */
  band: riskBand.nullable(),
  assessedAt: instant.nullable(),
  end: calibrationEnd,
});
export type CalibratedRelease = z.infer<typeof calibratedRelease>;

const part = z.number().min(0).max(1);

export const calibratedBand = z.strictObject({
  band: riskBand,
  /** Releases with this band that went out. */
  n: z.number().int(),
  /** Of those: rolled back, with a failed deployment or with an incident. */
  wentWrong: z.number().int(),
  /** Null with `no-data`; a share of few is told, but marked. */
  interval: z.strictObject({ share: part, low: part, high: part }).nullable(),
  verdict: z.enum(['enough', 'too-few', 'no-data']),
});
export type CalibratedBand = z.infer<typeof calibratedBand>;

export const calibration = z.strictObject({
  /** Low to critical. */
  bands: z.array(calibratedBand),
  /** Went out without an assessment before it, so nothing was foretold. */
  without: z.number().int(),
  /** Newest first. */
  releases: z.array(calibratedRelease),
});
export type Calibration = z.infer<typeof calibration>;
