import { Controller, useFormContext } from 'react-hook-form';
import { decisionOutcomes } from '#shared/model/governance/gates.ts';
import type { GateView } from '#shared/model/governance/gates.ts';
import { DateInput } from '../../../components/form/DateInput.tsx';
import { Segmented } from '../../../components/form/Segmented.tsx';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { TextArea } from '../../../components/form/TextArea.tsx';
import type { ReleasePage } from '../../planning/releases/index.ts';
import { ForAnotherFields } from './ForAnotherFields.tsx';
import type { DecisionDraft } from './decision-draft.ts';
import { outcomeWords } from './outcome-words.ts';
import { peopleFor, seatsFor } from './seats.ts';
import styles from './approvals.module.css';

const outcomes = decisionOutcomes.map((value) => ({ value, label: outcomeWords[value] }));

/** Outcome, whose decision it is, the seat and the comment. */
export function DecisionFields({ gate, page }: { gate: GateView; page: ReleasePage }) {
  const { control, register, watch, formState } = useFormContext<DecisionDraft>();
  const { errors } = formState;
  const [outcome, decidedById] = watch(['outcome', 'decidedById']);
  const seats = seatsFor(gate, decidedById);
  const isForAnother = decidedById !== '' && decidedById !== page.actingId;
  return (
    <>
      <Controller
        control={control}
        name="outcome"
        render={({ field }) => (
          <div className={styles['outcomes']}>
            <Segmented
              label="Outcome"
              choices={outcomes}
              value={field.value}
              onPick={field.onChange}
            />
          </div>
        )}
      />
      <SelectInput
        {...register('decidedById')}
        label="Whose decision"
        none="Choose somebody"
        options={peopleFor(gate, page).map(({ id, label }) => ({ value: id, label }))}
        error={errors.decidedById?.message}
      />
      {isForAnother && <ForAnotherFields page={page} />}
      {seats.length > 1 && (
        <SelectInput
          {...register('placeKey')}
          label="Which seat"
          none="The one that is open"
          options={seats.map(({ key, roleName }) => ({ value: key, label: roleName }))}
          error={errors.placeKey?.message}
        />
      )}
      {outcome === 'deferred' && (
        <DateInput
          {...register('deferredTo')}
          label="Taken up again on"
          help="It comes back by itself that day, on Today."
          error={errors.deferredTo?.message}
        />
      )}
      <TextArea
        {...register('comment')}
        label={outcome === 'no-go' ? 'Reason' : 'Comment'}
        optional={outcome !== 'no-go'}
        help={outcome === 'no-go' ? 'What has to change before the answer can be go.' : undefined}
        error={errors.comment?.message}
      />
    </>
  );
}
