import { useMemo, useState } from 'react';
import type { ImportedDeployment } from '#shared/contract/delivery/deployments.ts';
import { runStatus, type RunStatus } from '#shared/model/delivery/pipelines.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { DataTable } from '../../../components/data-table/DataTable.tsx';
import { tableState } from '../../../components/data-table/table-state.tsx';
import { Empty } from '../../../components/Empty.tsx';
import { PageTurner } from '../../../components/PageTurner.tsx';
import { useNow } from '../../../state/clock.ts';
import { RunFilters } from '../pipelines/index.ts';
import { deploymentColumns } from './deployment-columns.tsx';
import styles from './deployments.module.css';

/** As many as one answer takes; more than anybody reads without a filter. */
const pageSize = 1000;

const none: readonly ImportedDeployment[] = [];

type DeploymentsTableProps = {
  /** Of one connection; of all of them without it. */
  connectionId?: string;
  selectedId?: string | null;
  onSelect?: (deployment: ImportedDeployment | null) => void;
};

/** What the providers deployed, newest first, a thousand at a time. */
export function DeploymentsTable({ connectionId, selectedId, onSelect }: DeploymentsTableProps) {
  const [status, setStatus] = useState<RunStatus | undefined>(undefined);
  const [page, setPage] = useState(0);
  const list = useProcedure(
    'deployments.imported',
    { connectionId, status, limit: pageSize, offset: page * pageSize },
    { keepPrevious: true },
  );
  const ours = useProcedure('environments.list', {}).data;
  const zone = useProcedure('workspace.state', {}).data?.open?.workspace.zone ?? 'UTC';
  const now = useNow();
  const ofOne = connectionId !== undefined;
  const columns = useMemo(() => {
    const environments = new Map(ours?.map(({ id, name }) => [id, name]));
    return deploymentColumns({ zone, now, environments, ofOne });
  }, [zone, now, ours, ofOne]);
  const deployments = list.data?.deployments ?? none;
  const total = list.data?.total ?? 0;
  const state = tableState(
    list,
    list.error && errorParts('The deployments could not be read', list.error),
  );

  return (
    <div className={styles['deployments']}>
      <DataTable
        label="Deployments"
        remember={ofOne ? 'deployments of one' : 'deployments'}
        noun={['deployment', 'deployments']}
        rows={deployments}
        columns={columns}
        rowId={({ id }) => id}
        state={state}
        selectedId={selectedId}
        onSelect={
          onSelect && ((id) => onSelect(deployments.find((each) => each.id === id) ?? null))
        }
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
                ? 'No deployment has been read yet. Sync a connection whose provider deploys, or import an exported file.'
                : 'No deployment has this status.'
            }
          />
        }
      />
      <PageTurner {...{ page, pageSize, total }} what="deployments" onTurn={setPage} />
    </div>
  );
}
