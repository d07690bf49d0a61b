import type { ExceptionView } from '#shared/model/governance/exceptions.ts';

type Person = { id: string; roles: readonly string[]; leftOn: string | null };

/**
 * Whom an exception waits for. Anybody else may grant most of them, but a thing that waits for
 * everybody waits for nobody: the owner of the release and the release managers are asked first.
 */
export function askedToDecide(
  { rule, requestedById }: Pick<ExceptionView, 'rule' | 'requestedById'>,
  authorityId: string | null,
  ownerId: string,
  people: readonly Person[],
): string[] {
  if (rule === 'hard-freeze') {
    return authorityId === null || authorityId === requestedById ? [] : [authorityId];
  }
  const others = people.filter(({ id, leftOn }) => leftOn === null && id !== requestedById);
  const first = others.filter(
    ({ id, roles }) => id === ownerId || roles.includes('release-manager'),
  );
  return (first.length > 0 ? first : others).map(({ id }) => id);
}
