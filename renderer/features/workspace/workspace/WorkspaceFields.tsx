import { useState } from 'react';
import { zodResolver } from '@hookform/resolvers/zod';
import Button from '@mui/material/Button';
import { z } from 'zod';
import { shortText, zone } from '#shared/model/primitives.ts';
import { profile, workingDays, type Workspace } from '#shared/model/workspace/workspace.ts';
import { messageOf, showFieldErrors } from '../../../api/field-errors.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { FormConflict } from '../../../components/editing/FormConflict.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { CheckboxInput } from '../../../components/form/CheckboxInput.tsx';
import { ChoiceInput } from '../../../components/form/ChoiceInput.tsx';
import { FieldGroup } from '../../../components/form/Field.tsx';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { TextInput } from '../../../components/form/TextInput.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { Section } from '../../../components/Section.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';
import { useSavedForm } from '../../../state/saved-form.ts';
import { ChangeProfile } from './ChangeProfile.tsx';
import { dayNames, daysInWords } from './day-words.ts';
import { profileChoices, profileHelp, profileName } from './profile-words.ts';
import styles from './settings.module.css';
import { zoneOptions } from './zones.ts';

const fields = z.object({
  name: shortText,
  zone,
  profile,
  // As the boxes give them: a form holds text.
  workingDays: z.array(z.string()).min(1, 'has no day; keep at least one working day'),
});
type Fields = z.infer<typeof fields>;

function fieldsOf({ name, zone: where, profile: duties, workingDays: days }: Workspace): Fields {
  return { name, zone: where, profile: duties, workingDays: days.map(String) };
}

/** Name, zone, profile and working days, with what each sets off. */
export function WorkspaceFields({ workspace }: { workspace: Workspace }) {
  const save = useCommand('workspace.update');
  const saved = fieldsOf(workspace);
  const edit = useSavedForm<Fields>({
    draftKey: `workspace.${workspace.id}`,
    values: saved,
    rev: workspace.rev,
    resolver: zodResolver(fields),
  });
  const { register, formState, getValues, handleSubmit, setError } = edit.form;
  const { errors, isDirty } = formState;
  const [asking, setAsking] = useState<{ values: Fields; rev: number | undefined } | null>(null);

  /** Another profile may change the gates of open releases, so it is asked about first. */
  async function submit(values: Fields, rev = edit.baseRev): Promise<void> {
    if (values.profile === workspace.profile) await send(values, rev);
    else setAsking({ values, rev });
  }

  async function send(values: Fields, rev: number | undefined): Promise<void> {
    const days = workingDays.parse(values.workingDays.map(Number));
    const result = await save.run({ ...values, workingDays: days, rev });
    if (!result.ok) {
      showFieldErrors(result.error, ['name', 'zone', 'profile', 'workingDays'], setError);
      return;
    }
    edit.settle(fieldsOf(result.value), result.value.rev);
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
            label="Profile"
            help={profileHelp}
            error={messageOf(errors.profile)}
            choices={profileChoices}
            {...register('profile')}
          />
          <FieldGroup
            label="Working days"
            help="Tasks of a release are planned on these. A task that falls on another day begins on the next one of them."
            error={messageOf(errors.workingDays)}
          >
            <div className={styles['days']}>
              {dayNames.map((name, index) => (
                <CheckboxInput
                  key={name}
                  label={name}
                  value={String(index + 1)}
                  {...register('workingDays')}
                />
              ))}
            </div>
          </FieldGroup>
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
        {asking !== null && (
          <ChangeProfile
            profile={asking.values.profile}
            onSave={() => send(asking.values, asking.rev)}
            onClose={() => setAsking(null)}
          />
        )}
      </Panel>
    </Section>
  );
}

function differences(saved: Fields, typed: Fields) {
  return [
    { label: 'Name', saved: saved.name, typed: typed.name },
    { label: 'Time zone', saved: saved.zone, typed: typed.zone },
    { label: 'Profile', saved: profileName(saved.profile), typed: profileName(typed.profile) },
    {
      label: 'Working days',
      saved: daysInWords(saved.workingDays),
      typed: daysInWords(typed.workingDays),
    },
  ].filter((each) => each.saved !== each.typed);
}
