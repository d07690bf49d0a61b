import { useWatch } from 'react-hook-form';
import type { UseFormReturn } from 'react-hook-form';
import { nthOf } from '#shared/rules/planning/windows/recurrence-choice.ts';
import { messageOf } from '../../../api/field-errors.ts';
import { CheckboxInput } from '../../../components/form/CheckboxInput.tsx';
import { DateInput } from '../../../components/form/DateInput.tsx';
import { FieldGroup, FieldRow } from '../../../components/form/Field.tsx';
import { NumberInput } from '../../../components/form/NumberInput.tsx';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { TextInput } from '../../../components/form/TextInput.tsx';
import type { WindowFields } from './window-fields.ts';
import { nthChoices, repeatChoices, unitOf, weekdayChoices } from './window-words.ts';
import styles from './windows.module.css';

type Form = UseFormReturn<WindowFields>;

/** How it comes again, in the words people use; a rule of its own for what those do not say. */
export function RecurrenceFields({ form }: { form: Form }) {
  const { register, control, formState } = form;
  const [every, startDate, days] = useWatch({ control, name: ['every', 'startDate', 'days'] });
  const first = nthChoices[nthOf(startDate) - 1]?.label;
  const weekday = weekdayNameOf(startDate);
  const repeats = every !== 'once' && every !== 'custom';
  return (
    <>
      <FieldRow>
        <SelectInput
          label="Comes again"
          width={240}
          options={repeatChoices}
          error={every === 'custom' ? undefined : messageOf(formState.errors.every)}
          {...register('every')}
        />
        {repeats && (
          <NumberInput label="Every" width={64} unit={unitOf[every]} {...register('interval')} />
        )}
      </FieldRow>
      {every === 'week' && (
        <FieldGroup
          label="On"
          help={days.length === 0 ? `None chosen: on the day it starts, ${weekday}.` : undefined}
        >
          <div className={styles['days']}>
            {weekdayChoices.map(({ value, label }) => (
              <CheckboxInput key={value} label={label} value={value} {...register('days')} />
            ))}
          </div>
        </FieldGroup>
      )}
      {every === 'month-date' && (
        <SelectInput
          label="On day"
          width={200}
          none={`${Number(startDate.slice(8, 10))}, as it starts`}
          options={dateChoices}
          {...register('date')}
        />
      )}
      {every === 'month-weekday' && (
        <FieldRow>
          <SelectInput
            label="On the"
            width={180}
            none={`${first}, as it starts`}
            options={nthChoices}
            {...register('nth')}
          />
          <SelectInput
            label="Weekday"
            width={200}
            none={`${weekday}, as it starts`}
            options={weekdayChoices}
            {...register('weekday')}
          />
        </FieldRow>
      )}
      {every === 'custom' && (
        <TextInput
          mono
          label="Rule"
          width={460}
          dir="ltr"
          placeholder="FREQ=WEEKLY;BYDAY=FR"
          help="An RRULE of RFC 5545 without its start. The last working day of a quarter’s last month: FREQ=MONTHLY;BYMONTH=3,6,9,12;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"
          error={messageOf(formState.errors.every)}
          {...register('custom')}
        />
      )}
      {repeats && <Ends form={form} />}
    </>
  );
}

function Ends({ form: { register, control } }: { form: Form }) {
  const ends = useWatch({ control, name: 'ends' });
  return (
    <FieldRow>
      <SelectInput label="Until" width={180} options={endChoices} {...register('ends')} />
      {ends === 'until' && <DateInput label="Last day" {...register('until')} />}
      {ends === 'count' && (
        <NumberInput label="How often" width={64} unit="times" {...register('count')} />
      )}
    </FieldRow>
  );
}

function weekdayNameOf(date: string): string {
  const at = new Date(`${date}T00:00Z`);
  return Number.isNaN(at.getTime())
    ? 'that day'
    : (weekdayChoices[(at.getUTCDay() + 6) % 7]?.label ?? '');
}

const endChoices = [
  { value: 'never', label: 'Without end' },
  { value: 'until', label: 'A last day' },
  { value: 'count', label: 'So many times' },
] as const;

const dateChoices = [
  ...Array.from({ length: 31 }, (_, index) => ({
    value: String(index + 1),
    label: String(index + 1),
  })),
  { value: '-1', label: 'the last of the month' },
];
