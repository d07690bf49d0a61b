import type { ScopeChange, ScopeItem } from '#shared/model/planning/scope.ts';
import type { ReleasePage } from '../releases/index.ts';
import { ChangeChip } from './ChangeChip.tsx';
import { PriorityIcon, StatusIcon } from './ItemIcons.tsx';
import { ideaInWords, kindWords, priorityWords, statusWords } from './scope-words.ts';
import styles from './scope.module.css';

type StillRowProps = {
  item: ScopeItem;
  change: ScopeChange | undefined;
  names: ReleasePage['names'];
  today: string;
};

/** An item that nobody can change any more, and that does not look as if one could. */
export function StillRow({ item, change, names, today }: StillRowProps) {
  const { kind, ticket, title, note, priority, status, ownerId, ideaAt } = item;
  return (
    <div className={`${styles['row']} ${styles['still']}`}>
      <span className={styles['handle']} />
      <span className={styles['kind']}>{kindWords[kind]}</span>
      <span className={`${styles['ticket']} ${styles['mono']}`}>{ticket}</span>
      <span className={styles['title']}>
        <bdi>{title}</bdi>
        {change !== undefined && <ChangeChip change={change} />}
      </span>
      <span className={styles['priority']}>
        <PriorityIcon priority={priority} /> {priorityWords[priority]}
      </span>
      <span className={styles['status']}>
        <StatusIcon status={status} /> {statusWords[status]}
      </span>
      <bdi className={styles['owner']}>{ownerId === null ? '' : names.person(ownerId)}</bdi>
      <span className={styles['idea']}>{ideaAt === null ? '' : ideaInWords(ideaAt, today)}</span>
      <span className={styles['actions']} />
      {note !== '' && <p className={styles['more']}>{note}</p>}
    </div>
  );
}
