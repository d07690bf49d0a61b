import type { Stakeholder } from '#shared/model/planning/plan.ts';
import type { Person } from '#shared/model/workspace/people.ts';

/** What was written down, else the e-mail address the workspace has of the person. */
export function contactOf(
  { contact, personId }: Pick<Stakeholder, 'contact' | 'personId'>,
  people: readonly Person[],
): string {
  if (contact !== '') return contact;
  return people.find(({ id }) => id === personId)?.email ?? '';
}
