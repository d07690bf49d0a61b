import { useState } from 'react';
import type { RunView } from '#shared/contract/delivery/pipelines.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { SplitView } from '../../../components/SplitView.tsx';
import { useNow } from '../../../state/clock.ts';
import { RunInspector } from './RunInspector.tsx';
import { RunsTable } from './RunsTable.tsx';

type RunsPanelProps = {
  connectionId: string;
  /** The run an address names, on whatever page of the list it is. */
  named?: string;
};

/** The runs of a connection, with the selected one beside them. */
export function RunsPanel({ connectionId, named }: RunsPanelProps) {
  // Undefined until somebody chooses one, or none.
  const [chosen, setRun] = useState<RunView | null>();
  const asked = useProcedure(
    'pipelines.list',
    { id: named, connectionId, limit: 1 },
    { enabled: named !== undefined },
  );
  const run = chosen === undefined ? (asked.data?.runs[0] ?? null) : chosen;
  const zone = useProcedure('workspace.state', {}).data?.open?.workspace.zone ?? 'UTC';
  const now = useNow();
  return (
    <SplitView
      fills
      inspector={
        run && <RunInspector run={run} zone={zone} now={now} onClose={() => setRun(null)} />
      }
    >
      <RunsTable connectionId={connectionId} selectedId={run?.id ?? null} onSelect={setRun} />
    </SplitView>
  );
}
