import { zodResolver } from '@hookform/resolvers/zod';
import Button from '@mui/material/Button';
import { z } from 'zod';
import { shortText, zone } from '#shared/model/primitives.ts';
import { profile, type Workspace } from '#shared/model/workspace/workspace.ts';
import { messageOf, showFieldErrors } from '../../../api/field-errors.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { FormConflict } from '../../../components/editing/FormConflict.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { ChoiceInput } from '../../../components/form/ChoiceInput.tsx';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { TextInput } from '../../../components/form/TextInput.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { Section } from '../../../components/Section.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';
import { useSavedForm } from '../../../state/saved-form.ts';
import { profileChoices, profileName, separationHelp } from './profile-words.ts';
import styles from './settings.module.css';
import { zoneOptions } from './zones.ts';

const fields = z.object({ name: shortText, zone, profile });
type Fields = z.infer<typeof fields>;

/** Name, zone and profile, with what each sets off. */
export function WorkspaceFields({ workspace }: { workspace: Workspace }) {
  const save = useCommand('workspace.update');
  const saved: Fields = { name: workspace.name, zone: workspace.zone, profile: workspace.profile };
  const edit = useSavedForm<Fields>({
    draftKey: `workspace.${workspace.id}`,
    values: saved,
    rev: workspace.rev,
    resolver: zodResolver(fields),
  });
  const { register, formState, getValues, handleSubmit, setError } = edit.form;
  const { errors, isDirty } = formState;

  async function submit(values: Fields, rev = edit.baseRev): Promise<void> {
    const result = await save.run({ ...values, rev });
    if (!result.ok) {
      showFieldErrors(result.error, ['name', 'zone', 'profile'], setError);
      return;
    }
    const { name, zone: newZone, profile: newProfile } = result.value;
    edit.settle({ name, zone: newZone, profile: newProfile }, result.value.rev);
    showToast({ text: 'Workspace saved', undo: undoOf(result) });
  }

  function discard(): void {
    edit.settle(saved, workspace.rev);
    save.clearError();
  }

  return (
    <Section title="This workspace">
      <Panel padded>
        <form noValidate onSubmit={(event) => void handleSubmit((values) => submit(values))(event)}>
          {save.error?.code === 'conflict' && (
            <FormConflict
              error={save.error}
              theirs={differences(saved, getValues())}
              onKeepMine={() => void handleSubmit((values) => submit(values, workspace.rev))()}
              onTakeTheirs={discard}
            />
          )}
          {save.error && save.error.code !== 'conflict' && (
            <ErrorPanel what="The workspace was not saved" why={save.error.message} />
          )}
          <TextInput label="Name" error={messageOf(errors.name)} {...register('name')} />
          <SelectInput
            label="Time zone"
            help="Dates and times show in it, with UTC on hover. Instants stay what they are when it changes; only how they show does."
            error={messageOf(errors.zone)}
            options={zoneOptions(workspace.zone)}
            {...register('zone')}
          />
          <ChoiceInput
            label="Separation of duties"
            help={separationHelp}
            error={messageOf(errors.profile)}
            choices={profileChoices}
            {...register('profile')}
          />
          <div className={styles['actions']}>
            <Button type="submit" variant="contained" loading={save.pending} disabled={!isDirty}>
              Save
            </Button>
            {isDirty && (
              <Button variant="text" onClick={discard}>
                Discard what I typed
              </Button>
            )}
          </div>
        </form>
      </Panel>
    </Section>
  );
}

function differences(saved: Fields, typed: Fields) {
  return [
    { label: 'Name', saved: saved.name, typed: typed.name },
    { label: 'Time zone', saved: saved.zone, typed: typed.zone },
    { label: 'Profile', saved: profileName(saved.profile), typed: profileName(typed.profile) },
  ].filter((each) => each.saved !== each.typed);
}
