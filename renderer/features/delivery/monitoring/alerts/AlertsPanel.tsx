import { useState } from 'react';
import type { AlertView } from '#shared/contract/delivery/monitoring.ts';
import { useProcedure } from '../../../../api/useProcedure.ts';
import { SplitView } from '../../../../components/SplitView.tsx';
import { useNow } from '../../../../state/clock.ts';
import { AlertInspector } from './AlertInspector.tsx';
import { AlertsTable } from './AlertsTable.tsx';

/** The alerts of a connection, with the selected one beside them. */
export function AlertsPanel({ connectionId }: { connectionId: string }) {
  const [chosen, setChosen] = useState<AlertView | null>(null);
  const zone = useProcedure('workspace.state', {}).data?.open?.workspace.zone ?? 'UTC';
  const now = useNow();
  return (
    <SplitView
      fills
      inspector={
        chosen && (
          <AlertInspector alert={chosen} zone={zone} now={now} onClose={() => setChosen(null)} />
        )
      }
    >
      <AlertsTable
        connectionId={connectionId}
        selectedId={chosen?.id ?? null}
        onSelect={setChosen}
      />
    </SplitView>
  );
}
