import Button from '@mui/material/Button';
import type { WaitingItem } from '#shared/model/reports/today.ts';
import { Empty } from '../../../components/Empty.tsx';
import { HashText } from '../../../components/HashText.tsx';
import { PanelList, PanelRow } from '../../../components/Panel.tsx';
import { Section } from '../../../components/Section.tsx';
import { Status } from '../../../components/Status.tsx';
import { placeHref, releaseHref } from '../../planning/releases/index.ts';
import { waitingAction, waitingLook } from './today-words.ts';
import type { TodayView } from './view.ts';
import styles from './today.module.css';

/** What waits for whoever works here. */
export function WaitingSection({ view: { today } }: { view: TodayView }) {
  const { waiting } = today;
  return (
    <Section
      title="Waiting for you"
      note={String(waiting.length)}
      actions={<a href="#/approvals">All approvals</a>}
    >
      {waiting.length === 0 ? (
        <Empty small text="Nothing waits for you. What others wait for is at each release." />
      ) : (
        <PanelList label="Waiting for you">
          {waiting.map((item) => (
            <WaitingRow key={item.key} item={item} />
          ))}
        </PanelList>
      )}
    </Section>
  );
}

function WaitingRow({ item }: { item: WaitingItem }) {
  return (
    <PanelRow
      lead={<Status kind={item.late ? 'failed' : waitingLook[item.kind]} variant="icon" />}
      title={<bdi>{item.what}</bdi>}
      note={
        <bdi>
          <HashText text={item.why} />
        </bdi>
      }
      end={
        <>
          {item.due !== null && (
            <span className={item.late ? styles['late'] : styles['due']}>{item.due}</span>
          )}
          <Button
            size="small"
            href={hrefOf(item)}
            aria-label={`${waitingAction[item.kind]}: ${item.what}`}
          >
            {waitingAction[item.kind]}
          </Button>
        </>
      }
    />
  );
}

function hrefOf({ releaseId, gateId, kind, place, selected, lessonId }: WaitingItem): string {
  if (releaseId === null) return `#/improve?show=lessons&sel=${lessonId ?? ''}`;
  if (gateId !== null) return releaseHref(releaseId, 'gates', gateId);
  if (place !== undefined) {
    return placeHref({ releaseId, subject: place.subject, subjectId: place.id });
  }
  if (selected !== undefined) return releaseHref(releaseId, 'plan', selected);
  return releaseHref(releaseId, kind === 'incident' ? 'after' : 'overview');
}
