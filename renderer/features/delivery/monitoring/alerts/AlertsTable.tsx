import { useMemo, useState } from 'react';
import type { AlertView } from '#shared/contract/delivery/monitoring.ts';
import { runStatus, type RunStatus } from '#shared/model/delivery/pipelines.ts';
import { errorParts } from '../../../../api/error-parts.ts';
import { useProcedure } from '../../../../api/useProcedure.ts';
import { DataTable } from '../../../../components/data-table/DataTable.tsx';
import { tableState } from '../../../../components/data-table/table-state.tsx';
import { Empty } from '../../../../components/Empty.tsx';
import { PageTurner } from '../../../../components/PageTurner.tsx';
import { useNow } from '../../../../state/clock.ts';
import { RunFilters } from '../../pipelines/index.ts';
import styles from '../monitoring.module.css';
import { alertColumns } from './alert-columns.tsx';
import { alertStatusOptions } from './alert-words.ts';

/** As many as one answer takes; more than anybody reads without a filter. */
const pageSize = 1000;

const none: readonly AlertView[] = [];

type AlertsTableProps = {
  connectionId: string;
  selectedId: string | null;
  onSelect: (alert: AlertView | null) => void;
};

/** The alerts of a connection, those that began last first, a thousand at a time. */
export function AlertsTable({ connectionId, selectedId, onSelect }: AlertsTableProps) {
  const [status, setStatus] = useState<RunStatus | undefined>(undefined);
  const [page, setPage] = useState(0);
  const list = useProcedure(
    'monitoring.alerts',
    { connectionId, status, limit: pageSize, offset: page * pageSize },
    { keepPrevious: true },
  );
  const zone = useProcedure('workspace.state', {}).data?.open?.workspace.zone ?? 'UTC';
  const now = useNow();
  const columns = useMemo(() => alertColumns({ zone, now }), [zone, now]);
  const alerts = list.data?.alerts ?? none;
  const total = list.data?.total ?? 0;
  const state = tableState(
    list,
    list.error && errorParts('The alerts could not be read', list.error),
  );
  return (
    <div className={styles['alerts']}>
      <DataTable
        label="Alerts"
        remember="alerts of one"
        noun={['alert', 'alerts']}
        rows={alerts}
        columns={columns}
        rowId={({ id }) => id}
        state={state}
        selectedId={selectedId}
        onSelect={(id) => onSelect(alerts.find((each) => each.id === id) ?? null)}
        filters={
          <RunFilters
            status={status}
            options={alertStatusOptions}
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
                ? 'No alert has been read yet. Sync, or import an exported file; while nothing fires there is none.'
                : 'No alert has this status.'
            }
          />
        }
      />
      <PageTurner {...{ page, pageSize, total }} what="alerts" onTurn={setPage} />
    </div>
  );
}
