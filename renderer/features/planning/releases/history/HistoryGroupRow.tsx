import { useState } from 'react';
import Button from '@mui/material/Button';
import { Change } from '../../../../components/Change.tsx';
import { Person } from '../../../../components/Person.tsx';
import { timeText, utcText } from '../../../../components/when-text.ts';
import { commandInWords } from '../history-words.ts';
import type { ReleasePage } from '../release-page.ts';
import type { HistoryGroup } from './history-lines.ts';
import styles from './history.module.css';

/** A new release writes dozens of lines; more than these are shown on demand. */
const shownAtFirst = 6;

/** What one command of one person did. */
export function HistoryGroupRow({ group, page }: { group: HistoryGroup; page: ReleasePage }) {
  const [all, setAll] = useState(false);
  const { names, zone, now } = page;
  const who = group.byId === null ? 'Slipway' : names.person(group.byId);
  const lines = all ? group.lines : group.lines.slice(0, shownAtFirst);
  const hidden = group.lines.length - lines.length;
  return (
    <li className={styles['group']}>
      <time className={styles['time']} dateTime={group.at} title={utcText(group.at, now)}>
        {timeText(group.at, zone)}
      </time>
      <Person discOnly name={who} />
      <div className={styles['what']}>
        <p>
          <bdi className={styles['who']}>{who}</bdi> {commandInWords(group.command)}
        </p>
        <ul className={styles['lines']}>
          {lines.map((line) => (
            <li key={line.key}>
              <span className={styles['subject']}>{line.subject}</span>
              {line.changes.map((change) => (
                <Change
                  key={change.field}
                  what={change.field ?? undefined}
                  from={change.from}
                  to={change.to}
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
    </li>
  );
}
