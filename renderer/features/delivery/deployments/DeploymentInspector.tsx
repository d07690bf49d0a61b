import type { ImportedDeployment } from '#shared/contract/delivery/deployments.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { CommitChip } from '../../../components/Chip.tsx';
import { Facts } from '../../../components/Facts.tsx';
import { Inspector } from '../../../components/Inspector.tsx';
import { Status } from '../../../components/Status.tsx';
import { When } from '../../../components/When.tsx';
import { providerActions, runLook } from '../pipelines/index.ts';

type DeploymentInspectorProps = {
  deployment: ImportedDeployment;
  zone: string;
  now: string;
  onClose: () => void;
};

/** One deployment, with the provider's own words beside ours. */
export function DeploymentInspector({ deployment, zone, now, onClose }: DeploymentInspectorProps) {
  const { environment, environmentId, application, version, commit, branch, note } = deployment;
  const ours = useProcedure('environments.list', {}).data?.find(({ id }) => id === environmentId);
  const when = (at: string | null) =>
    at === null ? 'not told' : <When at={at} zone={zone} now={now} relative />;
  const raw = [deployment.rawStatus, deployment.rawResult].filter((word) => word !== null);
  return (
    <Inspector
      title={environment ?? 'Deployment'}
      note={<bdi>{version}</bdi>}
      onClose={onClose}
      {...providerActions(deployment.url)}
    >
      <Facts
        facts={[
          { name: 'Status', value: <Status {...runLook(deployment)} variant="plain" /> },
          { name: 'At the provider', value: raw.length === 0 ? 'not told' : raw.join(', ') },
          { name: 'Environment', value: <bdi>{ours?.name ?? 'not mapped'}</bdi> },
          { name: 'Its name there', value: <bdi>{environment ?? 'not told'}</bdi> },
          {
            name: 'Application',
            value: application === '' ? 'not told' : <bdi>{application}</bdi>,
          },
          { name: 'Version', value: <bdi>{version ?? 'not told'}</bdi> },
          { name: 'Commit', value: commit === '' ? 'not told' : <CommitChip commit={commit} /> },
          { name: 'Branch', value: <bdi>{branch ?? 'not told'}</bdi> },
          { name: 'Note', value: note === '' ? 'none' : <bdi>{note}</bdi> },
          { name: 'Created', value: when(deployment.createdAt) },
          { name: 'Changed', value: when(deployment.updatedAt) },
          { name: 'Finished', value: when(deployment.finishedAt) },
          { name: 'Source', value: <bdi>{deployment.connectionName}</bdi> },
        ]}
      />
    </Inspector>
  );
}
