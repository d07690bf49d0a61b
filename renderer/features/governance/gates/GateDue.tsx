import type { GateView } from '#shared/model/governance/gates.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { SavedField } from '../../../components/editing/SavedField.tsx';
import { InspectorPart } from '../../../components/Inspector.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';

/** By when a gate should be decided. */
export function GateDue({ gate, mayChange }: { gate: GateView; mayChange: boolean }) {
  const { run } = useCommand('gates.setDue');
  if (!mayChange && gate.dueOn === null) return null;
  const save = async (typed: string) => {
    const answer = await run({ gateId: gate.id, dueOn: typed === '' ? null : typed });
    if (!answer.ok) return answer.error;
    showToast({ text: 'Saved', undo: undoOf(answer) });
    return null;
  };
  return (
    <InspectorPart title="When it is due">
      <SavedField
        kind="date"
        label="Decided by"
        help="The end of that day. Whoever can decide sees it on Today and is reminded before. The day of a request goes before it."
        readOnly={!mayChange}
        value={gate.dueOn ?? ''}
        save={save}
      />
    </InspectorPart>
  );
}
