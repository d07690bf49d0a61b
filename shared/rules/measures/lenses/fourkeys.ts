import type { LensRules } from '../lens.ts';
import { bucket, onlyOurs } from '../lens.ts';
import type { Ledger } from '../ledger.ts';
import type { Reckoning, RowIn, RowOut } from '../measure.ts';
import type { Finished, Incident } from '../rows.ts';
import { median } from '../times.ts';
import { leftOut, liveIn, minutesBetween, outsideOf } from '../window.ts';
import { deployedRows } from './deployed-rows.ts';
import { joinedChanges, sameCommitOf } from './fourkeys-joins.ts';
import { frequencyBucket, weekFigures } from './fourkeys-weeks.ts';

/**
 * Google's fourkeys as it was archived in January 2024, with the buckets of 2019. Its own look-back
 * is three months before the day of asking; here it is the window.
 */
export const fourkeys: LensRules = {
  ...onlyOurs('fourkeys'),
  leadTimeForChanges: {
    version: 1,
    words:
      'Commit to deployment in whole minutes, for each pair of a deployment and one of its commits, above 0 only; interpolated median.',
    reckon: leadTime,
  },
  deploymentFrequency: {
    version: 1,
    words: 'Days with a deployment in each week from Sunday; interpolated median over the weeks.',
    reckon: frequency,
  },
  changeFailureRate: {
    version: 1,
    words:
      'Pairs of a deployment and an incident whose root cause names its commit, by deployments with changes. A link given by hand stands for that note; several incidents can push it past 100 %.',
    reckon: failureRate,
  },
  timeToRestore: {
    version: 1,
    words:
      'Incident to resolution in whole hours cut off, from its opening or its root-cause deployment, whichever was first; interpolated median.',
    reckon: restore,
  },
  failedDeploymentRecoveryTime: {
    cannot: 'fourkeys has one time to restore and none from the deployment.',
  },
  deploymentSuccessRate: { cannot: 'fourkeys reads successful deployments alone.' },
  deploymentReworkRate: { cannot: 'fourkeys has no rework rate.' },
};

const hour = 60;
const longTimes = [
  [24 * hour, 'One day'],
  [168 * hour, 'One week'],
  [730 * hour, 'One month'],
  [4380 * hour, 'Six months'],
] as const;

function timeBucket(minutes: number): string {
  return bucket(minutes, longTimes, 'One year');
}

function leadTime(ledger: Ledger): Reckoning {
  const { pairs, out } = joinedChanges(ledger);
  const rows: RowIn[] = [];
  const excluded: RowOut[] = [...out];
  for (const { change, deployment, link } of pairs) {
    const { id, firstCommitAt } = change;
    const outside = outsideOf(ledger, deployment.finishedAt);
    const minutes =
      firstCommitAt === null ? null : minutesBetween(firstCommitAt, deployment.finishedAt);
    if (outside !== null) excluded.push(leftOut('change', id, outside, deployment.id));
    else if (minutes === null) excluded.push(leftOut('change', id, 'noCommit'));
    else if (minutes <= 0) excluded.push(leftOut('change', id, 'negativeSpan', deployment.id));
    else {
      rows.push({
        ...{ id, kind: 'change', counts: true, reason: 'deployed', minutes },
        causes: [{ what: 'deployment', id: deployment.id, link }],
      });
    }
  }
  return printed(median({ counted: 'change', rows, excluded }), timeBucket);
}

function frequency(ledger: Ledger): Reckoning {
  const { rows, out } = liveIn(ledger, 'notSuccessful');
  const weeks = weekFigures(
    rows.map(({ finishedAt }) => finishedAt),
    ledger.settings,
  );
  return {
    ...{ counted: 'deployment', valueIn: 'daysAWeek', rows: deployedRows(rows), excluded: out },
    ...{ n: rows.length, numerator: null, denominator: weeks.weeks.length, parts: weeks.weeks },
    value: rows.length === 0 ? null : weeks.daysAWeek,
    printed: frequencyBucket(weeks),
  };
}

function failureRate(ledger: Ledger): Reckoning {
  const { pairs } = joinedChanges(ledger);
  const withChanges = new Set(pairs.map(({ deployment }) => deployment.id));
  const { rows: live, out } = liveIn(ledger, 'notSuccessful');
  const rows = live.filter(({ id }) => withChanges.has(id));
  const bare = live.filter(({ id }) => !withChanges.has(id));
  const excluded = [...out, ...bare.map(({ id }) => leftOut('deployment', id, 'noChanges'))];
  const denominator = new Set(rows.map(({ id }) => id));
  const twins = sameCommitOf(ledger);
  const rootCause = rootCauses(ledger);
  const numeratorRows: RowIn[] = [];
  for (const incident of ledger.incidents) {
    const cause = rootCause(incident);
    const hits = cause === undefined ? [] : twins(cause).filter(({ id }) => denominator.has(id));
    if (hits.length === 0) excluded.push(leftOut('incident', incident.id, 'noRootCause'));
    numeratorRows.push(
      ...hits.map(({ id }): RowIn => ({
        ...{ id: incident.id, kind: 'incident', counts: true, minutes: null, reason: 'counted' },
        causes: [{ what: 'deployment', id, link: 'byHand' }],
      })),
    );
  }
  const value = rows.length === 0 ? null : numeratorRows.length / rows.length;
  const reckoned: Reckoning = {
    ...{ counted: 'deployment', valueIn: 'share', value, n: rows.length },
    ...{ numerator: numeratorRows.length, denominator: rows.length },
    ...{ rows: deployedRows(rows, false), numeratorRows, excluded },
  };
  return printed(reckoned, (share) =>
    share <= 0.15 ? '0-15%' : share < 0.46 ? '16-45%' : '46-60%',
  );
}

function restore(ledger: Ledger): Reckoning {
  const rows: RowIn[] = [];
  const excluded: RowOut[] = [];
  const rootCause = rootCauses(ledger);
  for (const incident of ledger.incidents) {
    const { id, createdAt, resolvedAt } = incident;
    const cause = rootCause(incident);
    const from = Math.min(createdAt, cause?.finishedAt ?? createdAt);
    const outside = outsideOf(ledger, from);
    if (outside !== null) excluded.push(leftOut('incident', id, outside));
    else if (resolvedAt === null) excluded.push(leftOut('incident', id, 'stillOpen'));
    else {
      rows.push({
        ...{ id, kind: 'incident', counts: true, reason: 'restored' },
        minutes: Math.trunc((resolvedAt - from) / 3_600_000) * hour,
        causes: cause === undefined ? [] : [{ what: 'deployment', id: cause.id, link: 'byHand' }],
      });
    }
  }
  return printed(median({ counted: 'incident', rows, excluded }), timeBucket);
}

/** The deployment that a root-cause note would name, by what a hand has linked. */
function rootCauses({ live }: Ledger): (incident: Incident) => Finished | undefined {
  const byId = new Map(live.map((row) => [row.id, row]));
  return ({ deploymentId }) => (deploymentId === null ? undefined : byId.get(deploymentId));
}

function printed(reckoned: Reckoning, print: (value: number) => string): Reckoning {
  const { value } = reckoned;
  return { ...reckoned, printed: value === null ? null : print(value) };
}
