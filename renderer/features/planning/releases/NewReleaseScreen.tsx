import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import { useNow } from '../../../state/clock.ts';
import { NeededFirst } from './NeededFirst.tsx';
import { NewReleaseForm } from './new/NewReleaseForm.tsx';
import { useNames } from './use-names.ts';

/** A release from the template of its type; everything a template fills in is shown beside. */
export function NewReleaseScreen() {
  const now = useNow();
  const workspace = useProcedure('workspace.state', {}).data?.open ?? null;
  const templates = useProcedure('templates.list', {});
  const { names, loaded } = useNames();

  if (templates.isError && templates.data === undefined) {
    return (
      <>
        <PageHeader title="New release" />
        <SplitView>
          <ErrorPanel
            {...errorParts('The release templates could not be read', templates.error)}
            onRetry={() => void templates.refetch()}
          />
        </SplitView>
      </>
    );
  }
  if (workspace === null || templates.data === undefined || !loaded) {
    return <PageHeader title="New release" />;
  }
  const isReady = names.people.length > 0 && names.services.length > 0;
  if (!isReady || names.environments.length === 0) {
    return (
      <>
        <PageHeader title="New release" />
        <SplitView>
          <NeededFirst names={names} />
        </SplitView>
      </>
    );
  }
  return (
    <NewReleaseForm
      workspaceId={workspace.workspace.id}
      zone={workspace.workspace.zone}
      actingId={workspace.actingAs?.id ?? ''}
      now={now}
      names={names}
      templates={templates.data}
    />
  );
}
