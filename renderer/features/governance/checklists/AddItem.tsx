import { useState } from 'react';
import type { FormEvent } from 'react';
import Button from '@mui/material/Button';
import { useForm } from 'react-hook-form';
import type { CallError } from '#shared/contract/procedure.ts';
import { phase as phaseSchema, phases } from '#shared/model/planning/releases.ts';
import type { Phase } from '#shared/model/planning/releases.ts';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { TextInput } from '../../../components/form/TextInput.tsx';
import { phaseWords } from './checklist-groups.ts';
import styles from './checklists.module.css';

type AddItemProps = {
  current: Phase;
  add: (phase: Phase, text: string) => Promise<CallError | null>;
};

const options = phases
  .filter((phase) => phase !== 'closed')
  .map((phase) => ({ value: phase, label: phaseWords[phase] }));

export function AddItem({ current, add }: AddItemProps) {
  const phase = current === 'closed' ? 'post-release' : current;
  const form = useForm<{ phase: string; text: string }>({ defaultValues: { phase, text: '' } });
  const [refusal, setRefusal] = useState<string>();
  const send = async (draft: { phase: string; text: string }) => {
    const error = await add(phaseSchema.parse(draft.phase), draft.text);
    setRefusal(error?.fields?.['text'] ?? error?.message);
    if (error === null) form.reset({ phase: draft.phase, text: '' });
  };
  const onSubmit = (event: FormEvent) => void form.handleSubmit(send)(event);
  return (
    <form className={styles['add']} aria-label="Add an item" onSubmit={onSubmit} noValidate>
      <SelectInput {...form.register('phase')} label="Before the end of" options={options} />
      <TextInput
        {...form.register('text')}
        label="What has to be true"
        width={1200}
        error={refusal}
      />
      <Button type="submit">Add</Button>
    </form>
  );
}
