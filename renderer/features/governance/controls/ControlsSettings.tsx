import { useMemo, useState } from 'react';
import Button from '@mui/material/Button';
import { FileDown, Library, Plus } from 'lucide-react';
import { errorParts } from '../../../api/error-parts.ts';
import { tableState } from '../../../components/data-table/table-state.tsx';
import { useProcedure } from '../../../api/useProcedure.ts';
import { DataTable } from '../../../components/data-table/DataTable.tsx';
import { Empty } from '../../../components/Empty.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import { useScreenCommands } from '../../../state/screen-commands.ts';
import { controlColumns } from './control-columns.tsx';
import type { Coverage, RegisteredControl } from './control-columns.tsx';
import { ControlInspector } from './ControlInspector.tsx';
import { ExportControls } from './ExportControls.tsx';
import { OfferedControls } from './OfferedControls.tsx';

const noControls: readonly RegisteredControl[] = [];
const noGates: readonly { key: string; name: string }[] = [];
const noCoverage: readonly Coverage[] = [];

/** What laws, standards and contracts ask for, what proves it, and how it stands in the open releases. */
export function ControlsSettings() {
  const list = useProcedure('controls.list', {});
  const covered = useProcedure('controls.coverage', {}).data;
  const editable = useProcedure('workspace.state', {}).data?.open?.readOnly === null;
  // 'new' is no id: ids are UUIDs.
  const [selected, setSelected] = useState<string | null>(null);
  const [dialog, setDialog] = useState<'offered' | 'export' | null>(null);
  const controls = list.data?.controls ?? noControls;
  const gates = list.data?.gates ?? noGates;
  const offered = list.data?.offered ?? [];
  const coverage = useMemo(
    () => new Map((covered?.controls ?? noCoverage).map((each) => [each.id, each])),
    [covered],
  );
  const columns = useMemo(() => {
    const gateNames = new Map(gates.map(({ key, name }) => [key, name]));
    return controlColumns({ gateNames, coverage });
  }, [gates, coverage]);
  const commands = useMemo(
    () => [
      { id: 'controls.new', label: 'Enter a control', key: 'n', run: () => setSelected('new') },
      { id: 'controls.export', label: 'Export for an auditor', run: () => setDialog('export') },
    ],
    [],
  );
  useScreenCommands(commands);
  const control = controls.find(({ id }) => id === selected) ?? null;
  const enter = (
    <>
      {offered.length > 0 && (
        <Button startIcon={<Library />} onClick={() => setDialog('offered')}>
          Take common ones
        </Button>
      )}
      <Button variant="contained" startIcon={<Plus />} onClick={() => setSelected('new')}>
        Enter a control
      </Button>
    </>
  );
  const state = tableState(
    list,
    list.error && errorParts('The controls could not be read', list.error),
  );
  return (
    <SplitView
      fills
      inspector={
        (selected === 'new' || control !== null) && (
          <ControlInspector
            key={selected}
            control={control}
            gates={gates}
            coverage={control === null ? undefined : coverage.get(control.id)}
            onClose={() => setSelected(null)}
            onSaved={setSelected}
          />
        )
      }
    >
      <DataTable
        label="Controls"
        remember="controls"
        noun={['control', 'controls']}
        rows={controls}
        columns={columns}
        rowId={({ id }) => id}
        state={state}
        sort={{ key: 'key', descending: false }}
        filters={
          controls.length > 0 && (
            <>
              <Button startIcon={<FileDown />} onClick={() => setDialog('export')}>
                Export for an auditor
              </Button>
              {editable && enter}
              {covered !== undefined && covered.looked < covered.open && (
                <span>
                  The next {covered.looked} of {covered.open} open releases are looked at.
                </span>
              )}
            </>
          )
        }
        selectedId={selected}
        onSelect={setSelected}
        empty={
          <Empty
            text="A control is something a law, a standard or a contract asks for, with what proves that it is kept: gates that passed, and evidence. Releases show which apply to them and are met."
            action={editable && enter}
          />
        }
      />
      {dialog === 'offered' && (
        <OfferedControls offered={offered} onClose={() => setDialog(null)} />
      )}
      {dialog === 'export' && (
        <ExportControls controls={controls} onClose={() => setDialog(null)} />
      )}
    </SplitView>
  );
}
