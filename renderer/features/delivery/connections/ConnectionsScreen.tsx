import Button from '@mui/material/Button';
import { Plus, Workflow } from 'lucide-react';
import { useNavigate } from '@tanstack/react-router';
import { useId, useMemo, useState, type ReactNode } from 'react';
import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { Empty } from '../../../components/Empty.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { SkeletonRows } from '../../../components/Skeleton.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import { TabList } from '../../../components/TabLinks.tsx';
import { useScreenCommands } from '../../../state/screen-commands.ts';
import { ConnectionList } from './ConnectionList.tsx';
import styles from './connections.module.css';

type ConnectionsScreenProps = {
  /** The runs of all connections, under the list, or their deployments. */
  runs: ReactNode;
  deployments: ReactNode;
};

/** Where pipeline facts come from, how old they are, and the newest of them. */
export function ConnectionsScreen({ runs, deployments }: ConnectionsScreenProps) {
  const [tab, setTab] = useState<'runs' | 'deployments'>('runs');
  const panelId = useId();
  const list = useProcedure('connections.list', {});
  const navigate = useNavigate();
  const commands = useMemo(
    () => [
      {
        id: 'connections.new',
        label: 'Connect a system',
        key: 'n',
        run: () => void navigate({ to: '/pipelines/new' }),
      },
    ],
    [navigate],
  );
  useScreenCommands(commands);
  const connect = (
    <Button
      variant="contained"
      startIcon={<Plus />}
      onClick={() => void navigate({ to: '/pipelines/new' })}
    >
      Connect a system
    </Button>
  );
  const connections = list.data ?? [];

  return (
    <>
      <PageHeader title="Pipelines" actions={connections.length > 0 ? connect : undefined} />
      <SplitView fills={connections.length > 0}>
        {list.isPending && <SkeletonRows rows={3} what="connections" />}
        {list.isError && (
          <ErrorPanel
            {...errorParts('The connections could not be read', list.error)}
            onRetry={() => void list.refetch()}
          />
        )}
        {list.data && connections.length === 0 && (
          <Empty
            text="Connect a repository, and the gate “Pipeline green” turns by itself when every required workflow of a release’s commits has passed. Without a network, import the runs from an exported file instead."
            picture={<Workflow size={32} />}
            action={connect}
          />
        )}
        {connections.length > 0 && (
          <>
            <ConnectionList connections={connections} />
            <div className={styles['runs']}>
              <TabList
                label="Of all connections"
                panelId={panelId}
                current={tab}
                onPick={(key) => setTab(key === 'deployments' ? 'deployments' : 'runs')}
                tabs={[
                  { key: 'runs', label: 'Newest runs' },
                  { key: 'deployments', label: 'Deployments' },
                ]}
              />
              <div id={panelId} role="tabpanel" aria-label={tab} className={styles['newest']}>
                {tab === 'runs' ? runs : deployments}
              </div>
            </div>
          </>
        )}
      </SplitView>
    </>
  );
}
