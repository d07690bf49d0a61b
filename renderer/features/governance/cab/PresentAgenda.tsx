import type { AgendaItem } from '#shared/model/governance/cab-views.ts';
import type { CabMeeting } from '#shared/model/governance/cab.ts';
import { Status } from '../../../components/Status.tsx';
import { whenText } from '../../../components/when-text.ts';
import { itemLook } from './cab-words.ts';
import styles from './present.module.css';

type PresentAgendaProps = {
  meeting: CabMeeting;
  items: readonly AgendaItem[];
  view: { zone: string; now: string };
};

/** Between items, before the first and after the last: the agenda, and how far it came. */
export function PresentAgenda({ meeting, items, view }: PresentAgendaProps) {
  return (
    <section className={styles['overview']} aria-label="Agenda">
      <h2>{headOf(meeting, items)}</h2>
      <ol>
        {items.map((item, index) => {
          const { kind, word } = itemLook(item);
          const { release } = item;
          return (
            <li key={item.id}>
              <span className={styles['place']}>{index + 1}</span>
              <Status kind={kind} label={word} variant="icon" size={24} />
              <bdi className={styles['name']} title={item.title}>
                {item.title}
              </bdi>
              <span className={styles['quiet']}>
                {release === null || release.startAt === null
                  ? word
                  : `${word} · starts ${whenText(release.startAt, release.zone ?? view.zone, view.now)}`}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function headOf(meeting: CabMeeting, items: readonly AgendaItem[]): string {
  if (items.length === 0) return 'Nothing is on the agenda';
  if (meeting.state === 'planned') {
    return items.length === 1
      ? 'One item is on the agenda'
      : `${items.length} items are on the agenda`;
  }
  const dealt = items.filter(({ state }) => state === 'decided').length;
  return `${dealt} of ${items.length} dealt with`;
}
