import { useState } from 'react';
import type { FormEvent } from 'react';
import Button from '@mui/material/Button';
import { useForm, useWatch } from 'react-hook-form';
import { involvement, involvements } from '#shared/model/planning/plan.ts';
import { involvementWords } from '#shared/rules/planning/plan-words.ts';
import { showFieldErrors } from '../../../api/field-errors.ts';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { TextInput } from '../../../components/form/TextInput.tsx';
import { dropDraft, useDraft, withDraft } from '../../../state/draft.ts';
import type { ReleasePage } from '../releases/index.ts';
import type { StakeholderEdits } from './use-stakeholders.ts';
import styles from './stakeholders.module.css';

type AddStakeholderProps = {
  page: ReleasePage;
  /** People who are stakeholders already. */
  taken: readonly string[];
  add: StakeholderEdits['add'];
  onDone: () => void;
};

type Draft = {
  personId: string;
  name: string;
  interest: string;
  involvement: string;
  contact: string;
};

const start: Draft = {
  ...{ personId: '', name: '', interest: '' },
  ...{ involvement: 'informed', contact: '' },
};
const fields = ['personId', 'name', 'interest', 'involvement', 'contact'] as const;
const choices = involvements.map((value) => ({ value, label: involvementWords[value] }));

export function AddStakeholder({ page, taken, add, onDone }: AddStakeholderProps) {
  const draftKey = `stakeholder.${page.release.id}`;
  const form = useForm<Draft>({ defaultValues: withDraft(draftKey, start) });
  useDraft(draftKey, form);
  const { register, setError, formState, control } = form;
  const { errors } = formState;
  const [refusal, setRefusal] = useState<string | null>(null);
  const isOutside = useWatch({ control, name: 'personId' }) === '';
  const people = page.names.people.filter(({ id }) => !taken.includes(id));

  const send = async ({ personId, name, ...draft }: Draft) => {
    const who = personId === '' ? { name } : { personId };
    const error = await add({
      ...{ ...who, interest: draft.interest, contact: draft.contact },
      involvement: involvement.parse(draft.involvement),
    });
    if (error === null) {
      dropDraft(draftKey);
      onDone();
      return;
    }
    setRefusal(showFieldErrors(error, [...fields], setError));
  };
  const close = () => {
    dropDraft(draftKey);
    onDone();
  };
  const onSubmit = (event: FormEvent) => void form.handleSubmit(send)(event);
  return (
    <form
      className={styles['add']}
      aria-label="Add a stakeholder"
      onSubmit={onSubmit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
      noValidate
    >
      <SelectInput
        {...register('personId')}
        autoFocus
        label="Who"
        none="Somebody from outside"
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
        error={errors.personId?.message}
      />
      {isOutside && <TextInput {...register('name')} label="Name" error={errors.name?.message} />}
      <TextInput
        {...register('interest')}
        label="Interest"
        width={2400}
        optional
        error={errors.interest?.message}
      />
      <TextInput
        {...register('contact')}
        label="Contact"
        optional
        error={errors.contact?.message}
      />
      <SelectInput {...register('involvement')} label="Is" options={choices} />
      <div className={styles['buttons']}>
        <Button type="submit">Add</Button>
        <Button variant="text" onClick={close}>
          Cancel
        </Button>
      </div>
      {refusal !== null && (
        <p className={styles['refusal']} role="alert">
          {refusal}
        </p>
      )}
    </form>
  );
}
