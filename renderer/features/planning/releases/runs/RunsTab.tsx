import { useMemo } from 'react';
import Button from '@mui/material/Button';
import { Link } from '@tanstack/react-router';
import { errorParts } from '../../../../api/error-parts.ts';
import { tableState } from '../../../../components/data-table/table-state.tsx';
import { useProcedure } from '../../../../api/useProcedure.ts';
import { AsOf } from '../../../../components/AsOf.tsx';
import { DataTable } from '../../../../components/data-table/DataTable.tsx';
import { Empty } from '../../../../components/Empty.tsx';
import { SplitView } from '../../../../components/SplitView.tsx';
import { ReleasePath } from '../../../delivery/paths/index.ts';
import type { ReleasePage } from '../release-page.ts';
import { runColumns } from './run-columns.tsx';
import styles from './runs.module.css';

const none: never[] = [];

/** Facts older than a day are out of date, as for the gate that rests on them. */
const freshMinutes = 24 * 60;

/** What the pipelines say of the commits this release ships. */
export function RunsTab({ page }: { page: ReleasePage }) {
  const { release, zone, now } = page;
  const list = useProcedure('pipelines.list', { releaseId: release.id });
  const gates = useProcedure('gates.list', { releaseId: release.id }).data ?? none;
  const columns = useMemo(
    () => runColumns(gates, release.id, zone, now),
    [gates, release.id, zone, now],
  );
  const runs = list.data?.runs ?? none;
  const state = tableState(
    list,
    list.error && errorParts('The runs could not be read', list.error),
  );
  return (
    <SplitView fills>
      <ReleasePath releaseId={release.id} />
      <DataTable
        label="Runs of this release’s commits"
        remember="release-runs"
        rows={runs}
        columns={columns}
        rowId={(run) => run.id}
        state={state}
        noun={['run', 'runs']}
        filters={<Ages page={page} connectionIds={runs.map((run) => run.connectionId)} />}
        empty={
          <Empty
            text={emptyWords(page)}
            action={
              <Button component={Link} to="/pipelines">
                Go to the pipelines
              </Button>
            }
          />
        }
      />
    </SplitView>
  );
}

type AgesProps = { page: ReleasePage; connectionIds: readonly string[] };

/** How old the facts are, for each connection they come from. */
function Ages({ page, connectionIds }: AgesProps) {
  const connections = useProcedure('connections.list', {}).data ?? [];
  const used = connections.filter(({ id }) => connectionIds.includes(id));
  return (
    <>
      {used.map(({ id, name, state }) => (
        <span key={id} className={styles['age']}>
          <bdi>{name}</bdi>
          <AsOf at={state.lastSuccessAt} zone={page.zone} now={page.now} limit={freshMinutes} />
        </span>
      ))}
    </>
  );
}

function emptyWords({ release }: ReleasePage): string {
  const commits = release.components.filter(({ commit }) => commit !== null).length;
  if (commits === 0) {
    return 'No component has a commit yet. Give each one on the overview; runs are found by it.';
  }
  return 'No run of these commits is known yet. Sync a connection or import a file of runs.';
}
