import type { Person } from '#shared/model/workspace/people.ts';
import type { PastedRow } from '#shared/rules/planning/pasted-scope.ts';
import choice from '../../../components/form/Choice.module.css';
import {
  LineRemarks,
  PasteLine,
  PasteLines,
  RefusedLine,
} from '../../../components/paste/PasteLines.tsx';
import { PriorityIcon, StatusIcon } from './ItemIcons.tsx';
import { ideaInWords, itemName, kindWords, priorityWords, statusWords } from './scope-words.ts';
import styles from '../../../components/paste/paste.module.css';

type TakenRow = Extract<PastedRow, { taken: true }>;

type PastePreviewProps = {
  rows: readonly PastedRow[];
  /** Why the core refused a line, by its number. */
  refused: ReadonlyMap<number, string>;
  people: readonly Person[];
  today: string;
  /** Columns that say nothing an item has. */
  leftOut: readonly string[];
  isTicked: (row: TakenRow) => boolean;
  onTurn: (line: number) => void;
};

/** Each line of a pasted list as the item it would become, or why it cannot. */
export function PastePreview(props: PastePreviewProps) {
  const { rows, refused, people, today, leftOut, isTicked, onTurn } = props;
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const notTaken = rows.filter((row) => !row.taken).length;
  return (
    <PasteLines count={rows.length} notTaken={notTaken} leftOut={leftOut}>
      {rows.map((row) => (
        <PasteLine key={row.line} line={row.line}>
          {row.taken ? (
            <Taken
              row={row}
              owner={row.item.ownerId === null ? '' : (names.get(row.item.ownerId) ?? '')}
              today={today}
              refusal={refused.get(row.line)}
              ticked={isTicked(row)}
              onTurn={() => onTurn(row.line)}
            />
          ) : (
            <RefusedLine text={row.text} reason={row.reason} />
          )}
        </PasteLine>
      ))}
    </PasteLines>
  );
}

type TakenProps = {
  row: TakenRow;
  owner: string;
  today: string;
  refusal: string | undefined;
  ticked: boolean;
  onTurn: () => void;
};

function Taken({ row, owner, today, refusal, ticked, onTurn }: TakenProps) {
  const { kind, ticket, title, priority, status, ideaAt, note } = row.item;
  return (
    <>
      <input
        type="checkbox"
        className={choice['box']}
        aria-label={`Add ${itemName(row.item)}`}
        checked={ticked}
        onChange={onTurn}
      />
      <span className={styles['words']}>
        <span className={styles['item']}>
          {ticket !== '' && <code>{ticket}</code>}
          <bdi className={styles['title']}>{title}</bdi>
        </span>
        <span className={styles['facts']}>
          {kindWords[kind]}
          <span>
            <PriorityIcon priority={priority} /> {priorityWords[priority]}
          </span>
          <span>
            <StatusIcon status={status} /> {statusWords[status]}
          </span>
          {owner !== '' && <bdi>{owner}</bdi>}
          {ideaAt !== null && <span>Idea of {ideaInWords(ideaAt, today)}</span>}
          {note !== '' && <span>with a note</span>}
        </span>
      </span>
      <LineRemarks refusal={refusal} cautions={row.cautions} />
    </>
  );
}
