import { useState } from 'react';
import Button from '@mui/material/Button';
import type { CallError } from '#shared/contract/procedure.ts';
import type { ChecklistItem } from '#shared/model/governance/checklists.ts';
import { ReasonForm } from '../../../components/editing/ReasonForm.tsx';
import { SavedCell } from '../../../components/editing/SavedCell.tsx';
import choice from '../../../components/form/Choice.module.css';
import { Status } from '../../../components/Status.tsx';
import { whenText } from '../../../components/when-text.ts';
import { AttachedParts, AttachedToggle, useOpened } from '../../workspace/attachments/index.ts';
import type { AttachedCount } from '../../workspace/attachments/index.ts';
import type { ReleasePage } from '../../planning/releases/index.ts';
import type { ItemPatch } from './use-checklist.ts';
import styles from './checklists.module.css';

type ChecklistRowProps = {
  item: ChecklistItem;
  /** How much is said about it and attached to it. */
  count: AttachedCount | undefined;
  page: ReleasePage;
  set: (patch: ItemPatch) => Promise<CallError | null>;
};

type ItemState = ChecklistItem['state'];
type SentState = { rev: number; state: ItemState };

/** One item: a tick box, the evidence beside it, and a way to say that it does not apply. */
export function ChecklistRow({ item, count, page, set }: ChecklistRowProps) {
  const [asking, setAsking] = useState(false);
  const talk = useOpened(page.selected === item.id);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [sent, setSent] = useState<SentState | null>(null);
  // Until the host has answered, what was sent shows; the answer brings a revision of its own.
  const coming = sent?.rev === item.rev ? sent.state : null;
  const isBusy = coming !== null;
  const isDone = (coming ?? item.state) === 'done';
  const isOut = (coming ?? item.state) === 'not-applicable';

  const send = async (patch: ItemPatch) => {
    const error = await set(patch);
    setRefusal(error?.message ?? null);
    return error;
  };
  const turn = async (state: ItemState) => {
    // A second one would be sent for a revision that is passing.
    if (isBusy || !page.editable) return;
    setRefusal(null);
    setSent({ rev: item.rev, state });
    if ((await send({ state })) !== null) setSent(null);
  };
  const look = [styles['row'], isOut && styles['out'], isBusy && styles['busy']];
  return (
    <li ref={talk.row} className={look.filter(Boolean).join(' ')} aria-busy={isBusy}>
      <label className={styles['item']}>
        <input
          type="checkbox"
          className={`${choice['box']} ${styles['box']}`}
          checked={isDone}
          // Not `disabled`: keys still walk a list that nobody can change any more.
          aria-disabled={!page.editable}
          onChange={() => void turn(isDone ? 'open' : 'done')}
          onKeyDown={(event) => {
            if (event.key !== 'x' || event.ctrlKey || event.metaKey) return;
            if (isOut || isBusy || !page.editable) return;
            event.preventDefault();
            setAsking(true);
          }}
        />
        <span className={styles['text']}>
          <bdi>{item.text}</bdi>
        </span>
      </label>
      <span className={styles['end']}>
        {page.editable && (
          <Button
            size="small"
            variant="text"
            className={isOut || asking ? undefined : styles['whenNear']}
            aria-expanded={isOut ? undefined : asking}
            onClick={() => (isOut ? void turn('open') : setAsking(!asking))}
          >
            {isOut ? 'Open again' : 'Not applicable…'}
          </Button>
        )}
        {isOut && <Status kind="not-applicable" />}
        {!isBusy && <SetBy item={item} page={page} />}
        <AttachedToggle name={item.text} count={count} open={talk.open} onToggle={talk.toggle} />
      </span>
      {isOut && <p className={styles['under']}>{item.reason}</p>}
      {isDone && !isBusy && (
        <div className={styles['under']}>
          {page.editable ? (
            <SavedCell
              label={`Evidence for: ${item.text}`}
              placeholder="Add evidence: a link, a ticket, a sentence"
              value={item.evidence}
              save={(evidence) => set({ evidence })}
            />
          ) : (
            item.evidence
          )}
        </div>
      )}
      {talk.open && (
        <div className={styles['talk']}>
          <AttachedParts page={page} subject="checklist-item" subjectId={item.id} />
        </div>
      )}
      {asking && !isOut && (
        <div className={styles['ask']}>
          <ReasonForm
            label="Why does it not apply?"
            button="Mark not applicable"
            submit={(reason) => send({ state: 'not-applicable', reason })}
            onDone={() => setAsking(false)}
          />
        </div>
      )}
      {refusal !== null && !asking && (
        <p className={styles['refusal']} role="alert">
          {refusal}
        </p>
      )}
    </li>
  );
}

function SetBy({ item, page }: { item: ChecklistItem; page: ReleasePage }) {
  if (item.setAt === null || item.state === 'open') return null;
  return (
    <span className={styles['by']}>
      <bdi>{page.names.person(item.setById)}</bdi> · {whenText(item.setAt, page.zone, page.now)}
    </span>
  );
}
