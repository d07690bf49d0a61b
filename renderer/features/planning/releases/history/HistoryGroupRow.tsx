import { useState } from 'react';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { GitCompareArrows } from 'lucide-react';
import { commandInWords } from '#shared/rules/workspace/change-words.ts';
import { Person } from '../../../../components/Person.tsx';
import { timeText, utcText } from '../../../../components/when-text.ts';
import type { ReleasePage } from '../release-page.ts';
import { HistoryChangeLine } from './HistoryChangeLine.tsx';
import type { HistoryGroup } from './history-lines.ts';
import type { Restore } from './use-restore.ts';
import styles from './history.module.css';

/** A new release writes dozens of lines; more than these are shown on demand. */
const shownAtFirst = 6;

type HistoryGroupRowProps = {
  group: HistoryGroup;
  page: ReleasePage;
  restore: Restore | null;
  /** Whether the moment after it is one of those to be compared. */
  marked: boolean;
  onMark: () => void;
};

/** What one command of one person did. */
export function HistoryGroupRow(props: HistoryGroupRowProps) {
  const { group, page, restore, marked, onMark } = props;
  const [all, setAll] = useState(false);
  const { names, zone, now } = page;
  const who = group.byId === null ? 'Slipway' : names.person(group.byId);
  const lines = all ? group.lines : group.lines.slice(0, shownAtFirst);
  const hidden = group.lines.length - lines.length;
  const time = timeText(group.at, zone);
  return (
    <li className={`${styles['group']} ${marked ? styles['marked'] : ''}`}>
      <time className={styles['time']} dateTime={group.at} title={utcText(group.at, now)}>
        {time}
      </time>
      <Person discOnly name={who} />
      <div className={styles['what']}>
        <p>
          <bdi className={styles['who']}>{who}</bdi> {commandInWords(group.command, group.of)}
        </p>
        <ul className={styles['lines']}>
          {lines.map((line) => (
            <li key={line.key}>
              <span className={styles['subject']}>{line.subject}</span>
              {line.changes.map((change) => (
                <HistoryChangeLine
                  key={change.field}
                  subject={line.subject}
                  change={change}
                  restore={restore}
                />
              ))}
            </li>
          ))}
        </ul>
        {hidden > 0 && (
          <Button size="small" variant="text" onClick={() => setAll(true)}>
            {hidden} more
          </Button>
        )}
      </div>
      <code className={styles['hash']} title={`Journal entry ${group.hash}`}>
        {group.hash.slice(0, 8)}
      </code>
      <IconButton
        className={styles['mark']}
        aria-label={`Compare the moment after ${who}, ${time}`}
        aria-pressed={marked}
        title={marked ? 'Marked to compare' : 'Mark this moment to compare it'}
        onClick={onMark}
      >
        <GitCompareArrows />
      </IconButton>
    </li>
  );
}
