import { useState } from 'react';
import type { CallError } from '#shared/contract/procedure.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { CheckboxInput } from '../../../components/form/CheckboxInput.tsx';
import { FieldRow } from '../../../components/form/Field.tsx';
import { MomentInput } from '../../../components/form/MomentInput.tsx';
import type { Moment } from '../../../components/form/MomentInput.tsx';
import { instantOf, momentOf } from '../../../components/form/moment.ts';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { TextInput } from '../../../components/form/TextInput.tsx';
import { Status } from '../../../components/Status.tsx';
import { zoneText } from '../../../components/when-text.ts';
import { peopleToChoose, zoneOptions } from '../releases/index.ts';
import type { Names } from '../releases/index.ts';
import { Clashes } from './Clashes.tsx';
import { useReleaseOptions } from './use-release-options.ts';
import styles from './bookings.module.css';

/** What is booked, as it stands when the dialog opens. */
export type BookingStart = {
  /** Of the booking that is changed. */
  id?: string;
  environmentId: string;
  releaseId: string | null;
  /** The name of that release. */
  release?: string | null;
  purpose: string;
  startAt: string;
  endAt: string;
  zone: string;
  bookedById: string;
  shared: boolean;
};

export type BookingTyped = Omit<BookingStart, 'id' | 'release'>;

type BookingDialogProps = {
  start: BookingStart;
  names: Names;
  save: (typed: BookingTyped) => Promise<CallError | null>;
  onClose: () => void;
};

type Typed = Omit<BookingTyped, 'startAt' | 'endAt'> & { from: Moment; to: Moment };

/** Asks for a booking, and says while it is typed what else uses the environment then. */
export function BookingDialog({ start, names, save, onClose }: BookingDialogProps) {
  const isNew = start.id === undefined;
  const [typed, setTyped] = useState<Typed>(() => typedOf(start));
  const patch = (change: Partial<Typed>) => setTyped((before) => ({ ...before, ...change }));
  const releases = useReleaseOptions(start.releaseId, start.release);
  const startAt = instantOf(typed.from, typed.zone);
  const endAt = instantOf(typed.to, typed.zone);
  const send = async () => {
    if (!startAt || !endAt)
      return 'Give a start and an end that exist, such as 2026-11-26 and 22:00.';
    const { from: _from, to: _to, ...rest } = typed;
    return (await save({ ...rest, startAt, endAt }))?.message ?? null;
  };
  const place = zoneText(typed.zone);
  return (
    <FormDialog
      title={isNew ? 'Book an environment' : 'Change the booking'}
      action={isNew ? 'Book it' : 'Change it'}
      onSend={send}
      onClose={onClose}
    >
      <TextInput
        label="Purpose"
        autoFocus
        placeholder="Load test"
        value={typed.purpose}
        onChange={(event) => patch({ purpose: event.target.value })}
      />
      <FieldRow>
        <SelectInput
          label="Environment"
          value={typed.environmentId}
          options={names.environments.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => patch({ environmentId: event.target.value })}
        />
        <SelectInput
          label="For"
          value={typed.releaseId ?? ''}
          options={releases}
          onChange={(event) => patch({ releaseId: event.target.value || null })}
        />
      </FieldRow>
      <MomentInput
        label="From"
        zone={place}
        value={typed.from}
        onChange={(from) => patch({ from })}
      />
      <MomentInput label="Until" zone={place} value={typed.to} onChange={(to) => patch({ to })} />
      <FieldRow>
        <SelectInput
          label="Time zone"
          width={300}
          value={typed.zone}
          options={zoneOptions(start.zone, typed.zone)}
          onChange={(event) => patch({ zone: event.target.value })}
        />
        <SelectInput
          label="Booked by"
          width={300}
          value={typed.bookedById}
          options={peopleToChoose(names, [start.bookedById])}
          onChange={(event) => patch({ bookedById: event.target.value })}
        />
      </FieldRow>
      <div className={styles['choice']}>
        <CheckboxInput
          label="Others may use it at the same time"
          help="Two shared bookings do not clash; a deployment always takes the environment for itself."
          checked={typed.shared}
          onChange={(event) => patch({ shared: event.target.checked })}
        />
      </div>
      <LiveCheck id={start.id} typed={typed} startAt={startAt} endAt={endAt} />
    </FormDialog>
  );
}

type LiveCheckProps = {
  id: string | undefined;
  typed: Typed;
  startAt: string | null | undefined;
  endAt: string | null | undefined;
};

function LiveCheck({ id, typed, startAt, endAt }: LiveCheckProps) {
  const { environmentId, releaseId, zone, shared } = typed;
  const isSpan = Boolean(startAt && endAt && startAt < endAt) && environmentId !== '';
  const need = { id, environmentId, releaseId, zone, shared };
  const check = useProcedure(
    'bookings.check',
    { ...need, startAt: startAt ?? '', endAt: endAt ?? '' },
    { enabled: isSpan, keepPrevious: true },
  );
  return (
    <div role="status" className={styles['check']}>
      {!isSpan && startAt && endAt ? 'The end is not after the start.' : null}
      {isSpan && check.isError && `The check failed: ${check.error.error.message}`}
      {isSpan && check.data?.length === 0 && (
        <Status kind="passed" variant="plain" label="Nothing else uses it then" />
      )}
      {isSpan && check.data !== undefined && check.data.length > 0 && (
        <Clashes
          clashes={check.data}
          note="It can be booked all the same; it is then shown as double-booked."
        />
      )}
    </div>
  );
}

function typedOf({ startAt, endAt, id: _id, release: _name, ...start }: BookingStart): Typed {
  return { ...start, from: momentOf(startAt, start.zone), to: momentOf(endAt, start.zone) };
}
