import type { Person as PersonRow, Role } from '#shared/model/workspace/people.ts';
import type { TableColumn } from '../../../components/data-table/table-types.ts';
import { Person } from '../../../components/Person.tsx';
import { rolesInWords } from './role-words.ts';

export function peopleColumns(roles: readonly Role[]): TableColumn<PersonRow>[] {
  return [
    {
      key: 'name',
      header: 'Name',
      value: ({ name }) => name,
      cell: ({ name, leftOn }) =>
        leftOn === null ? (
          <Person name={name} />
        ) : (
          <Person name={name} role={`left on ${leftOn}`} />
        ),
      grow: true,
      always: true,
      minWidth: 170,
    },
    {
      key: 'roles',
      header: 'Roles',
      value: (person) => rolesInWords(person, roles),
      width: 210,
      wrap: true,
    },
    { key: 'email', header: 'E-mail', value: ({ email }) => email, width: 260 },
  ];
}
