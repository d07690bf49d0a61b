import type { WordAsked } from '#shared/model/governance/queue.ts';
import { PanelList, PanelRow } from '../../../components/Panel.tsx';
import { Section } from '../../../components/Section.tsx';
import { Status } from '../../../components/Status.tsx';
import { dateText, whenText } from '../../../components/when-text.ts';
import { releaseHref } from '../../planning/releases/index.ts';
import styles from './queue.module.css';

type WordsAskedProps = { words: readonly WordAsked[]; zone: string; now: string };

/** The gates at which the acting person is consulted: their word is recorded there. */
export function WordsAsked({ words, zone, now }: WordsAskedProps) {
  if (words.length === 0) return null;
  return (
    <div className={styles['words']}>
      <Section title="Your word is asked for" note="before others decide">
        <PanelList label="Your word is asked for">
          {words.map(({ releaseId, release, gateId, gate, askedAt, dueOn, late }) => (
            <PanelRow
              key={gateId}
              lead={
                <Status
                  kind={late ? 'failed' : 'waiting'}
                  variant="icon"
                  label={late ? 'Late' : 'Waits'}
                />
              }
              title={
                <a href={releaseHref(releaseId, 'gates', gateId)}>
                  <bdi>{release}</bdi>: <bdi>{gate}</bdi>
                </a>
              }
              note={`asked ${whenText(askedAt, zone, now)}`}
              end={
                dueOn !== null && (
                  <span className={late ? styles['late'] : styles['due']}>
                    {late ? 'was due' : 'until'} {dateText(dueOn, Number(now.slice(0, 4)))}
                  </span>
                )
              }
            />
          ))}
        </PanelList>
      </Section>
    </div>
  );
}
