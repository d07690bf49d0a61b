import { History } from 'lucide-react';
import type { RunView } from '#shared/contract/delivery/pipelines.ts';
import { CommitChip } from '../../../components/Chip.tsx';
import type { TableColumn } from '../../../components/data-table/table-types.ts';
import { Status } from '../../../components/Status.tsx';
import { When } from '../../../components/When.tsx';
import { commitColumnWidth } from '../../../components/short-hash.ts';
import { relativeText } from '../../../components/when-text.ts';
import { ProviderLink } from './ProviderLink.tsx';
import { runDuration, runLook } from './run-words.ts';
import styles from './pipelines.module.css';

type Context = { zone: string; now: string };

/** Everything a provider says of a run is shown as text; nothing of it is trusted as markup. */
export function runColumns({ zone, now }: Context): TableColumn<RunView>[] {
  return [
    {
      key: 'status',
      header: 'Status',
      value: (run) => runLook(run).label,
      cell: (run) => <Status {...runLook(run)} variant="plain" />,
      width: 170,
      always: true,
    },
    {
      key: 'workflow',
      header: 'Workflow',
      value: ({ workflowName, workflow }) => workflowName || workflow,
      cell: ({ workflowName, workflow }) => (
        <bdi title={workflow}>
          <strong>{workflowName || workflow}</strong>
        </bdi>
      ),
      width: 136,
    },
    {
      key: 'title',
      header: 'Title',
      value: ({ title }) => title,
      cell: ({ title }) => <bdi title={title}>{title}</bdi>,
      grow: true,
      minWidth: 140,
    },
    {
      key: 'commit',
      header: 'Commit',
      value: ({ commit }) => commit,
      cell: ({ commit }) => (commit === '' ? null : <CommitChip commit={commit} />),
      width: commitColumnWidth,
      minWidth: commitColumnWidth,
    },
    {
      key: 'branch',
      header: 'Branch',
      value: ({ branch }) => branch,
      cell: ({ branch }) => <bdi title={branch ?? undefined}>{branch}</bdi>,
      width: 110,
    },
    {
      key: 'attempt',
      header: 'Attempt',
      value: ({ attempt }) => attempt,
      cell: ({ attempt, superseded }) => (
        <span className={superseded ? styles['superseded'] : undefined}>
          {superseded && <Superseded />}
          {attempt}
        </span>
      ),
      align: 'end',
      width: 80,
    },
    {
      key: 'duration',
      header: 'Took',
      value: (run) => runDuration(run),
      align: 'end',
      width: 90,
      sortable: false,
      hidden: true,
    },
    {
      key: 'created',
      header: 'When',
      value: ({ createdAt }) => createdAt,
      cell: ({ createdAt }) =>
        createdAt === null ? (
          <span className={styles['none']}>unknown</span>
        ) : (
          <When at={createdAt} zone={zone} now={now} focusable={false} />
        ),
      width: 168,
      align: 'end',
    },
    {
      key: 'age',
      header: 'Ago',
      value: ({ createdAt }) => createdAt,
      cell: ({ createdAt }) => (createdAt === null ? null : relativeText(createdAt, now)),
      width: 110,
      align: 'end',
      hidden: true,
    },
    {
      key: 'link',
      header: 'Open',
      value: ({ url }) => url,
      cell: ({ url, workflowName, number }) => (
        <ProviderLink url={url} what={`${workflowName} ${number ?? ''}`} />
      ),
      width: 62,
      sortable: false,
    },
  ];
}

function Superseded() {
  const text = 'Superseded: a later attempt of this run exists';
  return <History size={13} role="img" aria-label={text} />;
}
