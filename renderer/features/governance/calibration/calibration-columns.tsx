import { calibrationEnds } from '#shared/model/governance/calibration.ts';
import type { CalibratedRelease } from '#shared/model/governance/calibration.ts';
import { riskBands } from '#shared/model/governance/risks.ts';
import type { TableColumn } from '../../../components/data-table/table-types.ts';
import { RiskBand } from '../../../components/RiskBand.tsx';
import { Status } from '../../../components/Status.tsx';
import { When } from '../../../components/When.tsx';
import { endWords } from './calibration-words.ts';
import styles from './calibration.module.css';

type Told = { zone: string; now: string };

export function calibrationColumns({ zone, now }: Told): TableColumn<CalibratedRelease>[] {
  return [
    {
      key: 'name',
      header: 'Release',
      always: true,
      grow: true,
      wrap: true,
      width: 240,
      value: ({ name }) => name,
      cell: ({ name, number }) => (
        <span title={name}>
          <bdi>{name}</bdi> <span className={styles['quiet']}>R-{number}</span>
        </span>
      ),
    },
    {
      key: 'band',
      header: 'Told before',
      width: 140,
      value: ({ band }) => band,
      sortBy: ({ band }) => (band === null ? null : riskBands.indexOf(band)),
      cell: ({ band }) =>
        band === null ? (
          <span className={styles['quiet']}>Not assessed</span>
        ) : (
          <RiskBand short band={band} />
        ),
    },
    {
      key: 'end',
      header: 'What happened',
      width: 190,
      value: ({ end }) => endWords[end],
      sortBy: ({ end }) => calibrationEnds.indexOf(end),
      cell: ({ end }) => (
        <Status
          kind={end === 'clean' ? 'passed' : 'failed'}
          variant="plain"
          label={endWords[end]}
        />
      ),
    },
    {
      key: 'at',
      header: 'Went out',
      width: 190,
      value: ({ wentOutAt }) => wentOutAt,
      cell: ({ wentOutAt }) => <When at={wentOutAt} zone={zone} now={now} focusable={false} />,
    },
    {
      key: 'assessed',
      header: 'Assessed',
      width: 190,
      hidden: true,
      value: ({ assessedAt }) => assessedAt,
      cell: ({ assessedAt }) =>
        assessedAt === null ? null : (
          <When at={assessedAt} zone={zone} now={now} focusable={false} />
        ),
    },
  ];
}
