import { useState } from 'react';
import type { CallError } from '#shared/contract/procedure.ts';
import type { Rehearsal } from '#shared/model/planning/rollback.ts';
import { dateIn } from '#shared/rules/planning/zoned-time.ts';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { ChoiceInput } from '../../../components/form/ChoiceInput.tsx';
import { DateInput } from '../../../components/form/DateInput.tsx';
import { FieldRow } from '../../../components/form/Field.tsx';
import { NumberInput } from '../../../components/form/NumberInput.tsx';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { TextArea } from '../../../components/form/TextArea.tsx';
import { peopleToChoose } from '../releases/index.ts';
import type { ReleasePage } from '../releases/index.ts';
import { resultChoices, sectionWords } from './rollback-words.ts';
import type { NewRehearsal } from './use-rollback.ts';

type RehearsalDialogProps = {
  kind: Rehearsal['kind'];
  page: ReleasePage;
  rehearse: (rehearsal: NewRehearsal) => Promise<CallError | null>;
  onClose: () => void;
};

/** Says of a rehearsal when it was held, by whom, how it went and how long it took. */
export function RehearsalDialog({ kind, page, rehearse, onClose }: RehearsalDialogProps) {
  const [rehearsedOn, setRehearsedOn] = useState(() => dateIn(page.now, page.zone));
  const [byId, setById] = useState(page.actingId ?? '');
  const [result, setResult] = useState<Rehearsal['result']>('passed');
  const [minutes, setMinutes] = useState('');
  const [note, setNote] = useState('');
  const send = async () => {
    const typed = minutes.trim();
    if (typed !== '' && !/^\d{1,5}$/.test(typed)) {
      return `Expected whole minutes, such as 45, and found “${typed}”.`;
    }
    if (rehearsedOn === '') return 'Say on which day it was held.';
    const durationMinutes = typed === '' ? null : Number(typed);
    const who = byId === '' ? {} : { byId };
    const refused = await rehearse({ kind, rehearsedOn, ...who, result, durationMinutes, note });
    return refused?.message ?? null;
  };
  const { record } = sectionWords[kind];
  return (
    <FormDialog title={record} action="Record it" onSend={send} onClose={onClose}>
      <FieldRow>
        <DateInput
          label="Held on"
          value={rehearsedOn}
          onChange={(event) => setRehearsedOn(event.target.value)}
        />
        <NumberInput
          label="Took"
          unit="min"
          optional
          value={minutes}
          onChange={(event) => setMinutes(event.target.value)}
        />
      </FieldRow>
      <SelectInput
        label="Led by"
        value={byId}
        options={peopleToChoose(page.names)}
        {...(page.actingId === null && { none: 'Choose a person' })}
        onChange={(event) => setById(event.target.value)}
      />
      <ChoiceInput label="Result" choices={resultChoices} value={result} onPick={setResult} />
      <TextArea
        optional
        label="What was found"
        rows={3}
        placeholder="On staging with last night’s data; step 3 by hand"
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
    </FormDialog>
  );
}
