import { useState } from 'react';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { CallError } from '#shared/contract/procedure.ts';
import type { ChecklistEntry } from '#shared/model/governance/checklists.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { Inspector } from '../../../components/Inspector.tsx';
import { SkeletonText } from '../../../components/Skeleton.tsx';
import type { Names } from '../../planning/releases/index.ts';
import { ItemFields } from './ItemFields.tsx';
import { ItemProof } from './ItemProof.tsx';
import { ItemWaits } from './ItemWaits.tsx';
import { phaseWords } from './checklist-groups.ts';
import { stateWords } from './item-words.ts';
import { useChecklist } from './use-checklist.ts';
import styles from './checklists.module.css';

type ItemInspectorProps = {
  releaseId: string;
  itemId: string;
  names: Names;
  editable: boolean;
  /** The name of the release, where the list is of several. */
  release?: { name: string; href: string };
  onClose: () => void;
};

/** One item with its terms, edited in place. It reads the list of its release by itself. */
export function ItemInspector(props: ItemInspectorProps) {
  const { releaseId, itemId, names, editable, release, onClose } = props;
  const list = useProcedure('checklists.list', { releaseId });
  const edits = useChecklist(releaseId);
  const [refusal, setRefusal] = useState<CallError | null>(null);
  const item = list.data?.find(({ id }) => id === itemId);
  if (list.isError && list.data === undefined) {
    return (
      <Inspector title="Checklist item" onClose={onClose}>
        <ErrorPanel
          {...errorParts('The item could not be read', list.error)}
          onRetry={() => void list.refetch()}
        />
      </Inspector>
    );
  }
  if (item === undefined) {
    return (
      <Inspector title="Checklist item" onClose={onClose}>
        {list.data === undefined ? (
          <SkeletonText what="the item" />
        ) : (
          <p>This item was taken off the checklist. Undo brings it back.</p>
        )}
      </Inspector>
    );
  }
  const all = list.data ?? [];
  const set = async (patch: Parameters<typeof edits.set>[1]) => {
    const error = await edits.set(item, patch);
    setRefusal(error);
    return error;
  };
  const remove = async () => {
    const error = await edits.remove(item);
    setRefusal(error);
    if (error === null) onClose();
  };
  return (
    <Inspector
      title={item.text}
      note={`${phaseWords[item.phase]} · ${stateWords[item.state].toLowerCase()}`}
      onClose={onClose}
      actions={
        editable ? (
          <>
            {item.state === 'open' ? (
              <Button onClick={() => void set({ state: 'done' })}>Mark done</Button>
            ) : (
              <Button onClick={() => void set({ state: 'open' })}>Open again</Button>
            )}
            <Button variant="text" onClick={() => void remove()}>
              Take off the list
            </Button>
            <Order item={item} list={all} move={(afterId) => edits.move(item, afterId)} />
          </>
        ) : undefined
      }
      actionsNote={
        refusal === null ? undefined : (
          <span className={styles['refused']} role="alert">
            {refusal.message}
          </span>
        )
      }
    >
      {release !== undefined && (
        <p className={styles['of']}>
          Of{' '}
          <a className={styles['link']} href={release.href}>
            <bdi>{release.name}</bdi>
          </a>
        </p>
      )}
      <ItemFields
        item={item}
        names={names}
        editable={editable}
        set={(patch) => edits.set(item, patch)}
      />
      <ItemProof item={item} editable={editable} set={(patch) => edits.set(item, patch)} />
      <ItemWaits
        item={item}
        list={all}
        editable={editable}
        set={(patch) => edits.set(item, patch)}
      />
      {item.why !== '' && (
        <p className={styles['why']} dir="auto">
          {item.why}
        </p>
      )}
    </Inspector>
  );
}

type OrderProps = {
  item: ChecklistEntry;
  list: readonly ChecklistEntry[];
  move: (afterId: string | null) => Promise<CallError | null>;
};

/** One place up or down within its phase. */
function Order({ item, list, move }: OrderProps) {
  const phase = list.filter((each) => each.phase === item.phase);
  const at = phase.findIndex(({ id }) => id === item.id);
  return (
    <span role="group" aria-label="Order">
      <IconButton
        aria-label="Move up"
        title="Move up"
        disabled={at === 0}
        onClick={() => void move(phase[at - 2]?.id ?? null)}
      >
        <ArrowUp />
      </IconButton>
      <IconButton
        aria-label="Move down"
        title="Move down"
        disabled={at === phase.length - 1}
        onClick={() => void move(phase[at + 1]?.id ?? null)}
      >
        <ArrowDown />
      </IconButton>
    </span>
  );
}
