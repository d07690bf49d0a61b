import { Link } from '@tanstack/react-router';
import type { AgendaItem } from '#shared/model/governance/cab-views.ts';
import type { CabMeeting } from '#shared/model/governance/cab.ts';
import { clockText, itemSeconds } from '#shared/rules/governance/cab/timers.ts';
import { SavedField } from '../../../components/editing/SavedField.tsx';
import { RiskBand } from '../../../components/RiskBand.tsx';
import { Status } from '../../../components/Status.tsx';
import { When } from '../../../components/When.tsx';
import type { Names } from '../../planning/releases/index.ts';
import { itemLook, kindWords } from './cab-words.ts';
import { ItemFacts } from './ItemFacts.tsx';
import { VoteTable } from './VoteTable.tsx';
import type { MeetingHand } from './use-meeting.ts';
import type { Votes } from './use-votes.ts';
import styles from './cab.module.css';

type ItemPanelProps = {
  item: AgendaItem;
  meeting: CabMeeting;
  votes: Votes;
  hand: MeetingHand;
  mayWrite: boolean;
  view: { names: Names; zone: string; now: string };
};

/** One item: what is decided, by whom, on which facts, and what was said. */
export function ItemPanel({ item, meeting, votes, hand, mayWrite, view }: ItemPanelProps) {
  const { release } = item;
  const { kind, word } = itemLook(item);
  const isTaking =
    mayWrite &&
    item.state === 'open' &&
    (meeting.state === 'running' || meeting.state === 'paused');
  return (
    <article className={styles['panel']} aria-labelledby="cab-item">
      <header className={styles['panelHead']}>
        <div className={styles['panelTitle']}>
          <h2 id="cab-item" title={item.title}>
            <bdi>{item.title}</bdi>
          </h2>
          <Status kind={kind} label={word} />
          <ItemClock item={item} now={view.now} />
        </div>
        <p className={styles['panelNote']}>
          <span>{kindWords[item.kind]}</span>
          {release !== null && (
            <>
              <RiskBand band={release.band} score={release.score} />
              <Link
                to="/releases/$releaseId/$tab"
                params={{ releaseId: release.id, tab: 'gates' }}
                search={{}}
              >
                R-{release.number} <bdi>{release.name}</bdi>
              </Link>
              {release.startAt === null ? (
                <span>no start planned</span>
              ) : (
                <When
                  at={release.startAt}
                  zone={release.zone ?? view.zone}
                  now={view.now}
                  relative={meeting.state !== 'closed'}
                  showZone
                />
              )}
            </>
          )}
        </p>
        {item.outcome !== '' && <p className={styles['outcomeText']}>{item.outcome}</p>}
        {item.movedTo !== null && (
          <p className={styles['outcomeText']}>
            Not dealt with; moved to <bdi>{item.movedTo}</bdi>.
          </p>
        )}
      </header>
      {item.kind === 'decision' && <VoteTable {...{ item, votes, isTaking, view }} />}
      {item.kind === 'standard' && (
        <p className={styles['quiet']}>
          A standard change is authorised in advance: the board takes note of it.
        </p>
      )}
      <div id="cab-notes" className={styles['notes']}>
        <SavedField
          kind="area"
          label="Notes for the minutes"
          value={item.notes}
          readOnly={!mayWrite}
          save={(notes) => hand.saveItem({ id: item.id, rev: item.rev, notes })}
        />
      </div>
      {release !== null && <ItemFacts itemId={item.id} view={view} />}
    </article>
  );
}

/** The time spent on an item against what was planned; over it says so in a word. */
function ItemClock({ item, now }: { item: AgendaItem; now: string }) {
  const spent = itemSeconds(item, now);
  if (spent === 0 && item.plannedMinutes === 0) return null;
  const isOver = item.plannedMinutes > 0 && spent > item.plannedMinutes * 60;
  const planned = item.plannedMinutes === 0 ? '' : ` of ${item.plannedMinutes} min`;
  if (spent === 0)
    return <span className={styles['clock']}>{item.plannedMinutes} min planned</span>;
  return (
    <span
      className={`${styles['clock']} ${isOver ? styles['over'] : ''}`}
      role="timer"
      aria-label="Time of this item"
    >
      {clockText(spent)}
      {planned}
      {isOver && ', over'}
    </span>
  );
}
