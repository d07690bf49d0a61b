import type { LensRules } from '../lens.ts';
import { onlyOurs } from '../lens.ts';
import type { Ledger } from '../ledger.ts';
import type { Reckoning, RowIn, RowOut } from '../measure.ts';
import { rate } from '../rate.ts';
import { leftOut, minutesBetween, outsideOf } from '../window.ts';
import { deployedRows } from './deployed-rows.ts';
import { lowerTimes } from './devlake-times.ts';
import { deploymentDays } from './devlake-days.ts';
import { groupsIn, groupsOf } from './devlake-deployments.ts';
import { leadTime } from './devlake-lead-time.ts';
import { resolvedIn } from './resolved-incidents.ts';
import { failureTier, frequencyTier, recoveryTier } from './devlake-tiers.ts';

/**
 * Apache DevLake, by the SQL of its dashboards and the code of its plug-in as read in May 2026. Lower
 * medians without interpolation; incidents linked by time alone; tiers on unrounded values.
 */
export const devlake: LensRules = {
  ...onlyOurs('DevLake'),
  leadTimeForChanges: {
    version: 1,
    words:
      'First commit to opened, opened to merged and merged to deployed in minutes rounded up, negative and missing parts as 0, of changes whose deployment finished in the window; lower median. The first deployment of a service gets no changes.',
    reckon: leadTime,
  },
  deploymentFrequency: {
    version: 1,
    words: 'Days with a deployment in each week from Monday; lower median over the weeks.',
    reckon: frequency,
  },
  changeFailureRate: {
    version: 1,
    words:
      'Deployments of the window to which an incident belongs, of all successful ones; an incident belongs to the last one that finished before it was created.',
    reckon: failureRate,
  },
  failedDeploymentRecoveryTime: {
    version: 1,
    words:
      'Dashboard of 2023: deployment finished to incident resolved, both in the window, whole minutes; lower median.',
    reckon: recovery,
  },
  timeToRestore: {
    version: 1,
    words: 'Dashboard of 2021: incident created to resolved, resolved in the window; lower median.',
    reckon: restore,
  },
  deploymentSuccessRate: { cannot: 'DevLake leaves failed deployments out of all it computes.' },
  deploymentReworkRate: { cannot: 'DevLake has no rework rate.' },
};

function frequency(ledger: Ledger): Reckoning {
  const { groups, out } = groupsIn(ledger);
  const days = deploymentDays(
    groups.map(({ last }) => last.finishedAt),
    ledger.settings,
  );
  const rows = deployedRows(groups.map(({ last }) => last));
  return {
    ...{ counted: 'deployment', valueIn: 'daysAWeek', rows, excluded: out, n: rows.length },
    ...{ numerator: null, denominator: days.weeks.length, parts: days.weeks },
    value: rows.length === 0 ? null : days.aWeek,
    printed: frequencyTier(days),
  };
}

function failureRate(ledger: Ledger): Reckoning {
  const { groups, out } = groupsIn(ledger);
  const links = ledger.incidentLinks(true);
  const byRow = Map.groupBy(
    [...links.values()].filter(({ to }) => to !== null),
    ({ to }) => to?.id,
  );
  const rows = groups.map(({ last, rows: own }): RowIn => {
    const causes = own.flatMap(({ id }) =>
      (byRow.get(id) ?? []).map(
        ({ incident }) => ({ what: 'incident', id: incident.id, link: 'strictlyBefore' }) as const,
      ),
    );
    const counts = causes.length > 0;
    const reason = counts ? 'failed' : 'clean';
    return { id: last.id, kind: 'deployment', counts, minutes: null, reason, causes };
  });
  const reckoned = rate('deployment', rows, [...out, ...unlinked(ledger)]);
  return { ...reckoned, printed: failureTier(reckoned.value, ledger.incidents.length) };
}

function unlinked(ledger: Ledger): RowOut[] {
  const links = ledger.incidentLinks(true);
  return ledger.incidents.flatMap(({ id }) => {
    const link = links.get(id);
    if (link === undefined) return [];
    if (link.to === null) return [leftOut('incident', id, link.out, link.of)];
    const reason = outsideOf(ledger, link.to.finishedAt);
    return reason === null ? [] : [leftOut('incident', id, reason, link.to.id)];
  });
}

function recovery(ledger: Ledger): Reckoning {
  const lastOf = new Map(
    groupsOf(ledger).flatMap(({ rows, last }) => rows.map(({ id }) => [id, last] as const)),
  );
  const rows: RowIn[] = [];
  const excluded: RowOut[] = [];
  for (const [id, link] of ledger.incidentLinks(true)) {
    if (!ledger.isInScope(link.incident)) continue;
    const { resolvedAt } = link.incident;
    const to = link.to === null ? null : (lastOf.get(link.to.id) ?? link.to);
    if (to === null) {
      excluded.push(leftOut('incident', id, link.to === null ? link.out : 'noEarlierDeployment'));
      continue;
    }
    const outside =
      outsideOf(ledger, to.finishedAt) ??
      (resolvedAt === null ? 'stillOpen' : outsideOf(ledger, resolvedAt));
    if (outside !== null || resolvedAt === null) {
      excluded.push(leftOut('incident', id, outside ?? 'stillOpen', to.id));
      continue;
    }
    if (resolvedAt < to.finishedAt) {
      excluded.push(leftOut('incident', id, 'negativeSpan', to.id));
      continue;
    }
    rows.push({
      ...{ id, kind: 'incident', counts: true, reason: 'recovered' },
      minutes: minutesBetween(to.finishedAt, resolvedAt),
      causes: [{ what: 'deployment', id: to.id, link: 'strictlyBefore' }],
    });
  }
  return lowerTimes('incident', rows, excluded, (value) => recoveryTier(value, 2023));
}

function restore(ledger: Ledger): Reckoning {
  const { rows, excluded } = resolvedIn(ledger);
  const reckoned = lowerTimes('incident', rows, excluded, (value) => recoveryTier(value, 2021));
  return { ...reckoned, beside: [olderRestore(ledger)] };
}

/**
 * The query of the older documentation: incidents created in the window, and those without an end,
 * being NULL, sort first and pull the lower median down.
 */
function olderRestore(ledger: Ledger) {
  const rows = ledger.incidents
    .filter(({ createdAt }) => outsideOf(ledger, createdAt) === null)
    .map(({ id, createdAt, resolvedAt }) => ({
      id,
      minutes: resolvedAt === null ? null : minutesBetween(createdAt, resolvedAt),
    }))
    .toSorted((a, b) => (a.minutes ?? -1) - (b.minutes ?? -1));
  return {
    ...{ name: 'older query, unresolved sorted first', numerator: null, denominator: rows.length },
    value: rows[Math.floor((rows.length - 1) / 2)]?.minutes ?? null,
    rows: rows.map(({ id }) => id),
  };
}
