import { releaseRole } from '#core/database/schema/planning.ts';
import { partsOf } from '#core/database/plain-rows.ts';
import type { GateView } from '#shared/model/governance/gates.ts';
import { holdsRole } from '#shared/rules/workspace/roles.ts';
import type { OpenSeatsOf } from '../../planning/absences/index.ts';
import { listPeople } from '../../workspace/people/index.ts';
import { judgeReleases } from './view.ts';

/**
 * The places of gates that somebody has to decide on yet, also where a decision was a no-go or was
 * given for earlier facts, with everybody who could: not only those who are asked first.
 */
export const undecidedSeats: OpenSeatsOf = (store, releaseIds, now) => {
  const judged = judgeReleases(store, releaseIds, now);
  const assigned = partsOf(store, releaseRole, releaseIds);
  const people = listPeople(store).filter(({ leftOn }) => leftOn === null);
  return (releaseId) => {
    const { gates = [], release } = judged.get(releaseId) ?? {};
    return gates.filter(isOpen).flatMap((gate) => {
      const barred = [release?.requesterId, gate.request?.byId];
      return gate.seats
        .filter(({ decisionId }) => !isDecided(gate, decisionId))
        .map(({ roleKey, roleName }) => ({
          ...{ gateId: gate.id, gate: gate.name, phase: gate.phase, role: roleName },
          personIds: people
            .filter((each) => holdsRole(each, roleKey, assigned(releaseId)))
            .flatMap(({ id }) => (barred.includes(id) ? [] : id)),
        }));
    });
  };
};

function isOpen({ check, keptAt, status }: GateView): boolean {
  return (
    check === 'decision' && keptAt === null && status !== 'passed' && status !== 'not-applicable'
  );
}

function isDecided({ decisions }: GateView, decisionId: string | null): boolean {
  const found = decisions.find(({ id }) => id === decisionId);
  return found !== undefined && found.current && found.outcome !== 'no-go';
}
