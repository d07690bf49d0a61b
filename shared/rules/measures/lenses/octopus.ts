import type { LensRules } from '../lens.ts';
import { onlyOurs } from '../lens.ts';
import type { Ledger } from '../ledger.ts';
import type { OpenRow, Reckoning, RowIn, RowOut } from '../measure.ts';
import { rate } from '../rate.ts';
import type { Finished } from '../rows.ts';
import { median } from '../times.ts';
import { attemptsIn, leftOut, liveIn, minutesBetween } from '../window.ts';
import { deployedRows } from './deployed-rows.ts';

/** Octopus Deploy's Insights, which look at its own deployment tasks and know no incidents. */
export const octopus: LensRules = {
  ...onlyOurs('Octopus'),
  deploymentFrequency: {
    version: 1,
    words: 'Successful production deployments of the window, as a count.',
    reckon: frequency,
  },
  changeFailureRate: {
    version: 1,
    words:
      'Deployments that failed, or succeeded with guided failure (here: degraded), of all of the window.',
    reckon: failureRate,
  },
  failedDeploymentRecoveryTime: {
    version: 1,
    words:
      'Failed deployment finished to the next successful one of the same service and environment; mean.',
    reckon: recovery,
  },
  leadTimeForChanges: {
    cannot:
      'Octopus measures from the creation of the earliest of its releases that the environment has not had; rows like these do not tell it.',
  },
  timeToRestore: { cannot: 'Octopus knows no incidents.' },
  deploymentSuccessRate: {
    cannot: 'Octopus shows the failure rate alone; see change failure rate.',
  },
  deploymentReworkRate: { cannot: 'Octopus has no rework rate.' },
};

function frequency(ledger: Ledger): Reckoning {
  const { rows, out } = liveIn(ledger, 'notSuccessful');
  return {
    ...{ counted: 'deployment', valueIn: 'count', rows: deployedRows(rows), excluded: out },
    ...{ n: rows.length, numerator: rows.length, denominator: null },
    value: rows.length === 0 ? null : rows.length,
  };
}

function failureRate(ledger: Ledger): Reckoning {
  const { rows, out } = attemptsIn(ledger);
  const judged = rows.map((row): RowIn => {
    const counts = hasFailed(row);
    const reason = row.result === 'degraded' ? 'degraded' : counts ? 'attemptFailed' : 'wentLive';
    return { id: row.id, kind: 'deployment', counts, minutes: null, reason, causes: [] };
  });
  return rate('deployment', judged, out);
}

function recovery(ledger: Ledger): Reckoning {
  const next = nextSuccess(ledger.finished);
  const { rows: attempts, out } = attemptsIn(ledger);
  const rows: RowIn[] = [];
  const excluded: RowOut[] = [...out];
  const open: OpenRow[] = [];
  for (const { id, finishedAt } of attempts.filter(hasFailed)) {
    const success = next.get(id);
    if (success === undefined) {
      excluded.push(leftOut('deployment', id, 'notRecovered'));
      const minutes = minutesBetween(finishedAt, ledger.settings.asOf);
      if (minutes >= 0) open.push({ id, kind: 'deployment', minutes });
      continue;
    }
    rows.push({
      ...{ id, kind: 'deployment', counts: true, reason: 'recovered' },
      minutes: minutesBetween(finishedAt, success.finishedAt),
      causes: [{ what: 'deployment', id: success.id, link: null }],
    });
  }
  const reckoned = median({ counted: 'deployment', rows, excluded, open });
  return { ...reckoned, value: reckoned.summary?.mean ?? null };
}

/** After each failed deployment the next success of its service and environment; one walk from the end. */
function nextSuccess(finished: readonly Finished[]): ReadonlyMap<string, Finished> {
  const found = new Map<string, Finished>();
  const latest = new Map<string, Finished>();
  for (const row of finished.toReversed()) {
    const place = JSON.stringify([row.service, row.environment.toLowerCase()]);
    const success = latest.get(place);
    if (!hasFailed(row)) latest.set(place, row);
    else if (success !== undefined) found.set(row.id, success);
  }
  return found;
}

function hasFailed({ result }: Finished): boolean {
  return result === 'failed' || result === 'degraded';
}
