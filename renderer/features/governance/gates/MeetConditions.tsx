import Button from '@mui/material/Button';
import { Check } from 'lucide-react';
import type { Decision } from '#shared/model/governance/gates.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { showToast } from '../../../components/toasts/toast-store.ts';
import styles from './gates.module.css';

/** Marks what a conditional go still waits for. */
export function MeetConditions({ conditions }: Pick<Decision, 'conditions'>) {
  const meet = useCommand('approvals.meetCondition');
  const open = conditions.filter(({ metAt }) => metAt === null);
  if (open.length === 0) return null;
  const mark = async (conditionId: string) => {
    const answer = await meet.run({ conditionId });
    if (answer.ok) showToast({ text: 'Condition met' });
  };
  return (
    <>
      {open.map((condition) => (
        <Button
          key={condition.id}
          size="small"
          startIcon={<Check />}
          title={condition.text}
          aria-label={`Mark as met: ${condition.text}`}
          disabled={meet.pending}
          onClick={() => void mark(condition.id)}
        >
          {open.length === 1 ? 'Condition met' : `Met: ${condition.text}`}
        </Button>
      ))}
      {meet.error !== null && (
        <p className={styles['refusal']} role="alert">
          {meet.error.message}
        </p>
      )}
    </>
  );
}
