import Button from '@mui/material/Button';
import { useState } from 'react';
import type { ConnectionView } from '#shared/contract/delivery/connections.ts';
import type { ServiceMapping } from '#shared/model/delivery/pipelines.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { Empty } from '../../../components/Empty.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { SkeletonRows } from '../../../components/Skeleton.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';
import { AddSelector } from './AddSelector.tsx';
import styles from './fields.module.css';
import { MappingActions } from './MappingActions.tsx';
import { providerWords } from './providers/index.ts';
import { suggestionsIn, withTyped } from './service-mapping.ts';
import { ServiceMappingTable } from './ServiceMappingTable.tsx';

/** Which service each application, roll-out or artefact of the provider is, or alerts with some labels are about. */
export function ServicesTab({ connection }: { connection: ConnectionView }) {
  const names = useProcedure('connections.names', { connectionId: connection.id });
  const services = useProcedure('services.list', {}).data ?? [];
  const save = useCommand('connections.save');
  const [edited, setEdited] = useState<ServiceMapping[] | null>(null);
  const { selector } = providerWords[connection.provider];
  const [typed, setTyped] = useState<string[]>([]);
  const rows = withTyped(names.data ?? [], typed);
  const mapping = edited ?? connection.services;
  const suggested = suggestionsIn(names.data ?? [], mapping);

  async function store(mapped: ServiceMapping[]): Promise<void> {
    const { id, rev, name, baseUrl, repository, workflows } = connection;
    const values = { id, rev, name, baseUrl, repository, workflows, services: mapped };
    const saved = await save.run(values);
    if (!saved.ok) return;
    setEdited(null);
    showToast({ text: 'Services saved', undo: undoOf(saved) });
  }

  return (
    <SplitView>
      {names.isError && (
        <ErrorPanel
          {...errorParts('The names could not be read', names.error)}
          onRetry={() => void names.refetch()}
        />
      )}
      {names.isPending && <SkeletonRows what="names" />}
      {names.data?.length === 0 && selector === undefined && (
        <Empty text="Nothing that can be mapped was told yet. Sync, or import an exported file." />
      )}
      {names.data !== undefined && (rows.length > 0 || selector !== undefined) && (
        <div className={styles['form']}>
          {save.error && <ErrorPanel {...errorParts('The mapping was not saved', save.error)} />}
          <ServiceMappingTable
            names={rows}
            selects={selector !== undefined}
            services={services}
            mapping={mapping}
            onChange={setEdited}
          />
          {selector !== undefined && (
            <AddSelector
              example={selector}
              taken={rows.map(({ name }) => name)}
              onAdd={(name) => setTyped([...typed, name])}
            />
          )}
          <MappingActions
            isEdited={edited !== null}
            isSaving={save.pending}
            onSave={() => edited && void store(edited)}
            onDiscard={() => setEdited(null)}
          >
            {suggested.length > 0 && (
              <Button onClick={() => setEdited([...mapping, ...suggested])}>
                Map {suggested.length} by their names
              </Button>
            )}
          </MappingActions>
        </div>
      )}
    </SplitView>
  );
}
