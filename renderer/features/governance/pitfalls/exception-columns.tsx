import type { ExceptionView } from '#shared/model/governance/exceptions.ts';
import { exceptionTitle } from '#shared/rules/governance/exceptions.ts';
import type { TableColumn } from '../../../components/data-table/table-types.ts';
import { Status } from '../../../components/Status.tsx';
import { When } from '../../../components/When.tsx';
import { exceptionLook } from '../exceptions/index.ts';
import type { Names } from '../../planning/releases/index.ts';

type Told = { names: Names; zone: string; now: string };

export function exceptionColumns({ names, zone, now }: Told): TableColumn<ExceptionView>[] {
  return [
    {
      ...{ key: 'release', header: 'Release', always: true, grow: true, wrap: true, minWidth: 140 },
      value: ({ release }) => release,
      cell: ({ release }) => <bdi title={release}>{release}</bdi>,
    },
    {
      ...{ key: 'title', header: 'Exception to', grow: true, wrap: true, minWidth: 160 },
      value: exceptionTitle,
      cell: (one) => <bdi title={one.rationale}>{exceptionTitle(one)}</bdi>,
    },
    {
      ...{ key: 'state', header: 'State', width: 180 },
      value: ({ state }) => exceptionLook[state].word,
      cell: ({ state }) => (
        <Status
          kind={exceptionLook[state].kind}
          variant="plain"
          label={exceptionLook[state].word}
        />
      ),
    },
    {
      ...{ key: 'by', header: 'Asked by', width: 150 },
      value: ({ requestedById }) => names.person(requestedById),
    },
    {
      ...{ key: 'expires', header: 'Expires', width: 180, align: 'end' },
      value: ({ expiresAt }) => expiresAt,
      cell: ({ expiresAt }) => <When at={expiresAt} zone={zone} now={now} focusable={false} />,
    },
  ];
}
