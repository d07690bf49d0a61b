import { useState } from 'react';
import type { GateView } from '#shared/model/governance/gates.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { CheckboxInput } from '../../../components/form/CheckboxInput.tsx';
import { DateInput } from '../../../components/form/DateInput.tsx';
import { TextArea } from '../../../components/form/TextArea.tsx';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { peopleToChoose } from '../../planning/releases/index.ts';
import type { ReleasePage } from '../../planning/releases/index.ts';
import styles from './consultations.module.css';

type ConsultFormProps = {
  gate: GateView;
  page: ReleasePage;
  /** Whom the matrix of responsibilities names. */
  proposed: readonly string[];
  onClose: () => void;
};

/** Asks some people for their word before a gate is decided. */
export function ConsultForm({ gate, page, proposed, onClose }: ConsultFormProps) {
  const [chosen, setChosen] = useState<readonly string[]>(proposed);
  const [question, setQuestion] = useState('');
  const [dueOn, setDueOn] = useState('');
  const ask = useCommand('consultations.ask');
  const send = async () => {
    const result = await ask.run({
      ...{ gateId: gate.id, personIds: [...chosen], question },
      dueOn: dueOn === '' ? null : dueOn,
    });
    if (!result.ok) return result.error.message;
    showToast({ text: 'Asked; their answer is shown at the gate' });
    return null;
  };
  return (
    <FormDialog title={`Consult about ${gate.name}`} action="Ask" onSend={send} onClose={onClose}>
      <fieldset className={styles['people']}>
        <legend>Whom</legend>
        {peopleToChoose(page.names).map(({ value, label }) => (
          <CheckboxInput
            key={value}
            label={label}
            checked={chosen.includes(value)}
            onChange={(event) =>
              setChosen(
                event.target.checked ? [...chosen, value] : chosen.filter((each) => each !== value),
              )
            }
          />
        ))}
      </fieldset>
      <TextArea
        label="Question"
        value={question}
        onChange={(event) => setQuestion(event.target.value)}
      />
      <DateInput
        label="Until"
        optional
        value={dueOn}
        onChange={(event) => setDueOn(event.target.value)}
      />
    </FormDialog>
  );
}
