import { z } from 'zod';

/** The rule sets a measure can be computed by: our own, and the arithmetic of other tools. */
export const lenses = ['slipway', 'devlake', 'fourkeys', 'gitlab', 'octopus', 'sleuth'] as const;
export const lens = z.enum(lenses, {
  error: `is not a lens; expected one of ${lenses.join(', ')}`,
});
export type Lens = z.infer<typeof lens>;

/** What rates are counted in: releases, as the practice of release management does, or deployments. */
export const measureUnits = ['perRelease', 'perDeployment'] as const;
export const measureUnit = z.enum(measureUnits, {
  error: `is not a unit; expected ${measureUnits.join(' or ')}`,
});
export type MeasureUnit = z.infer<typeof measureUnit>;

export const measureKeys = [
  'leadTimeForChanges',
  'deploymentFrequency',
  'deploymentSuccessRate',
  'changeFailureRate',
  'failedDeploymentRecoveryTime',
  'timeToRestore',
  'deploymentReworkRate',
  'cycleTime',
  'gateWaitingTime',
  'approvalTurnaround',
] as const;
export const measureKey = z.enum(measureKeys);
export type MeasureKey = z.infer<typeof measureKey>;

export const rowKinds = ['deployment', 'release', 'change', 'incident', 'gate'] as const;
export const rowKind = z.enum(rowKinds);
export type RowKind = z.infer<typeof rowKind>;

/** What a value is: a share from 0 to 1, minutes, or how many there are in a span. */
export const valueKinds = ['share', 'minutes', 'aWeek', 'aDay', 'daysAWeek', 'count'] as const;
export const valueKind = z.enum(valueKinds);
export type ValueKind = z.infer<typeof valueKind>;

/** Whether a value says something. None is drawn, ranked or placed in a tier but with `enough`. */
export const standings = ['no-data', 'too-few', 'enough', 'not-computable'] as const;
export const standing = z.enum(standings);
export type Standing = z.infer<typeof standing>;

/** Why a row is left out of a measure. */
export const outReasons = [
  'notProduction',
  'cancelled',
  'skipped',
  'notFinished',
  'inFuture',
  'beforeWindow',
  'afterWindow',
  'failedBeforeUsers',
  'notSuccessful',
  'noRelease',
  'notReleased',
  'notDeployed',
  'negativeSpan',
  'noCommit',
  'notMerged',
  'unlinkedSquash',
  'linkedElsewhere',
  'linkedNotLive',
  'noEarlierDeployment',
  'noRootCause',
  'noChanges',
  'firstDeployment',
  'sameDeployment',
  'stillOpen',
  'stillWaiting',
  'noIdea',
  'noGates',
  'notRecovered',
] as const;
export const outReason = z.enum(outReasons);
export type OutReason = z.infer<typeof outReason>;

/** Why a row is in a measure, and on which side of it. */
export const inReasons = [
  'wentLive',
  'wentLiveClean',
  'criticalIssue',
  'degraded',
  'rolledBack',
  'attemptFailed',
  'clean',
  'failed',
  'planned',
  'unplannedFix',
  'deployed',
  'restored',
  'recovered',
  'released',
  'decided',
  'counted',
  'inFailureState',
] as const;
export const inReason = z.enum(inReasons);
export type InReason = z.infer<typeof inReason>;

/** How a change or an incident came to its deployment. */
export const linkReasons = [
  'byHand',
  'sameCommit',
  'firstAfterMerge',
  'latestBefore',
  'strictlyBefore',
] as const;
export const linkReason = z.enum(linkReasons);
export type LinkReason = z.infer<typeof linkReason>;
