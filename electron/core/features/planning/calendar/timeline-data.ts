import type { Store } from '#core/database/store.ts';
import type { TableRelease } from '#shared/model/planning/release-table.ts';
import type { DeploymentResult } from '#shared/model/planning/releases.ts';
import type { TimelineGroup } from '#shared/model/planning/timeline.ts';
import type { RowNames } from '#shared/rules/planning/release-filter.ts';
import { rowsOfTable } from '#shared/rules/planning/release-table.ts';
import { dayStarts } from '#shared/rules/planning/timeline/days.ts';
import { plusDays } from '#shared/rules/planning/zoned-time.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';
import { readTable } from '../releases/index.ts';
import type { Overview } from '../releases/index.ts';

export type PlannedDeployment = {
  id: string;
  environmentId: string;
  from: number;
  to: number;
  result: DeploymentResult | null;
};

/** A release with the time it takes: from its first planned phase until its last deployment. */
export type DatedRelease = TableRelease & {
  trainId: string | null;
  deployments: PlannedDeployment[];
  span: { from: number; to: number } | null;
};

/** What rows can stand for, in the order they are shown in. */
export type RowSubject = {
  id: string;
  name: string;
  serviceIds: readonly string[];
  /** Of an environment that has one; else empty. */
  region: string;
};

export type TimelineData = {
  releases: DatedRelease[];
  subjects: Record<TimelineGroup, RowSubject[]>;
  teamOf: ReadonlyMap<string, string | null>;
  names: RowNames;
};

/** All releases with their times, read as plain values: there may be a hundred thousand of them. */
export function readTimelineData(
  store: Store,
  overview: Pick<Overview, 'riskFigures'>,
): TimelineData {
  const rows = <T extends unknown[]>(sql: string) => store.raw.prepare<[], T>(sql).raw().all();
  const trains = new Map(
    rows<[string, string]>('SELECT id, train_id FROM release WHERE train_id IS NOT NULL'),
  );
  const deployments = readDeployments(store);
  const phases = readPhases(store);
  const releases = rowsOfTable(readTable(store, 'all', overview)).map((release) => {
    const own = deployments.get(release.id) ?? [];
    const span = spanOf(own, phases.get(release.id));
    return { ...release, trainId: trains.get(release.id) ?? null, deployments: own, span };
  });
  const people = new Map(rows<[string, string]>('SELECT id, name FROM person'));
  const services = rows<[string, string, string | null]>(
    'SELECT id, name, team_id FROM service WHERE deleted_hlc IS NULL',
  );
  const serviceNames = new Map(services.map(([id, name]) => [id, name]));
  return {
    releases,
    subjects: readSubjects(store, services),
    teamOf: new Map(services.map(([id, , team]) => [id, team])),
    names: {
      person: (id) => people.get(id) ?? '',
      service: (id) => serviceNames.get(id) ?? '',
    },
  };
}

function readSubjects(
  { raw }: Store,
  services: readonly [id: string, name: string, team: string | null][],
): TimelineData['subjects'] {
  const named = (sql: string) => raw.prepare<[], [string, string, string]>(sql).raw().all();
  const alive = 'WHERE deleted_hlc IS NULL';
  return {
    service: services
      .map(([id, name]) => ({ id, name, serviceIds: [id], region: '' }))
      .toSorted(byName),
    environment: raw
      .prepare<[], [string, string, string]>(
        `SELECT id, name, region FROM environment ${alive} ORDER BY position`,
      )
      .raw()
      .all()
      .map(([id, name, region]) => ({ id, name, serviceIds: [], region })),
    train: named(`SELECT id, name, service_ids FROM release_train ${alive}`)
      .map(([id, name, own]) => ({ id, name, serviceIds: textsIn(own), region: '' }))
      .toSorted(byName),
    team: named(`SELECT id, name, '' FROM team ${alive}`)
      .map(([id, name]) => {
        const own = services.filter(([, , team]) => team === id);
        return { id, name, serviceIds: own.map(([serviceId]) => serviceId), region: '' };
      })
      .toSorted(byName),
  };
}

function textsIn(json: string): string[] {
  const value: unknown = JSON.parse(json);
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

function byName(one: RowSubject, other: RowSubject): number {
  return (
    one.name.localeCompare(other.name, 'en', { numeric: true }) || (one.id < other.id ? -1 : 1)
  );
}

function readDeployments({ raw }: Store): Map<string, PlannedDeployment[]> {
  const stored = raw
    .prepare<[], [string, string, string, number, number, DeploymentResult | null]>(
      `SELECT release_id, id, environment_id, start_at, duration_minutes, result
       FROM deployment WHERE deleted_hlc IS NULL ORDER BY start_at, id`,
    )
    .raw()
    .all();
  const deployments = new Map<string, PlannedDeployment[]>();
  for (const [releaseId, id, environmentId, from, minutes, result] of stored) {
    const one = { id, environmentId, from, to: from + minutes * 60_000, result };
    const known = deployments.get(releaseId);
    if (known === undefined) deployments.set(releaseId, [one]);
    else known.push(one);
  }
  return deployments;
}

type PhaseSpan = { from: number; to: number };

/** From the first to the last planned day of the way to deployment. */
function readPhases(store: Store): Map<string, PhaseSpan> {
  const startOf = dayStarts(readWorkspace(store).zone);
  const stored = store.raw
    .prepare<[], [string, string, string]>(
      `SELECT release_id, MIN(planned_on), MAX(planned_on) FROM release_phase
       WHERE deleted_hlc IS NULL AND planned_on IS NOT NULL
         AND phase NOT IN ('post-release', 'closed') GROUP BY release_id`,
    )
    .raw()
    .all();
  return new Map(
    stored.map(([releaseId, first, last]) => [
      releaseId,
      { from: startOf(first), to: startOf(plusDays(last, 1)) },
    ]),
  );
}

function spanOf(deployments: readonly PlannedDeployment[], phases: PhaseSpan | undefined) {
  const first = deployments[0];
  if (first === undefined) return phases ?? null;
  const to = Math.max(...deployments.map((each) => each.to));
  // Phases that are planned behind the deployment tell nothing about its beginning.
  return { from: Math.min(first.from, phases?.from ?? first.from), to };
}
