import Button from '@mui/material/Button';
import { ClipboardPaste, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { errorParts } from '../../../api/error-parts.ts';
import { tableState } from '../../../components/data-table/table-state.tsx';
import { useProcedure } from '../../../api/useProcedure.ts';
import { DataTable } from '../../../components/data-table/DataTable.tsx';
import { Empty } from '../../../components/Empty.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import { usePasted } from '../../../state/pasted.ts';
import { useScreenCommands } from '../../../state/screen-commands.ts';
import { PasteServices } from './PasteServices.tsx';
import { serviceColumns } from './service-columns.tsx';
import { ServiceInspector } from './ServiceInspector.tsx';

const noPeople = [] as const;
const noServices = [] as const;
const noTeams = [] as const;

/** What is released: how much depends on it, who owns it, how its versions are written. */
export function ServicesSettings() {
  const list = useProcedure('services.list', {});
  const people = useProcedure('people.list', {}).data?.people ?? noPeople;
  const teams = useProcedure('teams.list', {}).data ?? noTeams;
  // 'new' is no id: ids are UUIDs.
  const [selected, setSelected] = useState<string | null>(null);
  const pasted = usePasted('services.paste');
  const { open: openPaste } = pasted;
  const services = list.data ?? noServices;
  const columns = useMemo(() => serviceColumns(people, teams), [people, teams]);
  const commands = useMemo(
    () => [
      { id: 'services.new', label: 'Add a service', key: 'n', run: () => setSelected('new') },
      { id: 'services.paste', label: 'Paste a list of services', run: () => openPaste('') },
    ],
    [openPaste],
  );
  useScreenCommands(commands);

  if (pasted.isOpen && list.data) {
    return <PasteServices pasted={pasted} services={services} people={people} teams={teams} />;
  }
  const addButton = (
    <>
      <Button startIcon={<ClipboardPaste />} onClick={() => pasted.open('')}>
        Paste a list
      </Button>
      <Button variant="contained" startIcon={<Plus />} onClick={() => setSelected('new')}>
        Add a service
      </Button>
    </>
  );
  const state = tableState(
    list,
    list.error && errorParts('The services could not be read', list.error),
  );
  const service = services.find(({ id }) => id === selected) ?? null;

  return (
    <SplitView
      fills
      inspector={
        (selected === 'new' || service !== null) && (
          <ServiceInspector
            key={selected}
            service={service}
            people={people}
            teams={teams}
            onClose={() => setSelected(null)}
            onSaved={setSelected}
          />
        )
      }
    >
      <DataTable
        label="Services"
        remember="services"
        noun={['service', 'services']}
        rows={services}
        columns={columns}
        rowId={({ id }) => id}
        state={state}
        sort={{ key: 'name', descending: false }}
        filters={services.length > 0 && addButton}
        selectedId={selected}
        onSelect={setSelected}
        empty={
          <Empty
            text="Services are what a release ships a version of. How critical one is, and whether money moves through it, decides which gates a release gets."
            action={addButton}
          />
        }
      />
    </SplitView>
  );
}
