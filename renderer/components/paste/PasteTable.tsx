import { useDeferredValue, useMemo, useState } from 'react';
import type { CallError } from '#shared/contract/procedure.ts';
import type { PastedTable, TableRow } from '#shared/rules/workspace/pasted-table.ts';
import choice from '../form/Choice.module.css';
import { Change } from '../Change.tsx';
import { Tag } from '../Chip.tsx';
import { LineRemarks, PasteLine, PasteLines, RefusedLine } from './PasteLines.tsx';
import { PastePanel } from './PastePanel.tsx';
import { refusedLines } from './refused-lines.ts';
import styles from './paste.module.css';

type PasteTableProps<Item> = {
  title: string;
  help: string;
  placeholder: string;
  /** `person`, `people`. */
  noun: readonly [one: string, several: string];
  pasted: { text: string; type: (text: string) => void; close: () => void };
  /** Stays the same as long as what it reads against does. */
  read: (text: string) => PastedTable<Item>;
  send: (items: Item[]) => Promise<CallError | null>;
};

type Shown<Item> = Exclude<TableRow<Item>, { state: 'refused' }>;

const stateWords = { new: 'New', changed: 'Changed', same: 'As it is' } as const;

/** A pasted list of things the workspace has: each line is new, changes one, or is as it is. */
export function PasteTable<Item>(props: PasteTableProps<Item>) {
  const { title, help, placeholder, noun, pasted, read, send } = props;
  const text = useDeferredValue(pasted.text);
  const { rows, leftOut } = useMemo(() => read(text), [read, text]);
  // Lines left out by hand; for one text only, since another has other lines.
  const [out, setOut] = useState<{ text: string; lines: ReadonlySet<number> }>(none);
  const [refusal, setRefusal] = useState<CallError | null>(null);
  const [pending, setPending] = useState(false);
  const lines = out.text === text ? out.lines : none.lines;
  const offered = rows.flatMap((row) =>
    row.state === 'new' || row.state === 'changed' ? [row] : [],
  );
  const ticked = offered.filter(({ line }) => !lines.has(line));
  const count = (state: TableRow<Item>['state']) =>
    rows.filter((row) => row.state === state).length;
  const ready = !pending && ticked.length > 0 && text === pasted.text;
  const submit = async () => {
    setPending(true);
    const error = await send(ticked.map(({ item }) => item));
    setPending(false);
    setRefusal(error);
    if (error === null) pasted.close();
  };
  const turn = (line: number) => {
    const next = new Set(lines);
    if (!next.delete(line)) next.add(line);
    setOut({ text, lines: next });
  };
  const refused = refusedLines(refusal, ticked);
  return (
    <PastePanel
      files
      title={title}
      action={actionWords(ticked, noun)}
      help={help}
      placeholder={placeholder}
      text={pasted.text}
      onType={(typed) => {
        pasted.type(typed);
        setRefusal(null);
      }}
      onSend={ready ? () => void submit() : null}
      onCancel={pasted.close}
      pending={pending}
      refusal={refusal?.message ?? null}
    >
      {rows.length > 0 && (
        <PasteLines
          count={rows.length}
          notTaken={count('refused')}
          told={[
            `${count('new')} new`,
            `${count('changed')} changed`,
            `${count('same')} as they are`,
          ]}
          leftOut={leftOut}
        >
          {rows.map((row) => (
            <PasteLine key={row.line} line={row.line}>
              {row.state === 'refused' ? (
                <RefusedLine text={row.text} reason={row.reason} />
              ) : (
                <ShownLine
                  row={row}
                  refusal={refused.get(row.line)}
                  ticked={row.state !== 'same' && !lines.has(row.line)}
                  onTurn={() => turn(row.line)}
                />
              )}
            </PasteLine>
          ))}
        </PasteLines>
      )}
    </PastePanel>
  );
}

const none = { text: '', lines: new Set<number>() };

type ShownLineProps<Item> = {
  row: Shown<Item>;
  refusal: string | undefined;
  ticked: boolean;
  onTurn: () => void;
};

function ShownLine<Item>({ row, refusal, ticked, onTurn }: ShownLineProps<Item>) {
  const verb = row.state === 'new' ? 'Add' : 'Change';
  return (
    <>
      {row.state === 'same' ? (
        <span />
      ) : (
        <input
          type="checkbox"
          className={choice['box']}
          aria-label={`${verb} ${row.name}`}
          checked={ticked}
          onChange={onTurn}
        />
      )}
      <span className={styles['words']}>
        <span className={styles['item']}>
          <Tag>{stateWords[row.state]}</Tag>
          <bdi className={styles['title']}>{row.name}</bdi>
        </span>
        <span className={styles['facts']}>
          {row.state === 'changed'
            ? row.changes.map(({ what, from, to }) => (
                <span key={what}>
                  <Change what={what} from={from} to={to} />
                </span>
              ))
            : row.facts.map((fact) => <bdi key={fact}>{fact}</bdi>)}
        </span>
      </span>
      <LineRemarks refusal={refusal} cautions={row.cautions} />
    </>
  );
}

/** `Add 3 people and change 1`. */
function actionWords(
  ticked: readonly { state: string }[],
  [one, several]: readonly [string, string],
): string {
  const added = ticked.filter(({ state }) => state === 'new').length;
  const changed = ticked.length - added;
  const counted = (count: number) => `${count} ${count === 1 ? one : several}`;
  if (ticked.length === 0) return `Add ${several}`;
  if (added === 0) return `Change ${counted(changed)}`;
  return changed === 0 ? `Add ${counted(added)}` : `Add ${counted(added)} and change ${changed}`;
}
