import type { Context, Handlers } from '#core/context.ts';
import { rowOf } from '#core/database/plain-rows.ts';
import { team, workspace } from '#core/database/schema/workspace.ts';
import { alive, iso } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { cellsOf, matrixOf, usualOldAfterDays } from '#shared/rules/delivery/environment-matrix.ts';
import type { MatrixFacts } from '#shared/rules/delivery/environment-matrix.ts';
import { momentOf } from '#shared/rules/delivery/matrix-moment.ts';
import { factsOf } from '#shared/rules/delivery/recorded-events.ts';
import type { PlacedEvent } from '#shared/rules/delivery/recorded-events.ts';
import { listEnvironments } from '../../workspace/environments/index.ts';
import { listServices } from '../../workspace/services/index.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';
import { eventsUntil } from './events.ts';
import { readImported } from './imported.ts';
import type { Imported } from './imported.ts';
import { readWent } from './went-deployments.ts';
import type { Went } from './went-deployments.ts';

export const matrix: Handlers<'matrix.get' | 'matrix.history' | 'matrix.set'> = {
  'matrix.get': (input, context) => readMatrix(input, context),
  'matrix.history': (input, context) => readHistory(input, context),
  'matrix.set': ({ rev, oldAfterDays }, { store, transact }) => {
    const kept = oldAfterDays === usualOldAfterDays ? null : oldAfterDays;
    transact((write) => write.update(workspace, store.workspaceId, { oldAfterDays: kept }, rev));
    return { oldAfterDays: oldAfterDaysOf(store) };
  },
};

function readMatrix(
  { at: asked, drifting: onlyDrifting, ...filter }: Parsed<'matrix.get'>,
  context: Context,
): Output<'matrix.get'> {
  const { store } = context;
  const { told, known } = knownAt(readWent(store), readImported(store), asked, context);
  const teams = new Map(
    store.orm
      .select({ id: team.id, name: team.name })
      .from(team)
      .where(alive(team))
      .all()
      .map(({ id, name }) => [id, name]),
  );
  const services = listServices(store).map(({ id, name, criticality, teamId }) => ({
    ...{ id, name, criticality, teamId },
    team: teams.get(teamId ?? '') ?? null,
  }));
  const { environments, rows } = matrixOf(known, services, filter);
  const drifts = rows.filter(({ drifting }) => drifting > 0);
  return {
    ...told,
    environments,
    rows: onlyDrifting ? drifts : rows,
    services: rows.length,
    drifting: drifts.length,
  };
}

function readHistory(
  { serviceId, environmentId, at }: Parsed<'matrix.history'>,
  context: Context,
): Output<'matrix.history'> {
  const { store } = context;
  requireListed(listServices(store), serviceId, 'service', 'serviceId');
  requireListed(listEnvironments(store), environmentId, 'environment', 'environmentId');
  const went = readWent(store, serviceId);
  const imported = readImported(store, serviceId);
  const { told, known, events } = knownAt(went, imported, at, context);
  const own = events.filter(
    (event) => event.serviceId === serviceId && event.environmentId === environmentId,
  );
  return {
    ...told,
    cell: cellsOf(known)(serviceId, environmentId),
    events: own.toReversed().map(({ serviceId: _service, environmentId: _place, ...event }) => ({
      ...event,
      release: nameOf(event.releaseId, known),
      standsOf: nameOf(event.stands?.releaseId ?? null, known),
      note: went.notes.get(event.deploymentId ?? '') ?? '',
    })),
  };
}

function nameOf(releaseId: string | null, known: MatrixFacts): string | null {
  return releaseId === null ? null : known.nameOf(releaseId);
}

type Known = {
  told: { at: string; isPast: boolean; oldAfterDays: number };
  known: MatrixFacts;
  events: readonly PlacedEvent[];
};

function knownAt(
  { deployments, releases }: Went,
  imported: Imported,
  asked: string | undefined,
  { store, now }: Context,
): Known {
  const at = momentOf(asked, readWorkspace(store).zone, iso(now));
  const oldAfterDays = oldAfterDaysOf(store);
  const events = eventsUntil(at, deployments, imported);
  const known: MatrixFacts = {
    environments: listEnvironments(store).map(({ id, name, kind, region }) => ({
      ...{ id, name, kind, region },
    })),
    facts: factsOf(events),
    underWay: events.flatMap(({ what, at: startedAt, ...event }) =>
      what === 'under-way' ? [{ ...event, startedAt }] : [],
    ),
    nameOf: (releaseId) =>
      releases.get(releaseId) ?? imported.releases.get(releaseId) ?? 'a release that is gone',
    ...{ at, oldAfterDays },
  };
  return { told: { at, isPast: at !== iso(now), oldAfterDays }, known, events };
}

function oldAfterDaysOf(store: Store): number {
  return rowOf(store, workspace, store.workspaceId)?.oldAfterDays ?? usualOldAfterDays;
}

function requireListed(
  listed: readonly { id: string }[],
  id: string,
  what: string,
  field: string,
): void {
  if (listed.some((each) => each.id === id)) return;
  throw new Refusal(
    'not_found',
    `There is no ${what} with the id ${id}. It may have been removed; reload the list and choose again.`,
    { [field]: `is no ${what} of this workspace` },
  );
}
