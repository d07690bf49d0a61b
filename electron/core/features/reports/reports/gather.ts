import type { Store } from '#core/database/store.ts';
import { iso } from '#core/database/select.ts';
import type { DossierFacts } from '#core/reports/dossier/facts.ts';
import type { HistoryEntry } from '#shared/model/planning/history.ts';
import type { RunView } from '#shared/contract/delivery/pipelines.ts';
import { listIncidents } from '../../delivery/incidents/index.ts';
import { listChecks, rolloutOf } from '../../delivery/monitoring/index.ts';
import { listRuns } from '../../delivery/pipelines/index.ts';
import { exceptionsOfRelease } from '../../governance/exceptions/index.ts';
import { listChecklist } from '../../governance/checklists/index.ts';
import { listGates, judgeReleases } from '../../governance/gates/index.ts';
import { listRisks } from '../../governance/risks/index.ts';
import { lessonsForRelease } from '../../learning/lessons/index.ts';
import { getRelease, judgedAt, readHistory } from '../../planning/releases/index.ts';
import { readDrift } from '../../planning/baselines/index.ts';
import { readFamily } from '../../planning/moves/index.ts';
import { listDependencies } from '../../planning/dependencies/index.ts';
import { readRollback } from '../../planning/rollback/index.ts';
import { listScope } from '../../planning/scope/index.ts';
import { listAttachments } from '../../workspace/attachments/index.ts';
import { listComments } from '../../workspace/comments/index.ts';
import { listStakeholders } from '../../planning/stakeholders/index.ts';
import { readPlan } from '../../planning/tasks/index.ts';
import { listEnvironments } from '../../workspace/environments/index.ts';
import { listPeople, listRoles } from '../../workspace/people/index.ts';
import { listServices } from '../../workspace/services/index.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';

const page = 500;

/** Everything a dossier of a release shows, judged at the given time; it only reads. */
export function gatherDossier(store: Store, releaseId: string, at: number): DossierFacts {
  const release = getRelease(store, releaseId, judgeReleases, at);
  const head = store.head();
  return {
    workspace: readWorkspace(store),
    at: iso(at),
    judgedAt: iso(judgedAt(store, releaseId, at)),
    head: head === null ? null : { at: iso(head.at), hash: head.hash },
    release,
    scope: listScope(store, releaseId),
    plan: readPlan(store, releaseId, at),
    dependencies: listDependencies(store, releaseId, at),
    family: readFamily(store, releaseId, judgeReleases, at),
    drift: readDrift(store, { releaseId }, at),
    stakeholders: listStakeholders(store, releaseId),
    risks: listRisks(store, releaseId),
    lessons: lessonsForRelease(store, releaseId, at).lessons,
    rollback: readRollback(store, releaseId),
    gates: listGates(store, releaseId, at),
    exceptions: exceptionsOfRelease(store, releaseId, at),
    checklist: listChecklist(store, releaseId),
    attachments: listAttachments(store, { releaseId }),
    comments: listComments(store, { releaseId }, null),
    incidents: listIncidents(store, releaseId),
    runs: allRuns(store, releaseId),
    metricChecks: listChecks(store, releaseId).checks,
    rolloutAlerts: rolloutOf(store, releaseId, at),
    history: wholeHistory(store, releaseId),
    people: new Map(listPeople(store).map(({ id, name }) => [id, name])),
    roles: new Map(listRoles(store).map(({ key, name }) => [key, name])),
    services: new Map(listServices(store).map((service) => [service.id, service])),
    environments: new Map(listEnvironments(store).map((each) => [each.id, each])),
  };
}

function allRuns(store: Store, releaseId: string): RunView[] {
  const runs: RunView[] = [];
  for (;;) {
    const { runs: found, total } = listRuns(store, {
      releaseId,
      limit: page,
      offset: runs.length,
    });
    runs.push(...found);
    if (found.length === 0 || runs.length >= total) return runs;
  }
}

function wholeHistory(store: Store, id: string): HistoryEntry[] {
  const all: HistoryEntry[] = [];
  for (;;) {
    const { entries, more } = readHistory(store, { id, limit: page, before: all.at(-1)?.id });
    all.push(...entries);
    if (!more || entries.length === 0) return all;
  }
}
