import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { Plus, X } from 'lucide-react';
import { DateInput } from '../../../components/form/DateInput.tsx';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { TextInput } from '../../../components/form/TextInput.tsx';
import { peopleToChoose } from '../../planning/releases/index.ts';
import type { Names } from '../../planning/releases/index.ts';
import { blankCondition } from './vote-draft.ts';
import type { VoteCondition } from './vote-draft.ts';
import styles from './cab.module.css';

type VoteConditionsProps = {
  conditions: readonly VoteCondition[];
  names: Names;
  onChange: (conditions: VoteCondition[]) => void;
};

/** What a conditional go hangs on: each with who sees to it and until when. */
export function VoteConditions({ conditions, names, onChange }: VoteConditionsProps) {
  const patch = (at: number, change: Partial<VoteCondition>) =>
    onChange(conditions.map((each, index) => (index === at ? { ...each, ...change } : each)));
  const isOne = conditions.length === 1;
  return (
    <div className={styles['conditions']}>
      {conditions.map(({ text, ownerId, dueOn }, at) => (
        <div
          key={at}
          className={styles['condition']}
          role="group"
          aria-label={`Condition ${at + 1}`}
        >
          <TextInput
            label={isOne ? 'Condition' : `Condition ${at + 1}`}
            autoFocus
            value={text}
            onChange={(event) => patch(at, { text: event.target.value })}
          />
          <SelectInput
            label="Owner"
            none="Choose"
            value={ownerId}
            options={peopleToChoose(names, [ownerId])}
            onChange={(event) => patch(at, { ownerId: event.target.value })}
          />
          <DateInput
            label="Due"
            value={dueOn}
            onChange={(event) => patch(at, { dueOn: event.target.value })}
          />
          {!isOne && (
            <IconButton
              aria-label={`Take condition ${at + 1} out`}
              onClick={() => onChange(conditions.filter((_, index) => index !== at))}
            >
              <X />
            </IconButton>
          )}
        </div>
      ))}
      <Button
        size="small"
        startIcon={<Plus />}
        onClick={() => onChange([...conditions, blankCondition])}
      >
        Another condition
      </Button>
    </div>
  );
}
