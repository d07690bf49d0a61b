import { errorParts } from '../../../api/error-parts.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { ContextFields, type ChosenContext } from './ContextFields.tsx';

/** How this device signs in to the cluster of a connection; kept at once, beside the workspace. */
export function DeviceContext({ connectionId }: { connectionId: string }) {
  const used = useProcedure('connections.context', { connectionId });
  const use = useCommand('connections.useContext');
  if (used.data === undefined) return null;

  async function choose(context: ChosenContext | null): Promise<void> {
    const kept = await use.run({ connectionId, context });
    if (!kept.ok) return;
    showToast({
      text: context === null ? 'Reached by the token' : `Reached by the context ${context.name}`,
    });
  }

  return (
    <Panel padded>
      {use.error && <ErrorPanel {...errorParts('The context was not kept', use.error)} />}
      <ContextFields chosen={used.data} onChoose={(context) => void choose(context)} />
    </Panel>
  );
}
