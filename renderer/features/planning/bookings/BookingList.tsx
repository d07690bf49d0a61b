import type { BookingView } from '#shared/model/planning/bookings.ts';
import { Empty } from '../../../components/Empty.tsx';
import { PanelList, PanelRow } from '../../../components/Panel.tsx';
import { Section } from '../../../components/Section.tsx';
import { Status } from '../../../components/Status.tsx';
import { WhenRange } from '../../../components/When.tsx';
import type { Names } from '../releases/index.ts';
import { clashWord, countInWords, forWord, sharingWord } from './booking-words.ts';
import styles from './bookings.module.css';

type BookingListProps = {
  bookings: readonly BookingView[];
  names: Names;
  now: string;
  selected: string | undefined;
  onOpen: (id: string) => void;
};

/** The bookings of the span in the order of their start. */
export function BookingList({ bookings, names, now, selected, onOpen }: BookingListProps) {
  return (
    <Section title="Bookings" note={bookings.length === 0 ? undefined : countInWords(bookings)}>
      {bookings.length === 0 ? (
        <Empty
          small
          text="Nothing is booked in these weeks. A booking says who needs an environment from when to when, so that a test and a deployment do not meet in it."
        />
      ) : (
        <PanelList label="Bookings">
          {bookings.map((booking) => {
            const { id, purpose, environmentId, bookedById, startAt, endAt, zone } = booking;
            return (
              <PanelRow
                key={id}
                title={<bdi title={purpose}>{purpose}</bdi>}
                beside={<bdi>{names.environment(environmentId)}</bdi>}
                note={
                  <bdi>
                    {names.person(bookedById)}, {forWord(booking)}, {sharingWord(booking)}
                  </bdi>
                }
                end={
                  <span className={styles['end']}>
                    {booking.clashes.length > 0 && (
                      <Status kind="failed" label={clashWord(booking.clashes.length)} />
                    )}
                    <WhenRange
                      from={startAt}
                      to={endAt}
                      zone={zone}
                      now={now}
                      showZone
                      focusable={false}
                    />
                  </span>
                }
                selected={id === selected}
                onOpen={() => onOpen(id)}
              />
            );
          })}
        </PanelList>
      )}
    </Section>
  );
}
