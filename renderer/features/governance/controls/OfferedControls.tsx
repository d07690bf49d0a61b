import { useState } from 'react';
import type { Output } from '#shared/contract/index.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { CheckboxInput } from '../../../components/form/CheckboxInput.tsx';
import { FieldGroup } from '../../../components/form/Field.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';

type OfferedControlsProps = { offered: Output<'controls.list'>['offered']; onClose: () => void };

/** Controls that come with the program, to start a register from. */
export function OfferedControls({ offered, onClose }: OfferedControlsProps) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const adopt = useCommand('controls.adopt');
  const send = async () => {
    if (chosen.length === 0) return 'Choose at least one.';
    const answer = await adopt.run({ keys: [...chosen] });
    if (!answer.ok) return answer.error.message;
    const count = answer.value.length;
    const text = count === 1 ? 'A control entered' : `${count} controls entered`;
    showToast({ text: `${text}; change them to what binds you`, undo: undoOf(answer) });
    return null;
  };
  return (
    <FormDialog title="Take common controls" action="Enter them" onSend={send} onClose={onClose}>
      <FieldGroup
        label="Controls"
        help="The words are Slipway’s, the numbers those of the sources. Which of them bind you, your own people have to know; each can be changed."
      >
        <div>
          {offered.map(({ key, name, source }) => (
            <CheckboxInput
              key={key}
              label={`${key} ${name}`}
              help={source}
              checked={chosen.includes(key)}
              onChange={(event) =>
                setChosen(
                  event.target.checked ? [...chosen, key] : chosen.filter((each) => each !== key),
                )
              }
            />
          ))}
        </div>
      </FieldGroup>
    </FormDialog>
  );
}
