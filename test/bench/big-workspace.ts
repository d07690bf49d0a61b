import { statSync } from 'node:fs';
import { join } from 'node:path';
import { connection } from '#core/database/schema/delivery.ts';
import { readMigrations } from '#core/database/migrate.ts';
import { openStore } from '#core/database/store.ts';
import { batchSize, storeRows } from '#core/imported/store-rows.ts';
import { runTable } from '#core/imported/tables/runs.ts';
import { resourceFolder } from '#core/resources.ts';
import { normalisedRuns } from './runs.ts';
import { benchApp, idOf, must } from './stage.ts';

export type BigWorkspace = { path: string; megabytes: number; rows: number };

const releases = 1_000;

/** A workspace as it is after years: releases with all their parts, journaled, and many runs. */
export async function buildBig(folder: string, runs: number): Promise<BigWorkspace> {
  const path = await buildSmall(folder, 'Big.slipway');
  const app = benchApp(folder);
  await must(app, 'workspace.open', { path });
  const { people } = await must(app, 'people.list', {});
  const [first] = Array.isArray(people) ? people : [];
  await must(app, 'workspace.actAs', { personId: idOf(first) });
  const { list } = await must(app, 'environments.list', {});
  const [environment] = Array.isArray(list) ? list : [];
  for (let index = 0; index < releases; index += 1) {
    const startAt = new Date(Date.UTC(2027, 0, 1) + index * 3_600_000).toISOString();
    const planned = { environmentId: idOf(environment), startAt, zone: 'UTC' };
    const input = { name: `Release ${index}`, type: 'major', ownerId: idOf(first) };
    await must(app, 'releases.create', { ...input, deployments: [planned] });
  }
  await app.close();
  addRuns(path, runs);
  return { path, megabytes: Math.round(statSync(path).size / 1e6), rows: countRows(path) };
}

/** A workspace with people, a service and an environment, and nothing else. */
export async function buildSmall(folder: string, name: string): Promise<string> {
  const app = benchApp(folder);
  const path = join(folder, name);
  await must(app, 'workspace.create', { path, name, zone: 'UTC' });
  const me = await must(app, 'people.save', { name: 'Bench', roles: ['release-manager'] });
  await must(app, 'workspace.actAs', { personId: idOf(me) });
  await must(app, 'services.save', { name: 'payments-api' });
  await must(app, 'environments.save', { name: 'prod', kind: 'production' });
  await app.close();
  return path;
}

function open(path: string) {
  return openStore({
    path,
    mode: 'write',
    deviceId: 'bench-device',
    migrations: readMigrations(resourceFolder('migrations')),
    clock: Date.now,
    randomBytes: (size) => crypto.getRandomValues(new Uint8Array(size)),
  });
}

function addRuns(path: string, count: number): void {
  const store = open(path);
  const empty = { provider: 'github', name: 'Bench', baseUrl: '', repository: '' } as const;
  const { id } = store.transact('bench', null, (write) =>
    write.insert(connection, { ...empty, workflows: [] }),
  );
  const origin = {
    ...({ connectionId: id, source: 'sync', name: '', asOf: 0, rejected: 0 } as const),
    importId: id,
  };
  const rows = normalisedRuns(count);
  for (let start = 0; start < rows.length; start += batchSize) {
    const batch = rows.slice(start, start + batchSize);
    store.transact('bench', null, (write) => storeRows(write, store, runTable, batch, origin));
  }
  store.close();
}

function countRows(path: string): number {
  const store = open(path);
  const tables = ['pipeline_run', 'change_journal', 'gate', 'checklist_item', 'release'];
  const counts = tables.map((table) => {
    const row = store.raw.prepare<[], { n: number }>(`SELECT COUNT(*) AS n FROM ${table}`).get();
    return row?.n ?? 0;
  });
  store.close();
  return counts.reduce((sum, n) => sum + n, 0);
}
