import { readMigrations } from '#core/database/migrate.ts';
import { window } from '#core/database/schema/calendar.ts';
import { component, deployment, release } from '#core/database/schema/planning.ts';
import { environment, person, service } from '#core/database/schema/workspace.ts';
import { connect } from '#core/database/connect.ts';
import { openStore } from '#core/database/store.ts';
import type { Store } from '#core/database/store.ts';
import { bandsIn } from '#core/features/planning/windows/index.ts';
import { resourceFolder } from '#core/resources.ts';
import { isRecord } from '#core/sync/record.ts';
import { buildSmall } from './big-workspace.ts';
import { benchApp, must, percentile } from './stage.ts';
import type { Measure } from './stage.ts';

const hour = 3_600_000;
const year = { from: Date.UTC(2027, 0, 1), to: Date.UTC(2028, 0, 1) };
const environments = 50;
const checks = 400;

/**
 * The placement check through the router, beside the question as SQL would be asked it: one release
 * joined with every occurrence and deployment that overlaps it, by an index over their starts. Both
 * must find the same windows and releases first.
 */
export async function placement(folder: string, count: number): Promise<Measure> {
  const path = await buildSmall(folder, 'Placement.slipway');
  const store = openWorkspace(path);
  const releaseIds = fill(store, count);
  const peer = selfJoin(store, `${folder}/spans.db`);
  store.close();
  const app = benchApp(folder);
  await must(app, 'workspace.open', { path });
  const asked = Array.from({ length: checks }, (_, n) => ({
    releaseId: releaseIds[(n * 7919) % releaseIds.length] ?? '',
    // On a minute, at any time of the year.
    start: year.from + 30 * 24 * hour + ((n * 104_729) % 460_000) * 60_000,
  }));
  const check = ({ releaseId, start }: (typeof asked)[number]) =>
    must(app, 'calendar.checkPlacement', { releaseId, start: new Date(start).toISOString() });
  const began = performance.now();
  await check({ releaseId: releaseIds[0] ?? '', start: year.from });
  const first = performance.now() - began;
  for (const each of asked.slice(0, 100)) {
    const [ours, theirs] = [found(await check(each)), peer.join(each.releaseId, each.start)];
    if (ours.join() !== theirs.join()) throw new Error(`${ours.join()} is not ${theirs.join()}`);
  }
  const times: { ours: number[]; peer: number[] } = { ours: [], peer: [] };
  for (const each of asked) {
    const a = performance.now();
    peer.join(each.releaseId, each.start);
    const b = performance.now();
    await check(each);
    times.peer.push(b - a);
    times.ours.push(performance.now() - b);
  }
  peer.close();
  await app.close();
  const [mine, theirs] = [percentile(times.ours, 0.95), percentile(times.peer, 0.95)];
  return {
    name: `placement check against ${peer.count} occurrences and releases, p95 of ${checks}`,
    ours: `${mine.toFixed(2)} ms, the first one ${first.toFixed(0)} ms`,
    peer: `SQL self-join ${theirs.toFixed(2)} ms`,
    ratio: theirs / mine,
    bar: 'at least 20, and at most 5 ms',
    met: theirs / mine >= 20 && mine <= 5,
  };
}

/** The windows and releases of the findings that both sides look for. */
function found({ findings }: Record<string, unknown>): string[] {
  const rows: unknown[] = Array.isArray(findings) ? findings : [];
  return rows
    .flatMap((row) => {
      if (!isRecord(row) || !isRecord(row['subject'])) return [];
      const looked = row['key'] === 'soft-freeze' || row['key'] === 'environment-booked';
      return looked ? [String(row['subject']['id'])] : [];
    })
    .toSorted();
}

function openWorkspace(path: string): Store {
  return openStore({
    ...{ path, mode: 'write', deviceId: 'bench-device', clock: Date.now },
    migrations: readMigrations(resourceFolder('migrations')),
    randomBytes: (size) => crypto.getRandomValues(new Uint8Array(size)),
  });
}

