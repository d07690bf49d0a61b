import Button from '@mui/material/Button';
import { useMemo, useState } from 'react';
import type { ConnectionView } from '#shared/contract/delivery/connections.ts';
import type { WorkflowMapping } from '#shared/model/delivery/pipelines.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';
import styles from './fields.module.css';
import { MappingActions } from './MappingActions.tsx';
import { workflowsIn } from './mapping.ts';
import { MappingEditor } from './MappingEditor.tsx';
import { TestResult } from './TestResult.tsx';
import { useTest } from './use-test.ts';

/** The mapping of a connection: workflows the provider names, the runs name, or somebody typed. */
export function WorkflowsTab({ connection }: { connection: ConnectionView }) {
  const services = useProcedure('services.list', {}).data ?? [];
  const runs = useProcedure('pipelines.list', { connectionId: connection.id, limit: 1000 }).data;
  const save = useCommand('connections.save');
  const tried = useTest();
  const [edited, setEdited] = useState<WorkflowMapping[] | null>(null);
  const known = useMemo(
    () => [...workflowsIn(runs?.runs ?? []), ...(tried.reached?.workflows ?? [])],
    [runs, tried.reached],
  );

  async function store(workflows: WorkflowMapping[]): Promise<void> {
    const { id, rev, name, baseUrl, repository } = connection;
    const saved = await save.run({ id, rev, name, baseUrl, repository, workflows });
    if (!saved.ok) return;
    setEdited(null);
    showToast({ text: 'Mapping saved; gates follow it at once', undo: undoOf(saved) });
  }

  return (
    <SplitView>
      <div className={styles['form']}>
        {save.error && <ErrorPanel {...errorParts('The mapping was not saved', save.error)} />}
        <MappingEditor
          provider={connection.provider}
          mapping={edited ?? connection.workflows}
          onChange={setEdited}
          known={known}
          services={services}
        />
        <MappingActions
          isEdited={edited !== null}
          isSaving={save.pending}
          onSave={() => edited && void store(edited)}
          onDiscard={() => setEdited(null)}
        >
          <Button loading={tried.pending} onClick={() => void tried.test({ id: connection.id })}>
            Ask the provider for its workflows
          </Button>
        </MappingActions>
        <TestResult reached={tried.reached} error={tried.error} />
      </div>
    </SplitView>
  );
}
