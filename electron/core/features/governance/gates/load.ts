import { asc } from 'drizzle-orm';
import {
  acknowledgement,
  approvalRequest,
  checklistItem,
  decision,
  decisionCondition,
  decisionWithdrawal,
  gate,
  risk,
} from '#core/database/schema/governance.ts';
import {
  component,
  deployment,
  release,
  releaseRole,
  rollbackPlan,
  scopeItem,
} from '#core/database/schema/planning.ts';
import { alive, ofReleases } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Row } from '#core/database/tables.ts';
import type { PipelineRun } from '#shared/model/delivery/pipelines.ts';
import { inArray } from 'drizzle-orm';
import { connectionFacts } from '../../delivery/connections/index.ts';
import type { ConnectionFacts } from '../../delivery/connections/index.ts';
import { runsOfCommits } from '../../delivery/pipelines/index.ts';
import { listEnvironments } from '../../workspace/environments/index.ts';
import { listPeople, listRoles } from '../../workspace/people/index.ts';
import { listServices } from '../../workspace/services/index.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';

/** Everything the gates of one release are judged from, as stored. */
export type Subject = {
  release: Row<typeof release>;
  components: Row<typeof component>[];
  deployments: Row<typeof deployment>[];
  scope: Row<typeof scopeItem>[];
  risks: Row<typeof risk>[];
  rollback: Row<typeof rollbackPlan> | null;
  checklist: Row<typeof checklistItem>[];
  roles: Row<typeof releaseRole>[];
  gates: Row<typeof gate>[];
  requests: Row<typeof approvalRequest>[];
  decisions: Row<typeof decision>[];
  conditions: Row<typeof decisionCondition>[];
  withdrawals: Row<typeof decisionWithdrawal>[];
  acknowledgements: Row<typeof acknowledgement>[];
};

/** What all releases share. */
export type Surroundings = ReturnType<typeof loadSurroundings>;

export function loadSurroundings(store: Store) {
  return {
    workspace: readWorkspace(store),
    people: listPeople(store),
    roleNames: new Map(listRoles(store).map(({ key, name }) => [key, name])),
    services: new Map(listServices(store).map((service) => [service.id, service])),
    environmentKinds: new Map(listEnvironments(store).map(({ id, kind }) => [id, kind])),
  };
}

/** What the pipelines say, for all the releases asked about at once. */
export type PipelineFacts = { runs: PipelineRun[]; connections: ConnectionFacts[] };

export function loadPipelineFacts(store: Store, subjects: readonly Subject[]): PipelineFacts {
  const commits = subjects.flatMap((subject) =>
    subject.components.flatMap(({ commit }) => (commit === null ? [] : [commit])),
  );
  return {
    runs: runsOfCommits(store, [...new Set(commits)]),
    connections: connectionFacts(store),
  };
}

/** Loads the releases with one query a table, however many there are. */
export function loadSubjects(store: Store, releaseIds: readonly string[]): Subject[] {
  const { orm } = store;
  const releases = orm
    .select()
    .from(release)
    .where(alive(release, inArray(release.id, [...releaseIds])))
    .all();
  const of = releaseIds;
  const components = grouped(
    orm.select().from(component).where(ofReleases(component, of)).orderBy(asc(component.id)).all(),
  );
  const deployments = grouped(
    orm
      .select()
      .from(deployment)
      .where(ofReleases(deployment, of))
      .orderBy(asc(deployment.startAt), asc(deployment.id))
      .all(),
  );
  const scope = grouped(
    orm
      .select()
      .from(scopeItem)
      .where(ofReleases(scopeItem, of))
      .orderBy(asc(scopeItem.order))
      .all(),
  );
  const risks = grouped(
    orm.select().from(risk).where(ofReleases(risk, of)).orderBy(asc(risk.id)).all(),
  );
  const rollbacks = grouped(
    orm.select().from(rollbackPlan).where(ofReleases(rollbackPlan, of)).all(),
  );
  const checklist = grouped(
    orm
      .select()
      .from(checklistItem)
      .where(ofReleases(checklistItem, of))
      .orderBy(asc(checklistItem.order))
      .all(),
  );
  const roles = grouped(
    orm
      .select()
      .from(releaseRole)
      .where(ofReleases(releaseRole, of))
      .orderBy(asc(releaseRole.id))
      .all(),
  );
  const gates = grouped(
    orm
      .select()
      .from(gate)
      .where(ofReleases(gate, of))
      .orderBy(asc(gate.order), asc(gate.id))
      .all(),
  );
  const requests = grouped(
    orm
      .select()
      .from(approvalRequest)
      .where(ofReleases(approvalRequest, of))
      .orderBy(asc(approvalRequest.id))
      .all(),
  );
  const decisions = grouped(
    orm.select().from(decision).where(ofReleases(decision, of)).orderBy(asc(decision.id)).all(),
  );
  const conditions = grouped(
    orm
      .select()
      .from(decisionCondition)
      .where(ofReleases(decisionCondition, of))
      .orderBy(asc(decisionCondition.id))
      .all(),
  );
  const withdrawals = grouped(
    orm.select().from(decisionWithdrawal).where(ofReleases(decisionWithdrawal, of)).all(),
  );
  const acknowledgements = grouped(
    orm
      .select()
      .from(acknowledgement)
      .where(ofReleases(acknowledgement, of))
      .orderBy(asc(acknowledgement.id))
      .all(),
  );
  return releases.map((row) => ({
    release: row,
    components: components(row.id),
    deployments: deployments(row.id),
    scope: scope(row.id),
    risks: risks(row.id),
    rollback: rollbacks(row.id)[0] ?? null,
    checklist: checklist(row.id),
    roles: roles(row.id),
    gates: gates(row.id),
    requests: requests(row.id),
    decisions: decisions(row.id),
    conditions: conditions(row.id),
    withdrawals: withdrawals(row.id),
    acknowledgements: acknowledgements(row.id),
  }));
}

function grouped<T extends { releaseId: string }>(rows: T[]): (releaseId: string) => T[] {
  const groups = Map.groupBy(rows, (row) => row.releaseId);
  return (releaseId) => groups.get(releaseId) ?? [];
}
