import { useState } from 'react';
import type { ImportedDeployment } from '#shared/contract/delivery/deployments.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { SplitView } from '../../../components/SplitView.tsx';
import { useNow } from '../../../state/clock.ts';
import { DeploymentInspector } from './DeploymentInspector.tsx';
import { DeploymentsTable } from './DeploymentsTable.tsx';

/** The deployments of a connection, with the selected one beside them. */
export function DeploymentsPanel({ connectionId }: { connectionId: string }) {
  const [chosen, setChosen] = useState<ImportedDeployment | null>(null);
  const zone = useProcedure('workspace.state', {}).data?.open?.workspace.zone ?? 'UTC';
  const now = useNow();
  return (
    <SplitView
      fills
      inspector={
        chosen && (
          <DeploymentInspector
            deployment={chosen}
            zone={zone}
            now={now}
            onClose={() => setChosen(null)}
          />
        )
      }
    >
      <DeploymentsTable
        connectionId={connectionId}
        selectedId={chosen?.id ?? null}
        onSelect={setChosen}
      />
    </SplitView>
  );
}
