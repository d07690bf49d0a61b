import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import { openStore } from '#core/database/store.ts';
import { connection } from '#core/database/schema/delivery.ts';
import { readMigrations } from '#core/database/migrate.ts';
import { batchSize, storeRows } from '#core/imported/store-rows.ts';
import { runTable } from '#core/imported/tables/runs.ts';
import { resourceFolder } from '#core/resources.ts';
import type { NormalisedRun } from '#shared/model/delivery/pipelines.ts';
import type { GithubRun } from '../support/servers/runs.ts';
import { openBare } from './bare-loop.ts';
import { normalisedRuns, rawRuns } from './runs.ts';
import { benchApp, idOf, must, percentile } from './stage.ts';
import type { Measure } from './stage.ts';

const rounds = 3;

/** 100,000 normalised rows through the importer, against the bare loop; rounds interleaved. */
export function importRows(folder: string, count: number): Measure {
  const rows = normalisedRuns(count);
  const ours: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    bare.push(timeBare(folder, `bare-${round}.slipway`, rows));
    ours.push(timeOurs(folder, `ours-${round}.slipway`, rows));
  }
  const [a, b] = [percentile(ours, 0.5), percentile(bare, 0.5)];
  return {
    name: `import of ${count} normalised rows`,
    ours: `${Math.round(count / a)} rows/ms`,
    peer: `bare loop ${Math.round(count / b)} rows/ms`,
    ratio: b / a,
    bar: 'at least 0.8',
    met: b / a >= 0.8,
  };
}

function timeBare(folder: string, name: string, rows: readonly NormalisedRun[]): number {
  const { database, insertAll } = openBare(folder, name);
  const started = performance.now();
  insertAll(rows, batchSize);
  const took = performance.now() - started;
  database.close();
  return took;
}

function timeOurs(folder: string, name: string, rows: readonly NormalisedRun[]): number {
  const store = openStore({
    path: join(folder, name),
    mode: 'create',
    deviceId: 'bench',
    migrations: readMigrations(resourceFolder('migrations')),
    clock: Date.now,
    randomBytes: (size) => crypto.getRandomValues(new Uint8Array(size)),
  });
  const empty = { provider: 'github', name: 'Bench', baseUrl: '', repository: '' } as const;
  const { id } = store.transact('bench', null, (write) =>
    write.insert(connection, { ...empty, workflows: [] }),
  );
  const origin = {
    ...({ connectionId: id, source: 'sync', name: '', asOf: 0, rejected: 0 } as const),
    importId: id,
  };
  const started = performance.now();
  for (let start = 0; start < rows.length; start += batchSize) {
    const batch = rows.slice(start, start + batchSize);
    store.transact('bench', null, (write) => storeRows(write, store, runTable, batch, origin));
  }
  const took = performance.now() - started;
  store.close();
  return took;
}

/** Runs with every field GitHub gives, about 10 KB each, or with those only that are read. */
export type Length = 'full' | 'short';

/** An export of runs, against JSON.parse of the same text (a run a line) plus the bare loop. */
export async function importFromFile(
  folder: string,
  count: number,
  length: Length,
): Promise<Measure> {
  const path = join(folder, `export-${length}.json`);
  const lines = join(folder, `lines-${length}.json`);
  const bytes = await writeExport(path, lines, count, length);
  const ours: number[] = [];
  const peer: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    peer.push(await timeParse(folder, lines, `parse-${length}-${round}.slipway`));
    ours.push(await timeFile(folder, path, `file-${length}-${round}.slipway`));
  }
  const [a, b] = [percentile(ours, 0.5), percentile(peer, 0.5)];
  return {
    name: `import of a file, ${count} ${length} runs, ${Math.round(bytes / 1e6)} MB`,
    ours: `${Math.round(bytes / 1000 / a)} MB/s`,
    peer: `JSON.parse and bare loop ${Math.round(bytes / 1000 / b)} MB/s`,
    ratio: b / a,
    bar: 'at least 0.6',
    met: b / a >= 0.6,
  };
}

async function writeExport(
  path: string,
  lines: string,
  count: number,
  length: Length,
): Promise<number> {
  const [whole, byLine] = [createWriteStream(path), createWriteStream(lines)];
  whole.write(`{"total_count":${count},"workflow_runs":[`);
  const step = 500;
  for (let from = 0; from < count; from += step) {
    const runs = rawRuns(Math.min(step, count - from), length === 'full', from);
    const texts = runs.map((run) => JSON.stringify(run));
    whole.write((from === 0 ? '' : ',') + texts.join(','));
    byLine.write(`${texts.join('\n')}\n`);
    await new Promise((resolve) => setImmediate(resolve));
  }
  whole.end(']}');
  byLine.end();
  await Promise.all([finished(whole), finished(byLine)]);
  return whole.bytesWritten;
}

/** The peer may read the text in the easiest way there is: one run a line, or all at once where it fits a string. */
async function timeParse(folder: string, lines: string, name: string): Promise<number> {
  const { database, insertAll } = openBare(folder, name);
  const started = performance.now();
  let batch: NormalisedRun[] = [];
  const take = (raw: GithubRun) => {
    batch.push(trusting(raw));
    if (batch.length >= batchSize) {
      insertAll(batch, batchSize);
      batch = [];
    }
  };
  for await (const line of createInterface({ input: createReadStream(lines) }))
    take(JSON.parse(line));
  insertAll(batch, batchSize);
  const took = performance.now() - started;
  database.close();
  return took;
}

/** Not validated, nothing looked up: what a script that trusts its input would write. */
function trusting(raw: GithubRun): NormalisedRun {
  return {
    kind: 'run',
    externalId: `${raw.repository?.id}/${raw.id}`,
    attempt: raw.run_attempt,
    number: raw.run_number,
    workflow: raw.path,
    workflowName: raw.name ?? '',
    title: raw.display_title,
    status: raw.conclusion === 'success' ? 'succeeded' : 'failed',
    warnings: false,
    rawStatus: raw.status,
    rawResult: raw.conclusion,
    commit: raw.head_sha,
    branch: raw.head_branch,
    event: raw.event,
    url: raw.html_url,
    createdAt: raw.created_at,
    startedAt: raw.run_started_at,
    updatedAt: raw.updated_at,
    finishedAt: raw.updated_at,
  };
}

async function timeFile(folder: string, path: string, name: string): Promise<number> {
  const app = benchApp(folder);
  await must(app, 'workspace.create', { path: join(folder, name), name, zone: 'UTC' });
  const me = await must(app, 'people.save', { name: 'Bench' });
  await must(app, 'workspace.actAs', { personId: idOf(me) });
  const empty = { name: 'Bench', baseUrl: 'http://127.0.0.1:9', repository: 'acme/shop' };
  const saved = await must(app, 'connections.save', empty);
  const started = performance.now();
  await must(app, 'pipelines.importFile', { connectionId: idOf(saved), file: { path } });
  const took = performance.now() - started;
  await app.close();
  return took;
}
