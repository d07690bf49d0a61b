import { useState } from 'react';
import Button from '@mui/material/Button';
import type { CallError } from '#shared/contract/procedure.ts';
import type { ScopeChange, ScopeItem } from '#shared/model/planning/scope.ts';
import { Section } from '../../../components/Section.tsx';
import { ChangeChip } from './ChangeChip.tsx';
import { StatusIcon } from './ItemIcons.tsx';
import { itemName } from './scope-words.ts';
import styles from './scope.module.css';

type DroppedItemsProps = {
  items: readonly ScopeItem[];
  editable: boolean;
  changeOf: (id: string) => ScopeChange | undefined;
  takeUp: (item: ScopeItem) => Promise<CallError | null>;
};

/** What was meant to be shipped and is not, with the reason; no longer what decisions bind. */
export function DroppedItems({ items, editable, changeOf, takeUp }: DroppedItemsProps) {
  const [refused, setRefused] = useState<{ id: string; why: string } | null>(null);
  const again = async (item: ScopeItem) => {
    const error = await takeUp(item);
    setRefused(error === null ? null : { id: item.id, why: error.message });
  };
  return (
    <Section title="Dropped" note={items.length === 1 ? '1 item' : `${items.length} items`}>
      <ul className={styles['table']} aria-label="Dropped items">
        {items.map((item) => (
          <li key={item.id} className={`${styles['item']} ${styles['dropped']}`}>
            <StatusIcon status="dropped" />
            <span className={styles['mono']}>{item.ticket}</span>
            <span className={styles['droppedText']}>
              <span className={styles['title']}>
                <bdi>{item.title}</bdi>
                <DroppedSince change={changeOf(item.id)} />
              </span>
              <span className={styles['reason']} dir="auto">
                {item.dropReason}
              </span>
              {refused?.id === item.id && (
                <span className={styles['refusal']} role="alert">
                  {refused.why}
                </span>
              )}
            </span>
            {editable && (
              <Button
                size="small"
                variant="text"
                aria-label={`Take up again: ${itemName(item)}`}
                onClick={() => void again(item)}
              >
                Take up again
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function DroppedSince({ change }: { change: ScopeChange | undefined }) {
  return change === undefined ? null : <ChangeChip change={change} />;
}
