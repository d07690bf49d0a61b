import type { RegisteredRisk } from '#shared/model/governance/risks.ts';
import { residualScoreOf } from '#shared/rules/governance/risk-terms.ts';
import { formatDate } from '#shared/rules/planning/zoned-time.ts';
import type { TableColumn } from '../../../../components/data-table/table-types.ts';
import { Person } from '../../../../components/Person.tsx';
import { RiskBand } from '../../../../components/RiskBand.tsx';
import { Status } from '../../../../components/Status.tsx';
import type { Names } from '../../../planning/releases/index.ts';
import { scoreOf, stateWords } from '../risk-words.ts';
import { standingWords } from './register-view.ts';
import styles from './register.module.css';

type Told = { names: Names; today: string };

export function registerColumns({ names, today }: Told): TableColumn<RegisteredRisk>[] {
  return [
    {
      key: 'risk',
      header: 'Risk',
      always: true,
      grow: true,
      wrap: true,
      width: 220,
      minWidth: 180,
      value: ({ title }) => title,
      cell: ({ title, category }) => (
        <span className={styles['title']} title={title}>
          <bdi className={category === '' ? styles['two'] : styles['one']}>{title}</bdi>
          {category !== '' && <bdi className={styles['under']}>{category}</bdi>}
        </span>
      ),
    },
    {
      key: 'inherent',
      header: 'Inherent',
      width: 124,
      value: (row) => `${row.band} ${scoreOf(row)}`,
      sortBy: scoreOf,
      cell: (row) => <RiskBand short band={row.band} score={scoreOf(row)} />,
    },
    {
      key: 'residual',
      header: 'Residual',
      width: 124,
      value: (row) => (row.residualBand ? `${row.residualBand} ${residualScoreOf(row)}` : null),
      sortBy: residualScoreOf,
      cell: (row) =>
        row.residualBand === null ? (
          <span className={styles['quiet']}>Not judged</span>
        ) : (
          <RiskBand short band={row.residualBand} score={residualScoreOf(row) ?? 0} />
        ),
    },
    {
      key: 'state',
      header: 'State',
      width: 76,
      value: ({ state }) => stateWords[state],
    },
    {
      key: 'due',
      header: 'Mitigated by',
      width: 172,
      value: ({ dueOn, standing }) =>
        dueOn === null ? null : standing === 'overdue' ? `${dueOn}, overdue` : dueOn,
      sortBy: ({ dueOn }) => dueOn,
      cell: (row) => <DueCell row={row} today={today} />,
    },
    {
      key: 'owner',
      header: 'Owner',
      width: 132,
      value: ({ ownerId }) => (ownerId === null ? null : names.person(ownerId)),
      cell: ({ ownerId }) =>
        ownerId === null ? (
          <span className={styles['quiet']}>Nobody yet</span>
        ) : (
          <Person name={names.person(ownerId)} />
        ),
    },
    {
      key: 'release',
      header: 'Release',
      width: 150,
      value: ({ release }) => release,
      cell: ({ release }) => <bdi title={release}>{release}</bdi>,
    },
    {
      key: 'mitigation',
      header: 'Mitigation',
      wrap: true,
      width: 220,
      hidden: true,
      value: ({ mitigation }) => mitigation || null,
    },
    {
      key: 'category',
      header: 'Category',
      hidden: true,
      value: ({ category }) => category || null,
    },
    {
      key: 'number',
      header: 'Number',
      width: 90,
      hidden: true,
      value: ({ releaseNumber }) => `R-${releaseNumber}`,
      sortBy: ({ releaseNumber }) => releaseNumber,
    },
  ];
}

function DueCell({ row, today }: { row: RegisteredRisk; today: string }) {
  if (row.dueOn === null) return <span className={styles['quiet']}>{standingWords.undated}</span>;
  const text = formatDate(row.dueOn, today);
  if (row.standing === 'overdue') {
    return <Status kind="failed" variant="plain" label={`${text}, overdue`} />;
  }
  if (row.standing === 'soon') return <Status kind="waiting" variant="plain" label={text} />;
  return <>{text}</>;
}
