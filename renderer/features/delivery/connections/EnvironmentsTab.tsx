import Button from '@mui/material/Button';
import { useState } from 'react';
import type { ConnectionView } from '#shared/contract/delivery/connections.ts';
import type { EnvironmentMapping } from '#shared/model/delivery/pipelines.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { Empty } from '../../../components/Empty.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { SkeletonRows } from '../../../components/Skeleton.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';
import { suggestionsIn } from './environment-mapping.ts';
import { EnvironmentMappingTable } from './EnvironmentMappingTable.tsx';
import styles from './fields.module.css';
import { MappingActions } from './MappingActions.tsx';

/** Which environment of the workspace each environment of the provider is. */
export function EnvironmentsTab({ connection }: { connection: ConnectionView }) {
  const places = useProcedure('deployments.environments', { connectionId: connection.id });
  const environments = useProcedure('environments.list', {}).data ?? [];
  const save = useCommand('connections.save');
  const [edited, setEdited] = useState<EnvironmentMapping[] | null>(null);
  const mapping = edited ?? connection.environments;
  const suggested = suggestionsIn(places.data ?? [], mapping);

  async function store(mapped: EnvironmentMapping[]): Promise<void> {
    const { id, rev, name, baseUrl, repository, workflows } = connection;
    const values = { id, rev, name, baseUrl, repository, workflows, environments: mapped };
    const saved = await save.run(values);
    if (!saved.ok) return;
    setEdited(null);
    showToast({ text: 'Environments saved', undo: undoOf(saved) });
  }

  return (
    <SplitView>
      {places.isError && (
        <ErrorPanel
          {...errorParts('The environments could not be read', places.error)}
          onRetry={() => void places.refetch()}
        />
      )}
      {places.isPending && <SkeletonRows what="environments" />}
      {places.data?.length === 0 && (
        <Empty text="Nothing that was read names an environment yet. Sync, or import an exported file." />
      )}
      {places.data !== undefined && places.data.length > 0 && (
        <div className={styles['form']}>
          {save.error && <ErrorPanel {...errorParts('The mapping was not saved', save.error)} />}
          <EnvironmentMappingTable
            places={places.data}
            environments={environments}
            mapping={mapping}
            onChange={setEdited}
          />
          <MappingActions
            isEdited={edited !== null}
            isSaving={save.pending}
            onSave={() => edited && void store(edited)}
            onDiscard={() => setEdited(null)}
          >
            {suggested.length > 0 && (
              <Button onClick={() => setEdited([...mapping, ...suggested])}>
                Map {suggested.length} of the same name
              </Button>
            )}
          </MappingActions>
        </div>
      )}
    </SplitView>
  );
}
