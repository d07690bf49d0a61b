import type { Environment, Service } from '#shared/model/workspace/services.ts';
import type { Person, Role } from '#shared/model/workspace/people.ts';

/** Looks people, roles, services and environments up by id, with words for what is not listed. */
export type Names = {
  people: readonly Person[];
  roles: readonly Role[];
  services: readonly Service[];
  environments: readonly Environment[];
  person: (id: string | null) => string;
  role: (key: string) => string;
  service: (id: string) => string;
  environment: (id: string) => string;
};

type Lists = Pick<Names, 'people' | 'roles' | 'services' | 'environments'>;

export function namesOf(lists: Lists): Names {
  const people = new Map(lists.people.map((person) => [person.id, calledNow(person)]));
  const roles = new Map(lists.roles.map(({ key, name }) => [key, name]));
  const services = new Map(lists.services.map(({ id, name }) => [id, name]));
  const environments = new Map(lists.environments.map(({ id, name }) => [id, name]));
  return {
    ...lists,
    person: (id) => (id === null ? 'Nobody' : (people.get(id) ?? 'Unknown person')),
    role: (key) => roles.get(key) ?? key.replaceAll('-', ' '),
    service: (id) => services.get(id) ?? 'Unknown service',
    environment: (id) => environments.get(id) ?? 'Unknown environment',
  };
}

/** Whoever left is still named, and said to have left. */
function calledNow({ name, leftOn }: Person): string {
  return leftOn === null ? name : `${name} (left)`;
}

/**
 * Who can be chosen: those who are here. Somebody who is chosen already stays in the list, or the
 * field would show another name.
 */
export function peopleToChoose(
  names: Pick<Names, 'people'>,
  chosen: readonly (string | null)[] = [],
): { value: string; label: string }[] {
  return names.people
    .filter(({ id, leftOn }) => leftOn === null || chosen.includes(id))
    .map((person) => ({ value: person.id, label: calledNow(person) }));
}
