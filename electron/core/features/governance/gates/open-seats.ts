import { decision, decisionWithdrawal } from '#core/database/schema/approvals.ts';
import { gate } from '#core/database/schema/governance.ts';
import { phasePassage, releaseRole } from '#core/database/schema/planning.ts';
import { partsOf } from '#core/database/plain-rows.ts';
import { leavesOpen } from '#shared/rules/governance/places.ts';
import { askedForPlace } from '#shared/rules/governance/stand-ins.ts';
import { roleWords } from '#shared/rules/workspace/roles.ts';
import { readApprovalRules } from './approval-rules.ts';
import type { PlacementFacts } from '../../planning/calendar/index.ts';
import { listPeople, listRoles } from '../../workspace/people/index.ts';

/** The places of decided gates that nobody has filled, in phases that are not over. */
export const openSeats: PlacementFacts['openSeats'] = (store, releaseId) => {
  const kept = new Set(
    partsOf(store, phasePassage, [releaseId])(releaseId).map(({ phase }) => phase),
  );
  const gates = partsOf(
    store,
    gate,
    [releaseId],
    'order',
  )(releaseId).filter(({ check, phase }) => check === 'decision' && !kept.has(phase));
  if (gates.length === 0) return [];
  const withdrawn = new Set(
    partsOf(store, decisionWithdrawal, [releaseId])(releaseId).map((row) => row.decisionId),
  );
  const rules = readApprovalRules(store);
  const filled = new Set(
    partsOf(store, decision, [releaseId])(releaseId)
      .filter(({ id, outcome }) => !withdrawn.has(id) && !leavesOpen({ outcome }, rules))
      .map(({ gateId, placeKey }) => `${gateId} ${placeKey}`),
  );
  const people = listPeople(store).filter(({ leftOn }) => leftOn === null);
  const roles = new Map(listRoles(store).map(({ key, name }) => [key, name]));
  const assigned = partsOf(store, releaseRole, [releaseId])(releaseId);
  return gates.flatMap(({ id, name, places }) =>
    places
      .filter(({ key }) => !filled.has(`${id} ${key}`))
      .map((place) => ({
        gate: name,
        role: roleWords(place.roleKey, roles),
        personIds: askedForPlace(place, people, assigned),
      })),
  );
};
