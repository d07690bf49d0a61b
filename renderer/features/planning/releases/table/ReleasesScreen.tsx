import { useCallback, useMemo, useState } from 'react';
import Button from '@mui/material/Button';
import { Link, useNavigate } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { mostAtOnce } from '#shared/model/planning/bulk-edit.ts';
import type { TableRelease, TableView, Whole } from '#shared/model/planning/release-table.ts';
import { countChosen } from '#shared/rules/planning/release-filter.ts';
import { errorParts } from '../../../../api/error-parts.ts';
import { tableState } from '../../../../components/data-table/table-state.tsx';
import { useProcedure } from '../../../../api/useProcedure.ts';
import { DataTable } from '../../../../components/data-table/DataTable.tsx';
import { useTableLayout } from '../../../../components/data-table/table-layout.ts';
import type { TableLayout } from '../../../../components/data-table/table-layout.ts';
import type { TableColumn } from '../../../../components/data-table/table-types.ts';
import { FilterChips } from '../../../../components/filter/FilterChips.tsx';
import { Empty } from '../../../../components/Empty.tsx';
import { ImportLink } from '../../../../components/ImportLink.tsx';
import { PageHeader } from '../../../../components/PageHeader.tsx';
import { SplitView } from '../../../../components/SplitView.tsx';
import { useNow } from '../../../../state/clock.ts';
import { useScreenCommands } from '../../../../state/screen-commands.ts';
import { ViewMenu } from '../../../workspace/views/index.ts';
import { NeededFirst } from '../NeededFirst.tsx';
import { useNames } from '../use-names.ts';
import { BulkDialog } from './BulkDialog.tsx';
import { cleared, filterParts } from './filter-choices.ts';
import { ReleaseFilters } from './ReleaseFilters.tsx';
import { columnKeys, releaseColumns } from './release-columns.tsx';
import { riskRegister } from './RiskRegisterLink.tsx';
import styles from './releases.module.css';
import { emptyWords, goneWords } from './table-words.ts';
import { useGrouping, useReleaseTable } from './use-release-table.ts';
import { useTableView, viewScreen } from './use-table-view.ts';
import type { ReleasesSearch } from './view-address.ts';

