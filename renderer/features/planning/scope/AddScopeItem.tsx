import { useRef, useState } from 'react';
import type { ClipboardEvent, FormEvent } from 'react';
import Button from '@mui/material/Button';
import { useForm } from 'react-hook-form';
import type { Input } from '#shared/contract/index.ts';
import type { CallError } from '#shared/contract/procedure.ts';
import {
  scopeKind,
  scopeKinds,
  scopePriorities,
  scopePriority,
} from '#shared/model/planning/scope.ts';
import { showFieldErrors } from '../../../api/field-errors.ts';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { TextInput } from '../../../components/form/TextInput.tsx';
import { kindWords, priorityWords } from './scope-words.ts';
import styles from './scope.module.css';

type AddScopeItemProps = {
  owners: readonly { value: string; label: string }[];
  add: (item: Omit<Input<'scope.add'>, 'releaseId'>) => Promise<CallError | null>;
  /** Several lines were pasted where one item is typed. */
  onList: (text: string) => void;
};

type Draft = { kind: string; ticket: string; title: string; priority: string; ownerId: string };

const kinds = scopeKinds.map((value) => ({ value, label: kindWords[value] }));
const priorities = scopePriorities.map((value) => ({ value, label: priorityWords[value] }));
const start = { kind: 'feature', ticket: '', title: '', priority: 'should', ownerId: '' };

/** One line for the next item; Enter adds it and waits for another. */
export function AddScopeItem({ owners, add, onList }: AddScopeItemProps) {
  const form = useForm<Draft>({ defaultValues: start });
  const { register, setError, setFocus, formState } = form;
  const [refusal, setRefusal] = useState<string | null>(null);
  const adding = useRef(false);

  const send = async (sent: Draft) => {
    const { ticket, title, ownerId, ...chosen } = sent;
    // A second Enter while the first is under way would add the item twice.
    if (adding.current) return;
    adding.current = true;
    // Cleared at once: what is typed while it is added is the next one.
    form.reset({ ...chosen, ownerId, ticket: '', title: '' });
    setFocus('ticket');
    const error = await add({
      kind: scopeKind.parse(chosen.kind),
      ticket,
      title,
      priority: scopePriority.parse(chosen.priority),
      ownerId: ownerId === '' ? null : ownerId,
    });
    adding.current = false;
    if (error === null) {
      setRefusal(null);
    } else {
      form.reset(sent);
      setRefusal(showFieldErrors(error, ['ticket', 'title'], setError));
    }
  };
  const onSubmit = (event: FormEvent) => void form.handleSubmit(send)(event);
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    if (!/\S[\r\n]+\s*\S|\t/.test(text)) return;
    event.preventDefault();
    onList(text);
  };
  return (
    <form
      className={styles['add']}
      aria-label="Add to the scope"
      onSubmit={onSubmit}
      onPaste={onPaste}
      noValidate
    >
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
      <SelectInput {...register('priority')} label="Priority" options={priorities} />
      <SelectInput {...register('ownerId')} label="Owner" options={owners} />
      <Button type="submit">Add</Button>
      {refusal !== null && (
        <p className={styles['refusal']} role="alert">
          {refusal}
        </p>
      )}
    </form>
  );
}
