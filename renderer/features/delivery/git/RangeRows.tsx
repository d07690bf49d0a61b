import Button from '@mui/material/Button';
import { Check, OctagonX } from 'lucide-react';
import type { RangeRow } from '#shared/model/delivery/git.ts';
import { shortId } from '#shared/rules/delivery/git/commit.ts';
import { rowName } from '#shared/rules/delivery/git/rows.ts';
import choice from '../../../components/form/Choice.module.css';
import { Tag } from '../../../components/Chip.tsx';
import { LineRemarks, PasteLine } from '../../../components/paste/PasteLines.tsx';
import { whenText } from '../../../components/when-text.ts';
import { counted, landedInWords } from './git-words.ts';
import styles from './git.module.css';
import paste from '../../../components/paste/paste.module.css';

type RangeRowsProps = {
  rows: readonly RangeRow[];
  /** What was read, in a sentence. */
  told: string;
  zone: string;
  now: string;
  isChosen: (row: RangeRow) => boolean;
  isAll: boolean;
  onTurn: (key: string) => void;
  onTurnAll: (on: boolean) => void;
};

/** Rows beyond it are taken once those before them are in the scope. */
const mostShown = 2_000;

/** Each row as it would be added, or why it is not. */
export function RangeRows(props: RangeRowsProps) {
  const { rows, told, zone, now, isChosen, isAll, onTurn, onTurnAll } = props;
  const canChoose = rows.some(({ adds }) => adds !== 'nothing');
  return (
    <>
      <div className={styles['over']}>
        <p className={styles['count']} role="status">
          {told}
          {rows.length > mostShown && ` The first ${mostShown} are shown.`}
        </p>
        {canChoose && (
          <Button size="small" variant="text" onClick={() => onTurnAll(!isAll)}>
            {isAll ? 'Choose none' : 'Choose all'}
          </Button>
        )}
      </div>
      {rows.length > 0 && (
        // A scroller that held nothing to focus could not be scrolled by keyboard.
        <ul className={paste['lines']} aria-label="What lies between" tabIndex={0}>
          {rows.slice(0, mostShown).map((row, index) => (
            <PasteLine key={row.key} line={index + 1}>
              <RowMark row={row} isChosen={isChosen(row)} onTurn={() => onTurn(row.key)} />
              <RowWords row={row} zone={zone} now={now} />
              <RowRemarks row={row} />
            </PasteLine>
          ))}
        </ul>
      )}
    </>
  );
}

type RowMarkProps = { row: RangeRow; isChosen: boolean; onTurn: () => void };

function RowMark({ row, isChosen, onTurn }: RowMarkProps) {
  if (row.adds === 'nothing') {
    return row.undone ? (
      <OctagonX className={styles['undone']} size={16} aria-hidden />
    ) : (
      <Check className={styles['there']} size={16} aria-hidden />
    );
  }
  const what = row.adds === 'item' ? 'Add' : 'Add the changes of';
  return (
    <input
      type="checkbox"
      className={choice['box']}
      aria-label={`${what} ${rowName(row)}`}
      checked={isChosen}
      onChange={onTurn}
    />
  );
}

const kindWords = { feature: 'Feature', fix: 'Fix', improvement: 'Improvement' } as const;

function RowWords({ row, zone, now }: { row: RangeRow; zone: string; now: string }) {
  const { kind, ticket, title, breaking, changes, note, undone } = row;
  const [first, second] = changes;
  const began = changes.map(({ firstCommitAt }) => firstCommitAt).toSorted()[0];
  return (
    <span className={`${paste['words']} ${undone ? styles['gone'] : ''}`}>
      <span className={paste['item']}>
        {ticket !== '' && <code>{ticket}</code>}
        <bdi className={`${paste['title']} ${styles['title']}`}>{title}</bdi>
        {breaking && <Tag>Breaking</Tag>}
      </span>
      <span className={paste['facts']}>
        {kindWords[kind]}
        {second === undefined && first !== undefined ? (
          <span>{landedInWords(first)}</span>
        ) : (
          <span>{counted(changes.length, 'change')}</span>
        )}
        {first !== undefined && <code title={first.commit}>{shortId(first.commit)}</code>}
        {began !== undefined && <span>first commit {whenText(began, zone, now)}</span>}
        {note !== '' && <span>with a note</span>}
      </span>
    </span>
  );
}

function RowRemarks({ row: { adds, reason, undone, cautions } }: { row: RangeRow }) {
  if (adds !== 'nothing') return <LineRemarks cautions={cautions} />;
  return (
    <span className={styles['reason']}>
      {undone && <span className="visually-hidden">Not added: </span>}
      {reason}
    </span>
  );
}
