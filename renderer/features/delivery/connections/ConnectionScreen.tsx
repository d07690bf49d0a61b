import Button from '@mui/material/Button';
import { Link } from '@tanstack/react-router';
import { RefreshCw, Unplug } from 'lucide-react';
import { Fragment, useId, useMemo, useState, type ReactNode } from 'react';
import { feeds, type FeedName } from '#shared/model/delivery/pipelines.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { AsOf } from '../../../components/AsOf.tsx';
import { Tag } from '../../../components/Chip.tsx';
import { Empty } from '../../../components/Empty.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { SkeletonRows } from '../../../components/Skeleton.tsx';
import { Status } from '../../../components/Status.tsx';
import { TabList } from '../../../components/TabLinks.tsx';
import { useNow } from '../../../state/clock.ts';
import { useScreenCommands } from '../../../state/screen-commands.ts';
import { NextSync } from './NextSync.tsx';
import { feedWords, freshMinutes, hostOf, standingOf } from './connection-words.ts';
import styles from './connections.module.css';
import { ConnectionSettings } from './ConnectionSettings.tsx';
import { mappedInWords } from './environment-mapping.ts';
import { EnvironmentsTab } from './EnvironmentsTab.tsx';
import { providerWords } from './providers/index.ts';
import { ServicesTab } from './ServicesTab.tsx';
import { SyncOutcome } from './SyncOutcome.tsx';
import { useSync } from './use-sync.ts';
import { WorkflowsTab } from './WorkflowsTab.tsx';

type ConnectionScreenProps = {
  connectionId: string;
  /** The button and progress of a file import, and what it brought. */
  importFile: { button: ReactNode; outcome: ReactNode; hasOutcome: boolean };
  /** What the provider told, each feed with its table and inspector. */
  panels: Readonly<Record<FeedName, ReactNode>>;
  /** What was imported, to be taken back. */
  imports: ReactNode;
};

const otherTabs = ['imports', 'workflows', 'services', 'environments', 'connection'] as const;
type Tab = FeedName | (typeof otherTabs)[number];

/** One connection: how fresh it is, what it told, what that is mapped to, and where it points. */
export function ConnectionScreen({
  connectionId,
  importFile,
  panels,
  imports,
}: ConnectionScreenProps) {
  const list = useProcedure('connections.list', {});
  const environments = useProcedure('deployments.environments', { connectionId });
  const called = useProcedure('connections.names', { connectionId });
  const zone = useProcedure('workspace.state', {}).data?.open?.workspace.zone ?? 'UTC';
  const [picked, setPicked] = useState<Tab | null>(null);
  const sync = useSync(connectionId);
  const now = useNow();
  const panelId = useId();
  const { start } = sync;
  const commands = useMemo(
    () => [{ id: 'connection.sync', label: 'Sync now', key: 's', run: () => void start() }],
    [start],
  );
  useScreenCommands(commands);

  const connection = list.data?.find(({ id }) => id === connectionId);
  if (list.isError) {
    return (
      <div className={styles['instead']}>
        <ErrorPanel
          {...errorParts('The connection could not be read', list.error)}
          onRetry={() => void list.refetch()}
        />
      </div>
    );
  }
  if (!list.data) return <SkeletonRows what="connection" />;
  if (!connection) {
    return (
      <div className={styles['instead']}>
        <Empty
          text="This connection is not in this workspace. It may belong to another one."
          picture={<Unplug size={32} />}
          action={<Link to="/pipelines">All connections</Link>}
        />
      </div>
    );
  }

  const standing = standingOf(connection, now, zone);
  const words = providerWords[connection.provider];
  const told = feeds.filter((feed) => words.tells.includes(feed));
  const places = words.tells.some((feed) => feed === 'deployments' || feed === 'rollouts');
  const named = places || words.tells.some((feed) => feed === 'artefacts' || feed === 'alerts');
  const tab = picked ?? told[0] ?? 'connection';
  const mapped = mappedInWords((environments.data ?? []).map((each) => each.environmentId));
  // Of labels most are nobody's name.
  const mappedNames =
    words.selector === undefined
      ? mappedInWords((called.data ?? []).map((each) => each.serviceId))
      : connection.services.length || undefined;
  return (
    <>
      <PageHeader
        title={connection.name}
        beside={<Tag>{words.label}</Tag>}
        note={
          <>
            {hostOf(connection.baseUrl)}
            {connection.repository !== '' && ' · '}
            <bdi>{connection.repository}</bdi>
          </>
        }
        facts={
          <>
            {(sync.running || standing.kind !== 'out-of-date') && (
              <Status
                kind={sync.running ? 'running' : standing.kind}
                label={sync.running ? 'Syncing' : standing.label}
                variant="plain"
              />
            )}
            <AsOf
              at={connection.state.lastSuccessAt}
              zone={zone}
              now={now}
              limit={freshMinutes}
              source={connection.repository || connection.name}
            />
            <NextSync connection={connection} zone={zone} now={now} />
          </>
        }
        actions={
          <>
            {importFile.button}
            <Button
              variant="contained"
              startIcon={<RefreshCw />}
              loading={sync.running}
              loadingPosition="start"
              onClick={() => void start()}
            >
              Sync now
            </Button>
          </>
        }
      >
        <TabList
          label="Parts of the connection"
          panelId={panelId}
          current={tab}
          onPick={(key) => setPicked([...told, ...otherTabs].find((each) => each === key) ?? null)}
          tabs={[
            ...told.map((feed) => ({ key: feed, label: feedWords[feed] })),
            { key: 'imports', label: 'Imports' },
            ...(words.workflow === undefined
              ? []
              : [{ key: 'workflows', label: 'Workflows', count: connection.workflows.length }]),
            ...(named ? [{ key: 'services', label: 'Services', count: mappedNames }] : []),
            ...(places ? [{ key: 'environments', label: 'Environments', count: mapped }] : []),
            { key: 'connection', label: 'Connection' },
          ]}
        />
      </PageHeader>
      {(tab in panels || sync.running) && (
        <SyncOutcome connection={connection} sync={sync} isQuiet={importFile.hasOutcome} />
      )}
      {importFile.outcome}
      <div id={panelId} role="tabpanel" className={styles['panel']} aria-label={tab}>
        {told.map((feed) => tab === feed && <Fragment key={feed}>{panels[feed]}</Fragment>)}
        {tab === 'imports' && imports}
        {tab === 'workflows' && <WorkflowsTab connection={connection} />}
        {tab === 'services' && <ServicesTab connection={connection} />}
        {tab === 'environments' && <EnvironmentsTab connection={connection} />}
        {tab === 'connection' && <ConnectionSettings connection={connection} />}
      </div>
    </>
  );
}
