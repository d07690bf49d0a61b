import { useState } from 'react';
import Button from '@mui/material/Button';
import type { CallError } from '#shared/contract/procedure.ts';
import type { BookingView } from '#shared/model/planning/bookings.ts';
import { SavedField } from '../../../components/editing/SavedField.tsx';
import { SavedSelect } from '../../../components/editing/SavedSelect.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { Inspector, InspectorPart } from '../../../components/Inspector.tsx';
import { When } from '../../../components/When.tsx';
import { spanText, utcText } from '../../../components/when-text.ts';
import { peopleToChoose } from '../releases/index.ts';
import type { Names } from '../releases/index.ts';
import { Clashes } from './Clashes.tsx';
import type { BookingEdits, BookingPatch } from './use-bookings.ts';
import { useReleaseOptions } from './use-release-options.ts';
import styles from './bookings.module.css';

type BookingInspectorProps = {
  booking: BookingView;
  names: Names;
  edits: BookingEdits;
  now: string;
  onTimes: () => void;
  onClose: () => void;
};

const sharing = [
  { value: 'alone', label: 'Alone' },
  { value: 'shared', label: 'Shared with others' },
] as const;

/** One booking, edited in place; its times in the dialog that checks them. */
export function BookingInspector(props: BookingInspectorProps) {
  const { booking, names, edits, now, onTimes, onClose } = props;
  const { startAt, endAt, zone } = booking;
  const [refusal, setRefusal] = useState<CallError | null>(null);
  const change = (patch: BookingPatch) => edits.change(booking, patch);
  const giveUp = async () => {
    const error = await edits.giveUp(booking);
    setRefusal(error);
    if (error === null) onClose();
  };
  return (
    <Inspector
      title={booking.purpose}
      note={names.environment(booking.environmentId)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onTimes}>Change the times…</Button>
          <Button variant="text" onClick={() => void giveUp()}>
            Give it up
          </Button>
        </>
      }
    >
      <InspectorPart title="When">
        <dl className={styles['facts']}>
          <dt>From</dt>
          <dd>
            <When at={startAt} zone={zone} now={now} showZone />
            <span className={styles['utc']}>{utcText(startAt, now)}</span>
          </dd>
          <dt>Until</dt>
          <dd>
            <When at={endAt} zone={zone} now={now} showZone />
            <span className={styles['utc']}>{utcText(endAt, now)}</span>
          </dd>
          <dt>Takes</dt>
          <dd>{spanText(Date.parse(endAt) - Date.parse(startAt))}</dd>
        </dl>
        {booking.clashes.length > 0 && <Clashes clashes={booking.clashes} />}
        {refusal !== null && <ErrorPanel what="Nothing was changed" why={refusal.message} />}
      </InspectorPart>
      <InspectorPart title="What">
        <SavedField
          label="Purpose"
          value={booking.purpose}
          save={(purpose) => change({ purpose })}
        />
        <Choices booking={booking} names={names} change={change} />
        <SavedField
          kind="area"
          label="Note"
          value={booking.note}
          save={(note) => change({ note })}
        />
      </InspectorPart>
    </Inspector>
  );
}

type ChoicesProps = Pick<BookingInspectorProps, 'booking' | 'names'> & {
  change: (patch: BookingPatch) => Promise<CallError | null>;
};

function Choices({ booking, names, change }: ChoicesProps) {
  const { environmentId, releaseId, release, bookedById, shared } = booking;
  const releases = useReleaseOptions(releaseId, release);
  return (
    <dl className={styles['facts']}>
      <dt>Environment</dt>
      <dd>
        <SavedSelect
          label="Environment"
          value={environmentId}
          options={names.environments.map(({ id, name }) => ({ value: id, label: name }))}
          save={(value) => change({ environmentId: value })}
        />
      </dd>
      <dt>For</dt>
      <dd>
        <SavedSelect
          label="For"
          value={releaseId ?? ''}
          options={releases}
          save={(value) => change({ releaseId: value === '' ? null : value })}
        />
      </dd>
      <dt>Booked by</dt>
      <dd>
        <SavedSelect
          label="Booked by"
          value={bookedById}
          options={peopleToChoose(names, [bookedById])}
          save={(value) => change({ bookedById: value })}
        />
      </dd>
      <dt>Used</dt>
      <dd>
        <SavedSelect
          label="Used"
          value={shared ? 'shared' : 'alone'}
          options={sharing}
          save={(value) => change({ shared: value === 'shared' })}
        />
      </dd>
    </dl>
  );
}
