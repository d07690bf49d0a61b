import type { RunView } from '#shared/contract/delivery/pipelines.ts';
import { CommitChip } from '../../../components/Chip.tsx';
import { Facts } from '../../../components/Facts.tsx';
import { Inspector } from '../../../components/Inspector.tsx';
import { Status } from '../../../components/Status.tsx';
import { When } from '../../../components/When.tsx';
import { providerActions } from './ProviderLink.tsx';
import { runDuration, runLook } from './run-words.ts';

type RunInspectorProps = { run: RunView; zone: string; now: string; onClose: () => void };

/** One attempt of a run, with the provider's own words beside ours. */
export function RunInspector({ run, zone, now, onClose }: RunInspectorProps) {
  const when = (at: string | null) =>
    at === null ? 'not told' : <When at={at} zone={zone} now={now} relative />;
  const raw = [run.rawStatus, run.rawResult].filter((word) => word !== null).join(', ');
  return (
    <Inspector
      title={run.workflowName || run.workflow}
      note={<bdi>{run.title}</bdi>}
      onClose={onClose}
      {...providerActions(run.url)}
    >
      <Facts
        facts={[
          { name: 'Status', value: <Status {...runLook(run)} variant="plain" /> },
          { name: 'At the provider', value: raw === '' ? 'not told' : raw },
          {
            name: 'Attempt',
            value: run.superseded ? `${run.attempt}, superseded by a later one` : run.attempt,
          },
          { name: 'Number', value: run.number ?? 'not told' },
          {
            name: 'Commit',
            value: run.commit === '' ? 'not told' : <CommitChip commit={run.commit} />,
          },
          { name: 'Branch', value: <bdi>{run.branch ?? 'not told'}</bdi> },
          { name: 'Started by', value: run.event === '' ? 'not told' : run.event },
          { name: 'Workflow', value: <bdi dir="ltr">{run.workflow}</bdi> },
          { name: 'Created', value: when(run.createdAt) },
          { name: 'Started', value: when(run.startedAt) },
          { name: 'Finished', value: when(run.finishedAt) },
          { name: 'Took', value: runDuration(run) ?? 'not told' },
        ]}
      />
    </Inspector>
  );
}
