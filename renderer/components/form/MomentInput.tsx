import { DateInput } from './DateInput.tsx';
import { FieldRow } from './Field.tsx';

/** A moment as typed, on the wall clock of a zone; both empty means none. */
export type Moment = { date: string; time: string };

type MomentInputProps = {
  /** Of the date; the time is called `At`. */
  label: string;
  value: Moment;
  zone: string;
  onChange: (value: Moment) => void;
  optional?: boolean;
};

/** A date with its time. */
export function MomentInput({ label, value, zone, onChange, optional }: MomentInputProps) {
  return (
    <FieldRow>
      <DateInput
        label={label}
        optional={optional}
        value={value.date}
        onChange={(event) => onChange({ ...value, date: event.target.value })}
      />
      <DateInput
        kind="time"
        label="At"
        aria-label={`${label}, at`}
        zone={zone}
        value={value.time}
        onChange={(event) => onChange({ ...value, time: event.target.value })}
      />
    </FieldRow>
  );
}
