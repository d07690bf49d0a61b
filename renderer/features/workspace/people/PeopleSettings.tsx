import Button from '@mui/material/Button';
import { ClipboardPaste, UserRoundPlus } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { Person } from '#shared/model/workspace/people.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { tableState } from '../../../components/data-table/table-state.tsx';
import { useProcedure } from '../../../api/useProcedure.ts';
import { DataTable } from '../../../components/data-table/DataTable.tsx';
import { Empty } from '../../../components/Empty.tsx';
import { ImportLink } from '../../../components/ImportLink.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import { usePasted } from '../../../state/pasted.ts';
import { useScreenCommands } from '../../../state/screen-commands.ts';
import { TeamsSection } from '../teams/index.ts';
import { OwnRoles } from './OwnRoles.tsx';
import { PastePeople } from './PastePeople.tsx';
import { peopleColumns } from './people-columns.tsx';
import { PersonInspector } from './PersonInspector.tsx';
import styles from './people.module.css';

const noPeople = [] as const;
const noRoles = [] as const;

type PeopleSettingsProps = {
  selected?: string;
  /** What later areas know of somebody, such as when they are away. */
  more?: (person: Person) => ReactNode;
};

/** Who takes part: names, e-mail addresses and the roles they hold. */
export function PeopleSettings({ selected: named, more }: PeopleSettingsProps) {
  const list = useProcedure('people.list', {});
  // 'new' is no id: ids are UUIDs.
  const [selected, setSelected] = useState<string | null>(named ?? null);
  const pasted = usePasted('people.paste');
  const { open: openPaste } = pasted;
  const { people = noPeople, roles = noRoles } = list.data ?? {};
  const columns = useMemo(() => peopleColumns(roles), [roles]);
  const commands = useMemo(
    () => [
      { id: 'people.new', label: 'Add a person', key: 'n', run: () => setSelected('new') },
      { id: 'people.paste', label: 'Paste a list of people', run: () => openPaste('') },
    ],
    [openPaste],
  );
  useScreenCommands(commands);

  if (pasted.isOpen && list.data) {
    return <PastePeople pasted={pasted} people={people} roles={roles} />;
  }
  const addButton = (
    <>
      <Button startIcon={<ClipboardPaste />} onClick={() => pasted.open('')}>
        Paste a list
      </Button>
      <ImportLink />
      <Button variant="contained" startIcon={<UserRoundPlus />} onClick={() => setSelected('new')}>
        Add a person
      </Button>
    </>
  );
  const state = tableState(
    list,
    list.error && errorParts('The people could not be read', list.error),
  );
  const person = people.find(({ id }) => id === selected) ?? null;

  return (
    <SplitView
      fills
      inspector={
        (selected === 'new' || person !== null) && (
          <PersonInspector
            key={selected}
            person={person}
            more={more}
            roles={roles}
            onClose={() => setSelected(null)}
            onSaved={setSelected}
          />
        )
      }
    >
      <DataTable
        label="People"
        remember="people"
        noun={['person', 'people']}
        rows={people}
        columns={columns}
        rowId={({ id }) => id}
        state={state}
        sort={{ key: 'name', descending: false }}
        filters={people.length > 0 && addButton}
        selectedId={selected}
        onSelect={setSelected}
        empty={
          <Empty
            text="People decide at gates, own services and releases, and are recorded with what they do. Begin with yourself."
            action={addButton}
          />
        }
      />
      {list.data && (
        <div className={styles['under']}>
          <TeamsSection people={people} />
          <OwnRoles roles={roles} />
        </div>
      )}
    </SplitView>
  );
}
