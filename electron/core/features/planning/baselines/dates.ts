import { partsOf } from '#core/database/plain-rows.ts';
import { deployment, releasePhase } from '#core/database/schema/planning.ts';
import { iso } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { CurrentDates } from '#shared/rules/planning/moves/drift.ts';
import { firstDeployment } from '#shared/rules/planning/start.ts';
import { listEnvironments } from '../../workspace/environments/index.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';
import { environmentKinds, toDeployment } from '../releases/index.ts';
import { readPlan } from '../tasks/index.ts';

/** The dates of a release as they are planned now, and as they came. */
export function readDates(store: Store, releaseId: string, now: number): CurrentDates {
  const planned = partsOf(store, deployment, [releaseId], 'startAt')(releaseId).map(toDeployment);
  const places = new Map(listEnvironments(store).map(({ id, name }) => [id, name]));
  const first = firstDeployment(planned, environmentKinds(store));
  const rows = partsOf(store, releasePhase, [releaseId])(releaseId);
  const { tasks } = readPlan(store, releaseId, now);
  return {
    startAt: first?.startAt ?? null,
    actualStartAt: first?.actualStartAt ?? null,
    zone: first?.zone ?? readWorkspace(store).zone,
    deployments: planned.map(({ id, environmentId, startAt, zone }) => ({
      ...{ id, startAt, zone, place: places.get(environmentId) ?? 'an unknown environment' },
    })),
    actualDeployments: new Map(
      planned.flatMap(({ id, actualStartAt }) =>
        actualStartAt === null ? [] : [[id, actualStartAt]],
      ),
    ),
    phases: rows.flatMap(({ phase, plannedOn }) =>
      plannedOn === null ? [] : [{ phase, plannedOn }],
    ),
    entered: new Map(
      rows.flatMap(({ phase, enteredAt }) => (enteredAt === null ? [] : [[phase, iso(enteredAt)]])),
    ),
    tasks: tasks.map(({ id, kind, title, beginsOn, endsOn }) => ({
      ...{ id, kind, title, beginsOn, endsOn },
    })),
    doneOn: new Map(tasks.flatMap(({ id, doneOn }) => (doneOn === null ? [] : [[id, doneOn]]))),
  };
}
