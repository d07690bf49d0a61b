import { useDeferredValue, useMemo, useState } from 'react';
import type { HolidayCalendar } from '#shared/model/planning/windows.ts';
import { holidaysText, readHolidays } from '#shared/rules/planning/windows/pasted-holidays.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { CheckboxInput } from '../../../components/form/CheckboxInput.tsx';
import { FieldGroup } from '../../../components/form/Field.tsx';
import { TextArea } from '../../../components/form/TextArea.tsx';
import { TextInput } from '../../../components/form/TextInput.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';
import { weekdays } from './holiday-words.ts';
import styles from './holidays.module.css';

type HolidayCalendarDialogProps = {
  /** Null for a new one. */
  calendar: HolidayCalendar | null;
  onClose: () => void;
};

/** Names a calendar, its working days and its holidays: a line each, typed or pasted. */
export function HolidayCalendarDialog({ calendar, onClose }: HolidayCalendarDialogProps) {
  const { run } = useCommand('holidays.save');
  const [name, setName] = useState(calendar?.name ?? '');
  const [region, setRegion] = useState(calendar?.region ?? '');
  const [days, setDays] = useState<readonly number[]>(calendar?.workingDays ?? [1, 2, 3, 4, 5]);
  const [text, setText] = useState(() => holidaysText(calendar?.holidays ?? []));
  const shown = useDeferredValue(text);
  const lines = useMemo(() => readHolidays(shown), [shown]);
  const refused = lines.flatMap((line) => (line.taken ? [] : [line]));
  const turn = (day: number) =>
    setDays(days.includes(day) ? days.filter((each) => each !== day) : [...days, day]);
  const send = async () => {
    const read = readHolidays(text);
    const [wrong] = read.filter(({ taken }) => !taken);
    if (wrong !== undefined && !wrong.taken) {
      return `Line ${wrong.line} ${wrong.reason}. Correct it or take it out; nothing was saved.`;
    }
    const answer = await run({
      ...{ id: calendar?.id, rev: calendar?.rev, name, region, workingDays: [...days] },
      holidays: read.flatMap((line) => (line.taken ? [{ on: line.on, name: line.name }] : [])),
    });
    if (!answer.ok) {
      const [message] = Object.entries(answer.error.fields ?? {});
      if (message === undefined) return answer.error.message;
      return `${fieldWords[message[0]] ?? answer.error.message} ${message[1]}.`;
    }
    const done = calendar === null ? 'added' : 'saved';
    showToast({ text: `${answer.value.name} ${done}`, undo: undoOf(answer) });
    return null;
  };
  const taken = lines.length - refused.length;
  return (
    <FormDialog
      title={calendar === null ? 'Add a holiday calendar' : 'Change the holiday calendar'}
      action={calendar === null ? 'Add the calendar' : 'Save the calendar'}
      onSend={send}
      onClose={onClose}
    >
      <TextInput
        autoFocus
        label="Name"
        placeholder="England and Wales"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <TextInput
        optional
        label="Region"
        width={240}
        value={region}
        onChange={(event) => setRegion(event.target.value)}
      />
      <FieldGroup label="Working days">
        <div className={styles['days']}>
          {weekdays.map(({ day, label }) => (
            <CheckboxInput
              key={day}
              label={label}
              checked={days.includes(day)}
              onChange={() => turn(day)}
            />
          ))}
        </div>
      </FieldGroup>
      <TextArea
        label="Holidays"
        optional
        rows={8}
        width={2400}
        help="A day a line, the date in front of its name; paste a list from anywhere."
        placeholder={'2026-12-25 Christmas Day\n28 December 2026 Boxing Day (substitute)'}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {lines.length > 0 && (
        <div role="status" className={styles['read']}>
          {taken === 1 ? '1 day read' : `${taken} days read`}
          {refused.length > 0 && `, ${refused.length} not:`}
        </div>
      )}
      {refused.length > 0 && (
        <ul className={styles['refused']} aria-label="Lines that are not read" tabIndex={0}>
          {refused.slice(0, 50).map(({ line, text: words, reason }) => (
            <li key={line}>
              <bdi title={words}>
                {line}: {words.slice(0, 60).toWellFormed()}
              </bdi>
              <span>{reason}</span>
            </li>
          ))}
        </ul>
      )}
    </FormDialog>
  );
}

const fieldWords: Readonly<Record<string, string>> = {
  name: 'The name',
  region: 'The region',
  workingDays: 'The list of working days',
  holidays: 'The list of holidays',
};
