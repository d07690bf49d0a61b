import type { Person, Role } from '#shared/model/workspace/people.ts';

/** The names of somebody's roles, in the order the workspace lists roles in. */
export function roleNames(person: Person, roles: readonly Role[]): string[] {
  return roles.filter(({ key }) => person.roles.includes(key)).map(({ name }) => name);
}

/** Several roles in one line; plain words where there is none. */
export function rolesInWords(person: Person, roles: readonly Role[]): string {
  const names = roleNames(person, roles);
  return names.length === 0 ? 'no role yet' : names.join(', ');
}

/** People whose name, e-mail address or role holds the typed text; upper and lower case alike. */
export function matchingPeople(
  people: readonly Person[],
  roles: readonly Role[],
  typed: string,
): Person[] {
  const wanted = typed.trim().toLocaleLowerCase();
  return people.filter((person) =>
    [person.name, person.email, ...roleNames(person, roles)]
      .join('\n')
      .toLocaleLowerCase()
      .includes(wanted),
  );
}
