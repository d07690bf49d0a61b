import { scopeKinds } from '#shared/model/planning/scope.ts';
import type { Store } from '#core/database/store.ts';
import { component, deployment } from '#core/database/schema/planning.ts';
import { partsOf } from '#core/database/plain-rows.ts';
import { iso } from '#core/database/select.ts';
import type { BoardFacts } from '#shared/model/governance/cab-views.ts';
import type { RollbackRecord } from '#shared/model/planning/rollback.ts';
import { worstStatus } from '#shared/rules/governance/gate-outcome.ts';
import { rollbackPlanned, rollbackRehearsed } from '#shared/rules/governance/plan-gates.ts';
import { resultOnPlan } from '#shared/rules/planning/rehearsals.ts';
import { plannedStart } from '#shared/rules/planning/start.ts';
import { environmentKinds, requireRelease, toDeployment } from '../../planning/releases/index.ts';
import { readRollback } from '../../planning/rollback/index.ts';
import { listScope } from '../../planning/scope/index.ts';
import { listEnvironments } from '../../workspace/environments/index.ts';
import { listServices } from '../../workspace/services/index.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';
import { judgeReleases, listGates } from '../gates/index.ts';
import { requireItem } from './rows.ts';

/** What stands against a start, a sentence each; handed in, since planning judges it with our facts. */
export type FindingsAt = (
  store: Store,
  releaseId: string,
  start: string,
  now: number,
) => { severity: string; sentence: string }[];

export function readBoardFacts(
  store: Store,
  itemId: string,
  now: number,
  findingsAt: FindingsAt,
): BoardFacts | null {
  const { releaseId, gateIds } = requireItem(store, itemId);
  if (releaseId === null) return null;
  const { notes, phase } = requireRelease(store, releaseId);
  const judged = judgeReleases(store, [releaseId], now).get(releaseId);
  if (judged === undefined) return null;
  const services = new Map(listServices(store).map(({ id, name }) => [id, name]));
  const environments = new Map(listEnvironments(store).map(({ id, name }) => [id, name]));
  const planned = partsOf(store, deployment, [releaseId], 'startAt')(releaseId).map(toDeployment);
  const start = plannedStart(planned, environmentKinds(store));
  const gates = listGates(store, releaseId, now);
  const scope = listScope(store, releaseId).filter(({ status }) => status !== 'dropped');
  return {
    risk: judged.risk,
    components: partsOf(store, component, [releaseId])(releaseId).map(({ serviceId, version }) => ({
      service: services.get(serviceId) ?? 'a service that is gone',
      version,
    })),
    environments: [
      ...new Set(planned.map((each) => environments.get(each.environmentId) ?? 'an environment')),
    ],
    endAt: start?.endAt ?? null,
    scope: scope
      .toSorted((a, b) => scopeKinds.indexOf(a.kind) - scopeKinds.indexOf(b.kind))
      .map(({ id, ticket, title, kind }) => ({ id, ticket, title, kind })),
    rollback: wayBack(readRollback(store, releaseId), iso(now), readWorkspace(store).zone),
    findings:
      start === null || phase === 'closed' ? [] : findingsAt(store, releaseId, start.startAt, now),
    gates: gates
      .filter(({ id }) => !gateIds.includes(id))
      .map(({ id, name, phase: of, status, summary }) => ({
        id,
        name,
        phase: of,
        status,
        summary,
      })),
    // What people decided stands with the votes; this is what was measured.
    evidence: gates.filter(({ check }) => check !== 'decision').flatMap((gate) => gate.evidence),
    notes,
  };
}

/** Whether there is a way back and whether it was tried, as the gates for both would say it. */
function wayBack(record: RollbackRecord, now: string, zone: string): BoardFacts['rollback'] {
  const planned = rollbackPlanned(record);
  const entry = { ...record, rehearsed: resultOnPlan(record, record.rehearsals) };
  if (planned.status !== 'passed') return { summary: planned.summary, status: planned.status };
  const rehearsed = rollbackRehearsed(entry, now, zone);
  return {
    summary: `${planned.summary}; ${rehearsed.summary}`,
    status: worstStatus([planned.status, rehearsed.status]),
  };
}
