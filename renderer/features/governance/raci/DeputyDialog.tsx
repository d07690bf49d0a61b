import { useState } from 'react';
import type { Deputy } from '#shared/model/governance/raci.ts';
import type { Role } from '#shared/model/workspace/people.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { DateInput } from '../../../components/form/DateInput.tsx';
import { FieldRow } from '../../../components/form/Field.tsx';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { TextArea } from '../../../components/form/TextArea.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';
import { peopleToChoose } from '../../planning/releases/index.ts';
import type { Names } from '../../planning/releases/index.ts';

type DeputyDialogProps = {
  /** Null for a new one. */
  deputy: Deputy | null;
  roles: readonly Role[];
  names: Names;
  onClose: () => void;
};

/** Asks for whom somebody stands in, and when. */
export function DeputyDialog({ deputy, roles, names, onClose }: DeputyDialogProps) {
  const save = useCommand('deputies.save');
  const [typed, setTyped] = useState({
    whom:
      deputy === null
        ? ''
        : deputy.roleKey === null
          ? `person ${deputy.personId}`
          : `role ${deputy.roleKey}`,
    deputyId: deputy?.deputyId ?? '',
    firstOn: deputy?.firstOn ?? '',
    lastOn: deputy?.lastOn ?? '',
    note: deputy?.note ?? '',
  });
  const patch = (change: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...change }));
  const send = async () => {
    const [kind, key = ''] = typed.whom.split(' ');
    if (kind === '') return 'Choose for whom.';
    if (typed.deputyId === '') return 'Choose who stands in.';
    const answer = await save.run({
      ...(deputy === null ? {} : { id: deputy.id, rev: deputy.rev }),
      roleKey: kind === 'role' ? key : null,
      personId: kind === 'person' ? key : null,
      deputyId: typed.deputyId,
      firstOn: typed.firstOn === '' ? null : typed.firstOn,
      lastOn: typed.lastOn === '' ? null : typed.lastOn,
      note: typed.note,
    });
    if (!answer.ok) return answer.error.message;
    showToast({ text: 'Deputy saved; open gates follow at once', undo: undoOf(answer) });
    return null;
  };
  const people = peopleToChoose(names, [deputy?.deputyId ?? null, deputy?.personId ?? null]);
  return (
    <FormDialog
      title={deputy === null ? 'Name a deputy' : 'Change a deputy'}
      action="Save"
      onSend={send}
      onClose={onClose}
    >
      <SelectInput
        label="For whom"
        none="Choose a role or a person"
        value={typed.whom}
        options={[
          ...roles.map(({ key, name }) => ({ value: `role ${key}`, label: name, group: 'Roles' })),
          ...people.map(({ value, label }) => ({
            value: `person ${value}`,
            label,
            group: 'People',
          })),
        ]}
        onChange={(event) => patch({ whom: event.target.value })}
      />
      <SelectInput
        label="Who stands in"
        none="Choose a person"
        value={typed.deputyId}
        options={people}
        onChange={(event) => patch({ deputyId: event.target.value })}
      />
      <FieldRow>
        <DateInput
          label="First day"
          optional
          value={typed.firstOn}
          onChange={(event) => patch({ firstOn: event.target.value })}
        />
        <DateInput
          label="Last day"
          optional
          value={typed.lastOn}
          onChange={(event) => patch({ lastOn: event.target.value })}
        />
      </FieldRow>
      <TextArea
        label="Note"
        optional
        value={typed.note}
        onChange={(event) => patch({ note: event.target.value })}
      />
    </FormDialog>
  );
}
