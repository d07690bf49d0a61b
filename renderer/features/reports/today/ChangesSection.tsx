import Button from '@mui/material/Button';
import { Check } from 'lucide-react';
import { commandInWords } from '#shared/rules/workspace/change-words.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { Empty } from '../../../components/Empty.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { Section } from '../../../components/Section.tsx';
import { whenText } from '../../../components/when-text.ts';
import { releaseHref } from '../../planning/releases/index.ts';
import type { TodayView } from './view.ts';
import styles from './today.module.css';

/** What others changed since one said to have seen it all. */
export function ChangesSection({ view }: { view: TodayView }) {
  const { today, names, zone, now } = view;
  const looked = useCommand('today.looked');
  const { changes, since } = today;
  return (
    <Section
      title="What changed since you looked"
      note={since === null ? 'within a day' : whenText(since, zone, now)}
      actions={
        changes.length > 0 && (
          <Button
            size="small"
            variant="text"
            startIcon={<Check />}
            disabled={looked.pending}
            onClick={() => void looked.run({})}
          >
            All seen
          </Button>
        )
      }
    >
      {changes.length === 0 ? (
        <Empty small text="Nobody else has changed anything since." />
      ) : (
        <Panel>
          <ul className={styles['changes']} aria-label="Changes by others">
            {changes.map(({ id, releaseId, release, byId, command, label, at }) => (
              <li key={id}>
                <span className={styles['change']}>
                  <a href={releaseHref(releaseId, 'history')}>
                    <bdi>{release}</bdi>
                  </a>
                  {' · '}
                  {byId === null ? 'Somebody' : <bdi>{names.person(byId)}</bdi>}{' '}
                  {commandInWords(command)}
                  {label !== '' && (
                    <>
                      : <bdi>{label}</bdi>
                    </>
                  )}
                </span>
                <time dateTime={at} className={styles['quiet']}>
                  {whenText(at, zone, now)}
                </time>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </Section>
  );
}
