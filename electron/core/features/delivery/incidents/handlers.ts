import { and, desc, eq } from 'drizzle-orm';
import type { Context, Handlers } from '#core/context.ts';
import { incident } from '#core/database/schema/delivery.ts';
import { deployment } from '#core/database/schema/planning.ts';
import { rowOf } from '#core/database/plain-rows.ts';
import { alive, iso, isoOrNull, plain, toMs } from '#core/database/select.ts';
import type { Plain } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Parsed } from '#shared/contract/index.ts';
import type { Incident } from '#shared/model/delivery/incidents.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { checkIncident } from '#shared/rules/delivery/deployments.ts';
import { requireRelease } from '../../planning/releases/index.ts';

export const incidents: Handlers<'incidents.list' | 'incidents.record'> = {
  'incidents.list': ({ releaseId }, { store }) => listIncidents(store, releaseId),
  'incidents.record': (input, context) => record(input, context),
};

export function listIncidents(store: Store, releaseId?: string): Incident[] {
  const of = releaseId === undefined ? undefined : eq(incident.releaseId, releaseId);
  return store.orm
    .select(plain(incident))
    .from(incident)
    .where(and(alive(incident), of))
    .orderBy(desc(incident.detectedAt), desc(incident.id))
    .all()
    .map(toIncident);
}

/** Incidents are noticed after a release was closed as well, so that does not refuse them. */
function record({ id, rev, ...input }: Parsed<'incidents.record'>, context: Context): Incident {
  const { store, now } = context;
  requireRelease(store, input.releaseId);
  checkIncident(input, iso(now));
  checkDeployment(store, input);
  const { detectedAt, resolvedAt, ...rest } = input;
  const values = {
    ...rest,
    detectedAt: toMs(detectedAt),
    resolvedAt: resolvedAt === null ? null : toMs(resolvedAt),
  };
  return toIncident(
    context.transact((write) =>
      id === undefined ? write.insert(incident, values) : write.update(incident, id, values, rev),
    ),
  );
}

function checkDeployment(
  store: Store,
  { deploymentId, releaseId }: Pick<Incident, 'deploymentId' | 'releaseId'>,
): void {
  if (deploymentId === null) return;
  if (rowOf(store, deployment, deploymentId)?.releaseId === releaseId) return;
  throw new Refusal(
    'invalid_input',
    'The deployment is none of this release. Choose one of its own, or none.',
    { deploymentId: 'is none of this release' },
  );
}

function toIncident(row: Plain<typeof incident>): Incident {
  const { id, rev, releaseId, deploymentId, title, severity, note } = row;
  const [detectedAt, resolvedAt] = [iso(row.detectedAt), isoOrNull(row.resolvedAt)];
  return { id, rev, releaseId, deploymentId, title, severity, detectedAt, resolvedAt, note };
}
