import { iso } from '#core/database/select.ts';
import type { ReleaseControl } from '#shared/model/governance/controls.ts';
import type { GateView } from '#shared/model/governance/gates.ts';
import { gateExceptionInForce } from '#shared/rules/governance/gate-exceptions.ts';
import { whileOverridden } from '#shared/rules/governance/gate-override.ts';
import { whileRemoved } from '#shared/rules/governance/gate-removal.ts';
import { gateState } from '#shared/rules/governance/gate-state.ts';
import type { GateInputs } from '#shared/rules/governance/gate-state.ts';
import { freshnessLimitMs } from '#shared/rules/governance/pipeline-green.ts';
import { resultOnPlan } from '#shared/rules/planning/rehearsals.ts';
import { decidedInputs, earlierOf } from './decided.ts';
import { decisionsOf } from './decisions.ts';
import { evidencedInputs } from './evidenced.ts';
import type { Beside } from './evidenced.ts';
import { factsNow } from './facts.ts';
import { keptGates } from './kept.ts';
import { consultedIn } from './letters.ts';
import type { PipelineFacts, Subject, Surroundings } from './load.ts';
import { releaseControls } from './release-controls.ts';

/** The gates of one release in the order of its plan, each judged from the facts as they are at `now`. */
export function judgeGates(
  subject: Subject,
  around: Surroundings,
  pipeline: PipelineFacts,
  now: number,
  beside: Beside,
): GateView[] {
  // Only decisions are held against the facts, and most releases of a list have none yet.
  const facts = subject.decisions.length === 0 ? null : factsNow(subject, around);
  const shared = sharedInputs(subject, around, pipeline, now);
  const kept = keptGates(subject);
  const evidenced = evidencedInputs(subject, around, beside);
  const earlier = earlierOf(subject, facts);
  const consultedOf = consultedIn(subject, around);
  const judge = (gate: Subject['gates'][number], controls: ReleaseControl[]): GateView => {
    const then = kept.get(gate.id);
    if (then !== undefined) return then;
    const decisions = facts === null ? [] : decisionsOf(subject, gate, facts);
    const request = subject.requests.findLast(({ gateId }) => gateId === gate.id);
    const requested = request === undefined ? null : requestOf(request);
    const consulted = consultedOf(gate);
    const state = gateState(gate, {
      ...shared,
      evidenced: evidenced(gate, controls),
      decided: {
        ...decidedInputs(subject, around),
        ...{ decisions, consulted, request: requested, earlier: earlier.get(gate.id) ?? [] },
      },
    });
    const { id, releaseId, key, name, phase, check, why, places, order } = gate;
    const view: GateView = {
      id,
      releaseId,
      key,
      name,
      phase,
      check,
      why,
      places,
      order,
      facts: gate.facts,
      ...state,
      consulted,
      keptAt: null,
      request: requested,
      byException: null,
      decisions,
      dueOn: gate.dueOn,
      earlier: earlier.get(gate.id) ?? [],
      consequences: {},
    };
    const override = gateExceptionInForce(subject.exceptions, 'gate-override', id, now);
    const seen = override === null ? view : whileOverridden(view, override, told(around));
    const removal = gateExceptionInForce(subject.exceptions, 'gate-removed', id, now);
    return removal === null ? seen : whileRemoved(seen, removal, told(around));
  };
  // Controls are proven by other gates, so the gates that look at them come after all others.
  const views = new Map(
    subject.gates.flatMap((gate) =>
      gate.check === 'controls-met' ? [] : [[gate.id, judge(gate, [])] as const],
    ),
  );
  const controls =
    views.size === subject.gates.length
      ? []
      : releaseControls(subject, around, [...views.values()], now);
  return subject.gates.map((gate) => views.get(gate.id) ?? judge(gate, controls));
}

function told({ people, workspace }: Surroundings) {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return { zone: workspace.zone, nameOf: (id: string) => names.get(id) ?? 'somebody who left' };
}

function requestOf(row: Subject['requests'][number]): NonNullable<GateView['request']> {
  const { requestedById: byId, requestedAt, note, dueOn, askedIds } = row;
  return { byId, at: iso(requestedAt), note, dueOn, askedIds };
}

function sharedInputs(
  subject: Subject,
  { services, people, workspace }: Surroundings,
  { runs, connections }: PipelineFacts,
  now: number,
): Omit<GateInputs, 'decided' | 'evidenced'> {
  const names = new Map(people.map((person) => [person.id, person.name]));
  return {
    now: iso(now),
    zone: workspace.zone,
    checklist: subject.checklist,
    rollbackPlan: rollbackEntry(subject),
    risks: subject.risks,
    pipeline: {
      components: subject.components.map(({ serviceId, commit }) => ({
        serviceId,
        serviceName: services.get(serviceId)?.name ?? 'unknown service',
        commit,
      })),
      required: connections.flatMap((connection) =>
        connection.workflows
          .filter(({ required }) => required)
          .map(({ workflow, serviceId }) => ({
            serviceId,
            workflow,
            connectionId: connection.id,
            connectionName: connection.name,
            workflowName: workflowName(workflow, runs),
          })),
      ),
      runs,
      acknowledgements: subject.acknowledgements.map(({ runId, byId, reason }) => ({
        runId,
        byName: names.get(byId) ?? 'somebody',
        reason,
      })),
      freshness: {
        asOfByConnection: new Map(connections.map(({ id, asOf }) => [id, asOf])),
        limitMs: freshnessLimitMs,
      },
    },
  };
}

/** The plan with how its rehearsal went: one that failed proves no way back. */
function rollbackEntry({ rollback, rehearsals }: Subject): GateInputs['rollbackPlan'] {
  return rollback && { ...rollback, rehearsed: resultOnPlan(rollback, rehearsals) };
}

/** What the provider calls the workflow, or the name of its file while no run has told. */
function workflowName(workflow: string, runs: PipelineFacts['runs']): string {
  const told = runs.find((run) => run.workflow === workflow)?.workflowName;
  return told !== undefined && told !== '' ? told : (workflow.split('/').at(-1) ?? workflow);
}
