import { useFormContext } from 'react-hook-form';
import { DateInput } from '../../../components/form/DateInput.tsx';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import type { ReleasePage } from '../../planning/releases/index.ts';
import type { DecisionDraft } from './decision-draft.ts';
import { channelWords } from './outcome-words.ts';
import styles from './approvals.module.css';

const channels = Object.entries(channelWords).map(([value, label]) => ({ value, label }));

/** How and when somebody else's decision came in; the record says who wrote it down. */
export function ForAnotherFields({ page }: { page: ReleasePage }) {
  const { register, watch, formState } = useFormContext<DecisionDraft>();
  const { errors } = formState;
  const decider = page.names.person(watch('decidedById'));
  return (
    <>
      <p className={styles['label']}>
        Recorded by <bdi>{page.names.person(page.actingId)}</bdi> for <bdi>{decider}</bdi>, and
        labelled so wherever it shows.
      </p>
      <SelectInput
        {...register('channel')}
        label="How it came in"
        options={[{ value: 'self', label: 'Choose one' }, ...channels]}
        error={errors.channel?.message}
      />
      <div className={styles['pair']}>
        <DateInput
          {...register('date')}
          optional
          label="Decided on"
          help={`${page.zone}; empty for now`}
          error={errors.date?.message}
        />
        <DateInput {...register('time')} kind="time" label="At" optional />
      </div>
    </>
  );
}
