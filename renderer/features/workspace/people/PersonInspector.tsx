import { zodResolver } from '@hookform/resolvers/zod';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { shortText } from '#shared/model/primitives.ts';
import type { Person, Role } from '#shared/model/workspace/people.ts';
import { messageOf, showFieldErrors } from '../../../api/field-errors.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { FormInspector } from '../../../components/editing/FormInspector.tsx';
import { CheckboxInput } from '../../../components/form/CheckboxInput.tsx';
import { FieldGroup } from '../../../components/form/Field.tsx';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { TextInput } from '../../../components/form/TextInput.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';
import { useSavedForm } from '../../../state/saved-form.ts';
import { Leaving } from './Leaving.tsx';

const fields = z.object({
  name: shortText,
  email: z.union([z.literal(''), z.email('is not an e-mail address')]),
  roles: z.array(z.string()),
  /** Empty for none. */
  calendarId: z.string(),
});
type Fields = z.infer<typeof fields>;

type PersonInspectorProps = {
  /** Null for somebody new. */
  person: Person | null;
  roles: readonly Role[];
  onClose: () => void;
  onSaved: (id: string) => void;
  /** What later areas know of somebody, such as when they are away. */
  more?: (person: Person) => ReactNode;
};

/** Adds or changes one person. */
export function PersonInspector(props: PersonInspectorProps) {
  const { person, roles, onClose, onSaved, more } = props;
  const save = useCommand('people.save');
  const calendars = useProcedure('holidays.list', {}).data ?? [];
  const saved = fieldsOf(person);
  const edit = useSavedForm<Fields>({
    draftKey: `person.${person?.id ?? 'new'}`,
    values: saved,
    rev: person?.rev,
    resolver: zodResolver(fields),
  });
  const { register, formState, getValues, handleSubmit, setError } = edit.form;
  const { errors } = formState;

  async function submit(values: Fields, rev = edit.baseRev): Promise<void> {
    const { calendarId, ...facts } = values;
    const holidayCalendarId = calendarId === '' ? null : calendarId;
    const result = await save.run({ ...facts, holidayCalendarId, id: person?.id, rev });
    if (!result.ok) {
      showFieldErrors(result.error, ['name', 'email', 'roles'], setError);
      return;
    }
    edit.settle(fieldsOf(person === null ? null : result.value), result.value.rev);
    const text = person === null ? `${values.name} added` : `${values.name} saved`;
    showToast({ text, undo: undoOf(result) });
    onSaved(result.value.id);
  }

  return (
    <FormInspector
      title={person?.name ?? 'A new person'}
      isNew={person === null}
      isDirty={formState.isDirty}
      pending={save.pending}
      error={save.error}
      theirs={differences(saved, getValues(), roles, calendars)}
      onSubmit={() => void handleSubmit((values) => submit(values))()}
      onKeepMine={() => void handleSubmit((values) => submit(values, person?.rev))()}
      onDiscard={() => {
        edit.settle(saved, person?.rev);
        save.clearError();
      }}
      onClose={onClose}
    >
      <TextInput
        label="Name"
        autoFocus={person === null}
        error={messageOf(errors.name)}
        {...register('name')}
      />
      <TextInput
        label="E-mail"
        optional
        type="email"
        dir="ltr"
        error={messageOf(errors.email)}
        {...register('email')}
      />
      <FieldGroup
        label="Roles"
        help="A place of a gate is decided by somebody who holds its role. A release can name one person for each role."
        error={messageOf(errors.roles)}
      >
        <div>
          {roles.map((role) => (
            <CheckboxInput
              key={role.key}
              label={role.name}
              value={role.key}
              {...register('roles')}
            />
          ))}
        </div>
      </FieldGroup>
      {calendars.length > 0 && (
        <SelectInput
          optional
          label="Holiday calendar"
          none="That of the workspace alone"
          options={calendars.map(({ id, name }) => ({ value: id, label: name }))}
          {...register('calendarId')}
        />
      )}
      {person !== null && more?.(person)}
      {person !== null && <Leaving person={person} onRemoved={onClose} />}
    </FormInspector>
  );
}

function fieldsOf(person: Person | null): Fields {
  const { name = '', email = '', roles = [], holidayCalendarId } = person ?? {};
  return { name, email, roles, calendarId: holidayCalendarId ?? '' };
}

function differences(
  saved: Fields,
  typed: Fields,
  roles: readonly Role[],
  calendars: readonly { id: string; name: string }[],
) {
  const calendar = (id: string) => calendars.find((each) => each.id === id)?.name ?? 'none';
  const names = (keys: readonly string[]): string =>
    roles
      .filter(({ key }) => keys.includes(key))
      .map(({ name }) => name)
      .join(', ');
  return [
    { label: 'Name', saved: saved.name, typed: typed.name },
    { label: 'E-mail', saved: saved.email, typed: typed.email },
    { label: 'Roles', saved: names(saved.roles), typed: names(typed.roles) },
    {
      label: 'Holiday calendar',
      saved: calendar(saved.calendarId),
      typed: calendar(typed.calendarId),
    },
  ].filter((each) => each.saved !== each.typed);
}
