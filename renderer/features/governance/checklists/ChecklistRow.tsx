import { useState } from 'react';
import Button from '@mui/material/Button';
import type { CallError } from '#shared/contract/procedure.ts';
import type { ChecklistItem } from '#shared/model/governance/checklists.ts';
import { ReasonForm } from '../../../components/editing/ReasonForm.tsx';
import { SavedCell } from '../../../components/editing/SavedCell.tsx';
import { Status } from '../../../components/Status.tsx';
import { whenText } from '../../../components/when-text.ts';
import type { ReleasePage } from '../../planning/releases/index.ts';
import type { ItemPatch } from './use-checklist.ts';
import styles from './checklists.module.css';

type ChecklistRowProps = {
  item: ChecklistItem;
  page: ReleasePage;
  set: (patch: ItemPatch) => Promise<CallError | null>;
};

/** One item: a tick box, the evidence beside it, and a way to say that it does not apply. */
export function ChecklistRow({ item, page, set }: ChecklistRowProps) {
  const [asking, setAsking] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const isDone = item.state === 'done';
  const isOut = item.state === 'not-applicable';

  const send = async (patch: ItemPatch) => {
    const error = await set(patch);
    setRefusal(error?.message ?? null);
    return error;
  };
  return (
    <li className={`${styles['row']} ${isOut ? styles['out'] : ''}`}>
      <label className={styles['item']}>
        <input
          type="checkbox"
          className={styles['box']}
          checked={isDone}
          disabled={!page.editable}
          onChange={() => void send({ state: isDone ? 'open' : 'done' })}
          onKeyDown={(event) => {
            if (event.key !== 'x' || isOut || event.ctrlKey || event.metaKey) return;
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
            onClick={() => (isOut ? void send({ state: 'open' }) : setAsking(!asking))}
          >
            {isOut ? 'Open again' : 'Not applicable…'}
          </Button>
        )}
        {isOut && <Status kind="not-applicable" />}
        <SetBy item={item} page={page} />
      </span>
      {isOut && <p className={styles['under']}>{item.reason}</p>}
      {isDone && (
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
