import { useState } from 'react';
import type { Person } from '#shared/model/workspace/people.ts';
import type { Team } from '#shared/model/workspace/teams.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { CheckboxInput } from '../../../components/form/CheckboxInput.tsx';
import { FieldGroup } from '../../../components/form/Field.tsx';
import { TextInput } from '../../../components/form/TextInput.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';
import styles from './teams.module.css';

type TeamDialogProps = {
  /** Null for a new one. */
  team: Team | null;
  people: readonly Person[];
  onClose: () => void;
};

/** Names a team and says who is in it. */
export function TeamDialog({ team, people, onClose }: TeamDialogProps) {
  const { run } = useCommand('teams.save');
  const [name, setName] = useState(team?.name ?? '');
  const [memberIds, setMemberIds] = useState<readonly string[]>(team?.memberIds ?? []);
  const turn = (id: string) =>
    setMemberIds(
      memberIds.includes(id) ? memberIds.filter((each) => each !== id) : [...memberIds, id],
    );
  const isOffered = ({ id, leftOn }: Person) =>
    leftOn === null || (team?.memberIds.includes(id) ?? false);
  const send = async () => {
    const answer = await run({ id: team?.id, rev: team?.rev, name, memberIds: [...memberIds] });
    if (!answer.ok) {
      const named = answer.error.fields?.['name'];
      return named === undefined ? answer.error.message : `The name ${named}.`;
    }
    const text =
      team === null ? `Team ${answer.value.name} added` : `Team ${answer.value.name} saved`;
    showToast({ text, undo: undoOf(answer) });
    return null;
  };
  const action = team === null ? 'Add the team' : 'Save the team';
  const title = team === null ? 'Add a team' : 'Change the team';
  return (
    <FormDialog title={title} action={action} onSend={send} onClose={onClose}>
      <TextInput
        autoFocus
        label="Name"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <FieldGroup label="Members" optional>
        <div className={styles['members']}>
          {people.filter(isOffered).map((person) => (
            <CheckboxInput
              key={person.id}
              label={person.leftOn === null ? person.name : `${person.name} (left)`}
              checked={memberIds.includes(person.id)}
              onChange={() => turn(person.id)}
            />
          ))}
        </div>
      </FieldGroup>
    </FormDialog>
  );
}
