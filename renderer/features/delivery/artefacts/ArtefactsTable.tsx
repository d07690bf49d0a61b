import { useMemo, useState } from 'react';
import type { ArtefactView } from '#shared/contract/delivery/artefacts.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { DataTable } from '../../../components/data-table/DataTable.tsx';
import { tableState } from '../../../components/data-table/table-state.tsx';
import { Empty } from '../../../components/Empty.tsx';
import { FilterWords } from '../../../components/filter/FilterWords.tsx';
import { PageTurner } from '../../../components/PageTurner.tsx';
import { useNow } from '../../../state/clock.ts';
import { artefactColumns } from './artefact-columns.tsx';
import styles from './artefacts.module.css';

/** As many as one answer takes; more than anybody reads without a filter. */
const pageSize = 1000;

const none: readonly ArtefactView[] = [];

type ArtefactsTableProps = {
  connectionId: string;
  /** The services of the workspace by id. */
  services: ReadonlyMap<string, string>;
  selectedId: string | null;
  onSelect: (artefact: ArtefactView | null) => void;
};

/** The artefacts of a connection, newest first, a thousand at a time. */
export function ArtefactsTable({
  connectionId,
  services,
  selectedId,
  onSelect,
}: ArtefactsTableProps) {
  const [text, setText] = useState('');
  const [page, setPage] = useState(0);
  const list = useProcedure(
    'artefacts.list',
    { connectionId, text, limit: pageSize, offset: page * pageSize },
    { keepPrevious: true },
  );
  const zone = useProcedure('workspace.state', {}).data?.open?.workspace.zone ?? 'UTC';
  const now = useNow();
  const columns = useMemo(() => artefactColumns({ zone, now, services }), [zone, now, services]);
  const artefacts = list.data?.artefacts ?? none;
  const total = list.data?.total ?? 0;
  return (
    <div className={styles['artefacts']}>
      <DataTable
        label="Artefacts"
        remember="artefacts of one"
        noun={['artefact', 'artefacts']}
        rows={artefacts}
        columns={columns}
        rowId={({ id }) => id}
        state={tableState(
          list,
          list.error && errorParts('The artefacts could not be read', list.error),
        )}
        selectedId={selectedId}
        onSelect={(id) => onSelect(artefacts.find((each) => each.id === id) ?? null)}
        filters={
          <FilterWords
            what="artefacts"
            placeholder="Name, version, digest"
            text={text}
            onText={(typed) => {
              setText(typed);
              setPage(0);
            }}
          />
        }
        empty={
          <Empty
            small
            text={
              text.trim() === ''
                ? 'No artefact has been read yet. Sync this connection, or import an exported file.'
                : 'No artefact has this in its name, version or digest.'
            }
          />
        }
      />
      <PageTurner {...{ page, pageSize, total }} what="artefacts" onTurn={setPage} />
    </div>
  );
}
