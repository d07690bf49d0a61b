import { gate } from '#core/database/schema/governance.ts';
import { releaseRole } from '#core/database/schema/planning.ts';
import { partsOf } from '#core/database/plain-rows.ts';
import { iso } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { RaciFinding, RaciRow } from '#shared/model/governance/raci.ts';
import { lettersOf } from '#shared/rules/governance/raci.ts';
import type { GateLetters, RaciGate } from '#shared/rules/governance/raci.ts';
import { raciFindings } from '#shared/rules/governance/raci-check.ts';
import { askedFor } from '#shared/rules/workspace/roles.ts';
import { dateIn } from '#shared/rules/planning/zoned-time.ts';
import { requireRelease } from '../../planning/releases/index.ts';
import { listPeople, listRoles } from '../../workspace/people/index.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';
import { raciGateOf, readLetters, readSubstitutions } from '../gates/index.ts';
import { policyInForce } from '../policies/index.ts';

type Answered = { gate: RaciGate; letters: GateLetters };

/** The gates that are asked about, each with its letters. */
export function readMatrix(store: Store, releaseId: string | null): Answered[] {
  const given = readLetters(store);
  return gatesOf(store, releaseId).map((each) => ({
    gate: each,
    letters: lettersOf(each, given, releaseId),
  }));
}

export function toRow({ gate: { key, name }, letters }: Answered): RaciRow {
  return {
    ...{ gateKey: key, gate: name, from: letters.from },
    letters: [...letters.letters].map(([roleKey, own]) => ({ roleKey, letters: [...own] })),
  };
}

export function checkMatrix(store: Store, releaseId: string | null, now: number): RaciFinding[] {
  const people = listPeople(store).filter(({ leftOn }) => leftOn === null);
  const assignments = releaseId === null ? [] : partsOf(store, releaseRole, [releaseId])(releaseId);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const holders = (roleKey: string) =>
    askedFor(roleKey, people, assignments).flatMap((id) => {
      const name = names.get(id);
      return name === undefined ? [] : { id, name };
    });
  const day = dateIn(iso(now), readWorkspace(store).zone);
  const standing = readSubstitutions(store, people).filter(
    ({ of, firstOn, lastOn }) =>
      of === 'deputy' && (firstOn === null || firstOn <= day) && (lastOn === null || day <= lastOn),
  );
  const requesterId = releaseId === null ? null : requireRelease(store, releaseId).requesterId;
  return raciFindings(readMatrix(store, releaseId), {
    roleNames: new Map(listRoles(store).map(({ key, name }) => [key, name])),
    holders,
    hasDeputy: (roleKey) => {
      const held = holders(roleKey).map(({ id }) => id);
      // Whoever holds the role is nobody's deputy in it: without them nobody is left.
      const others = standing.filter(({ deputyId }) => !held.includes(deputyId));
      if (held.length > 1 || others.some((each) => each.roleKey === roleKey)) return true;
      return held.length > 0 && held.every((id) => others.some(({ personId }) => personId === id));
    },
    requester:
      requesterId === null ? null : { id: requesterId, name: names.get(requesterId) ?? 'somebody' },
    builders: ['development-lead'],
  });
}

function gatesOf(store: Store, releaseId: string | null): RaciGate[] {
  if (releaseId === null) {
    return policyInForce(store).policy.gates.map(({ key, name, places, accountable }) => ({
      ...{ key, name, accountable: accountable ?? null },
      placeRoles: placeRolesOf(places ?? []),
    }));
  }
  requireRelease(store, releaseId);
  return partsOf(store, gate, [releaseId], 'order')(releaseId).map(raciGateOf);
}

/** By the policy, a place is a role by its key, or says its role among other things. */
function placeRolesOf(places: readonly (string | { role: string })[]): string[] {
  return [...new Set(places.map((each) => (typeof each === 'string' ? each : each.role)))];
}
