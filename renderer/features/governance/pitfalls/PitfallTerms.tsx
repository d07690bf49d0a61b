import type { Input } from '#shared/contract/index.ts';
import type { PitfallView } from '#shared/model/governance/pitfalls.ts';
import { pitfallWords } from '#shared/rules/governance/pitfalls/words.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { SavedField } from '../../../components/editing/SavedField.tsx';
import { CheckboxInput } from '../../../components/form/CheckboxInput.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';
import styles from './pitfalls.module.css';

/** The switch and the number of a check; saved at once, undone like any edit. */
export function PitfallTerms({ pitfall }: { pitfall: PitfallView }) {
  const { key, isOn, limit } = pitfall;
  const { title, limit: label, unit } = pitfallWords[key];
  const mayWrite = useProcedure('workspace.state', {}).data?.open?.readOnly === null;
  const { run, pending, error } = useCommand('pitfalls.set');
  const set = async (patch: Omit<Input<'pitfalls.set'>, 'key'>) => {
    const answer = await run({ key, ...patch });
    if (answer.ok) showToast({ text: `${title}: changed`, undo: undoOf(answer) });
    return answer.ok ? null : answer.error;
  };
  return (
    <div className={styles['terms']} role="group" aria-label={`Settings: ${title}`}>
      <CheckboxInput
        label="Look for it"
        checked={isOn}
        disabled={pending || !mayWrite}
        error={mayWrite && error?.fields?.['limit'] === undefined ? error?.message : undefined}
        onChange={(event) => void set({ isOn: event.target.checked })}
      />
      <SavedField
        label={label}
        kind="number"
        unit={unit}
        width={80}
        value={String(limit)}
        readOnly={!isOn || !mayWrite}
        save={(text) => set({ limit: Number(text) })}
      />
    </div>
  );
}
