import type { Gate } from '#shared/model/governance/gates.ts';
import { assertNever } from '#shared/model/refusal.ts';
import { decidedGate } from './decided-gate.ts';
import type { DecidedInput, DecidedParts } from './decided-gate.ts';
import { evidenceGate } from './evidence/evidence-gate.ts';
import type { EvidencedInput } from './evidence/evidence-gate.ts';
import type { GateOutcome } from './gate-outcome.ts';
import { pipelineGreen } from './pipeline-green.ts';
import type { PipelineGreenInput } from './pipeline-green.ts';
import {
  checklistComplete,
  noOpenCriticalRisk,
  rollbackPlanned,
  rollbackRehearsed,
} from './plan-gates.ts';
import type { ChecklistEntry, RiskEntry, RollbackEntry } from './plan-gates.ts';

/** Everything a gate can look at. `decided` holds the decisions and the request of this gate only. */
export type GateInputs = {
  decided: Omit<DecidedInput, 'gate' | 'now' | 'zone'>;
  pipeline: Omit<PipelineGreenInput, 'now' | 'zone'>;
  checklist: readonly ChecklistEntry[];
  rollbackPlan: RollbackEntry | null;
  risks: readonly RiskEntry[];
  /** What was brought for this gate, and what else speaks for gates of its kind. */
  evidenced: EvidencedInput;
  now: string;
  /** The workspace's zone: days end at midnight there, and times are shown in it. */
  zone: string;
};

export type GateState = GateOutcome & DecidedParts;

/** Where a gate stands and why, from the facts and decisions as they are at `now`. */
export function gateState(
  gate: Pick<Gate, 'name' | 'phase' | 'check' | 'places'> & DecidedInput['gate'],
  inputs: GateInputs,
): GateState {
  const { now, zone } = inputs;
  switch (gate.check) {
    case 'decision':
      return decidedGate({ ...inputs.decided, gate, now, zone });
    case 'pipeline-green':
      return automated(pipelineGreen({ ...inputs.pipeline, now, zone }));
    case 'checklist-complete':
      return automated(checklistComplete(inputs.checklist, gate.phase));
    case 'rollback-planned':
      return automated(rollbackPlanned(inputs.rollbackPlan));
    case 'rollback-rehearsed':
      return automated(rollbackRehearsed(inputs.rollbackPlan, now, zone));
    case 'no-open-critical-risk':
      return automated(noOpenCriticalRisk(inputs.risks));
    case 'risk-assessed':
    case 'test-results':
    case 'coverage':
    case 'vulnerability-report':
    case 'component-list':
    case 'performance-results':
    case 'controls-met':
    case 'lessons-heeded':
    case 'measure-threshold':
    case 'artefact-digest':
    case 'monitoring':
    case 'rollout-staged':
    case 'review-planned':
      return automated(evidenceGate(gate.check, inputs.evidenced, { now, zone }));
    default:
      return assertNever(gate.check);
  }
}

function automated(outcome: GateOutcome): GateState {
  return { ...outcome, seats: [], quorum: null };
}
