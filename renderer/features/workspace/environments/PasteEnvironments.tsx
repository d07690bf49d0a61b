import { useCallback } from 'react';
import type { Environment } from '#shared/model/workspace/services.ts';
import { readPastedEnvironments } from '#shared/rules/workspace/pasted-environments.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { PasteTable } from '../../../components/paste/PasteTable.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';
import type { Pasted } from '../../../state/pasted.ts';

type PasteEnvironmentsProps = { pasted: Pasted; environments: readonly Environment[] };

/** Environments from a spreadsheet or a CSV file, looked at before they are taken. */
export function PasteEnvironments({ pasted, environments }: PasteEnvironmentsProps) {
  const { run } = useCommand('environments.paste');
  const read = useCallback(
    (text: string) => readPastedEnvironments(text, environments),
    [environments],
  );
  return (
    <SplitView>
      <PasteTable
        title="Paste environments"
        noun={['environment', 'environments']}
        help="One environment a line in the order of a rollout; cells of a spreadsheet or CSV with or without headings: environment, kind (development, test, staging, production), region. One that is there already is found by its name."
        placeholder={'environment\tkind\tregion\nprod-eu\tproduction\teu-west-1'}
        pasted={pasted}
        read={read}
        send={async (rows) => {
          const answer = await run({ rows });
          if (!answer.ok) return answer.error;
          const count = answer.value.length;
          const text = `${count === 1 ? '1 environment' : `${count} environments`} taken from the list`;
          showToast({ text, undo: undoOf(answer) });
          return null;
        }}
      />
    </SplitView>
  );
}
