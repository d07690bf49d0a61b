import { useMemo } from 'react';
import Button from '@mui/material/Button';
import { Plus } from 'lucide-react';
import { errorParts } from '../../../api/error-parts.ts';
import { tableState } from '../../../components/data-table/table-state.tsx';
import { useProcedure } from '../../../api/useProcedure.ts';
import { DataTable } from '../../../components/data-table/DataTable.tsx';
import { Empty } from '../../../components/Empty.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import { useScreenCommands } from '../../../state/screen-commands.ts';
import { windowColumns } from './window-columns.tsx';
import { WindowInspector } from './WindowInspector.tsx';

type WindowTableProps = {
  selected: string | null;
  zone: string;
  now: string;
  onSelect: (id: string | null) => void;
  onEdit: (id: string) => void;
  onAdd: () => void;
};

const noWindows = [] as const;

/** Every window, with what it is now or next; the opened one beside it. */
export function WindowTable({ selected, zone, now, ...on }: WindowTableProps) {
  const { onEdit } = on;
  const commands = useMemo(
    () =>
      selected === null
        ? []
        : [{ id: 'windows.edit', label: 'Edit the window', key: 'e', run: () => onEdit(selected) }],
    [selected, onEdit],
  );
  useScreenCommands(commands);
  const list = useProcedure('windows.list', {});
  const windows = list.data ?? noWindows;
  const columns = useMemo(() => windowColumns(zone, now), [zone, now]);
  const addButton = (
    <Button variant="contained" startIcon={<Plus />} onClick={on.onAdd}>
      Add a window
    </Button>
  );
  const state = tableState(
    list,
    list.error && errorParts('The windows could not be read', list.error),
  );
  const opened = windows.find(({ id }) => id === selected);
  return (
    <SplitView
      fills
      inspector={
        opened !== undefined && (
          <WindowInspector
            key={opened.id}
            window={opened}
            now={now}
            onClose={() => on.onSelect(null)}
            onEdit={() => on.onEdit(opened.id)}
          />
        )
      }
    >
      <DataTable
        label="Windows"
        remember="windows"
        noun={['window', 'windows']}
        rows={windows}
        columns={columns}
        rowId={({ id }) => id}
        state={state}
        sort={{ key: 'next', descending: false }}
        filters={windows.length > 0 && addButton}
        selectedId={selected}
        onSelect={on.onSelect}
        onOpen={({ id }) => on.onEdit(id)}
        empty={
          <Empty
            text="Windows say when deployments may happen, and when they may not: deployment windows, freezes, maintenance, peak periods. The calendar shows them, and every move is held against them."
            action={addButton}
          />
        }
      />
    </SplitView>
  );
}
