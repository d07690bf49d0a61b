import { absence } from '#core/database/schema/calendar.ts';
import { deputy } from '#core/database/schema/policies.ts';
import { alive, plain } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Person } from '#shared/model/workspace/people.ts';
import type { Substitution } from '#shared/rules/governance/stand-ins.ts';

/**
 * Who stands in for whom: the deputies of absences first, since they are named for those days.
 * Whoever left stands in for nobody.
 */
export function readSubstitutions(store: Store, people: readonly Person[]): Substitution[] {
  const absences = store.orm.select(plain(absence)).from(absence).where(alive(absence)).all();
  const deputies = store.orm.select(plain(deputy)).from(deputy).where(alive(deputy)).all();
  const here = new Set(people.flatMap(({ id, leftOn }) => (leftOn === null ? id : [])));
  const all = [
    ...absences.flatMap(({ personId, deputyId, firstOn, lastOn }): Substitution[] =>
      deputyId === null
        ? []
        : [{ deputyId, personId, roleKey: null, firstOn, lastOn, of: 'absence' }],
    ),
    ...deputies.map(({ deputyId, personId, roleKey, firstOn, lastOn }): Substitution => ({
      ...{ deputyId, personId, roleKey, firstOn, lastOn },
      of: 'deputy',
    })),
  ];
  return all.filter(({ deputyId }) => here.has(deputyId));
}
