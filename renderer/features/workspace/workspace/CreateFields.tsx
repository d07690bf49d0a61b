import Button from '@mui/material/Button';
import { zodResolver } from '@hookform/resolvers/zod';
import type { ReactNode } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { errorParts } from '../../../api/error-parts.ts';
import { messageOf, showFieldErrors } from '../../../api/field-errors.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { ChoiceInput } from '../../../components/form/ChoiceInput.tsx';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { TextInput } from '../../../components/form/TextInput.tsx';
import { useCreating } from '../../../state/creating.ts';
import { dropDraft, useDraft, withDraft } from '../../../state/draft.ts';
import { placeFor } from './file-place.ts';
import { newWorkspace, roleOptions, type NewWorkspace } from './new-workspace.ts';
import { PlaceField } from './PlaceField.tsx';
import { profileChoices, profileHelp } from './profile-words.ts';
import styles from './CreateFields.module.css';
import { zoneOptions } from './zones.ts';

type CreateFieldsProps = {
  /** Where files go unless told otherwise. */
  folder: string;
  fileDialog: boolean;
  zone: string;
  onCreated: () => void;
  cancel: ReactNode;
};

const draftKey = 'create-workspace';

export function CreateFields({ folder, fileDialog, zone, onCreated, cancel }: CreateFieldsProps) {
  const create = useCommand('workspace.create');
  const savePerson = useCommand('people.save');
  const actAs = useCommand('workspace.actAs');
  const form = useForm<NewWorkspace>({
    resolver: zodResolver(newWorkspace),
    defaultValues: withDraft(draftKey, startingValues(folder, zone)),
  });
  useDraft(draftKey, form);
  const { errors, isSubmitting } = form.formState;

  // The file is called after the workspace until somebody names it otherwise.
  function nameTyped(name: string): void {
    if (form.getFieldState('path').isDirty) return;
    form.setValue('path', placeFor(folder, name));
  }

  async function save(values: NewWorkspace): Promise<void> {
    const { yourName, yourRole, ...workspace } = values;
    useCreating.setState({ creating: true });
    const made = await create.run(workspace);
    if (made.ok) {
      dropDraft(draftKey);
      // Without the person the workspace still stands; the frame then asks who is working.
      const person = await savePerson.run({ name: yourName, roles: [yourRole] });
      if (person.ok) await actAs.run({ personId: person.value.id });
      onCreated();
    } else {
      showFieldErrors(made.error, ['name', 'path', 'zone', 'profile'], form.setError);
    }
    useCreating.setState({ creating: false });
  }

  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={(event) => void form.handleSubmit(save)(event)}
    >
      {create.error && (
        <ErrorPanel {...errorParts('The workspace could not be created', create.error)} />
      )}
      <TextInput
        label="Name"
        help="What the releases in it have in common: a product, a department."
        error={messageOf(errors.name)}
        {...form.register('name', {
          onChange: (event: { target: { value: string } }) => nameTyped(event.target.value),
        })}
      />
      <Controller
        control={form.control}
        name="path"
        render={({ field }) => (
          <PlaceField
            value={field.value}
            onChange={field.onChange}
            fileDialog={fileDialog}
            error={messageOf(errors.path)}
          />
        )}
      />
      <SelectInput
        label="Time zone"
        help="Dates and times show in it, with UTC on hover. It can be changed later."
        error={messageOf(errors.zone)}
        options={zoneOptions(zone)}
        {...form.register('zone')}
      />
      <ChoiceInput
        label="Profile"
        help={profileHelp}
        error={messageOf(errors.profile)}
        choices={profileChoices}
        {...form.register('profile')}
      />
      <div className={styles['you']}>
        <TextInput
          label="Your name"
          help="Recorded with everything you do here. There is no password: Slipway takes your word for it."
          error={messageOf(errors.yourName)}
          {...form.register('yourName')}
        />
        <SelectInput
          label="Your role"
          error={messageOf(errors.yourRole)}
          options={roleOptions}
          {...form.register('yourRole')}
        />
      </div>
      <div className={styles['actions']}>
        <Button type="submit" variant="contained" loading={isSubmitting}>
          Create the workspace
        </Button>
        {cancel}
      </div>
    </form>
  );
}

function startingValues(folder: string, zone: string): NewWorkspace {
  return {
    name: '',
    path: placeFor(folder, ''),
    zone,
    profile: 'standard',
    yourName: '',
    yourRole: 'release-manager',
  };
}
