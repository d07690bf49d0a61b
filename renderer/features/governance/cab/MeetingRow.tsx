import { useNavigate } from '@tanstack/react-router';
import type { MeetingSummary } from '#shared/model/governance/cab-views.ts';
import { Tag } from '../../../components/Chip.tsx';
import { PanelRow } from '../../../components/Panel.tsx';
import { Status } from '../../../components/Status.tsx';
import { When } from '../../../components/When.tsx';
import type { Names } from '../../planning/releases/index.ts';
import { counted, meetingLook } from './cab-words.ts';
import styles from './cab.module.css';

type MeetingRowProps = { summary: MeetingSummary; names: Names; now: string };

/** One meeting in the list: when, what it is about, how far it came. */
export function MeetingRow({ summary, names, now }: MeetingRowProps) {
  const navigate = useNavigate();
  const { meeting, items, decided, releases } = summary;
  const { kind, word } = meetingLook[meeting.state];
  const about = releases.length === 0 ? 'nothing on the agenda' : releases.join(', ');
  const chair = meeting.chairId === null ? '' : ` · chaired by ${names.person(meeting.chairId)}`;
  return (
    <PanelRow
      lead={<Status kind={kind} label={word} variant="icon" />}
      title={<bdi>{meeting.title}</bdi>}
      beside={meeting.kind === 'emergency' ? <Tag>emergency</Tag> : undefined}
      note={
        <bdi className={styles['clip']} title={about}>
          {about}
          {chair}
        </bdi>
      }
      end={
        <>
          <span className={styles['quiet']}>
            {meeting.state === 'planned'
              ? counted(items, 'item')
              : `${decided} of ${counted(items, 'item')}`}
          </span>
          <span className={styles['rowWhen']}>
            <When
              at={meeting.startsAt}
              zone={meeting.zone}
              now={now}
              relative={meeting.state === 'planned'}
              focusable={false}
            />
          </span>
          <Status kind={kind} label={word} variant="word" wide />
        </>
      }
      onOpen={() =>
        void navigate({ to: '/cab/$meetingId', params: { meetingId: meeting.id }, search: {} })
      }
    />
  );
}
