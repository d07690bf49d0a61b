import { useMemo, useState } from 'react';
import Button from '@mui/material/Button';
import type { UseQueryResult } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import type { Output } from '#shared/contract/index.ts';
import { errorParts } from '../../../api/error-parts.ts';
import type { CallFailure } from '../../../api/transport.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { DataTable } from '../../../components/data-table/DataTable.tsx';
import type { TableState } from '../../../components/data-table/table-types.ts';
import { Empty } from '../../../components/Empty.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import { useNow } from '../../../state/clock.ts';
import { useScreenCommands } from '../../../state/screen-commands.ts';
import { NeededFirst } from './NeededFirst.tsx';
import { ReleaseFilters } from './ReleaseFilters.tsx';
import { releaseColumns } from './release-columns.tsx';
import { filterReleases } from './release-filter.ts';
import type { Which } from './release-filter.ts';
import { useNames } from './use-names.ts';

/** As many as the contract gives at once; years of releases of most workspaces. */
const limit = 500;

/** All releases, the next ones first. */
export function ReleasesScreen() {
  const now = useNow();
  const navigate = useNavigate();
  const [which, setWhich] = useState<Which>('open');
  const [text, setText] = useState('');
  const zone = useProcedure('workspace.state', {}).data?.open?.workspace.zone ?? 'UTC';
  const list = useProcedure('releases.list', { which, limit }, { keepPrevious: true });
  const { names, loaded } = useNames();
  const rows = useMemo(
    () => filterReleases(list.data?.releases ?? [], text, names),
    [list.data, text, names],
  );
  const columns = useMemo(() => releaseColumns(names, zone, now), [names, zone, now]);
  const commands = useMemo(
    () => [
      {
        id: 'new-release',
        label: 'New release',
        key: 'n',
        run: () => void navigate({ to: '/releases/new' }),
      },
    ],
    [navigate],
  );
  useScreenCommands(commands);

  const state = tableState(list, loaded);
  const newRelease = (
    <Button
      component={Link}
      to="/releases/new"
      variant="contained"
      color="primary"
      startIcon={<Plus />}
    >
      New release
    </Button>
  );
  const isNew = list.data?.total === 0 && text === '' && which !== 'closed';
  const isReady = names.people.length > 0 && names.services.length > 0;
  return (
    <>
      <PageHeader title="Releases" actions={newRelease} />
      <SplitView fills>
        <DataTable
          label="Releases"
          remember="releases"
          rows={rows}
          columns={columns}
          rowId={(release) => release.id}
          state={state}
          noun={['release', 'releases']}
          filters={<ReleaseFilters which={which} onWhich={setWhich} text={text} onText={setText} />}
          empty={
            isNew && (!isReady || names.environments.length === 0) ? (
              <NeededFirst names={names} />
            ) : (
              <Empty text={emptyWords(which, text, isNew)} />
            )
          }
          onOpen={({ id }) =>
            void navigate({
              to: '/releases/$releaseId/$tab',
              params: { releaseId: id, tab: 'overview' },
            })
          }
        />
      </SplitView>
    </>
  );
}

function tableState(
  list: UseQueryResult<Output<'releases.list'>, CallFailure>,
  loaded: boolean,
): TableState {
  if (list.isError && list.data === undefined) {
    return {
      kind: 'failed',
      panel: (
        <ErrorPanel
          {...errorParts('The releases could not be read', list.error)}
          onRetry={() => void list.refetch()}
        />
      ),
    };
  }
  return list.data === undefined || !loaded ? { kind: 'loading' } : { kind: 'ready' };
}

function emptyWords(which: Which, text: string, isNew: boolean): string {
  if (text !== '') return `No release fits “${text}”. Try part of a name, a service or a person.`;
  if (isNew)
    return 'Every release has a page with its plan, gates and decisions. Plan the first one.';
  if (which === 'open') return 'No release is open. Past ones are under Past.';
  return 'No release has been closed yet.';
}
