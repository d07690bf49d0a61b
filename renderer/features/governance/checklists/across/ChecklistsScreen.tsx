import { useMemo, useState } from 'react';
import Button from '@mui/material/Button';
import { useNavigate } from '@tanstack/react-router';
import { Printer } from 'lucide-react';
import type { ChecklistRow } from '#shared/model/governance/checklists.ts';
import { dateIn, formatDate } from '#shared/rules/planning/zoned-time.ts';
import { useCommand } from '../../../../api/useCommand.ts';
import { errorParts } from '../../../../api/error-parts.ts';
import { tableState } from '../../../../components/data-table/table-state.tsx';
import { useProcedure } from '../../../../api/useProcedure.ts';
import { DataTable } from '../../../../components/data-table/DataTable.tsx';
import { Empty } from '../../../../components/Empty.tsx';
import { FilterButton } from '../../../../components/filter/FilterButton.tsx';
import { FilterChips } from '../../../../components/filter/FilterChips.tsx';
import { FilterWords } from '../../../../components/filter/FilterWords.tsx';
import { Segmented } from '../../../../components/form/Segmented.tsx';
import { PageHeader } from '../../../../components/PageHeader.tsx';
import { SplitView } from '../../../../components/SplitView.tsx';
import { showToast } from '../../../../components/toasts/toast-store.ts';
import { useNow } from '../../../../state/clock.ts';
import { undoOf } from '../../../../state/edits.ts';
import { releaseHref, useNames } from '../../../planning/releases/index.ts';
import { ChecklistTabs } from '../ChecklistTabs.tsx';
import { ItemInspector } from '../ItemInspector.tsx';
import { PrintSheet } from '../PrintSheet.tsx';
import { ChangeItems } from './ChangeItems.tsx';
import { addressOf, partsOf, shownRows, viewOf, whoseChoices } from './across-view.ts';
import type { AcrossView, ChecklistsSearch } from './across-view.ts';
import { itemColumns } from './item-columns.tsx';
import styles from './across.module.css';

const noRows: readonly ChecklistRow[] = [];

/** The items of all open releases: mine, of my roles, everybody's; the next due first. */
export function ChecklistsScreen({ search }: { search: ChecklistsSearch }) {
  const now = useNow();
  const navigate = useNavigate();
  const open = useProcedure('workspace.state', {}).data?.open;
  const { names } = useNames();
  const view = useMemo(() => viewOf(search), [search]);
  const [text, setText] = useState('');
  const list = useProcedure(
    'checklists.across',
    { settled: view.due.includes('settled') },
    { keepPrevious: true },
  );
  const all = list.data ?? noRows;
  const rows = useMemo(() => shownRows(all, view, text, names), [all, view, text, names]);
  const [selected, setSelected] = useState<string | null>(null);
  const [changing, setChanging] = useState<{ ids: readonly string[]; clear: () => void } | null>(
    null,
  );
  const { markDone, refusal } = useMarkDone();
  const today = dateIn(now, open?.workspace.zone ?? 'UTC');
  const mayWrite = open?.readOnly === null;
  const columns = useMemo(
    () => itemColumns({ names, today, markDone: mayWrite ? markDone : null }),
    [names, today, mayWrite, markDone],
  );
  const show = (next: AcrossView) =>
    void navigate({ to: '/checklists', search: addressOf(next), replace: true });
  const parts = partsOf(view, all);
  const row = all.find(({ id }) => id === selected);
  const isNarrowed = parts.some(({ chosen }) => chosen.length > 0) || text !== '';
  const clear = () => {
    setText('');
    show({ ...view, due: [], phases: [], releases: [] });
  };
  const state = tableState(
    list,
    list.error && errorParts('The checklists could not be read', list.error),
  );
  return (
    <>
      <PageHeader
        title="Checklists"
        actions={
          <Button
            startIcon={<Printer />}
            disabled={rows.length === 0}
            onClick={() => window.print()}
          >
            Print
          </Button>
        }
      >
        <ChecklistTabs current="items" />
      </PageHeader>
      <SplitView
        fills
        inspector={
          row !== undefined && (
            <ItemInspector
              key={row.id}
              releaseId={row.releaseId}
              itemId={row.id}
              names={names}
              editable={mayWrite}
              release={{ name: row.release, href: releaseHref(row.releaseId, 'checklist', row.id) }}
              onClose={() => setSelected(null)}
            />
          )
        }
      >
        {refusal !== null && (
          <p className={styles['refusal']} role="alert">
            {refusal}
          </p>
        )}
        <DataTable
          label="Checklist items"
          remember="checklists"
          rows={rows}
          columns={columns}
          rowId={idOf}
          state={state}
          noun={['item', 'items']}
          lines={2}
          selectedId={selected}
          onSelect={setSelected}
          markable={mayWrite}
          markedActions={(ids, clearMarks) => (
            <div className={styles['marked']}>
              <Button onClick={() => setChanging({ ids, clear: clearMarks })}>
                Change owner, date or state
              </Button>
              <Button variant="text" onClick={clearMarks}>
                Unmark all
              </Button>
            </div>
          )}
          filters={
            <>
              <Segmented
                label="Whose items"
                choices={whoseChoices}
                value={view.whose}
                onPick={(whose) => show({ ...view, whose })}
              />
              <FilterWords
                what="items"
                placeholder="Words, release, owner"
                text={text}
                onText={setText}
              />
              <FilterButton what="the items" parts={parts} onView={show} />
            </>
          }
          under={<FilterChips parts={parts} onView={show} onClear={clear} />}
          empty={
            <Empty
              text={emptyWords(view, all.length, isNarrowed)}
              action={
                isNarrowed ? (
                  <Button onClick={clear}>Clear all filters</Button>
                ) : view.whose !== 'all' && all.length > 0 ? (
                  <Button onClick={() => show({ ...view, whose: 'all' })}>Show everybody’s</Button>
                ) : undefined
              }
            />
          }
        />
      </SplitView>
      {changing !== null && (
        <ChangeItems
          ids={changing.ids}
          names={names}
          onDone={changing.clear}
          onClose={() => setChanging(null)}
        />
      )}
      <PrintSheet
        title="Checklists"
        note={`${rows.length} items on ${formatDate(today, today)}`}
        lists={listsOf(rows)}
        names={names}
        today={today}
      />
    </>
  );
}

const idOf = ({ id }: ChecklistRow) => id;

function useMarkDone() {
  const { run } = useCommand('checklists.setItem');
  const [refusal, setRefusal] = useState<string | null>(null);
  const markDone = useMemo(
    () =>
      async ({ id, rev }: ChecklistRow) => {
        const answer = await run({ id, rev, state: 'done' });
        setRefusal(answer.ok ? null : answer.error.message);
        if (answer.ok) showToast({ text: 'Marked done', undo: undoOf(answer) });
      },
    [run],
  );
  return {
    markDone: useMemo(() => (row: ChecklistRow) => void markDone(row), [markDone]),
    refusal,
  };
}

/** Release by release, in the order their first item is due. */
function listsOf(rows: readonly ChecklistRow[]) {
  return [...Map.groupBy(rows, ({ releaseId }) => releaseId).values()].map((items) => ({
    name: items[0]?.release ?? null,
    items,
  }));
}

function emptyWords({ whose }: AcrossView, total: number, isNarrowed: boolean): string {
  if (isNarrowed) return 'No item fits these filters.';
  if (total === 0) {
    return 'What has to be true before each phase of an open release ends. Nothing is open; releases bring their items from templates.';
  }
  if (whose === 'mine') return 'None of the open items is yours.';
  return 'None of the open items is yours or of one of your roles.';
}
