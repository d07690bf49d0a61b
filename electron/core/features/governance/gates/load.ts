import {
  approvalRequest,
  consultation,
  decision,
  decisionCondition,
  decisionOverrule,
  decisionWithdrawal,
} from '#core/database/schema/approvals.ts';
import { assessment } from '#core/database/schema/assessments.ts';
import { evidence } from '#core/database/schema/evidence.ts';
import {
  acknowledgement,
  checklistItem,
  exception,
  gate,
  risk,
} from '#core/database/schema/governance.ts';
import { rehearsal, task } from '#core/database/schema/plan.ts';
import { control } from '#core/database/schema/policies.ts';
import {
  component,
  deployment,
  phasePassage,
  release,
  releaseRole,
  rollbackPlan,
  scopeItem,
} from '#core/database/schema/planning.ts';
import { partsOf } from '#core/database/plain-rows.ts';
import type { PartTable } from '#core/database/plain-rows.ts';
import { alive, oneOf, plain } from '#core/database/select.ts';
import type { Plain } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { PipelineRun } from '#shared/model/delivery/pipelines.ts';
import type { Person } from '#shared/model/workspace/people.ts';
import { connectionFacts } from '../../delivery/connections/index.ts';
import type { ConnectionFacts } from '../../delivery/connections/index.ts';
import { runsOfCommits } from '../../delivery/pipelines/index.ts';
import { freezesAround } from '../../planning/windows/index.ts';
import { listEnvironments } from '../../workspace/environments/index.ts';
import { listPeople, listRoles } from '../../workspace/people/index.ts';
import { listServices } from '../../workspace/services/index.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';
import { readApprovalRules } from './approval-rules.ts';
import { readLetters } from './letters.ts';
import { readSubstitutions } from './substitutions.ts';

/** Everything the gates of one release are judged from, as stored. */
export type Subject = {
  release: Plain<typeof release>;
  components: Plain<typeof component>[];
  deployments: Plain<typeof deployment>[];
  scope: Plain<typeof scopeItem>[];
  risks: Plain<typeof risk>[];
  rollback: Plain<typeof rollbackPlan> | null;
  rehearsals: Plain<typeof rehearsal>[];
  checklist: Plain<typeof checklistItem>[];
  roles: Plain<typeof releaseRole>[];
  gates: Plain<typeof gate>[];
  requests: Plain<typeof approvalRequest>[];
  decisions: Plain<typeof decision>[];
  conditions: Plain<typeof decisionCondition>[];
  withdrawals: Plain<typeof decisionWithdrawal>[];
  overrules: Plain<typeof decisionOverrule>[];
  consultations: Plain<typeof consultation>[];
  acknowledgements: Plain<typeof acknowledgement>[];
  passages: Plain<typeof phasePassage>[];
  tasks: Plain<typeof task>[];
  evidence: Plain<typeof evidence>[];
  assessments: Plain<typeof assessment>[];
  exceptions: Plain<typeof exception>[];
};

/** What all releases share. */
export type Surroundings = ReturnType<typeof loadSurroundings>;

export function loadSurroundings(store: Store) {
  const people = listPeople(store);
  const environments = new Map(listEnvironments(store).map((each) => [each.id, each]));
  return {
    workspace: readWorkspace(store),
    rules: readApprovalRules(store),
    substitutions: readSubstitutions(store, people),
    letters: readLetters(store),
    people: people.map(asSeated),
    roleNames: new Map(listRoles(store).map(({ key, name }) => [key, name])),
    services: new Map(listServices(store).map((service) => [service.id, service])),
    environments,
    environmentKinds: new Map([...environments].map(([id, { kind }]) => [id, kind])),
    freezesOf: (planned: Subject['deployments'], serviceIds: readonly string[]) =>
      freezesAround(store, planned)(planned, serviceIds),
    controls: store.orm.select(plain(control)).from(control).where(alive(control)).all(),
  };
}

/** Whoever left holds no role any more, so no place waits for them; their decisions keep their name. */
function asSeated(person: Person): Person {
  return person.leftOn === null ? person : { ...person, roles: [] };
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
  const releases = store.orm
    .select(plain(release))
    .from(release)
    .where(alive(release, oneOf(release.id, releaseIds)))
    .all();
  const parts = <T extends PartTable>(table: T, order?: 'order' | 'startAt') =>
    partsOf(store, table, releaseIds, order);
  const components = parts(component);
  const deployments = parts(deployment, 'startAt');
  const scope = parts(scopeItem, 'order');
  const risks = parts(risk);
  const rollbacks = parts(rollbackPlan);
  const rehearsals = parts(rehearsal);
  const checklist = parts(checklistItem, 'order');
  const roles = parts(releaseRole);
  const gates = parts(gate, 'order');
  const requests = parts(approvalRequest);
  const decisions = parts(decision);
  const conditions = parts(decisionCondition);
  const withdrawals = parts(decisionWithdrawal);
  const overrules = parts(decisionOverrule);
  const consultations = parts(consultation);
  const acknowledgements = parts(acknowledgement);
  const passages = parts(phasePassage);
  const tasks = parts(task, 'order');
  const brought = parts(evidence);
  const assessments = parts(assessment);
  const exceptions = parts(exception);
  return releases.map((row) => ({
    release: row,
    components: components(row.id),
    deployments: deployments(row.id),
    scope: scope(row.id),
    risks: risks(row.id),
    rollback: rollbacks(row.id)[0] ?? null,
    rehearsals: rehearsals(row.id),
    checklist: checklist(row.id),
    roles: roles(row.id),
    gates: gates(row.id),
    requests: requests(row.id),
    decisions: decisions(row.id),
    conditions: conditions(row.id),
    withdrawals: withdrawals(row.id),
    overrules: overrules(row.id),
    consultations: consultations(row.id),
    acknowledgements: acknowledgements(row.id),
    passages: passages(row.id),
    tasks: tasks(row.id),
    evidence: brought(row.id),
    assessments: assessments(row.id),
    exceptions: exceptions(row.id),
  }));
}
