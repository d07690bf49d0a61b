import { useState } from 'react';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { PanelRight } from 'lucide-react';
import type { CallError } from '#shared/contract/procedure.ts';
import type { ChecklistEntry } from '#shared/model/governance/checklists.ts';
import { ReasonForm } from '../../../components/editing/ReasonForm.tsx';
import { SavedCell } from '../../../components/editing/SavedCell.tsx';
import choice from '../../../components/form/Choice.module.css';
import { Person } from '../../../components/Person.tsx';
import { Status } from '../../../components/Status.tsx';
import { whenText } from '../../../components/when-text.ts';
import { AttachedParts, AttachedToggle, useOpened } from '../../workspace/attachments/index.ts';
import type { AttachedCount } from '../../workspace/attachments/index.ts';
import type { ReleasePage } from '../../planning/releases/index.ts';
import { DueMark } from './DueMark.tsx';
import type { ItemPatch } from './use-checklist.ts';
import styles from './checklists.module.css';

type ChecklistRowProps = {
  item: ChecklistEntry;
  /** How much is said about it and attached to it. */
  count: AttachedCount | undefined;
  page: ReleasePage;
  /** The items before it that are open, in words. */
  waitsFor: readonly string[];
  today: string;
  /** Its terms are open beside the list. */
  isOpen: boolean;
  onOpen: () => void;
  set: (patch: ItemPatch) => Promise<CallError | null>;
};

type ItemState = ChecklistEntry['state'];
type SentState = { rev: number; state: ItemState };

/** One item: a tick box, the evidence beside it, and a way to say that it does not apply. */
export function ChecklistRow(props: ChecklistRowProps) {
  const { item, count, waitsFor, page, today, isOpen, onOpen, set } = props;
  const [asking, setAsking] = useState(false);
  const [proof, setProof] = useState<Proof | null>(null);
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
    const error = await send({ state });
    if (error === null) return;
    setSent(null);
    setProof(proofAskedFor(error));
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
        <DueMark item={item} today={today} />
        {item.state === 'open' && item.owner !== null && (
          <Person name={page.names.person(item.owner)} discOnly />
        )}
        {!isBusy && <SetBy item={item} page={page} />}
        <IconButton
          size="small"
          aria-label={`Terms of: ${item.text}`}
          title="Owner, date, evidence, order"
          aria-expanded={isOpen}
          onClick={onOpen}
        >
          <PanelRight />
        </IconButton>
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
      {waitsFor.length > 0 && (
        <p className={styles['under']} dir="auto">
          Waits for {waitsFor.map((text) => `“${text}”`).join(', ')}
        </p>
      )}
      {proof !== null && item.state === 'open' && (
        <div className={styles['ask']}>
          <ReasonForm
            label={proof === 'evidenceUrl' ? 'The link that shows it' : 'What shows it?'}
            button="Mark done"
            submit={(text) => send({ state: 'done', [proof]: text })}
            onDone={() => setProof(null)}
          />
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
      {refusal !== null && !asking && proof === null && (
        <p className={styles['refusal']} role="alert">
          {refusal}
        </p>
      )}
    </li>
  );
}

function SetBy({ item, page }: { item: ChecklistEntry; page: ReleasePage }) {
  if (item.setAt === null || item.state === 'open') return null;
  return (
    <span className={styles['by']}>
      <bdi>{page.names.person(item.setById)}</bdi> · {whenText(item.setAt, page.zone, page.now)}
    </span>
  );
}

type Proof = 'evidence' | 'evidenceUrl';

/** What the core asks for before an item is done, where it can be typed in place; a file is attached. */
function proofAskedFor({ fields = {} }: CallError): Proof | null {
  if ('evidenceUrl' in fields) return 'evidenceUrl';
  return 'evidence' in fields ? 'evidence' : null;
}
