import { raciAssignment } from '#core/database/schema/policies.ts';
import { alive, iso, isoOrNull, plain } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { ConsultedAt } from '#shared/model/governance/gates.ts';
import { byGate, consultedAt, lettersOf } from '#shared/rules/governance/raci.ts';
import type { GivenLetter, GivenLetters, RaciGate } from '#shared/rules/governance/raci.ts';
import { standInsFor } from '#shared/rules/governance/stand-ins.ts';
import { dateIn } from '#shared/rules/planning/zoned-time.ts';
import { askedFor } from '#shared/rules/workspace/roles.ts';
import type { Subject, Surroundings } from './load.ts';

type GateRow = Subject['gates'][number];

/** The letters somebody gave, in all releases; a gate without any goes by the policy. */
export function readLetters(store: Store): GivenLetters<GivenLetter & { id: string }> {
  const rows = store.orm
    .select(plain(raciAssignment))
    .from(raciAssignment)
    .where(alive(raciAssignment))
    .all();
  return byGate(
    rows.flatMap(({ id, gateKey, roleKey, releaseId, letter }) =>
      roleKey === null ? [] : [{ id, gateKey, roleKey, releaseId, letter }],
    ),
  );
}

/** A gate of a release as its responsibilities are asked about. */
export function raciGateOf({ key, name, places, accountableRole }: GateRow): RaciGate {
  const placeRoles = [...new Set(places.map(({ roleKey }) => roleKey))];
  return { key, name, placeRoles, accountable: accountableRole };
}

/** Who has a say at each gate of a release beside those who decide. Whoever left is asked no more. */
export function consultedIn(
  { consultations, release, roles }: Subject,
  { people, letters, substitutions, workspace }: Surroundings,
): (gate: GateRow) => ConsultedAt {
  const present = people.filter(({ leftOn }) => leftOn === null);
  const here = new Set(present.map(({ id }) => id));
  const byId = new Map(present.map((person) => [person.id, person]));
  const standInsOf = (id: string, at: string) => {
    const person = byId.get(id);
    return person === undefined
      ? []
      : standInsFor(person, substitutions, dateIn(at, workspace.zone));
  };
  return (asked) =>
    consultedAt(
      lettersOf(raciGateOf(asked), letters, release.id),
      (roleKey) => askedFor(roleKey, present, roles).filter((id) => here.has(id)),
      consultations
        .filter(({ gateId, personId }) => gateId === asked.id && here.has(personId))
        .map(({ personId, dueOn, askedAt, answeredAt }) => ({
          ...{ personId, dueOn, askedAt: iso(askedAt), answeredAt: isoOrNull(answeredAt) },
        })),
      standInsOf,
    );
}
