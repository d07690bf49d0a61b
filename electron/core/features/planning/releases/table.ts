import type { Store } from '#core/database/store.ts';
import type {
  ReleaseStanding,
  ReleaseTable,
  TableRelease,
  Whole,
} from '#shared/model/planning/release-table.ts';
import { tableOfRows } from '#shared/rules/planning/release-table.ts';
import { conditions } from './list.ts';
import type { Which } from './list.ts';
import type { Outlook, Overview } from './outlook.ts';
import { summarise } from './rows.ts';

type RiskOverview = Pick<Overview, 'riskFigures'>;

type Stored = [
  id: string,
  number: number,
  name: string,
  type: TableRelease['type'],
  phase: TableRelease['phase'],
  outcome: TableRelease['outcome'],
  onHold: 0 | 1,
  ownerId: string,
];

/**
 * All releases with what they are filtered, sorted and grouped by, and nothing that takes judging:
 * read as plain values, for ten thousand of them are to be on the screen within a tenth of a second.
 */
export function readTable(store: Store, which: Which, { riskFigures }: RiskOverview): ReleaseTable {
  const rows = store.raw
    .prepare<[], Stored>(
      `SELECT r.id, r.number, r.name, r.type, r.phase, r.outcome, r.hold_reason IS NOT NULL,
         r.owner_id
       FROM release r WHERE r.deleted_hlc IS NULL AND ${conditions[which]}`,
    )
    .raw()
    .all();
  const starts = readStarts(store);
  const ships = readShips(store);
  const risk = riskFigures(store);
  const wholeOf = readWholes(store);
  const all = rows.map(([id, number, name, type, phase, outcome, onHold, ownerId]) => {
    const start = starts.get(id);
    return {
      ...{ id, number, name, type, phase, outcome, ownerId },
      onHold: onHold === 1,
      start: start?.at ?? null,
      zone: start?.zone ?? null,
      ...wholeOf(id),
      risk: risk(id),
      services: ships.get(id) ?? [],
    };
  });
  return tableOfRows(all.sort(byNext));
}

const alone: Pick<TableRelease, 'parent' | 'train'> = { parent: null, train: null };

/** What each release is part of; one query, and most releases are part of nothing. */
export function readWholes({ raw }: Store): (releaseId: string) => typeof alone {
  const stored = raw
    .prepare<[], [string, string | null, string | null, string | null, string | null]>(
      `SELECT r.id, p.id, p.name, t.id, t.name FROM release r
       LEFT JOIN release p ON p.id = r.parent_id AND p.deleted_hlc IS NULL
       LEFT JOIN release_train t ON t.id = r.train_id AND t.deleted_hlc IS NULL
       WHERE r.deleted_hlc IS NULL AND (r.parent_id IS NOT NULL OR r.train_id IS NOT NULL)`,
    )
    .raw()
    .all();
  const wholes = new Map(
    stored.map(([id, ...[parentId, parentName, trainId, trainName]]) => [
      id,
      { parent: named(parentId, parentName), train: named(trainId, trainName) },
    ]),
  );
  return (id) => wholes.get(id) ?? alone;
}

function named(id: string | null, name: string | null): Whole | null {
  return id === null || name === null ? null : { id, name };
}

type Start = { at: number; zone: string; production: boolean; id: string };

/** Where each release starts, as `plannedStart` has it: production before all else, then by time. */
function readStarts({ raw }: Store): Map<string, Start> {
  const stored = raw
    .prepare<[], [string, string, number, string, 0 | 1]>(
      `SELECT d.release_id, d.id, d.start_at, d.zone, e.kind = 'production'
       FROM deployment d JOIN environment e ON e.id = d.environment_id WHERE d.deleted_hlc IS NULL`,
    )
    .raw()
    .all();
  const starts = new Map<string, Start>();
  for (const [releaseId, id, at, zone, production] of stored) {
    const known = starts.get(releaseId);
    const start = { at, zone, production: production === 1, id };
    if (known === undefined || isBefore(start, known)) starts.set(releaseId, start);
  }
  return starts;
}

function isBefore(a: Start, b: Start): boolean {
  if (a.production !== b.production) return a.production;
  return a.at === b.at ? a.id < b.id : a.at < b.at;
}

/** The order of `releases.list`. */
function byNext(a: TableRelease, b: TableRelease): number {
  const [isOver, isOverB] = [a.phase === 'closed', b.phase === 'closed'];
  if (isOver !== isOverB) return isOver ? 1 : -1;
  const order = isOver ? startOf(b) - startOf(a) : startOf(a) - startOf(b);
  return order || (a.id < b.id ? -1 : 1);
}

const noStart = 9e15;
const startOf = ({ start }: TableRelease) => start ?? noStart;

function readShips({ raw }: Store): Map<string, { serviceId: string; version: string }[]> {
  const stored = raw
    .prepare<[], [string, string, string]>(
      'SELECT release_id, service_id, version FROM component WHERE deleted_hlc IS NULL ORDER BY id',
    )
    .raw()
    .all();
  const ships = new Map<string, { serviceId: string; version: string }[]>();
  for (const [releaseId, serviceId, version] of stored) {
    const known = ships.get(releaseId);
    if (known === undefined) ships.set(releaseId, [{ serviceId, version }]);
    else known.push({ serviceId, version });
  }
  return ships;
}

/** What takes judging, of the releases somebody looks at; ids that are gone are left out. */
export function standingOf(
  store: Store,
  ids: readonly string[],
  outlook: Outlook,
  now: number,
): ReleaseStanding[] {
  return summarise(store, ids, outlook, now).map(({ id, risk, readiness, lateMinutes }) => ({
    ...{ id, risk, readiness, lateMinutes },
  }));
}
