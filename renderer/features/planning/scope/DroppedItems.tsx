import { useState } from 'react';
import Button from '@mui/material/Button';
import type { CallError } from '#shared/contract/procedure.ts';
import type { ScopeChange, ScopeItem } from '#shared/model/planning/scope.ts';
import { Section } from '../../../components/Section.tsx';
import { AttachedParts, AttachedToggle, useOpened } from '../../workspace/attachments/index.ts';
import type { AttachedCount } from '../../workspace/attachments/index.ts';
import type { ReleasePage } from '../releases/index.ts';
import { ChangeChip } from './ChangeChip.tsx';
import { StatusIcon } from './ItemIcons.tsx';
import { itemName } from './scope-words.ts';
import styles from './scope.module.css';

type DroppedItemsProps = {
  items: readonly ScopeItem[];
  page: ReleasePage;
  counts: ReadonlyMap<string, AttachedCount>;
  changeOf: (id: string) => ScopeChange | undefined;
  takeUp: (item: ScopeItem) => Promise<CallError | null>;
};

/** What was meant to be shipped and is not, with the reason; no longer what decisions bind. */
export function DroppedItems({ items, page, counts, changeOf, takeUp }: DroppedItemsProps) {
  return (
    <Section title="Dropped" note={items.length === 1 ? '1 item' : `${items.length} items`}>
      <ul className={styles['table']} aria-label="Dropped items">
        {items.map((item) => (
          <DroppedItem
            key={item.id}
            item={item}
            page={page}
            attached={counts.get(item.id)}
            change={changeOf(item.id)}
            takeUp={takeUp}
          />
        ))}
      </ul>
    </Section>
  );
}

type DroppedItemProps = Pick<DroppedItemsProps, 'page' | 'takeUp'> & {
  item: ScopeItem;
  attached: AttachedCount | undefined;
  change: ScopeChange | undefined;
};

function DroppedItem({ item, page, attached, change, takeUp }: DroppedItemProps) {
  const [refused, setRefused] = useState<string | null>(null);
  const talk = useOpened(page.selected === item.id);
  const name = itemName(item);
  const again = async () => setRefused((await takeUp(item))?.message ?? null);
  return (
    <li ref={talk.row} className={`${styles['item']} ${styles['dropped']}`}>
      <StatusIcon status="dropped" />
      <span className={styles['mono']}>{item.ticket}</span>
      <span className={styles['droppedText']}>
        <span className={styles['title']}>
          <bdi>{item.title}</bdi>
          <DroppedSince change={change} />
        </span>
        <span className={styles['reason']} dir="auto">
          {item.dropReason}
        </span>
        {refused !== null && (
          <span className={styles['refusal']} role="alert">
            {refused}
          </span>
        )}
      </span>
      <span className={styles['actions']}>
        <AttachedToggle name={name} count={attached} open={talk.open} onToggle={talk.toggle} />
        {page.editable && (
          <Button
            size="small"
            variant="text"
            aria-label={`Take up again: ${name}`}
            onClick={() => void again()}
          >
            Take up again
          </Button>
        )}
      </span>
      {talk.open && (
        <div className={styles['talk']}>
          <AttachedParts page={page} subject="scope-item" subjectId={item.id} />
        </div>
      )}
    </li>
  );
}

function DroppedSince({ change }: { change: ScopeChange | undefined }) {
  return change === undefined ? null : <ChangeChip change={change} />;
}
