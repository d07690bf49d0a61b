import { z } from 'zod';
import { controlProof, controlState, control } from '../governance/controls.ts';
import { releaseType } from '../planning/releases.ts';
import { dateText, id, instant } from '../primitives.ts';

/** A release that went out in the period, and how a control stood for it. */
export const controlledRelease = z.strictObject({
  releaseId: id,
  number: z.number().int(),
  name: z.string(),
  type: releaseType,
  wentOutAt: instant,
  state: controlState,
  why: z.string(),
  proofs: z.array(controlProof),
  missing: z.array(z.string()),
});
export type ControlledRelease = z.infer<typeof controlledRelease>;

/** A control with the releases of the period it applied to. */
export const reportedControl = control
  .pick({
    ...{ id: true, key: true, name: true, kind: true, source: true, proof: true, applies: true },
    retiredAt: true,
  })
  .extend({ releases: z.array(controlledRelease) });
export type ReportedControl = z.infer<typeof reportedControl>;

/** What an auditor is given: control by control, what proves it in the releases of a period. */
export const controlsReport = z.strictObject({
  workspace: z.string(),
  zone: z.string(),
  at: instant,
  /** First and last day, both counted. */
  from: dateText,
  to: dateText,
  /** How many releases went out in the period; those a control does not apply to are counted as well. */
  releases: z.number().int(),
  controls: z.array(reportedControl),
});
export type ControlsReport = z.infer<typeof controlsReport>;
