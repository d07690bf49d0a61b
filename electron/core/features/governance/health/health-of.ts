import { partsOf } from '#core/database/plain-rows.ts';
import { risk } from '#core/database/schema/governance.ts';
import { component, deployment } from '#core/database/schema/planning.ts';
import { iso } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { ExecutionHealth } from '#shared/model/governance/health.ts';
import { executionHealth } from '#shared/rules/governance/health.ts';
import type { HealthFacts } from '#shared/rules/governance/health.ts';
import { failedRuns } from '#shared/rules/governance/failed-runs.ts';
import { dateIn } from '#shared/rules/planning/zoned-time.ts';
import { runsOfCommits } from '../../delivery/pipelines/index.ts';
import { plansOf } from '../../planning/tasks/index.ts';
import { listEnvironments } from '../../workspace/environments/index.ts';
import { listServices } from '../../workspace/services/index.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';
import { checklistsOf } from '../checklists/index.ts';
import { judgeReleases } from '../gates/index.ts';

/**
 * How the work on these releases goes, each by its id, with one query a table however many. Closed
 * ones and ids that are gone are left out: what counts of a closed release is its outcome.
 */
export function healthOf(
  store: Store,
  ids: readonly string[],
  now: number,
): Map<string, ExecutionHealth> {
  const judged = judgeReleases(store, ids, now);
  const open = ids.filter((id) => isOpen(judged.get(id)?.release));
  const zone = readWorkspace(store).zone;
  const today = dateIn(iso(now), zone);
  const plans = plansOf(store, open, now);
  const checklists = checklistsOf(store, open);
  const risks = partsOf(store, risk, open);
  const deployments = partsOf(store, deployment, open, 'startAt');
  const failed = readFailedRuns(store, open);
  const places = new Map(listEnvironments(store).map(({ id, name }) => [id, name]));
  const healthFacts = (id: string): HealthFacts => ({
    today,
    holdReason: judged.get(id)?.release.holdReason ?? null,
    tasks: plans(id).tasks.map(({ id: taskId, title, kind, endsOn, doneOn }) => ({
      ...{ id: taskId, name: title, kind, dueOn: endsOn, done: doneOn !== null },
    })),
    items: checklists(id).entries.flatMap(({ id: itemId, text, state, due }) =>
      state === 'open' && due !== null ? { id: itemId, name: text, dueOn: due } : [],
    ),
    mitigations: risks(id).flatMap(({ id: riskId, title, state, dueOn }) =>
      state === 'open' && dueOn !== null ? { id: riskId, name: title, dueOn } : [],
    ),
    gates: judged.get(id)?.gates ?? [],
    runs: failed(id),
    deployments: deployments(id).map((row) => ({
      id: row.id,
      name: placeName(places.get(row.environmentId) ?? 'an environment', row.region),
      result: row.result,
      missed: row.result === null && row.actualStartAt === null && row.startAt < now,
      plannedOn: dateIn(iso(row.startAt), row.zone),
    })),
  });
  return new Map(
    open.map((id) => [id, { releaseId: id, ...executionHealth(healthFacts(id)) }] as const),
  );
}

function isOpen(release: { phase: string } | undefined): boolean {
  return release !== undefined && release.phase !== 'closed';
}

function placeName(environment: string, region: string): string {
  return region === '' ? `Deployment to ${environment}` : `Deployment to ${environment}, ${region}`;
}

function readFailedRuns(store: Store, ids: readonly string[]) {
  const components = partsOf(store, component, ids);
  const commits = ids.flatMap((id) => components(id).flatMap(({ commit }) => commit ?? []));
  const runs = runsOfCommits(store, [...new Set(commits)]);
  const services = new Map(listServices(store).map(({ id, name }) => [id, name]));
  return (id: string) =>
    runs.length === 0
      ? []
      : failedRuns(
          components(id).flatMap(({ serviceId, commit }) =>
            commit === null ? [] : { service: services.get(serviceId) ?? 'a service', commit },
          ),
          runs,
        );
}
