import { useState } from 'react';
import type { CabMeeting } from '#shared/model/governance/cab.ts';
import { workingDayFrom } from '#shared/rules/planning/working-days.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { CheckboxInput } from '../../../components/form/CheckboxInput.tsx';
import { FieldGroup, FieldRow } from '../../../components/form/Field.tsx';
import { MomentInput } from '../../../components/form/MomentInput.tsx';
import type { Moment } from '../../../components/form/MomentInput.tsx';
import { instantOf, momentOf } from '../../../components/form/moment.ts';
import { NumberInput } from '../../../components/form/NumberInput.tsx';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { TextInput } from '../../../components/form/TextInput.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { zoneText } from '../../../components/when-text.ts';
import { undoOf } from '../../../state/edits.ts';
import { peopleToChoose, zoneOptions } from '../../planning/releases/index.ts';
import type { Names } from '../../planning/releases/index.ts';
import styles from './cab.module.css';

type MeetingDialogProps = {
  /** Null for a new one. */
  meeting: CabMeeting | null;
  around: {
    names: Names;
    zone: string;
    workingDays: readonly number[];
    now: string;
    actingId: string | null;
  };
  onSaved: (id: string) => void;
  onClose: () => void;
};

type Typed = {
  title: string;
  start: Moment;
  zone: string;
  duration: string;
  place: string;
  chairId: string;
  attendeeIds: string[];
  fill: boolean;
};

const dayMs = 86_400_000;

/** Plans a meeting or changes it: when, where, who. */
export function MeetingDialog({ meeting, around, onSaved, onClose }: MeetingDialogProps) {
  const { names } = around;
  const [typed, setTyped] = useState<Typed>(() => typedOf(meeting, around));
  const patch = (change: Partial<Typed>) => setTyped((before) => ({ ...before, ...change }));
  const create = useCommand('cab.create');
  const update = useCommand('cab.update');
  const failed = (meeting === null ? create.error : update.error)?.fields ?? {};

  const send = async () => {
    const startsAt = instantOf(typed.start, typed.zone);
    if (!startsAt) return 'Give a date and a time that exist, such as 2026-11-26 and 10:00.';
    const { title, zone, place, attendeeIds, fill } = typed;
    const chairId = typed.chairId === '' ? null : typed.chairId;
    const durationMinutes = Number(typed.duration);
    const input = { title, startsAt, zone, place, chairId, attendeeIds, durationMinutes };
    const answer =
      meeting === null
        ? await create.run({ ...input, fill })
        : await update.run({ ...input, id: meeting.id, rev: meeting.rev });
    if (!answer.ok) return answer.error.message;
    const said = meeting === null ? 'planned' : 'saved';
    showToast({ text: `${answer.value.title} ${said}`, undo: undoOf(answer) });
    onSaved(answer.value.id);
    return null;
  };
  const toggle = (id: string, isIn: boolean) =>
    patch({
      attendeeIds: isIn
        ? [...typed.attendeeIds, id]
        : typed.attendeeIds.filter((each) => each !== id),
    });
  const known = [...typed.attendeeIds, typed.chairId];
  return (
    <FormDialog
      title={meeting === null ? 'Plan a meeting' : 'Change the meeting'}
      action={meeting === null ? 'Plan the meeting' : 'Save the meeting'}
      onSend={send}
      onClose={onClose}
    >
      <TextInput
        label="Title"
        autoFocus
        value={typed.title}
        error={failed['title']}
        onChange={(event) => patch({ title: event.target.value })}
      />
      <MomentInput
        label="Date"
        zone={zoneText(typed.zone)}
        value={typed.start}
        onChange={(start) => patch({ start })}
      />
      <FieldRow>
        <SelectInput
          label="Time zone"
          value={typed.zone}
          options={zoneOptions(around.zone, typed.zone)}
          onChange={(event) => patch({ zone: event.target.value })}
        />
        <NumberInput
          label="Takes"
          width={64}
          unit="minutes"
          value={typed.duration}
          error={failed['durationMinutes']}
          onChange={(event) => patch({ duration: event.target.value })}
        />
      </FieldRow>
      <TextInput
        label="Place"
        optional
        placeholder="A room, or a link"
        value={typed.place}
        error={failed['place']}
        onChange={(event) => patch({ place: event.target.value })}
      />
      <SelectInput
        label="Chair"
        none="Nobody yet"
        value={typed.chairId}
        options={peopleToChoose(names, known)}
        onChange={(event) => patch({ chairId: event.target.value })}
      />
      <FieldGroup label="Attendees" help="Whoever votes in the meeting is added by itself.">
        <div className={styles['people']}>
          {peopleToChoose(names, known).map(({ value, label }) => (
            <CheckboxInput
              key={value}
              label={label}
              checked={typed.attendeeIds.includes(value)}
              onChange={(event) => toggle(value, event.target.checked)}
            />
          ))}
        </div>
      </FieldGroup>
      {meeting === null && (
        <CheckboxInput
          label="Put on the agenda what waits for the board"
          help="Releases with an open decision of the board, those that start within a week without their decisions, and standard changes to be noted."
          checked={typed.fill}
          onChange={(event) => patch({ fill: event.target.checked })}
        />
      )}
    </FormDialog>
  );
}

function typedOf(
  meeting: CabMeeting | null,
  { zone, workingDays, now, actingId }: MeetingDialogProps['around'],
) {
  if (meeting !== null) {
    const { title, place, attendeeIds } = meeting;
    return {
      ...{ title, place, attendeeIds, zone: meeting.zone, fill: false },
      start: momentOf(meeting.startsAt, meeting.zone),
      duration: String(meeting.durationMinutes),
      chairId: meeting.chairId ?? '',
    };
  }
  const tomorrow = new Date(Date.parse(now) + dayMs).toISOString();
  return {
    ...{ title: 'CAB meeting', place: '', zone, fill: true, duration: '60' },
    start: { date: workingDayFrom(momentOf(tomorrow, zone).date, workingDays), time: '10:00' },
    chairId: actingId ?? '',
    attendeeIds: actingId === null ? [] : [actingId],
  };
}
