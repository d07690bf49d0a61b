import { ArtefactsPanel } from '../../features/delivery/artefacts/index.ts';
import { ConnectionScreen, ConnectionsScreen } from '../../features/delivery/connections/index.ts';
import { DeploymentsPanel, DeploymentsTable } from '../../features/delivery/deployments/index.ts';
import { AlertsPanel } from '../../features/delivery/monitoring/index.ts';
import {
  ImportButton,
  ImportProgress,
  ImportsPanel,
  RunsPanel,
  RunsTable,
  useImportFile,
} from '../../features/delivery/pipelines/index.ts';
import { RolloutsPanel } from '../../features/delivery/rollouts/index.ts';
import { TicketsPanel } from '../../features/delivery/tickets/index.ts';

/** Connections and what they tell know nothing of each other; here they share a screen. */
export function ConnectionsWithRuns() {
  return <ConnectionsScreen runs={<RunsTable />} deployments={<DeploymentsTable />} />;
}

type ConnectionWithRunsProps = { connectionId: string; run?: string };

export function ConnectionWithRuns({ connectionId, run }: ConnectionWithRunsProps) {
  const fileImport = useImportFile(connectionId);
  return (
    <ConnectionScreen
      connectionId={connectionId}
      importFile={{
        button: <ImportButton fileImport={fileImport} />,
        outcome: <ImportProgress fileImport={fileImport} />,
        hasOutcome: fileImport.running || fileImport.result !== null || fileImport.error !== null,
      }}
      panels={{
        runs: <RunsPanel key={run} connectionId={connectionId} named={run} />,
        deployments: <DeploymentsPanel connectionId={connectionId} />,
        rollouts: <RolloutsPanel connectionId={connectionId} />,
        artefacts: <ArtefactsPanel connectionId={connectionId} />,
        tickets: <TicketsPanel connectionId={connectionId} />,
        alerts: <AlertsPanel connectionId={connectionId} />,
      }}
      imports={<ImportsPanel connectionId={connectionId} />}
    />
  );
}
