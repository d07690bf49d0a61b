import { useForm, useWatch } from 'react-hook-form';
import type { TrainView } from '#shared/model/planning/train-views.ts';
import { trainMarks } from '#shared/model/planning/trains.ts';
import { releaseTypes } from '#shared/model/planning/releases.ts';
import { markWords } from '#shared/rules/planning/trains/train-dates.ts';
import { messageOf } from '../../../api/field-errors.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { CheckboxInput } from '../../../components/form/CheckboxInput.tsx';
import { DateInput } from '../../../components/form/DateInput.tsx';
import { FieldGroup, FieldRow } from '../../../components/form/Field.tsx';
import { NumberInput } from '../../../components/form/NumberInput.tsx';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { TextArea } from '../../../components/form/TextArea.tsx';
import { TextInput } from '../../../components/form/TextInput.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { zoneText } from '../../../components/when-text.ts';
import { undoOf } from '../../../state/edits.ts';
import { zoneOptions } from '../releases/index.ts';
import { RecurrenceFields } from '../windows/index.ts';
import type { WindowFields } from '../windows/index.ts';
import { NextDepartures } from './NextDepartures.tsx';
import { cadenceFields, inputOf, previewOf, trainFields } from './train-fields.ts';
import type { TrainFields } from './train-fields.ts';
import styles from './trains.module.css';

type TrainDialogProps = {
  /** Null for a new one. */
  train: TrainView | null;
  around: { zone: string; now: string };
  onClose: () => void;
};

/** Adds or changes a train; its next departures stand below while it is typed. */
export function TrainDialog({ train, around, onClose }: TrainDialogProps) {
  const people = useProcedure('people.list', {}).data?.people ?? [];
  const environments = useProcedure('environments.list', {}).data ?? [];
  const services = useProcedure('services.list', {}).data ?? [];
  const calendars = useProcedure('holidays.list', {}).data ?? [];
  const create = useCommand('trains.create');
  const update = useCommand('trains.update');
  const form = useForm<TrainFields>({ defaultValues: trainFields(train, {}) });
  const cadence = useForm<WindowFields>({ defaultValues: cadenceFields(train, around) });
  const { register, formState, control } = form;
  const fields = useWatch({ control, compute: (values) => values });
  const times = useWatch({ control: cadence.control, compute: (values) => values });
  const place = zoneText(times.zone);

  const send = async () => {
    form.clearErrors();
    const input = inputOf(form.getValues(), cadence.getValues());
    const answer =
      train === null
        ? await create.run(input)
        : await update.run({ ...input, id: train.id, rev: train.rev });
    if (answer.ok) {
      const said = `${answer.value.name} ${train === null ? 'added' : 'saved'}`;
      showToast({ text: said, undo: undoOf(answer) });
      return null;
    }
    for (const [name, message] of Object.entries(answer.error.fields ?? {})) {
      const field = trainMarks.find((mark) => name === `offsets.${mark}`) ?? keyOf(name);
      if (field !== undefined) form.setError(field, { type: 'core', message });
      else if (name === 'recurrence') cadence.setError('every', { type: 'core', message });
    }
    return answer.error.message;
  };
  const choose = (first: string, options: { id: string; name: string }[]) => [
    { value: '', label: first },
    ...options.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <FormDialog
      title={train === null ? 'Add a release train' : `Edit ${train.name}`}
      action={train === null ? 'Add the train' : 'Save the train'}
      onSend={send}
      onClose={onClose}
    >
      <TextInput
        label="Name"
        placeholder="Fortnightly"
        help="Its releases are called by it and their date."
        error={messageOf(formState.errors.name)}
        {...register('name')}
      />
      <SelectInput
        label="Zone"
        options={zoneOptions(around.zone, times.zone)}
        {...cadence.register('zone')}
      />
      <FieldRow>
        <DateInput label="First departure" {...cadence.register('startDate')} />
        <DateInput
          kind="time"
          label="At"
          aria-label="First departure, at"
          zone={place}
          {...cadence.register('startTime')}
        />
        <NumberInput label="Takes" width={64} unit="minutes" {...register('duration')} />
      </FieldRow>
      <RecurrenceFields form={cadence} />
      <FieldGroup
        label="Dates before each departure"
        help="In working days of the train’s calendar; empty: the train has no such date."
      >
        <FieldRow>
          {trainMarks.map((mark) => (
            <NumberInput
              key={mark}
              label={markWords[mark]}
              width={56}
              unit="days"
              error={messageOf(formState.errors[mark])}
              {...register(mark)}
            />
          ))}
        </FieldRow>
      </FieldGroup>
      <SelectInput
        label="Holiday calendar"
        options={choose('The working days of the workspace', calendars)}
        error={messageOf(formState.errors.holidayCalendarId)}
        {...register('holidayCalendarId')}
      />
      <FieldRow>
        <SelectInput
          label="Deploys to"
          options={choose('Choose an environment', environments)}
          error={messageOf(formState.errors.environmentId)}
          {...register('environmentId')}
        />
        <SelectInput
          label="Owner"
          options={choose(
            'Choose a person',
            people.filter(({ id, leftOn }) => leftOn === null || id === train?.ownerId),
          )}
          error={messageOf(formState.errors.ownerId)}
          {...register('ownerId')}
        />
        <SelectInput
          label="Type of its releases"
          options={releaseTypes.map((value) => ({ value, label: value }))}
          {...register('type')}
        />
      </FieldRow>
      <FieldGroup label="Carries" error={messageOf(formState.errors.serviceIds)}>
        <div className={styles['choices']}>
          {services.map(({ id, name }) => (
            <CheckboxInput key={id} label={name} value={id} {...register('serviceIds')} />
          ))}
          {services.length === 0 && 'The workspace has no services yet.'}
        </div>
      </FieldGroup>
      <TextArea label="Note" optional rows={2} {...register('note')} />
      <NextDepartures draft={previewOf(fields, times)} now={around.now} />
    </FormDialog>
  );
}

function keyOf(name: string): keyof TrainFields | undefined {
  const keys: readonly (keyof TrainFields)[] = [
    ...(['name', 'environmentId', 'serviceIds', 'ownerId', 'templateId'] as const),
    ...(['holidayCalendarId', 'note', 'duration'] as const),
  ];
  const field = name === 'durationMinutes' ? 'duration' : name.split('.')[0];
  return keys.find((key) => key === field);
}
