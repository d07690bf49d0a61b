import { useState } from 'react';
import type { RunView } from '#shared/contract/delivery/pipelines.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { SplitView } from '../../../components/SplitView.tsx';
import { useNow } from '../../../state/clock.ts';
import { RunInspector } from './RunInspector.tsx';
import { RunsTable } from './RunsTable.tsx';

/** The runs of a connection, with the selected one beside them. */
export function RunsPanel({ connectionId }: { connectionId: string }) {
  const [run, setRun] = useState<RunView | null>(null);
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
