import type { Cause } from '../measure.ts';
import type { Ledger } from '../ledger.ts';
import { perLedger } from '../per-ledger.ts';
import type { Deployment, Finished, Incident } from '../rows.ts';
import { isProduction } from '../ledger.ts';
import type { LinkReason } from '#shared/model/measures/terms.ts';

/** An incident with how it came to its deployment. */
export type LinkedIncident = { incident: Incident; reason: LinkReason };

type Incidents = ReadonlyMap<string, readonly LinkedIncident[]>;

/** Incidents by the deployment they belong to, in the order they were given. */
export const incidentsByDeployment = perLedger((ledger): Incidents => {
  const found = new Map<string, LinkedIncident[]>();
  for (const link of ledger.incidentLinks(false).values()) {
    if (link.to === null) continue;
    const known = found.get(link.to.id);
    const linked = { incident: link.incident, reason: link.reason };
    if (known === undefined) found.set(link.to.id, [linked]);
    else known.push(linked);
  }
  return found;
});

export type Repairs = { hotfixes: readonly string[]; rollbacks: readonly string[] };

/**
 * What was deployed to production to mend or take back each deployment, by its id. A hotfix that
 * failed counts too: it was needed. One that was cancelled or skipped was not tried.
 */
export function repairsByDeployment(ledger: Ledger): ReadonlyMap<string, Repairs> {
  const found = new Map<string, { hotfixes: string[]; rollbacks: string[] }>();
  const of = (id: string) => {
    const repairs = found.get(id) ?? { hotfixes: [], rollbacks: [] };
    found.set(id, repairs);
    return repairs;
  };
  for (const row of ledger.deployments.filter((each) => isTried(each, ledger))) {
    if (row.fixOf !== null) of(row.fixOf).hotfixes.push(row.id);
    if (row.rollbackOf !== null) of(row.rollbackOf).rollbacks.push(row.id);
  }
  return found;
}

function isTried(row: Deployment, { settings, horizon }: Ledger): boolean {
  if (row.result === 'cancelled' || row.result === 'skipped') return false;
  const at = row.startedAt ?? row.finishedAt;
  return isProduction(row, settings) && at !== null && at < horizon;
}

/** Why a deployment needed repair: hotfixes and rollbacks of it, and that it was rolled back itself. */
export function repairCauses(row: Deployment, repairs: Repairs | undefined): Cause[] {
  const ownEnd: Cause[] =
    row.result === 'rolled-back' && (repairs?.rollbacks ?? []).length === 0
      ? [{ what: 'rollback', id: row.id, link: null }]
      : [];
  return [
    ...(repairs?.hotfixes ?? []).map((id): Cause => ({ what: 'hotfix', id, link: null })),
    ...(repairs?.rollbacks ?? []).map((id): Cause => ({ what: 'rollback', id, link: null })),
    ...ownEnd,
  ];
}

export function incidentCauses(linked: readonly LinkedIncident[] | undefined): Cause[] {
  return (linked ?? []).map(({ incident, reason }) => ({
    ...{ what: 'incident', id: incident.id, link: reason },
  }));
}

const day = 86_400_000;

/** Too young at `asOf` for its failures to be known. */
export function isUnripe({ finishedAt }: Finished, { settings }: Ledger): boolean {
  return settings.asOf - finishedAt < settings.ripeAfterDays * day;
}
