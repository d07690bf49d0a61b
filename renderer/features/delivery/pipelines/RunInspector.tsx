import Button from '@mui/material/Button';
import { ExternalLink } from 'lucide-react';
import type { RunView } from '#shared/contract/delivery/pipelines.ts';
import { CommitChip } from '../../../components/Chip.tsx';
import { Facts } from '../../../components/Facts.tsx';
import { Inspector } from '../../../components/Inspector.tsx';
import { Status } from '../../../components/Status.tsx';
import { When } from '../../../components/When.tsx';
import { runDuration, runLook, safeLink } from './run-words.ts';

type RunInspectorProps = { run: RunView; zone: string; now: string; onClose: () => void };

/** One attempt of a run, with the provider's own words beside ours. */
export function RunInspector({ run, zone, now, onClose }: RunInspectorProps) {
  const link = safeLink(run.url);
  const when = (at: string | null) =>
    at === null ? 'not told' : <When at={at} zone={zone} now={now} relative />;
  const raw = [run.rawStatus, run.rawResult].filter((word) => word !== null).join(', ');
  return (
    <Inspector
      title={run.workflowName || run.workflow}
      note={<bdi>{run.title}</bdi>}
      onClose={onClose}
      actions={
        link === null ? undefined : (
          <Button
            component="a"
            href={link}
            target="_blank"
            rel="noreferrer"
            startIcon={<ExternalLink />}
          >
            Open at the provider
          </Button>
        )
      }
      actionsNote={
        link === null && run.url !== null
          ? 'The provider gave an address that is no web address, so it is not offered as a link.'
          : undefined
      }
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
