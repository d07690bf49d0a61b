import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import IconButton from '@mui/material/IconButton';
import { GripVertical, StickyNote } from 'lucide-react';
import { scopeKinds, scopePriorities, workStatuses } from '#shared/model/planning/scope.ts';
import type { ScopeChange, ScopeItem } from '#shared/model/planning/scope.ts';
import { SavedCell } from '../../../components/editing/SavedCell.tsx';
import { SavedSelect } from '../../../components/editing/SavedSelect.tsx';
import { RowMenu } from '../../../components/RowMenu.tsx';
import { AttachedParts, AttachedToggle, useOpened } from '../../workspace/attachments/index.ts';
import type { AttachedCount } from '../../workspace/attachments/index.ts';
import { TicketChip } from '../../delivery/tickets/index.ts';
import type { ItemStanding } from '../../delivery/tickets/index.ts';
import type { ReleasePage } from '../releases/index.ts';
import { ChangeChip } from './ChangeChip.tsx';
import { PriorityIcon, StatusIcon } from './ItemIcons.tsx';
import { LateChip } from './LateChip.tsx';
import { RowMore } from './RowMore.tsx';
import type { Opened } from './RowMore.tsx';
import { ideaInWords, itemName, kindWords, priorityWords, statusWords } from './scope-words.ts';
import type { ScopeEdits } from './use-scope.ts';
import type { Drag } from './use-drag.ts';
import styles from './scope.module.css';

export type RowProps = {
  item: ScopeItem;
  change: ScopeChange | undefined;
  /** How the ticket it names stands at its tracker. */
  standing: ItemStanding | undefined;
  place: number;
  count: number;
  /** The people of the workspace, and nobody. */
  owners: readonly { value: string; label: string }[];
  today: string;
  page: ReleasePage;
  /** How much is said about it and attached to it. */
  attached: AttachedCount | undefined;
  scope: ScopeEdits;
  drag: Drag;
  put: (item: ScopeItem, place: number) => void;
  onRemove: (item: ScopeItem) => void;
};

const kinds = scopeKinds.map((value) => ({ value, label: kindWords[value] }));
const priorities = scopePriorities.map((value) => ({ value, label: priorityWords[value] }));
const statuses = workStatuses.map((value) => ({ value, label: statusWords[value] }));

/** An item of the scope as one line that is edited where it stands. */
export function ScopeRow(props: RowProps) {
  const { item, change, place, count, owners, today, scope, drag, put, onRemove } = props;
  const { page, attached, standing } = props;
  const [opened, setOpened] = useState<Opened | null>(null);
  const talk = useOpened<HTMLDivElement>(page.selected === item.id);
  const name = itemName(item);
  const save = (patch: Parameters<ScopeEdits['change']>[1]) => scope.change(item, patch);
  const shift = (by: -1 | 1) => put(item, place + by);
  const shiftByKey = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    shift(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <div ref={talk.row} className={styles['row']} onKeyDown={shiftByKey}>
      <span
        className={styles['handle']}
        title="Drag to another place, or press Alt with ↑ or ↓ in the row"
        aria-hidden
        {...drag.handle(item)}
      >
        <GripVertical size={14} />
      </span>
      <span className={styles['kind']}>
        <SavedSelect
          label={`Kind of ${name}`}
          value={item.kind}
          options={kinds}
          save={(kind) => save({ kind })}
        />
      </span>
      <span className={styles['ticket']}>
        <SavedCell
          mono
          column="ticket"
          label={`Ticket of ${name}`}
          placeholder="No ticket"
          value={item.ticket}
          save={(ticket) => save({ ticket })}
        />
      </span>
      <span className={styles['title']}>
        <SavedCell
          strong
          column="title"
          label={`Title of ${name}`}
          value={item.title}
          save={(title) => save({ title })}
        />
        {change !== undefined && <ChangeChip change={change} />}
        {item.lateReason !== '' && <LateChip reason={item.lateReason} />}
        {standing !== undefined && <TicketChip {...standing} zone={page.zone} now={page.now} />}
        {(attached !== undefined || talk.open) && (
          <AttachedToggle name={name} count={attached} open={talk.open} onToggle={talk.toggle} />
        )}
      </span>
      <span className={styles['priority']}>
        <SavedSelect
          label={`Priority of ${name}`}
          value={item.priority}
          options={priorities}
          lead={<PriorityIcon priority={item.priority} />}
          save={(priority) => save({ priority })}
        />
      </span>
      <span className={styles['status']}>
        <SavedSelect
          label={`Status of ${name}`}
          value={item.status}
          options={statuses}
          lead={<StatusIcon status={item.status} />}
          save={(status) => (status === 'dropped' ? Promise.resolve(null) : save({ status }))}
        />
      </span>
      <span className={styles['owner']}>
        <SavedSelect
          label={`Owner of ${name}`}
          value={item.ownerId ?? ''}
          options={owners}
          save={(ownerId) => save({ ownerId: ownerId === '' ? null : ownerId })}
        />
      </span>
      <span className={styles['idea']}>
        <SavedCell
          kind="date"
          max={today}
          label={`Idea date of ${name}`}
          shown={item.ideaAt === null ? 'No date' : ideaInWords(item.ideaAt, today)}
          value={item.ideaAt ?? ''}
          save={(ideaAt) => save({ ideaAt: ideaAt === '' ? null : ideaAt })}
        />
      </span>
      <span className={styles['actions']}>
        <IconButton
          aria-label={`Note of ${name}`}
          aria-expanded={opened === 'note'}
          title={item.note === '' ? 'Add a note' : 'Note'}
          className={item.note === '' ? styles['noNote'] : undefined}
          onClick={() => setOpened(opened === 'note' ? null : 'note')}
        >
          <StickyNote />
        </IconButton>
        <RowMenu
          name={name}
          order={{ isFirst: place === 0, isLast: place === count - 1, onShift: shift }}
          actions={[
            { label: 'Comments and attachments', run: talk.toggle },
            { label: 'Move to another release…', run: () => setOpened('move') },
            { label: 'Drop with a reason…', run: () => setOpened('drop') },
            { label: 'Remove, entered in error…', run: () => onRemove(item), apart: true },
          ]}
        />
      </span>
      {opened !== null && (
        <RowMore
          opened={opened}
          item={item}
          change={change}
          scope={scope}
          onDone={() => setOpened(null)}
        />
      )}
      {talk.open && (
        <div className={styles['talk']}>
          <AttachedParts page={page} subject="scope-item" subjectId={item.id} />
        </div>
      )}
    </div>
  );
}
