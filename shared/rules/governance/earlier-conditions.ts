import type {
  DecisionCondition,
  EarlierCondition,
  Gate,
  GateView,
} from '#shared/model/governance/gates.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { phases } from '#shared/model/planning/releases.ts';

type PlannedGate = Pick<Gate, 'id' | 'name' | 'phase' | 'check'>;
type OpenCondition = { gateId: string; condition: DecisionCondition };

/**
 * By gate, the open conditions of earlier gates that are looked at again there. A condition comes up
 * at the first decided gate of the next phase that has one, and, carried over there, again at the
 * first one after that: within a phase gates are decided side by side, so none comes after another.
 * Gates come in the order of their phase.
 */
export function earlierConditions(
  gates: readonly PlannedGate[],
  open: readonly OpenCondition[],
): Map<string, EarlierCondition[]> {
  const checkpoints = checkpointsOf(gates);
  const found = new Map<string, EarlierCondition[]>();
  for (const { gateId, condition } of open) {
    const gate = gates.find(({ id }) => id === gateId);
    if (gate === undefined || condition.metAt !== null) continue;
    const checked = gates.find(({ id }) => id === condition.checkedGateId);
    for (const point of checkpoints) {
      if (phaseAt(point) <= phaseAt(gate)) continue;
      const carried = checked !== undefined && phaseAt(checked) >= phaseAt(point);
      const earlier = { condition, gateId, gate: gate.name, carried };
      found.set(point.id, [...(found.get(point.id) ?? []), earlier]);
      // Further gates see it once it was let past this one.
      if (!carried) break;
    }
  }
  return found;
}

/** The first decided gate of each phase that has one. */
function checkpointsOf(gates: readonly PlannedGate[]): PlannedGate[] {
  const decided = gates.filter(({ check }) => check === 'decision');
  return phases.flatMap((phase) => decided.find((gate) => gate.phase === phase) ?? []);
}

function phaseAt({ phase }: Pick<Gate, 'phase'>): number {
  return phases.indexOf(phase);
}

export type CarryInput = {
  gate: Pick<GateView, 'name' | 'earlier' | 'seats'>;
  conditionId: string;
  by: { id: string; name: string; roles: readonly string[] };
  requesterId: string;
  isReleaseManager: boolean;
};

/** Whether somebody may let an open condition past a gate by name. Throws a Refusal otherwise. */
export function mayCarry({
  gate,
  conditionId,
  by,
  requesterId,
  isReleaseManager,
}: CarryInput): void {
  const found = gate.earlier.find(({ condition }) => condition.id === conditionId);
  if (found === undefined) {
    throw new Refusal(
      'precondition_failed',
      `“${gate.name}” does not look at this condition: it is met, was given for earlier facts, or comes up at another gate. Reload the gates.`,
    );
  }
  if (found.carried) {
    throw new Refusal('conflict', `“${found.condition.text}” was carried over here already.`);
  }
  if (by.id === requesterId) {
    throw new Refusal(
      'forbidden',
      `${by.name} asked for this release and cannot carry a condition over. Meet it, or let somebody who decides at “${gate.name}” carry it over.`,
    );
  }
  const decides = gate.seats.some(
    ({ personIds, standIns }) =>
      personIds.includes(by.id) || standIns.some(({ personId }) => personId === by.id),
  );
  if (decides || isReleaseManager) return;
  throw new Refusal(
    'forbidden',
    `${by.name} neither decides at “${gate.name}” nor is a release manager. Ask one of them to carry the condition over, or meet it.`,
  );
}
