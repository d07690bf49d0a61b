import { ConnectionScreen, ConnectionsScreen } from '../../features/delivery/connections/index.ts';
import {
  ImportButton,
  ImportProgress,
  ImportsPanel,
  RunsPanel,
  RunsTable,
  useImportFile,
} from '../../features/delivery/pipelines/index.ts';

/** Connections and runs are two features that know nothing of each other; here they share a screen. */
export function ConnectionsWithRuns() {
  return <ConnectionsScreen runs={<RunsTable />} />;
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
      }}
      runs={<RunsPanel key={run} connectionId={connectionId} named={run} />}
      imports={<ImportsPanel connectionId={connectionId} />}
    />
  );
}
