import type { Output } from '#shared/contract/index.ts';
import type { GateView } from '#shared/model/governance/gates.ts';
import { CommitChip } from '../../../../components/Chip.tsx';
import type { TableColumn } from '../../../../components/data-table/table-types.ts';
import { Status } from '../../../../components/Status.tsx';
import { When } from '../../../../components/When.tsx';
import { releaseHref } from '../release-tabs.ts';
import { runLook } from './run-words.ts';
import styles from './runs.module.css';

export type RunRow = Output<'pipelines.list'>['runs'][number];

/** `gates` are those of the release: a run feeds the gate that names it among its evidence. */
export function runColumns(
  gates: readonly GateView[],
  releaseId: string,
  zone: string,
  now: string,
): TableColumn<RunRow>[] {
  return [
    {
      key: 'status',
      header: 'Status',
      width: 184,
      always: true,
      value: (run) => runLook[run.status].word,
      cell: (run) => <RunStatusCell run={run} />,
    },
    {
      key: 'gate',
      header: 'Feeds',
      width: 130,
      value: (run) => gateOf(run, gates)?.name ?? null,
      cell: (run) => {
        const gate = gateOf(run, gates);
        if (gate === undefined) return <span className={styles['quiet']}>no gate</span>;
        return <a href={releaseHref(releaseId, 'gates', gate.id)}>{gate.name}</a>;
      },
    },
    {
      key: 'workflow',
      header: 'Workflow',
      width: 150,
      value: ({ workflowName, workflow }) => (workflowName === '' ? workflow : workflowName),
    },
    { key: 'title', header: 'Run', grow: true, width: 180, value: ({ title }) => title },
    {
      key: 'commit',
      header: 'Commit',
      width: 112,
      value: ({ commit }) => commit,
      cell: ({ commit }) => <CommitChip commit={commit} />,
    },
    { key: 'branch', header: 'Branch', width: 100, value: ({ branch }) => branch },
    { key: 'attempt', header: 'Attempt', width: 80, align: 'end', value: ({ attempt }) => attempt },
    {
      key: 'started',
      header: 'Started',
      width: 200,
      value: ({ createdAt }) => createdAt,
      cell: ({ createdAt }) =>
        createdAt === null ? null : (
          <When relative at={createdAt} zone={zone} now={now} focusable={false} />
        ),
    },
  ];
}

function RunStatusCell({ run }: { run: RunRow }) {
  const { kind, word } = runLook[run.status];
  const notes = [run.warnings && 'warnings', run.superseded && 'superseded'].filter(Boolean);
  const label = notes.length === 0 ? word : `${word}, ${notes.join(', ')}`;
  return <Status kind={run.superseded ? 'not-applicable' : kind} variant="plain" label={label} />;
}

function gateOf(run: RunRow, gates: readonly GateView[]): GateView | undefined {
  return gates.find((gate) => gate.evidence.some(({ runId }) => runId === run.id));
}
