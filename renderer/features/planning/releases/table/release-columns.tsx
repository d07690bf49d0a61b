import type { ExecutionHealth } from '#shared/model/governance/health.ts';
import type { ReleaseStanding, TableRelease } from '#shared/model/planning/release-table.ts';
import { partOfInWords } from '#shared/rules/planning/release-table.ts';
import { riskBands } from '#shared/model/governance/risks.ts';
import { phases, releaseTypes } from '#shared/model/planning/releases.ts';
import type { TableColumn } from '../../../../components/data-table/table-types.ts';
import { Person } from '../../../../components/Person.tsx';
import { RiskBand } from '../../../../components/RiskBand.tsx';
import { When } from '../../../../components/When.tsx';
import { relativeText } from '../../../../components/when-text.ts';
import { HealthMark, healthLook } from '../../../governance/health/index.ts';
import { RiskWhy } from '../RiskWhy.tsx';
import type { Names } from '../names.ts';
import { outcomeWords, phaseWords } from '../phase-words.ts';
import { standingOf } from '../standing-words.ts';
import { StandingCell } from './StandingCell.tsx';
import styles from './releases.module.css';
import type { Standings } from './use-standings.ts';

export const columnKeys = [
  ...['name', 'standing', 'start', 'risk', 'services', 'owner'],
  ...['health', 'number', 'type', 'phase', 'outcome', 'partOf'],
];

type Told = {
  names: Names;
  zone: string;
  now: string;
  standings: Standings;
  /** How the work goes, of those in sight and while the column is shown. */
  healths: ReadonlyMap<string, ExecutionHealth>;
  /** Every row is judged, so that rows can be sorted by where they stand. */
  isWhole: boolean;
};

/** `now`, names and standings change what cells say, so the columns are made anew with them. */
export function releaseColumns(told: Told): TableColumn<TableRelease>[] {
  const { names, zone, now, standings, healths, isWhole } = told;
  return [
    {
      key: 'name',
      header: 'Release',
      always: true,
      grow: true,
      wrap: true,
      width: 196,
      value: ({ name }) => name,
      cell: (release) => <NameCell release={release} />,
    },
    {
      key: 'standing',
      header: 'Where it stands',
      grow: true,
      wrap: true,
      width: 208,
      sortable: isWhole,
      value: (release) => standingText(release, standings.get(release.id)),
      cell: (release) => <StandingCell release={release} standing={standings.get(release.id)} />,
    },
    {
      key: 'start',
      header: 'Start',
      wrap: true,
      width: 176,
      value: ({ start }) => (start === null ? null : new Date(start).toISOString()),
      sortBy: ({ start }) => start,
      cell: (release) => <StartCell release={release} zone={zone} now={now} />,
    },
    {
      key: 'risk',
      header: 'Risk',
      width: 168,
      value: ({ risk }) => `${risk.band} ${risk.score}`,
      sortBy: ({ risk }) => riskBands.indexOf(risk.band) * 100 + risk.score,
      cell: (release) => <RiskCell release={release} standing={standings.get(release.id)} />,
    },
    {
      key: 'services',
      header: 'Ships',
      wrap: true,
      width: 166,
      value: ({ services }) => shipsInWords(services, names),
    },
    {
      key: 'owner',
      header: 'Owner',
      width: 72,
      value: ({ ownerId }) => names.person(ownerId),
      cell: ({ ownerId }) => <Person discOnly name={names.person(ownerId)} />,
    },
    {
      key: 'health',
      header: 'Health',
      width: 190,
      hidden: true,
      sortable: isWhole,
      value: ({ id }) => healthText(healths.get(id)),
      cell: ({ id, name }) => <HealthMark health={healths.get(id)} name={name} />,
    },
    // These stand under the name or in another cell; as columns they are there to be sorted by.
    {
      key: 'number',
      header: 'Number',
      width: 90,
      hidden: true,
      value: ({ number }) => `R-${number}`,
      sortBy: ({ number }) => number,
    },
    {
      key: 'type',
      header: 'Type',
      width: 100,
      hidden: true,
      value: ({ type }) => type,
      sortBy: ({ type }) => releaseTypes.indexOf(type),
    },
    {
      key: 'phase',
      header: 'Phase',
      width: 112,
      hidden: true,
      value: ({ phase }) => phaseWords[phase],
      sortBy: ({ phase }) => phases.indexOf(phase),
    },
    {
      key: 'outcome',
      header: 'Outcome',
      width: 112,
      hidden: true,
      value: ({ outcome }) => (outcome === null ? null : outcomeWords[outcome]),
    },
    {
      key: 'partOf',
      header: 'Part of',
      width: 176,
      wrap: true,
      hidden: true,
      value: (release) => partOfInWords(release) || null,
    },
  ];
}

function NameCell({ release }: { release: TableRelease }) {
  const { name, number, type, phase, onHold } = release;
  return (
    <>
      <bdi className={styles['name']} title={name}>
        {name}
      </bdi>
      <span className={styles['under']}>
        R-{number} · {type} · {phaseWords[phase]}
        {onHold && ' · on hold'}
      </span>
    </>
  );
}

type StartCellProps = { release: TableRelease; zone: string; now: string };

function StartCell({ release, zone, now }: StartCellProps) {
  const { start, outcome } = release;
  if (start === null) return <span className={styles['quiet']}>no deployment planned</span>;
  const at = new Date(start).toISOString();
  return (
    <>
      <When at={at} zone={release.zone ?? zone} now={now} focusable={false} />
      {outcome === null && <span className={styles['under']}>{relativeText(at, now)}</span>}
    </>
  );
}

type CellProps = { release: TableRelease; standing: ReleaseStanding | undefined };

function RiskCell({ release: { risk, name }, standing }: CellProps) {
  return (
    <span className={styles['risk']}>
      <RiskBand short band={risk.band} score={risk.score} />
      {standing !== undefined && <RiskWhy risk={standing.risk} name={name} />}
    </span>
  );
}

/** What the cell sorts by and copies as; null while it is not judged. */
function standingText(release: TableRelease, standing: ReleaseStanding | undefined): string | null {
  if (standing === undefined && release.outcome === null) return null;
  const { readiness = null, lateMinutes = null } = standing ?? {};
  const { word, note } = standingOf({ outcome: release.outcome, readiness, lateMinutes });
  const count = readiness === null ? '' : `${readiness.passed}/${readiness.total} `;
  return note === '' ? `${count}${word}` : `${count}${word}: ${note}`;
}

function healthText(health: ExecutionHealth | undefined): string | null {
  if (health === undefined) return null;
  const [first] = health.reasons;
  const { word } = healthLook[health.state];
  return first === undefined ? word : `${word}: ${first.what}, ${first.text}`;
}

function shipsInWords(services: TableRelease['services'], names: Names): string {
  return services
    .map(({ serviceId, version }) => `${names.service(serviceId)} ${version}`)
    .join(', ');
}
