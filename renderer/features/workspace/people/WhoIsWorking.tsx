import { Check } from 'lucide-react';
import { useState } from 'react';
import { errorParts } from '../../../api/error-parts.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { TextInput } from '../../../components/form/TextInput.tsx';
import { PanelList, PanelRow } from '../../../components/Panel.tsx';
import { Person } from '../../../components/Person.tsx';
import { AddYourself } from './AddYourself.tsx';
import { matchingPeople, rolesInWords } from './role-words.ts';
import styles from './people.module.css';

type WhoIsWorkingProps = {
  /** Id of the person who is chosen now; null when nobody is. */
  chosenId: string | null;
  onChosen: () => void;
};

/** From this many people on, typing finds somebody faster than reading. */
const worthFiltering = 8;

/** Chooses who works on this device in this workspace. */
export function WhoIsWorking({ chosenId, onChosen }: WhoIsWorkingProps) {
  const list = useProcedure('people.list', {});
  const actAs = useCommand('workspace.actAs');
  const [typed, setTyped] = useState('');

  async function choose(personId: string): Promise<void> {
    if (personId === chosenId || (await actAs.run({ personId })).ok) onChosen();
  }

  if (list.isError) {
    return (
      <ErrorPanel
        {...errorParts('The people could not be read', list.error)}
        onRetry={() => void list.refetch()}
      />
    );
  }
  const { people: all = [], roles = [] } = list.data ?? {};
  const people = all.filter(({ leftOn }) => leftOn === null);
  const found = matchingPeople(people, roles, typed);
  return (
    <div className={styles['who']}>
      <p className={styles['lead']}>
        Everything you do is recorded under this name, on this device and in this workspace only.
        There is no password: Slipway takes your word for it, and says so wherever a decision shows.
      </p>
      {actAs.error && <ErrorPanel {...errorParts('The choice was not kept', actAs.error)} />}
      {people.length >= worthFiltering && (
        <TextInput
          label="Find by name or role"
          type="search"
          width={560}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
      {found.length > 0 && (
        <div className={styles['choices']}>
          <PanelList label="People of this workspace">
            {found.map((person) => (
              <PanelRow
                key={person.id}
                lead={<Person name={person.name} discOnly size="large" />}
                title={<bdi>{person.name}</bdi>}
                note={rolesInWords(person, roles)}
                selected={person.id === chosenId}
                end={person.id === chosenId && <Check size={16} aria-label="Working now" />}
                onOpen={() => void choose(person.id)}
              />
            ))}
          </PanelList>
        </div>
      )}
      {found.length === 0 && people.length > 0 && (
        <p className={styles['lead']}>Nobody here is called that. Add yourself below.</p>
      )}
      {list.data && (
        <AddYourself isFirst={people.length === 0} name={typed} roles={roles} onAdded={choose} />
      )}
    </div>
  );
}
