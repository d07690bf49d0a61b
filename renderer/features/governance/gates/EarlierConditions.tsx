import Button from '@mui/material/Button';
import type { EarlierCondition, GateView } from '#shared/model/governance/gates.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { InspectorPart } from '../../../components/Inspector.tsx';
import { Status } from '../../../components/Status.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { dateText } from '../../../components/when-text.ts';
import type { ReleasePage } from '../../planning/releases/index.ts';
import styles from './gates.module.css';

/** Open conditions of earlier gates: each is met here, or carried over by name. */
export function EarlierConditions({ gate, page }: { gate: GateView; page: ReleasePage }) {
  const meet = useCommand('approvals.meetCondition');
  const carry = useCommand('approvals.carryCondition');
  if (gate.earlier.length === 0) return null;
  const isPending = meet.pending || carry.pending;
  const refusal = meet.error ?? carry.error;

  const met = async ({ id }: EarlierCondition['condition']) => {
    const answer = await meet.run({ conditionId: id });
    if (answer.ok) showToast({ text: 'Condition met' });
  };
  const carryOver = async ({ id }: EarlierCondition['condition']) => {
    const answer = await carry.run({ conditionId: id, gateId: gate.id });
    if (answer.ok) showToast({ text: 'Carried over; the condition stays open' });
  };
  return (
    <InspectorPart title="Open conditions of earlier gates">
      <ul className={styles['seats']}>
        {gate.earlier.map(({ condition, gate: from, carried }) => (
          <li key={condition.id}>
            <Status
              kind={carried ? 'exception' : 'waiting'}
              variant="icon"
              label={carried ? 'Carried over' : 'Open'}
              size={15}
            />
            <span>
              <span className={styles['role']} dir="auto">
                {condition.text}
              </span>
              <span className={styles['holders']}>
                <bdi>{from}</bdi>, <bdi>{page.names.person(condition.ownerId)}</bdi>, due{' '}
                {dateText(condition.dueOn, Number(page.now.slice(0, 4)))}
              </span>
              {carried && (
                <span className={styles['holders']}>
                  Carried over by <bdi>{page.names.person(condition.checkedById)}</bdi>
                </span>
              )}
              {page.editable && (
                <span className={styles['settle']}>
                  <Button
                    size="small"
                    disabled={isPending}
                    aria-label={`Condition met: ${condition.text}`}
                    onClick={() => void met(condition)}
                  >
                    Condition met
                  </Button>
                  {!carried && (
                    <Button
                      size="small"
                      disabled={isPending}
                      title="It stays open with its owner and day, and your name stands beside it."
                      aria-label={`Carry over: ${condition.text}`}
                      onClick={() => void carryOver(condition)}
                    >
                      Carry over in my name
                    </Button>
                  )}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
      {refusal !== null && (
        <p className={styles['refusal']} role="alert">
          {refusal.message}
        </p>
      )}
    </InspectorPart>
  );
}
