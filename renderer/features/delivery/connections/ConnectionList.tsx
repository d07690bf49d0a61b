import Button from '@mui/material/Button';
import { useNavigate } from '@tanstack/react-router';
import { RefreshCw } from 'lucide-react';
import type { ConnectionView } from '#shared/contract/delivery/connections.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { AsOf } from '../../../components/AsOf.tsx';
import { PanelList, PanelRow } from '../../../components/Panel.tsx';
import { Status } from '../../../components/Status.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { useNow } from '../../../state/clock.ts';
import {
  countsInWords,
  freshMinutes,
  hostOf,
  mappingInWords,
  standingOf,
} from './connection-words.ts';
import styles from './connections.module.css';
import { providerWords } from './providers/index.ts';
import { useSync } from './use-sync.ts';

/** One row a connection: where it stands, how old its facts are, how the last sync went. */
export function ConnectionList({ connections }: { connections: readonly ConnectionView[] }) {
  return (
    <PanelList label="Connections">
      {connections.map((connection) => (
        <ConnectionRow key={connection.id} connection={connection} />
      ))}
    </PanelList>
  );
}

function ConnectionRow({ connection }: { connection: ConnectionView }) {
  const { id, name, provider, baseUrl, repository, state } = connection;
  const zone = useProcedure('workspace.state', {}).data?.open?.workspace.zone ?? 'UTC';
  const now = useNow();
  const navigate = useNavigate();
  const sync = useSync(id);
  const standing = standingOf(connection, now, zone);
  const words = providerWords[provider];

  async function runSync(): Promise<void> {
    const result = await sync.start();
    if (result.ok) showToast({ text: `${name}: ${countsInWords(result.value)}` });
    else showToast({ text: result.error.message, tone: 'failed' });
  }

  return (
    <PanelRow
      lead={
        <Status
          kind={sync.running ? 'running' : standing.kind}
          label={standing.label}
          variant="icon"
        />
      }
      title={<bdi>{name}</bdi>}
      note={
        <>
          <span>
            {words.label} · {hostOf(baseUrl)}
            {repository !== '' && ' · '}
            <bdi>{repository}</bdi>
            {words.workflow !== undefined && ` · ${mappingInWords(connection)}`}
          </span>
          {state.lastError !== null && <span className={styles['error']}>{state.lastError}</span>}
        </>
      }
      end={
        <>
          <span className={styles['counts']}>
            {sync.running ? 'syncing' : state.counts && `last ${countsInWords(state.counts)}`}
          </span>
          {standing.kind === 'waiting' && (
            <span className={styles['counts']}>{standing.label}</span>
          )}
          <AsOf
            at={state.lastSuccessAt}
            zone={zone}
            now={now}
            limit={freshMinutes}
            source={repository || name}
          />
          <Button
            startIcon={<RefreshCw />}
            loading={sync.running}
            loadingPosition="start"
            onClick={() => void runSync()}
          >
            Sync<span className="visually-hidden"> {name}</span>
          </Button>
        </>
      }
      onOpen={() => void navigate({ to: '/pipelines/$connectionId', params: { connectionId: id } })}
    />
  );
}
