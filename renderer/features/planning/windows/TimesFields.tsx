import { useWatch } from 'react-hook-form';
import type { UseFormReturn } from 'react-hook-form';
import { lengthInWords, windowInWords } from '#shared/rules/planning/windows/window-words.ts';
import { messageOf } from '../../../api/field-errors.ts';
import { DateInput } from '../../../components/form/DateInput.tsx';
import { FieldRow } from '../../../components/form/Field.tsx';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { Section } from '../../../components/Section.tsx';
import { zoneText } from '../../../components/when-text.ts';
import { zoneOptions } from '../releases/index.ts';
import { RecurrenceFields } from './RecurrenceFields.tsx';
import { timesOf } from './window-fields.ts';
import type { WindowFields } from './window-fields.ts';
import styles from './windows.module.css';

type TimesFieldsProps = { form: UseFormReturn<WindowFields>; around: { zone: string } };

/** When it starts and ends on the wall clock, and how it comes again. */
export function TimesFields({ form, around }: TimesFieldsProps) {
  const { register, control, formState } = form;
  const { errors } = formState;
  const fields = useWatch({ control, compute: (values) => values });
  const place = zoneText(fields.zone);
  const times = timesOf(fields);
  const isWhole = [times.startWall, times.endWall].every((wall) => wall.length === 16);
  return (
    <Section title="When">
      <SelectInput
        label="Zone"
        width={320}
        help="Times are those of its clocks: a freeze from 17:00 stays at 17:00 when clocks change."
        options={zoneOptions(around.zone, fields.zone)}
        error={messageOf(errors.zone)}
        {...register('zone')}
      />
      <FieldRow>
        <DateInput
          label="Starts on"
          error={messageOf(errors.startDate)}
          {...register('startDate')}
        />
        <DateInput
          kind="time"
          label="At"
          aria-label="Starts at"
          zone={place}
          {...register('startTime')}
        />
      </FieldRow>
      <FieldRow>
        <DateInput label="Ends on" error={messageOf(errors.endDate)} {...register('endDate')} />
        <DateInput
          kind="time"
          label="At"
          aria-label="Ends at"
          zone={place}
          {...register('endTime')}
        />
      </FieldRow>
      <RecurrenceFields form={form} />
      {isWhole && (
        <p className={styles['inWords']} role="status">
          {windowInWords(times)}
          {times.endWall > times.startWall && <span> · lasts {lengthInWords(times)}</span>}
        </p>
      )}
    </Section>
  );
}
