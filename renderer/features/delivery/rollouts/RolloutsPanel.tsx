import { useMemo, useState } from 'react';
import type { RolloutView } from '#shared/contract/delivery/rollouts.ts';
import { runStatus, type RunStatus } from '#shared/model/delivery/pipelines.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { DataTable } from '../../../components/data-table/DataTable.tsx';
import { tableState } from '../../../components/data-table/table-state.tsx';
import { Empty } from '../../../components/Empty.tsx';
import { PageTurner } from '../../../components/PageTurner.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import { useNow } from '../../../state/clock.ts';
import { RunFilters } from '../pipelines/index.ts';
import { rolloutColumns } from './rollout-columns.tsx';
import { RolloutInspector } from './RolloutInspector.tsx';
import styles from './rollouts.module.css';

/** As many as one answer takes; more than anybody reads without a filter. */
const pageSize = 1000;

const none: readonly RolloutView[] = [];

/** Where what a connection tells of stands now, by name, with the selected one beside it. */
export function RolloutsPanel({ connectionId }: { connectionId: string }) {
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [status, setStatus] = useState<RunStatus | undefined>(undefined);
  const [page, setPage] = useState(0);
  const list = useProcedure(
    'rollouts.list',
    { connectionId, status, limit: pageSize, offset: page * pageSize },
    { keepPrevious: true },
  );
  const ours = useProcedure('environments.list', {}).data;
  const zone = useProcedure('workspace.state', {}).data?.open?.workspace.zone ?? 'UTC';
  const now = useNow();
  const environments = useMemo(() => new Map(ours?.map(({ id, name }) => [id, name])), [ours]);
  const columns = useMemo(
    () => rolloutColumns({ zone, now, environments }),
    [zone, now, environments],
  );
  const rollouts = list.data?.rollouts ?? none;
  // As the list has it now: a sync beside it changes what is told.
  const chosen = rollouts.find(({ id }) => id === chosenId);
  const failed = list.error && errorParts('The roll-outs could not be read', list.error);

  return (
    <SplitView
      fills
      inspector={
        chosen && (
          <RolloutInspector
            {...{ rollout: chosen, environments, zone, now }}
            onClose={() => setChosenId(null)}
          />
        )
      }
    >
      <div className={styles['rollouts']}>
        <DataTable
          label="Roll-outs"
          remember="roll-outs"
          noun={['roll-out', 'roll-outs']}
          rows={rollouts}
          columns={columns}
          rowId={({ id }) => id}
          state={tableState(list, failed)}
          selectedId={chosen?.id ?? null}
          onSelect={setChosenId}
          filters={
            <RunFilters
              status={status}
              onStatus={(text) => {
                const picked = runStatus.safeParse(text);
                setStatus(picked.success ? picked.data : undefined);
                setPage(0);
              }}
            />
          }
          empty={
            <Empty
              small
              text={
                status === undefined
                  ? 'Nothing that runs has been read yet. Sync, or import an exported file.'
                  : 'Nothing has this status.'
              }
            />
          }
        />
        <PageTurner
          {...{ page, pageSize, total: list.data?.total ?? 0 }}
          what="roll-outs"
          onTurn={setPage}
        />
      </div>
    </SplitView>
  );
}
