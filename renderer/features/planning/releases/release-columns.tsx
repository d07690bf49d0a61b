import type { Output } from '#shared/contract/index.ts';
import { Tag } from '../../../components/Chip.tsx';
import type { TableColumn } from '../../../components/data-table/table-types.ts';
import { Person } from '../../../components/Person.tsx';
import { ReadinessRing } from '../../../components/ReadinessRing.tsx';
import { RiskBand } from '../../../components/RiskBand.tsx';
import { Status } from '../../../components/Status.tsx';
import { When } from '../../../components/When.tsx';
import { RiskWhy } from './RiskWhy.tsx';
import type { Names } from './names.ts';
import { phaseWords } from './phase-words.ts';
import { standingOf } from './standing-words.ts';
import styles from './releases.module.css';

export type ReleaseRow = Output<'releases.list'>['releases'][number];

/** `now` and the names change what cells say, so the columns are made anew with them. */
export function releaseColumns(names: Names, zone: string, now: string): TableColumn<ReleaseRow>[] {
  return [
    {
      key: 'name',
      header: 'Release',
      grow: true,
      always: true,
      width: 220,
      value: ({ name }) => name,
      cell: ({ name, number }) => (
        <span className={styles['nameCell']}>
          <bdi className={styles['name']} title={name}>
            {name}
          </bdi>
          <span className={styles['number']}>R-{number}</span>
        </span>
      ),
    },
    {
      key: 'type',
      header: 'Type',
      width: 96,
      value: ({ type }) => type,
      cell: ({ type }) => <Tag>{type}</Tag>,
    },
    { key: 'phase', header: 'Phase', width: 112, value: ({ phase }) => phaseWords[phase] },
    {
      key: 'start',
      header: 'Start',
      width: 232,
      value: ({ startAt }) => startAt,
      cell: ({ startAt, zone: own }) =>
        startAt === null ? (
          <span className={styles['quiet']}>no deployment planned</span>
        ) : (
          <When relative at={startAt} zone={own ?? zone} now={now} focusable={false} />
        ),
    },
    {
      key: 'services',
      header: 'Ships',
      width: 190,
      value: ({ services }) => shipsInWords(services, names),
    },
    {
      key: 'owner',
      header: 'Owner',
      width: 150,
      value: ({ ownerId }) => names.person(ownerId),
      cell: ({ ownerId }) => <Person name={names.person(ownerId)} />,
    },
    {
      key: 'risk',
      header: 'Risk',
      width: 168,
      value: ({ risk }) => bandOrder[risk.band] * 100 + risk.score,
      cell: ({ risk, name }) => (
        <span className={styles['risk']}>
          <RiskBand short band={risk.band} score={risk.score} />
          <RiskWhy risk={risk} name={name} />
        </span>
      ),
    },
    {
      key: 'standing',
      header: 'In the way',
      width: 330,
      value: (release) => standingValue(release),
      cell: (release) => <StandingCell release={release} />,
    },
  ];
}

const bandOrder = { low: 0, medium: 1, high: 2, critical: 3 } as const;

function StandingCell({ release }: { release: ReleaseRow }) {
  const { kind, word, note } = standingOf(release);
  const { readiness } = release;
  return (
    <span className={styles['standing']} title={note === '' ? word : `${word}: ${note}`}>
      {readiness !== null && (
        <ReadinessRing
          passed={readiness.passed}
          of={readiness.total}
          tone={readiness.worst}
          size={22}
        />
      )}
      {readiness !== null && (
        <span className={styles['figures']} aria-hidden>
          {readiness.passed}/{readiness.total}
        </span>
      )}
      <Status kind={kind} variant="plain" label={word} />
      <span className={styles['note']}>{note}</span>
    </span>
  );
}

/** What the cell sorts by and copies as. */
function standingValue(release: ReleaseRow): string {
  const { word, note } = standingOf(release);
  const { readiness } = release;
  const count = readiness === null ? '' : `${readiness.passed}/${readiness.total} `;
  return note === '' ? `${count}${word}` : `${count}${word}: ${note}`;
}

function shipsInWords(services: ReleaseRow['services'], names: Names): string {
  return services.map(({ serviceId, version }) => `${names.service(serviceId)} ${version}`).join(', ');
}
