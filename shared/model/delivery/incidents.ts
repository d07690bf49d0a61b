import { z } from 'zod';
import { id, instant, longText, rev, shortText } from '../primitives.ts';

/** From the one that stops the business to the one that is a nuisance. */
export const severities = ['critical', 'high', 'medium', 'low'] as const;
export const severity = z.enum(severities);
export type Severity = z.infer<typeof severity>;

/** Something that went wrong after, or while, a release was deployed. */
export const incident = z.strictObject({
  id,
  rev,
  releaseId: id,
  /** The deployment that is thought to have caused it. */
  deploymentId: id.nullable(),
  title: shortText,
  severity,
  detectedAt: instant,
  resolvedAt: instant.nullable(),
  note: longText,
});
export type Incident = z.infer<typeof incident>;
