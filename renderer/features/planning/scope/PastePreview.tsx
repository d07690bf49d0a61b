import { CircleAlert, OctagonX } from 'lucide-react';
import type { Person } from '#shared/model/workspace/people.ts';
import type { PastedRow } from '#shared/rules/planning/pasted-scope.ts';
import choice from '../../../components/form/Choice.module.css';
import { PriorityIcon, StatusIcon } from './ItemIcons.tsx';
import { ideaInWords, itemName, kindWords, priorityWords, statusWords } from './scope-words.ts';
import styles from './paste.module.css';

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
    <div className={styles['preview']}>
      <p className={styles['count']} role="status">
        {rows.length === 1 ? '1 line read' : `${rows.length} lines read`}
        {notTaken > 0 && `, ${notTaken} cannot be taken`}.
        {leftOut.length > 0 && (
          <>
            {' '}
            Columns left out: <bdi>{leftOut.join(', ')}</bdi>.
          </>
        )}
      </p>
      {/* A scroller that held nothing to focus could not be scrolled by keyboard. */}
      <ul className={styles['lines']} aria-label="Lines of the list" tabIndex={0}>
        {rows.map((row) => (
          <li key={row.line} className={styles['line']}>
            <span className={styles['number']}>{row.line}</span>
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
              <>
                <OctagonX className={styles['cannot']} size={16} aria-hidden />
                <bdi className={styles['words']}>{row.text}</bdi>
                <span className={styles['why']}>
                  <span className="visually-hidden">Not taken: </span>
                  {row.reason}
                </span>
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
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
  const remarks = refusal === undefined ? row.cautions : [refusal, ...row.cautions];
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
      {remarks.length > 0 && (
        <span className={refusal === undefined ? styles['caution'] : styles['why']}>
          <CircleAlert size={14} aria-hidden />
          <span>{remarks.join(' ')}</span>
        </span>
      )}
    </>
  );
}
