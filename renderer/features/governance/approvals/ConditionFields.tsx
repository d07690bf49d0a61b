import { useEffect } from 'react';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { Plus, X } from 'lucide-react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { DateInput } from '../../../components/form/DateInput.tsx';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { TextInput } from '../../../components/form/TextInput.tsx';
import { peopleToChoose } from '../../planning/releases/index.ts';
import type { ReleasePage } from '../../planning/releases/index.ts';
import type { DecisionDraft } from './decision-draft.ts';
import styles from './approvals.module.css';

const blank = { text: '', ownerId: '', dueOn: '' };

/** The conditions of a conditional go: what, who sees to it, until when. */
export function ConditionFields({ page }: { page: ReleasePage }) {
  const { control, register, formState } = useFormContext<DecisionDraft>();
  const { fields, append, remove } = useFieldArray({ control, name: 'conditions' });
  const errors = formState.errors.conditions;
  useEffect(() => {
    if (fields.length === 0) append(blank, { shouldFocus: false });
  }, [fields.length, append]);

  return (
    <fieldset className={styles['conditions']}>
      <legend>Conditions</legend>
      {fields.map((row, index) => (
        <div key={row.id} className={styles['condition']}>
          <div className={styles['conditionText']}>
            <TextInput
              {...register(`conditions.${index}.text`)}
              label={`Condition ${index + 1}`}
              error={errors?.[index]?.text?.message}
            />
            {fields.length > 1 && (
              <IconButton
                aria-label={`Remove condition ${index + 1}`}
                onClick={() => remove(index)}
              >
                <X />
              </IconButton>
            )}
          </div>
          <div className={styles['pair']}>
            <SelectInput
              {...register(`conditions.${index}.ownerId`)}
              label="Owner"
              none="Choose"
              options={peopleToChoose(page.names)}
              error={errors?.[index]?.ownerId?.message}
            />
            <DateInput
              {...register(`conditions.${index}.dueOn`)}
              label="Due"
              error={errors?.[index]?.dueOn?.message}
            />
          </div>
        </div>
      ))}
      <Button size="small" startIcon={<Plus />} onClick={() => append(blank)}>
        Condition
      </Button>
    </fieldset>
  );
}
