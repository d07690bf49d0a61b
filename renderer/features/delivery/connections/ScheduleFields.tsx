import type { UseFormReturn } from 'react-hook-form';
import { messageOf } from '../../../api/field-errors.ts';
import { CheckboxInput } from '../../../components/form/CheckboxInput.tsx';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import type { ConnectionFields } from './connection-fields.ts';
import styles from './fields.module.css';
import { paces, paceWords } from './paces.ts';

/** When a connection is synced without being asked. */
export function ScheduleFields({ form }: { form: UseFormReturn<ConnectionFields> }) {
  const { register, watch, formState } = form;
  const chosen = watch('everyMinutes');
  const isOurs = paces.some(({ value }) => value === chosen);
  return (
    <div className={styles['part']}>
      <SelectInput
        label="Synced by itself"
        help="While Slipway runs on this computer; paused while it is offline."
        options={isOurs ? paces : [...paces, { value: chosen, label: paceWords(chosen) }]}
        error={messageOf(formState.errors.everyMinutes)}
        {...register('everyMinutes')}
      />
      <CheckboxInput
        label="Also when I come back to the window"
        help="Once a minute at most."
        {...register('onFocus')}
      />
    </div>
  );
}