/** As many occurrences of weekly freezes in the year as releases, half of all each. */
function fill(store: Store, count: number): string[] {
  const zone = 'Europe/London';
  const cast = store.transact('bench', null, (write) => {
    const ownerId = write.insert(person, { name: 'Owner', email: '', roles: [] }).id;
    const places = Array.from({ length: environments }, (_, n) =>
      write.insert(environment, { name: `prod-${n}`, kind: 'production', region: '', order: 'a' }),
    );
    const services = Array.from({ length: 200 }, (_, n) =>
      write.insert(service, {
        ...{ name: `service-${n}`, criticality: 'medium', financial: false, ownerIds: [] },
        versionScheme: { kind: 'semver' },
      }),
    );
    for (let n = 0; n < count / 2 / 52; n += 1) {
      const start = Date.UTC(2026, 11, 1) + ((n * 37) % (7 * 24)) * hour;
      const wall = (ms: number) => new Date(ms).toISOString().slice(0, 16);
      const place = places[n % environments]?.id ?? '';
      write.insert(window, {
        ...{ kind: 'soft-freeze', name: `Freeze ${n}`, note: '', zone, uid: '' },
        ...{ startWall: wall(start), endWall: wall(start + 4 * hour), recurrence: 'FREQ=WEEKLY' },
        ...{ serviceIds: [], environmentIds: [place], regions: [], authorityId: null },
      });
    }
    return { ownerId, places, services };
  });
  const ids: string[] = [];
  for (let start = 0; start < count / 2; start += 1000) {
    store.transact('bench', null, (write) => {
      for (let n = start; n < Math.min(start + 1000, count / 2); n += 1) {
        const { id: releaseId } = write.insert(release, {
          ...{ number: n + 1, name: `Release ${n}`, type: 'minor', phase: 'planning' },
          ...{ ownerId: cast.ownerId, requesterId: cast.ownerId, notes: '', changeNumber: '' },
          ...{ dataMigration: false, createdAt: year.from },
        });
        write.insert(component, {
          ...{ releaseId, version: '1.0.0', commit: null, artefact: null },
          serviceId: cast.services[(n * 11) % 200]?.id ?? '',
        });
        write.insert(deployment, {
          ...{
            releaseId,
            environmentId: cast.places[(n * 7) % environments]?.id ?? '',
            region: '',
          },
          ...{ zone, durationMinutes: 60, startAt: year.from + ((n * 31) % (365 * 24)) * hour },
        });
        ids.push(releaseId);
      }
    });
  }
  return ids;
}

/** All that lies on the calendar as spans of one table, joined with itself. */
function selfJoin(store: Store, path: string) {
  const database = connect(path, 'create');
  database.exec(
    'CREATE TABLE span (id TEXT, place TEXT, from_at INTEGER, to_at INTEGER, planned INTEGER)',
  );
  const insert = database.prepare('INSERT INTO span VALUES (?, ?, ?, ?, ?)');
  const rows = [
    ...bandsIn(store, year).map(({ windowId, environmentIds, startsAt, endsAt }) => [
      ...[windowId, environmentIds[0], Date.parse(startsAt), Date.parse(endsAt), 0],
    ]),
    ...store.raw
      .prepare<[], unknown[]>(
        'SELECT release_id, environment_id, start_at, start_at + duration_minutes * 60000, 1 FROM deployment',
      )
      .raw()
      .all(),
  ];
  database.transaction(() => rows.forEach((row) => insert.run(row)))();
  database.exec('CREATE INDEX span_from ON span (from_at, to_at); ANALYZE');
  const query = database
    .prepare<[number, number, number, string], string>(
      `SELECT DISTINCT b.id FROM span a JOIN span b
       ON b.from_at < a.to_at - a.from_at + ? AND b.to_at > ? AND b.place = a.place AND b.id <> a.id
       WHERE a.planned = ? AND a.id = ?`,
    )
    .pluck();
  database.exec('CREATE INDEX span_id ON span (id)');
  return {
    count: rows.length,
    join: (releaseId: string, start: number) => query.all(start, start, 1, releaseId).toSorted(),
    close: () => database.close(),
  };
}
