import { useRef, useState } from 'react';
import type { FormEvent } from 'react';
import Button from '@mui/material/Button';
import { useForm, useWatch } from 'react-hook-form';
import type { CallError } from '#shared/contract/procedure.ts';
import { taskKind, taskKinds } from '#shared/model/planning/plan.ts';
import { showFieldErrors } from '../../../api/field-errors.ts';
import { DateInput } from '../../../components/form/DateInput.tsx';
import { NumberInput } from '../../../components/form/NumberInput.tsx';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { TextInput } from '../../../components/form/TextInput.tsx';
import { dropDraft, useDraft, withDraft } from '../../../state/draft.ts';
import { kindWords } from './task-words.ts';
import type { PlanEdits } from './use-plan.ts';
import { wholeDays } from './whole-days.ts';
import styles from './tasks.module.css';

type AddTaskProps = {
  releaseId: string;
  owners: readonly { value: string; label: string }[];
  add: PlanEdits['add'];
};

type Draft = { kind: string; title: string; startOn: string; days: string; ownerId: string };

const kinds = taskKinds.map((value) => ({ value, label: kindWords[value] }));
const start: Draft = { kind: 'task', title: '', startOn: '', days: '1', ownerId: '' };
const fields = ['title', 'startOn', 'days', 'ownerId'] as const;

/** One line for the next task; Enter adds it and waits for another. */
export function AddTask({ releaseId, owners, add }: AddTaskProps) {
  const draftKey = `task.${releaseId}`;
  const form = useForm<Draft>({ defaultValues: withDraft(draftKey, start) });
  useDraft(draftKey, form);
  const { register, setError, setFocus, formState } = form;
  const { errors } = formState;
  const [refusal, setRefusal] = useState<string | null>(null);
  const adding = useRef(false);
  const isMilestone = useWatch({ control: form.control, name: 'kind' }) === 'milestone';

  const send = async (sent: Draft) => {
    const { kind, title, startOn, days, ownerId } = sent;
    // A second Enter while the first is under way would add the task twice.
    if (adding.current) return;
    const length = kind === 'milestone' ? { durationDays: 0 } : wholeDays(days);
    if ('code' in length) {
      setError('days', { message: length.message });
      return;
    }
    adding.current = true;
    // Cleared at once: what is typed while it is added is the next one.
    form.reset({ ...start, kind, ownerId });
    setFocus('title');
    const error = await add({
      ...{ kind: taskKind.parse(kind), title, durationDays: length.durationDays },
      startOn: startOn === '' ? null : startOn,
      ownerId: ownerId === '' ? null : ownerId,
    });
    adding.current = false;
    if (error === null) {
      setRefusal(null);
      if (form.getValues('title') === '') dropDraft(draftKey);
    } else {
      form.reset(sent);
      setRefusal(showFieldErrors(atDays(error), [...fields], setError));
    }
  };
  const onSubmit = (event: FormEvent) => void form.handleSubmit(send)(event);
  return (
    <div className={styles['addBox']}>
      <form className={styles['add']} aria-label="Add to the plan" onSubmit={onSubmit} noValidate>
        <SelectInput {...register('kind')} label="Kind" options={kinds} />
        <TextInput
          {...register('title')}
          label="Title"
          width={2400}
          placeholder={isMilestone ? 'Release candidate built' : 'Run the load test'}
          error={errors.title?.message}
        />
        <DateInput
          {...register('startOn')}
          label={isMilestone ? 'On' : 'From'}
          error={errors.startOn?.message}
        />
        <NumberInput
          {...register('days')}
          label="Working days"
          width={96}
          disabled={isMilestone}
          error={errors.days?.message}
        />
        <SelectInput
          {...register('ownerId')}
          label="Owner"
          options={owners}
          error={errors.ownerId?.message}
        />
        <Button type="submit">Add</Button>
        {refusal !== null && (
          <p className={styles['refusal']} role="alert">
            {refusal}
          </p>
        )}
      </form>
    </div>
  );
}

/** The field of the core under the name it has here. */
function atDays(error: CallError): CallError {
  const { durationDays, ...others } = error.fields ?? {};
  return durationDays === undefined
    ? error
    : { ...error, fields: { ...others, days: durationDays } };
}
