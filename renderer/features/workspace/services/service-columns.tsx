import type { Person } from '#shared/model/workspace/people.ts';
import type { Service } from '#shared/model/workspace/services.ts';
import type { TableColumn } from '../../../components/data-table/table-types.ts';
import type { Team } from '#shared/model/workspace/teams.ts';
import { schemeInWords } from './service-fields.ts';

const weights = { low: 1, medium: 2, high: 3, critical: 4 } as const;

export function serviceColumns(
  people: readonly Person[],
  teams: readonly Team[],
): TableColumn<Service>[] {
  const teamOf = new Map(teams.map(({ id, name }) => [id, name]));
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  return [
    {
      key: 'name',
      header: 'Service',
      value: ({ name }) => name,
      cell: ({ name }) => (
        <bdi>
          <strong>{name}</strong>
        </bdi>
      ),
      grow: true,
      always: true,
      minWidth: 140,
    },
    {
      key: 'criticality',
      header: 'Criticality',
      value: ({ criticality }) => weights[criticality],
      cell: ({ criticality }) => criticality,
      width: 92,
    },
    {
      key: 'financial',
      header: 'Financial',
      value: ({ financial }) => (financial ? 'financial' : ''),
      width: 88,
    },
    {
      key: 'scheme',
      header: 'Versions',
      value: ({ versionScheme }) => schemeInWords(versionScheme),
      grow: true,
      width: 170,
    },
    {
      key: 'owners',
      header: 'Owners',
      value: ({ ownerIds }) => ownerIds.map((id) => nameOf.get(id) ?? 'unknown').join(', '),
      width: 150,
      wrap: true,
    },
    {
      key: 'team',
      header: 'Team',
      value: ({ teamId }) => (teamId === null ? '' : (teamOf.get(teamId) ?? '')),
      width: 120,
    },
  ];
}
