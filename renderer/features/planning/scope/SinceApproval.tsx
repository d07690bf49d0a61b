import { useId } from 'react';
import { ChevronDown, CircleCheck, CircleDashed } from 'lucide-react';
import type { ApprovalChanges } from '#shared/contract/planning/scope.ts';
import { Change } from '../../../components/Change.tsx';
import { outcomeLook } from '../../../components/decision-words.ts';
import { whenText } from '../../../components/when-text.ts';
import type { ReleasePage } from '../releases/index.ts';
import { changesInWords } from './scope-words.ts';
import type { Approvals } from './use-approvals.ts';
import styles from './since.module.css';

/** Since which approval something of the scope changed; chips in the rows say what. */
export function SinceApproval({ approvals, page }: { approvals: Approvals; page: ReleasePage }) {
  const id = useId();
  const { all, held, hold } = approvals;
  if (held === null) return null;
  const changed = changesInWords(held.changes);
  const elsewhere = all.filter(({ changes }) => changes.length > 0).length;
  const gone = held.changes.filter(({ change }) => change === 'gone');
  const Icon = changed === '' ? CircleCheck : CircleDashed;
  return (
    <div className={styles['since']}>
      <p className={`${styles['line']} ${changed === '' ? styles['same'] : styles['changed']}`}>
        <Icon size={14} aria-hidden />
        <span id={id} className={styles['what']}>
          {changed === '' ? 'As it was approved:' : `${sentence(changed)} since`}
        </span>
        {all.length === 1 ? (
          <bdi>{approvalInWords(held, page)}</bdi>
        ) : (
          <span className={styles['choice']}>
            <select
              aria-labelledby={id}
              value={held.decisionId}
              onChange={(event) => hold(event.target.value)}
            >
              {all.map((approval) => (
                <option key={approval.decisionId} value={approval.decisionId}>
                  {optionInWords(approval, held, page)}
                </option>
              ))}
            </select>
            <ChevronDown size={14} aria-hidden />
          </span>
        )}
        {changed === '' && elsewhere > 0 && (
          <span className={styles['earlier']}>
            {elsewhere === 1
              ? '1 earlier approval was given for another scope'
              : `${elsewhere} earlier approvals were given for another scope`}
          </span>
        )}
      </p>
      {gone.length > 0 && (
        <ul className={styles['gone']} aria-label="Moved or removed since the approval">
          {gone.map((change) => (
            <li key={change.itemId}>
              <Change what="Moved or removed:" from={change.label} to={null} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** `Tomás Rey, go, Operations readiness, Tue 24 Nov 09:15` */
function approvalInWords(approval: ApprovalChanges, { names, zone, now }: ReleasePage): string {
  const outcome = outcomeLook[approval.outcome].word.toLowerCase();
  const when = whenText(approval.at, zone, now);
  return `${names.person(approval.byId)}, ${outcome}, ${approval.gate}, ${when}`;
}

/** What changed since the one that is held stands in front of the choice already. */
function optionInWords(
  approval: ApprovalChanges,
  held: ApprovalChanges,
  page: ReleasePage,
): string {
  const words = approvalInWords(approval, page);
  if (approval === held) return words;
  return `${words}: ${changesInWords(approval.changes) || 'no change'}`;
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