/** All releases, the next ones first: narrowed, grouped, arranged by saved views, changed many at once. */
export function ReleasesScreen({ search }: { search: ReleasesSearch }) {
  const now = useNow();
  const navigate = useNavigate();
  const zone = useProcedure('workspace.state', {}).data?.open?.workspace.zone ?? 'UTC';
  const { names, loaded } = useNames();
  const layout = useTableLayout('releases', layoutColumns, undefined);
  const arrangement = useTableView(search, names, loaded, layout);
  const { view, opened, saved, show, text } = arrangement;
  const { table, total, rows, standings, healths, isWhole, onSight, forCopy } = useReleaseTable(
    view,
    text,
    names,
    layout[0].visibility['health'] === true,
  );
  const columns = useMemo(
    () => releaseColumns({ names, zone, now, standings, healths, isWhole }),
    [names, zone, now, standings, healths, isWhole],
  );
  const wholes = table.data?.wholes ?? noWholes;
  const grouping = useGrouping(view.group, names);
  const [changing, setChanging] = useState<readonly string[] | null>(null);
  const columnsToCopy = useCallback(
    async (wanted: readonly TableRelease[]) => {
      const known = await forCopy(wanted.map(({ id }) => id));
      return releaseColumns({ names, zone, now, standings: known, healths, isWhole }).map(
        withoutGaps,
      );
    },
    [forCopy, names, zone, now, healths, isWhole],
  );
  useNewReleaseCommand();

  const isNew = total === 0 && table.data !== undefined && view.which !== 'closed';
  const isReady =
    names.people.length > 0 && names.services.length > 0 && names.environments.length > 0;
  const isNarrowed = text !== '' || countChosen(view) > 0;
  const clear = () => {
    arrangement.type('');
    show(cleared(view));
  };
  const current = { ...view, text, ...arrangedBy(layout[0]) };
  return (
    <>
      <PageHeader
        title="Releases"
        beside={
          <ViewMenu
            screen={viewScreen}
            plain="All open releases"
            keeps="It keeps the filter, the grouping, the order and the columns."
            views={arrangement.list.data ?? []}
            opened={opened}
            current={current}
            isChanged={saved !== null && !isSame(saved, current)}
            onOpen={arrangement.open}
          />
        }
        actions={
          <>
            {riskRegister}
            <ImportLink />
            {newRelease}
          </>
        }
      />
      <SplitView fills>
        <Gone words={goneWords(arrangement.gone, arrangement.isGone, opened?.name)} />
        <DataTable
          label="Releases"
          remember="releases"
          layout={layout}
          rows={rows}
          columns={columns}
          rowId={idOf}
          lines={2}
          grouping={grouping}
          onSight={onSight}
          columnsToCopy={columnsToCopy}
          state={
            loaded
              ? tableState(
                  table,
                  table.error && errorParts('The releases could not be read', table.error),
                )
              : { kind: 'loading' }
          }
          noun={['release', 'releases']}
          markable
          markedActions={(ids, clear) => (
            <Marked ids={ids} onClear={clear} onChange={() => setChanging(ids)} />
          )}
          filters={
            <ReleaseFilters
              view={view}
              text={text}
              names={names}
              wholes={wholes}
              onView={show}
              onText={arrangement.type}
            />
          }
          under={
            <FilterChips parts={filterParts(view, names, wholes)} onView={show} onClear={clear} />
          }
          empty={
            isNew && !isReady ? (
              <NeededFirst names={names} />
            ) : (
              <Empty
                text={emptyWords(view, text, total)}
                action={
                  isNarrowed && total > 0 ? (
                    <Button onClick={clear}>Clear all filters</Button>
                  ) : undefined
                }
              />
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
      {changing !== null && (
        <BulkDialog ids={changing} names={names} onClose={() => setChanging(null)} />
      )}
    </>
  );
}

const noWholes: readonly Whole[] = [];
const idOf = ({ id }: TableRelease) => id;

/** The layout looks at keys and at what is shown at first, not at cells. */
const layoutColumns = columnKeys.map((key) => ({
  ...{ key, header: key, value: () => null },
  hidden: ['health', 'number', 'type', 'phase', 'outcome', 'partOf'].includes(key),
}));

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

function useNewReleaseCommand(): void {
  const navigate = useNavigate();
  const commands = useMemo(() => {
    const run = () => void navigate({ to: '/releases/new' });
    return [{ id: 'new-release', label: 'New release', key: 'n', run }];
  }, [navigate]);
  useScreenCommands(commands);
}

function Gone({ words }: { words: string }) {
  return words === '' ? null : (
    <p className={styles['gone']} role="status">
      {words}
    </p>
  );
}

type MarkedProps = { ids: readonly string[]; onChange: () => void; onClear: () => void };

function Marked({ ids, onChange, onClear }: MarkedProps) {
  const isTooMany = ids.length > mostAtOnce;
  return (
    <div className={styles['marked']}>
      <Button onClick={onChange} disabled={isTooMany}>
        Change…
      </Button>
      <Button variant="text" onClick={onClear}>
        Take the marks away
      </Button>
      {isTooMany && <span>At most {mostAtOnce} are changed at once.</span>}
    </div>
  );
}

/** Order and columns as a saved view keeps them. */
function arrangedBy({ sorting, visibility }: TableLayout): Pick<TableView, 'sort' | 'columns'> {
  const [first] = sorting;
  return {
    sort: first === undefined ? null : { key: first.id, descending: first.desc },
    columns: columnKeys.filter((key) => visibility[key] !== false),
  };
}

function isSame(a: TableView, b: TableView): boolean {
  const columns = a.columns ?? b.columns;
  return JSON.stringify({ ...a, columns }) === JSON.stringify(b);
}

/** In a copy a cell that is empty would read as nothing in the way. */
function withoutGaps(column: TableColumn<TableRelease>): TableColumn<TableRelease> {
  if (column.key !== 'standing') return column;
  return { ...column, value: (row) => column.value(row) ?? 'not judged' };
}
