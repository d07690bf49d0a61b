import { useState } from 'react';
import { absenceKind, absenceKinds } from '#shared/model/planning/bookings.ts';
import type { Absence } from '#shared/model/planning/bookings.ts';
import { absenceKindWords } from '#shared/rules/planning/capacity/absences.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { DateInput } from '../../../components/form/DateInput.tsx';
import { FieldRow } from '../../../components/form/Field.tsx';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { TextArea } from '../../../components/form/TextArea.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';
import { peopleToChoose } from '../releases/index.ts';
import type { Names } from '../releases/index.ts';
import { savedInWords } from './absence-words.ts';
import { AbsenceEffect } from './AbsenceEffect.tsx';

type AbsenceDialogProps = {
  /** Null for a new one. */
  absence: Absence | null;
  /** Whose it is; without, it is chosen. */
  personId?: string;
  names: Names;
  /** The absence as it is now; told beside it is what it leaves open. */
  onSaved: (id: string) => void;
  onClose: () => void;
};

const kinds = absenceKinds.map((value) => ({ value, label: absenceKindWords[value] }));

/** Asks when somebody is away, and says what that leaves open before it is saved. */
export function AbsenceDialog(props: AbsenceDialogProps) {
  const { absence, personId, names, onSaved, onClose } = props;
  const { run } = useCommand('absences.save');
  const [typed, setTyped] = useState(() => ({
    personId: absence?.personId ?? personId ?? '',
    kind: absence?.kind ?? 'leave',
    firstOn: absence?.firstOn ?? '',
    lastOn: absence?.lastOn ?? '',
    deputyId: absence?.deputyId ?? '',
    note: absence?.note ?? '',
  }));
  const patch = (change: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...change }));
  const isSpan = typed.personId !== '' && typed.firstOn !== '' && typed.firstOn <= typed.lastOn;
  const effect = useProcedure(
    'absences.effect',
    { personId: typed.personId, firstOn: typed.firstOn, lastOn: typed.lastOn },
    { enabled: isSpan, keepPrevious: true },
  ).data;
  const name = names.person(typed.personId === '' ? null : typed.personId);
  const send = async () => {
    const { personId: whose, deputyId, firstOn, lastOn, ...rest } = typed;
    if (whose === '') return 'Choose who is away.';
    if (firstOn === '' || lastOn === '') return 'Give the first day and the last.';
    const own = absence === null ? { personId: whose } : { id: absence.id, rev: absence.rev };
    const days = { firstOn, lastOn, deputyId: deputyId === '' ? null : deputyId };
    const answer = await run({ ...own, ...rest, ...days });
    if (!answer.ok) return answer.error.message;
    showToast({ text: savedInWords(name, answer.value.effect), undo: undoOf(answer) });
    onSaved(answer.value.absence.id);
    return null;
  };
  return (
    <FormDialog
      title={absence === null ? 'Somebody is away' : `${name} is away`}
      action={absence === null ? 'Record it' : 'Change it'}
      onSend={send}
      onClose={onClose}
    >
      {absence === null && personId === undefined && (
        <SelectInput
          label="Who"
          none="Choose a person"
          value={typed.personId}
          options={peopleToChoose(names)}
          onChange={(event) => patch({ personId: event.target.value })}
        />
      )}
      <FieldRow>
        <DateInput
          label="First day"
          value={typed.firstOn}
          onChange={({ target }) =>
            patch({
              firstOn: target.value,
              lastOn: typed.lastOn < target.value ? target.value : typed.lastOn,
            })
          }
        />
        <DateInput
          label="Last day"
          min={typed.firstOn}
          value={typed.lastOn}
          onChange={(event) => patch({ lastOn: event.target.value })}
        />
      </FieldRow>
      <FieldRow>
        <SelectInput
          label="Why"
          value={typed.kind}
          options={kinds}
          onChange={(event) => patch({ kind: absenceKind.parse(event.target.value) })}
        />
        <SelectInput
          label="Stands in"
          none="Nobody"
          value={typed.deputyId}
          options={peopleToChoose(names, [typed.deputyId]).filter(
            ({ value }) => value !== typed.personId,
          )}
          onChange={(event) => patch({ deputyId: event.target.value })}
        />
      </FieldRow>
      <TextArea
        label="Note"
        optional
        rows={2}
        value={typed.note}
        onChange={(event) => patch({ note: event.target.value })}
      />
      <div role="status">
        {isSpan && effect !== undefined && (
          <AbsenceEffect effect={effect} name={name} names={names} />
        )}
      </div>
    </FormDialog>
  );
}
