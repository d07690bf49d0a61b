import type { Output } from '#shared/contract/index.ts';
import type { GateView } from '#shared/model/governance/gates.ts';
import { CommitChip } from '../../../../components/Chip.tsx';
import type { TableColumn } from '../../../../components/data-table/table-types.ts';
import { commitColumnWidth } from '../../../../components/short-hash.ts';
import { Status } from '../../../../components/Status.tsx';
import { When } from '../../../../components/When.tsx';
import { releaseHref } from '../release-tabs.ts';
import { lookOf } from './run-words.ts';
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
      width: 170,
      always: true,
      value: (run) => lookOf(run).word,
      cell: (run) => <RunStatusCell run={run} />,
    },
    {
      key: 'gate',
      header: 'Feeds',
      width: 120,
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
      width: 120,
      value: ({ workflowName, workflow }) => (workflowName === '' ? workflow : workflowName),
    },
    { key: 'title', header: 'Run', grow: true, width: 124, value: ({ title }) => title },
    {
      key: 'commit',
      header: 'Commit',
      width: commitColumnWidth,
      minWidth: commitColumnWidth,
      value: ({ commit }) => commit,
      cell: ({ commit }) => <CommitChip commit={commit} />,
    },
    { key: 'branch', header: 'Branch', width: 96, value: ({ branch }) => branch },
    { key: 'attempt', header: 'Attempt', width: 76, align: 'end', value: ({ attempt }) => attempt },
    {
      key: 'started',
      header: 'Started',
      width: 168,
      value: ({ createdAt }) => createdAt,
      cell: ({ createdAt }) =>
        createdAt === null ? null : <When at={createdAt} zone={zone} now={now} focusable={false} />,
    },
  ];
}

function RunStatusCell({ run }: { run: RunRow }) {
  const { kind, word } = lookOf(run);
  const label = run.superseded ? `${word}, superseded` : word;
  return (
    <span title={label}>
      <Status kind={run.superseded ? 'not-applicable' : kind} variant="plain" label={label} />
    </span>
  );
}

function gateOf(run: RunRow, gates: readonly GateView[]): GateView | undefined {
  return gates.find((gate) => gate.evidence.some(({ runId }) => runId === run.id));
}
