import { useDeferredValue, useMemo, useState } from 'react';
import type { FormEvent } from 'react';
import Button from '@mui/material/Button';
import type { CallError } from '#shared/contract/procedure.ts';
import type { NewScopeItem } from '#shared/model/planning/scope.ts';
import type { Person } from '#shared/model/workspace/people.ts';
import { readPastedScope } from '#shared/rules/planning/pasted-scope.ts';
import type { PastedRow } from '#shared/rules/planning/pasted-scope.ts';
import { TextArea } from '../../../components/form/TextArea.tsx';
import { PastePreview } from './PastePreview.tsx';
import type { Pasted } from './use-pasted.ts';
import styles from './paste.module.css';

type PasteScopeProps = {
  pasted: Pasted;
  tickets: readonly string[];
  people: readonly Person[];
  today: string;
  add: (items: NewScopeItem[]) => Promise<CallError | null>;
};

type TakenRow = Extract<PastedRow, { taken: true }>;

/** A pasted list, row by row as it would be added, before anything is written. */
export function PasteScope({ pasted, tickets, people, today, add }: PasteScopeProps) {
  const text = useDeferredValue(pasted.text);
  const ticketsText = tickets.join('\n');
  const { rows, leftOut } = useMemo(
    () => readPastedScope(text, { people, tickets: ticketsText.split('\n'), today }),
    [text, people, ticketsText, today],
  );
  // Lines ticked otherwise than they come; for one text only, since another has other lines.
  const [turned, setTurned] = useState<{ text: string; lines: ReadonlySet<number> }>(noneTurned);
  const [refusal, setRefusal] = useState<CallError | null>(null);
  const [pending, setPending] = useState(false);
  const lines = turned.text === text ? turned.lines : noneTurned.lines;
  const isTicked = (row: TakenRow) => row.repeats === lines.has(row.line);
  const ticked = rows.flatMap((row) => (row.taken && isTicked(row) ? [row] : []));

  const send = async () => {
    if (pending || ticked.length === 0 || text !== pasted.text) return;
    setPending(true);
    const error = await add(ticked.map(({ item }) => item));
    setPending(false);
    setRefusal(error);
    if (error === null) pasted.close();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void send();
  };
  const turn = (line: number) => {
    const next = new Set(lines);
    if (!next.delete(line)) next.add(line);
    setTurned({ text, lines: next });
  };
  const count = ticked.length;
  return (
    <form className={styles['panel']} aria-label="Paste a list" onSubmit={onSubmit}>
      <TextArea
        autoFocus
        rows={4}
        width={2400}
        label="List"
        help="One item a line, with its ticket in front; or cells of a spreadsheet or a tracker, with or without headings: kind, ticket, title, priority, status, owner, idea date, note."
        placeholder={'PAY-914 Store card aliases\nfix\tPAY-921\tRead the refund’s state\tmust'}
        value={pasted.text}
        onChange={(event) => {
          pasted.type(event.target.value);
          setRefusal(null);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          void send();
        }}
      />
      <div className={styles['buttons']}>
        <Button type="submit" variant="contained" loading={pending} disabled={count === 0}>
          {count === 0 ? 'Add items' : `Add ${count === 1 ? '1 item' : `${count} items`}`}
        </Button>
        <Button variant="text" onClick={pasted.close}>
          Cancel
        </Button>
      </div>
      {rows.length > 0 && (
        <PastePreview
          rows={rows}
          refused={refusedLines(refusal, ticked)}
          people={people}
          today={today}
          leftOut={leftOut}
          isTicked={isTicked}
          onTurn={turn}
        />
      )}
      {refusal !== null && (
        <p className={styles['refusal']} role="alert">
          {refusal.message}
        </p>
      )}
    </form>
  );
}

const noneTurned = { text: '', lines: new Set<number>() };

/** The core names rows by their number among those that were sent. */
function refusedLines(error: CallError | null, sent: readonly TakenRow[]): Map<number, string> {
  const lines = new Map<number, string>();
  for (const [path, message] of Object.entries(error?.fields ?? {})) {
    const [, index, field] = path.split('.');
    const line = sent[Number(index)]?.line;
    if (line !== undefined) lines.set(line, `The ${field ?? 'row'} ${message}.`);
  }
  return lines;
}
