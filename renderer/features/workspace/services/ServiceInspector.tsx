import { zodResolver } from '@hookform/resolvers/zod';
import type { Person } from '#shared/model/workspace/people.ts';
import type { Service } from '#shared/model/workspace/services.ts';
import type { Team } from '#shared/model/workspace/teams.ts';
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
import { SchemeFields } from './SchemeFields.tsx';
import { serviceDifferences } from './service-differences.ts';
import {
  criticalityChoices,
  fieldsOf,
  schemeOf,
  serviceFields,
  type ServiceFields,
} from './service-fields.ts';
import styles from './services.module.css';

type ServiceInspectorProps = {
  /** Null for a new one. */
  service: Service | null;
  people: readonly Person[];
  teams: readonly Team[];
  onClose: () => void;
  onSaved: (id: string) => void;
};

/** Adds or changes one service. */
export function ServiceInspector(props: ServiceInspectorProps) {
  const { service, people, teams, onClose, onSaved } = props;
  const save = useCommand('services.save');
  const calendars = useProcedure('holidays.list', {}).data ?? [];
  const saved = fieldsOf(service);
  const edit = useSavedForm<ServiceFields>({
    draftKey: `service.${service?.id ?? 'new'}`,
    values: saved,
    rev: service?.rev,
    resolver: zodResolver(serviceFields),
  });
  const { register, formState, getValues, handleSubmit, setError } = edit.form;
  const { errors } = formState;

  async function submit(fields: ServiceFields, rev = edit.baseRev): Promise<void> {
    const { name, criticality, financial, ownerIds } = fields;
    const teamId = fields.teamId === '' ? null : fields.teamId;
    const holidayCalendarId = fields.calendarId === '' ? null : fields.calendarId;
    const versionScheme = schemeOf(fields);
    const facts = { name, criticality, financial, ownerIds, teamId };
    const values = { ...facts, versionScheme, holidayCalendarId };
    const result = await save.run({ ...values, id: service?.id, rev });
    if (!result.ok) {
      showFieldErrors(result.error, ['name', 'criticality', 'ownerIds', 'teamId'], setError);
      return;
    }
    edit.settle(fieldsOf(service === null ? null : result.value), result.value.rev);
    const text = service === null ? `${name} added` : `${name} saved`;
    showToast({ text, undo: undoOf(result) });
    onSaved(result.value.id);
  }

  return (
    <FormInspector
      title={service?.name ?? 'A new service'}
      isNew={service === null}
      isDirty={formState.isDirty}
      pending={save.pending}
      error={save.error}
      theirs={serviceDifferences(saved, getValues(), { people, teams, calendars })}
      onSubmit={() => void handleSubmit((fields) => submit(fields))()}
      onKeepMine={() => void handleSubmit((fields) => submit(fields, service?.rev))()}
      onDiscard={() => {
        edit.settle(saved, service?.rev);
        save.clearError();
      }}
      onClose={onClose}
    >
      <TextInput
        label="Name"
        autoFocus={service === null}
        error={messageOf(errors.name)}
        {...register('name')}
      />
      <SelectInput
        label="Criticality"
        help="How much stands still without it. A critical service brings gates of its own."
        width={200}
        options={criticalityChoices}
        error={messageOf(errors.criticality)}
        {...register('criticality')}
      />
      <FieldGroup label="Money">
        <CheckboxInput
          label="Financial"
          help="Money moves through it or is counted by it. Raises the risk of a release to at least high."
          {...register('financial')}
        />
      </FieldGroup>
      <SchemeFields form={edit.form} />
      <SelectInput
        optional
        label="Team"
        none="No team"
        width={260}
        options={teams.map(({ id, name }) => ({ value: id, label: name }))}
        error={messageOf(errors.teamId)}
        {...register('teamId')}
      />
      {calendars.length > 0 && (
        <SelectInput
          optional
          label="Holiday calendar"
          help="Days on which its people do not work: nothing is moved to them."
          none="That of the workspace alone"
          width={260}
          options={calendars.map(({ id, name }) => ({ value: id, label: name }))}
          {...register('calendarId')}
        />
      )}
      <FieldGroup label="Owners" optional error={messageOf(errors.ownerIds)}>
        <div className={styles['owners']}>
          {people
            .filter(({ id, leftOn }) => leftOn === null || saved.ownerIds.includes(id))
            .map(({ id, name, leftOn }) => (
              <CheckboxInput
                key={id}
                label={leftOn === null ? name : `${name} (left)`}
                value={id}
                {...register('ownerIds')}
              />
            ))}
          {people.length === 0 && 'Nobody is in this workspace yet.'}
        </div>
      </FieldGroup>
    </FormInspector>
  );
}
