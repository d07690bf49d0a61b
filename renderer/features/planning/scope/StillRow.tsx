import type { ScopeChange, ScopeItem } from '#shared/model/planning/scope.ts';
import { AttachedParts, AttachedToggle, useOpened } from '../../workspace/attachments/index.ts';
import type { AttachedCount } from '../../workspace/attachments/index.ts';
import { TicketChip } from '../../delivery/tickets/index.ts';
import type { ItemStanding } from '../../delivery/tickets/index.ts';
import type { ReleasePage } from '../releases/index.ts';
import { ChangeChip } from './ChangeChip.tsx';
import { PriorityIcon, StatusIcon } from './ItemIcons.tsx';
import { LateChip } from './LateChip.tsx';
import { ideaInWords, itemName, kindWords, priorityWords, statusWords } from './scope-words.ts';
import styles from './scope.module.css';

type StillRowProps = {
  item: ScopeItem;
  change: ScopeChange | undefined;
  /** How the ticket it names stands at its tracker. */
  standing: ItemStanding | undefined;
  page: ReleasePage;
  attached: AttachedCount | undefined;
  today: string;
};

/** An item that nobody can change any more, and that does not look as if one could. */
export function StillRow({ item, change, standing, page, attached, today }: StillRowProps) {
  const talk = useOpened<HTMLDivElement>(page.selected === item.id);
  const { kind, ticket, title, note, priority, status, ownerId, ideaAt } = item;
  return (
    <div ref={talk.row} className={`${styles['row']} ${styles['still']}`}>
      <span className={styles['handle']} />
      <span className={styles['kind']}>{kindWords[kind]}</span>
      <span className={`${styles['ticket']} ${styles['mono']}`}>{ticket}</span>
      <span className={styles['title']}>
        <bdi>{title}</bdi>
        {change !== undefined && <ChangeChip change={change} />}
        {item.lateReason !== '' && <LateChip reason={item.lateReason} />}
        {standing !== undefined && <TicketChip {...standing} zone={page.zone} now={page.now} />}
        <AttachedToggle
          name={itemName(item)}
          count={attached}
          open={talk.open}
          onToggle={talk.toggle}
        />
      </span>
      <span className={styles['priority']}>
        <PriorityIcon priority={priority} /> {priorityWords[priority]}
      </span>
      <span className={styles['status']}>
        <StatusIcon status={status} /> {statusWords[status]}
      </span>
      <bdi className={styles['owner']}>{ownerId === null ? '' : page.names.person(ownerId)}</bdi>
      <span className={styles['idea']}>{ideaAt === null ? '' : ideaInWords(ideaAt, today)}</span>
      <span className={styles['actions']} />
      {note !== '' && <p className={styles['more']}>{note}</p>}
      {talk.open && (
        <div className={styles['talk']}>
          <AttachedParts page={page} subject="scope-item" subjectId={item.id} />
        </div>
      )}
    </div>
  );
}
