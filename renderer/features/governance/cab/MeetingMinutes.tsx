import type { Output } from '#shared/contract/index.ts';
import type { CabMeeting } from '#shared/model/governance/cab.ts';
import { SavedField } from '../../../components/editing/SavedField.tsx';
import { Person } from '../../../components/Person.tsx';
import { Section } from '../../../components/Section.tsx';
import { Status } from '../../../components/Status.tsx';
import { dateText } from '../../../components/when-text.ts';
import type { Names } from '../../planning/releases/index.ts';
import type { MeetingHand } from './use-meeting.ts';
import styles from './cab.module.css';

type MeetingMinutesProps = {
  agenda: Output<'cab.agenda'>;
  hand: MeetingHand;
  mayWrite: boolean;
  view: { names: Names; now: string };
};

/** Who is there, what belongs to no item, and the review an emergency asks for. */
export function MeetingMinutes({ agenda, hand, mayWrite, view }: MeetingMinutesProps) {
  const { meeting, review } = agenda;
  const { names, now } = view;
  return (
    <Section title="Attendees and remarks">
      <div className={styles['present']}>
        {peopleOf(meeting).map((id) => (
          <Person
            key={id}
            name={names.person(id)}
            {...(id === meeting.chairId && { role: 'Chair' })}
          />
        ))}
        {peopleOf(meeting).length === 0 && (
          <p className={styles['quiet']}>Nobody is named yet; whoever votes is added.</p>
        )}
      </div>
      {meeting.place !== '' && (
        <p className={styles['quiet']}>
          <bdi>{meeting.place}</bdi>
        </p>
      )}
      {review !== null && (
        <p className={styles['review']}>
          <Status
            kind={review.done ? 'passed' : 'waiting'}
            label={review.done ? 'Review held' : 'Review due'}
          />
          <span>
            {review.text}
            {review.dueOn !== null && `, by ${dateText(review.dueOn, Number(now.slice(0, 4)))}`}
            {review.ownerId !== null && (
              <>
                , <bdi>{names.person(review.ownerId)}</bdi>
              </>
            )}
            .
          </span>
        </p>
      )}
      <SavedField
        kind="area"
        label="Remarks for the minutes"
        value={meeting.minutes}
        readOnly={!mayWrite}
        save={(minutes) => hand.saveMinutes(meeting.rev, minutes)}
      />
    </Section>
  );
}

/** The chair first, whether counted among the attendees or not. */
function peopleOf({ chairId, attendeeIds }: CabMeeting): string[] {
  return chairId === null ? attendeeIds : [...new Set([chairId, ...attendeeIds])];
}
