import type { Output } from '#shared/contract/index.ts';
import type { TableColumn } from '../../../components/data-table/table-types.ts';
import { HashText } from '../../../components/HashText.tsx';
import { Person } from '../../../components/Person.tsx';
import { ReadinessRing } from '../../../components/ReadinessRing.tsx';
import { RiskBand } from '../../../components/RiskBand.tsx';
import { Status } from '../../../components/Status.tsx';
import { When } from '../../../components/When.tsx';
import { relativeText } from '../../../components/when-text.ts';
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
      always: true,
      grow: true,
      wrap: true,
      width: 220,
      value: ({ name }) => name,
      cell: (release) => <NameCell release={release} />,
    },
    {
      key: 'standing',
      header: 'Where it stands',
      grow: true,
      wrap: true,
      width: 232,
      value: (release) => standingValue(release),
      cell: (release) => <StandingCell release={release} />,
    },
    {
      key: 'start',
      header: 'Start',
      wrap: true,
      width: 150,
      value: ({ startAt }) => startAt,
      cell: (release) => <StartCell release={release} zone={zone} now={now} />,
    },
    {
      key: 'risk',
      header: 'Risk',
      width: 160,
      value: ({ risk }) => bandOrder[risk.band] * 100 + risk.score,
      cell: ({ risk, name }) => (
        <span className={styles['risk']}>
          <RiskBand short band={risk.band} score={risk.score} />
          <RiskWhy risk={risk} name={name} />
        </span>
      ),
    },
    {
      key: 'services',
      header: 'Ships',
      wrap: true,
      width: 186,
      value: ({ services }) => shipsInWords(services, names),
    },
    {
      key: 'owner',
      header: 'Owner',
      width: 72,
      value: ({ ownerId }) => names.person(ownerId),
      cell: ({ ownerId }) => <Person discOnly name={names.person(ownerId)} />,
    },
    // Both stand under the name; as columns they are there for who wants to sort by them.
    { key: 'type', header: 'Type', width: 100, hidden: true, value: ({ type }) => type },
    {
      key: 'phase',
      header: 'Phase',
      width: 112,
      hidden: true,
      value: ({ phase }) => phaseWords[phase],
    },
  ];
}

const bandOrder = { low: 0, medium: 1, high: 2, critical: 3 } as const;

function NameCell({ release }: { release: ReleaseRow }) {
  const { name, number, type, phase } = release;
  return (
    <>
      <bdi className={styles['name']} title={name}>
        {name}
      </bdi>
      <span className={styles['under']}>
        R-{number} · {type} · {phaseWords[phase]}
      </span>
    </>
  );
}

function StartCell({ release, zone, now }: { release: ReleaseRow; zone: string; now: string }) {
  const { startAt, outcome } = release;
  if (startAt === null) return <span className={styles['quiet']}>no deployment planned</span>;
  return (
    <>
      <When at={startAt} zone={release.zone ?? zone} now={now} focusable={false} />
      {outcome === null && <span className={styles['under']}>{relativeText(startAt, now)}</span>}
    </>
  );
}

function StandingCell({ release }: { release: ReleaseRow }) {
  const { kind, word, note } = standingOf(release);
  const { readiness } = release;
  return (
    <span title={note === '' ? word : `${word}: ${note}`}>
      <span className={styles['standing']}>
        {readiness !== null && (
          <span className={styles['ring']}>
            <ReadinessRing
              passed={readiness.passed}
              of={readiness.total}
              tone={readiness.worst}
              size={18}
            />
            <span className={styles['figures']} aria-hidden>
              {readiness.passed}/{readiness.total}
            </span>
          </span>
        )}
        <Status kind={kind} variant="plain" label={word} />
      </span>
      <bdi className={styles['note']}>
        <HashText text={note} />
      </bdi>
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
  return services
    .map(({ serviceId, version }) => `${names.service(serviceId)} ${version}`)
    .join(', ');
}
