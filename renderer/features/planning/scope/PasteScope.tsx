import { useDeferredValue, useMemo, useState } from 'react';
import type { CallError } from '#shared/contract/procedure.ts';
import type { NewScopeItem } from '#shared/model/planning/scope.ts';
import type { Person } from '#shared/model/workspace/people.ts';
import { readPastedScope } from '#shared/rules/planning/pasted-scope.ts';
import type { PastedRow } from '#shared/rules/planning/pasted-scope.ts';
import { PastePanel } from '../../../components/paste/PastePanel.tsx';
import { refusedLines } from '../../../components/paste/refused-lines.ts';
import type { Pasted } from '../../../state/pasted.ts';
import { PastePreview } from './PastePreview.tsx';

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
    setPending(true);
    const error = await add(ticked.map(({ item }) => item));
    setPending(false);
    setRefusal(error);
    if (error === null) pasted.close();
  };
  const turn = (line: number) => {
    const next = new Set(lines);
    if (!next.delete(line)) next.add(line);
    setTurned({ text, lines: next });
  };
  const count = ticked.length;
  const isReady = !pending && count > 0 && text === pasted.text;
  return (
    <PastePanel
      title="Paste a list"
      action={count === 0 ? 'Add items' : `Add ${count === 1 ? '1 item' : `${count} items`}`}
      help="One item a line, with its ticket in front; or cells of a spreadsheet or a tracker, with or without headings: kind, ticket, title, priority, status, owner, idea date, note."
      placeholder={'PAY-914 Store card aliases\nfix\tPAY-921\tRead the refund’s state\tmust'}
      text={pasted.text}
      onType={(typed) => {
        pasted.type(typed);
        setRefusal(null);
      }}
      onSend={isReady ? () => void send() : null}
      onCancel={pasted.close}
      pending={pending}
      refusal={refusal?.message ?? null}
    >
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
    </PastePanel>
  );
}

const noneTurned = { text: '', lines: new Set<number>() };
