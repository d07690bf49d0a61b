import { useMemo, useState } from 'react';
import type { RunView } from '#shared/contract/delivery/pipelines.ts';
import { runStatus, type RunStatus } from '#shared/model/delivery/pipelines.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { tableState } from '../../../components/data-table/table-state.tsx';
import { useProcedure } from '../../../api/useProcedure.ts';
import { DataTable } from '../../../components/data-table/DataTable.tsx';
import { Empty } from '../../../components/Empty.tsx';
import { PageTurner } from '../../../components/PageTurner.tsx';
import { useNow } from '../../../state/clock.ts';
import { RunFilters } from './RunFilters.tsx';
import styles from './pipelines.module.css';
import { runColumns } from './run-columns.tsx';

/** As many as one answer takes; more than anybody reads without a filter. */
const pageSize = 1000;

const noRuns: readonly RunView[] = [];

type RunsTableProps = {
  /** Of one connection; of all of them without it. */
  connectionId?: string;
  selectedId?: string | null;
  onSelect?: (run: RunView | null) => void;
};

/** Pipeline runs, newest first, a thousand at a time. */
export function RunsTable({ connectionId, selectedId, onSelect }: RunsTableProps) {
  const [status, setStatus] = useState<RunStatus | undefined>(undefined);
  const [page, setPage] = useState(0);
  const list = useProcedure(
    'pipelines.list',
    { connectionId, status, limit: pageSize, offset: page * pageSize },
    { keepPrevious: true },
  );
  const zone = useProcedure('workspace.state', {}).data?.open?.workspace.zone ?? 'UTC';
  const now = useNow();
  const columns = useMemo(() => runColumns({ zone, now }), [zone, now]);
  const runs = list.data?.runs ?? noRuns;
  const total = list.data?.total ?? 0;

  const state = tableState(
    list,
    list.error && errorParts('The runs could not be read', list.error),
  );

  return (
    <div className={styles['runs']}>
      <DataTable
        label="Pipeline runs"
        remember="runs"
        noun={['run', 'runs']}
        rows={runs}
        columns={columns}
        rowId={({ id }) => id}
        state={state}
        selectedId={selectedId}
        onSelect={onSelect && ((id) => onSelect(runs.find((run) => run.id === id) ?? null))}
        filters={
          <RunFilters
            status={status}
            onStatus={(text) => {
              const chosen = runStatus.safeParse(text);
              setStatus(chosen.success ? chosen.data : undefined);
              setPage(0);
            }}
          />
        }
        empty={
          <Empty
            small
            text={
              status === undefined
                ? 'No run has been read yet. Sync the connection, or import an exported file.'
                : 'No run has this status.'
            }
          />
        }
      />
      <PageTurner {...{ page, pageSize, total }} what="runs" onTurn={setPage} />
    </div>
  );
}
