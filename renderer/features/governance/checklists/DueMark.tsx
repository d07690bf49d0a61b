import type { ChecklistEntry } from '#shared/model/governance/checklists.ts';
import { standingOf } from '#shared/rules/governance/checklist-terms.ts';
import { Status } from '../../../components/Status.tsx';
import { dueText } from './item-words.ts';
import styles from './checklists.module.css';

type DueMarkProps = { item: Pick<ChecklistEntry, 'state' | 'due'>; today: string };

/** When an open item is due; what is late says so in a word and a mark. */
export function DueMark({ item, today }: DueMarkProps) {
  const text = dueText(item, today);
  if (text === '') return null;
  const standing = standingOf(item.state, item.due, today);
  if (standing === 'overdue') return <Status kind="failed" variant="plain" label={text} />;
  return <span className={styles['due']}>{text}</span>;
}
