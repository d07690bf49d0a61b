import { useState } from 'react';
import Button from '@mui/material/Button';
import { FileDown, RefreshCw } from 'lucide-react';
import type { Output } from '#shared/contract/index.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx';
import { Empty } from '../../../components/Empty.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { numberText } from '../../../components/number-text.ts';
import { PanelList, PanelRow } from '../../../components/Panel.tsx';
import { SkeletonRows } from '../../../components/Skeleton.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { whenText } from '../../../components/when-text.ts';
import { useNow } from '../../../state/clock.ts';
import styles from './pipelines.module.css';

type Import = Output<'pipelines.imports'>[number];

/** What was imported for a connection, each of which can be taken back whole. */
export function ImportsPanel({ connectionId }: { connectionId: string }) {
  const imports = useProcedure('pipelines.imports', { connectionId });
  const people = useProcedure('people.list', {}).data?.people ?? [];
  const zone = useProcedure('workspace.state', {}).data?.open?.workspace.zone ?? 'UTC';
  const now = useNow();
  const takeBack = useCommand('pipelines.takeBack');
  const [asked, setAsked] = useState<Import | null>(null);

  async function confirm({ id, name }: Import): Promise<void> {
    const done = await takeBack.run({ id });
    setAsked(null);
    if (!done.ok) return;
    const { removed, restored } = done.value;
    showToast({
      text: `The import of ${name} was taken back: ${numberText(removed)} rows gone, ${numberText(restored)} as they were`,
    });
  }

  const nameOf = (id: string | null) => people.find((each) => each.id === id)?.name ?? 'Somebody';
  return (
    <SplitView>
      {imports.isError && (
        <ErrorPanel
          {...errorParts('The imports could not be read', imports.error)}
          onRetry={() => void imports.refetch()}
        />
      )}
      {takeBack.error && (
        <ErrorPanel what="The import was not taken back" why={takeBack.error.message} />
      )}
      {imports.isPending && <SkeletonRows what="imports" />}
      {imports.data?.length === 0 && (
        <Empty text="Nothing was imported yet. Sync, or choose a file that was exported from the provider." />
      )}
      {imports.data !== undefined && imports.data.length > 0 && (
        <PanelList label="Imports">
          {imports.data.map((each) => (
            <PanelRow
              key={each.id}
              lead={
                each.source === 'file' ? (
                  <FileDown size={16} aria-hidden />
                ) : (
                  <RefreshCw size={16} aria-hidden />
                )
              }
              title={
                <>
                  {each.source === 'file' ? 'File ' : 'Sync of '}
                  <bdi>{each.name}</bdi>
                </>
              }
              beside={each.takenBackAt === null ? undefined : <>taken back</>}
              note={
                <>
                  {whenText(each.at, zone, now)} by <bdi>{nameOf(each.byId)}</bdi> ·{' '}
                  {numberText(each.added)} added, {numberText(each.updated)} changed · as of{' '}
                  {whenText(each.asOf, zone, now)}
                </>
              }
              end={
                each.takenBackAt === null ? (
                  <Button
                    size="small"
                    onClick={() => setAsked(each)}
                    aria-label={`Take the import of ${each.name} back, ${whenText(each.at, zone, now)}`}
                  >
                    Take back…
                  </Button>
                ) : (
                  <span className={styles['quiet']}>{whenText(each.takenBackAt, zone, now)}</span>
                )
              }
            />
          ))}
        </PanelList>
      )}
      <ConfirmDialog
        open={asked !== null}
        title="Take this import back"
        action="Take it back"
        busy={takeBack.pending}
        onConfirm={() => asked && void confirm(asked)}
        onClose={() => setAsked(null)}
      >
        {asked !== null && (
          <p>
            The {numberText(asked.added)} runs and deployments it added go, and the{' '}
            {numberText(asked.updated)} it changed are as they were before. Gates are judged anew. A
            sync afterwards reads everything the provider still tells.
          </p>
        )}
      </ConfirmDialog>
    </SplitView>
  );
}
