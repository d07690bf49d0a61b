import { useRef, useState } from 'react';
import type { FormEvent } from 'react';
import Button from '@mui/material/Button';
import { useForm } from 'react-hook-form';
import type { Input } from '#shared/contract/index.ts';
import type { CallError } from '#shared/contract/procedure.ts';
import { scopeKind, scopeKinds } from '#shared/model/planning/releases.ts';
import { showFieldErrors } from '../../../api/field-errors.ts';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { TextInput } from '../../../components/form/TextInput.tsx';
import { kindWords } from './scope-words.ts';
import styles from './scope.module.css';

type AddScopeItemProps = {
  add: (item: Omit<Input<'scope.add'>, 'releaseId'>) => Promise<CallError | null>;
};

type Draft = { kind: string; ticket: string; title: string };

const kinds = scopeKinds.map((value) => ({ value, label: kindWords[value] }));

/** One line for the next item; Enter adds it and waits for another. */
export function AddScopeItem({ add }: AddScopeItemProps) {
  const form = useForm<Draft>({ defaultValues: { kind: 'feature', ticket: '', title: '' } });
  const { register, setError, setFocus, formState } = form;
  const [refusal, setRefusal] = useState<string | null>(null);
  const adding = useRef(false);

  const send = async ({ kind, ticket, title }: Draft) => {
    // A second Enter while the first is under way would add the item twice.
    if (adding.current) return;
    adding.current = true;
    const error = await add({ kind: scopeKind.parse(kind), ticket, title });
    adding.current = false;
    if (error === null) {
      setRefusal(null);
      form.reset({ kind, ticket: '', title: '' });
      setFocus('ticket');
    } else {
      setRefusal(showFieldErrors(error, ['ticket', 'title'], setError));
    }
  };
  const onSubmit = (event: FormEvent) => void form.handleSubmit(send)(event);
  return (
    <form className={styles['add']} aria-label="Add to the scope" onSubmit={onSubmit} noValidate>
      <SelectInput {...register('kind')} label="Kind" options={kinds} />
      <TextInput
        {...register('ticket')}
        mono
        label="Ticket"
        placeholder="PAY-914"
        error={formState.errors.ticket?.message}
      />
      <TextInput
        {...register('title')}
        label="Title"
        width={2400}
        placeholder="Store card aliases for repeat payments"
        error={formState.errors.title?.message}
      />
      <Button type="submit">Add</Button>
      {refusal !== null && (
        <p className={styles['refusal']} role="alert">
          {refusal}
        </p>
      )}
    </form>
  );
}
