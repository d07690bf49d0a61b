import type { Person } from '#shared/model/workspace/people.ts';
import type { Team } from '#shared/model/workspace/teams.ts';
import { schemeInWords, schemeOf, type ServiceFields } from './service-fields.ts';

type Difference = { label: string; saved: string; typed: string };

type Lists = {
  people: readonly Person[];
  teams: readonly Team[];
  calendars: readonly { id: string; name: string }[];
};

/** The fields in which what is saved now and what was typed differ, in words. */
export function serviceDifferences(
  saved: ServiceFields,
  typed: ServiceFields,
  { people, teams, calendars }: Lists,
): Difference[] {
  const inWords = (fields: ServiceFields): Record<string, string> => ({
    Name: fields.name,
    Criticality: fields.criticality,
    Financial: fields.financial ? 'yes' : 'no',
    Versions: schemeInWords(schemeOf(fields)),
    Team: teams.find(({ id }) => id === fields.teamId)?.name ?? 'none',
    'Holiday calendar': calendars.find(({ id }) => id === fields.calendarId)?.name ?? 'none',
    Owners: people
      .filter(({ id }) => fields.ownerIds.includes(id))
      .map(({ name }) => name)
      .join(', '),
  });
  const typedWords = inWords(typed);
  return Object.entries(inWords(saved))
    .map(([label, text]) => ({ label, saved: text, typed: typedWords[label] ?? '' }))
    .filter((each) => each.saved !== each.typed);
}
