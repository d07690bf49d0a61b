import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listRuns } from '#core/sync/github/list-runs.ts';
import { readRunsFile } from '#core/sync/github/read-file.ts';
import type { FileBatch } from '#core/sync/provider.ts';
import { fileChunks } from '#core/sync/json-stream/file-chunks.ts';
import { startGithubServer } from '../../support/servers/github.ts';
import { aRun, someRuns, type GithubRun } from '../../support/servers/runs.ts';
import { collect, sourceOf, token } from './client.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slipway-sync-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function fileOf(text: string | Buffer): Promise<string> {
  const path = join(folder, 'runs.json');
  await writeFile(path, text);
  return path;
}

async function importText(text: string | Buffer): Promise<Omit<FileBatch, 'bytes'>> {
  const batches = await collect(readRunsFile(fileChunks(await fileOf(text))));
  return {
    rows: batches.flatMap(({ rows }) => rows),
    warnings: batches.flatMap(({ warnings }) => warnings),
  };
}

const page = (runs: GithubRun[]) =>
  JSON.stringify({ total_count: runs.length, workflow_runs: runs });

describe('an exported file', () => {
  const runs = someRuns(250, (n) => ({
    full: n % 2 === 0,
    conclusion: ['success', 'failure', 'cancelled', 'brand_new'][n % 4] ?? null,
    head_branch: n % 3 === 0 ? null : `feature/ü${n}`,
    display_title: `“${n}” {[\\"]} \u{1f680}`,
    id: 2 ** 40 + n,
    run_attempt: 1 + (n % 2),
  }));
  const pages = [runs.slice(0, 100), runs.slice(100, 200), runs.slice(200)];

  it.each([
    ['pages one after the other', pages.map(page).join('')],
    ['pages on lines', pages.map(page).join('\n')],
    ['pages in a list', `[${pages.map(page).join(',')}]`],
    ['a list', JSON.stringify(runs)],
    ['a list over several lines, with a byte order mark', `\uFEFF${JSON.stringify(runs, null, 2)}`],
    ['one page', page(runs)],
    ['a run a line', runs.map((run) => JSON.stringify(run)).join('\r\n')],
  ])('gives the same rows as a sync, from %s', async (_name, text) => {
    const server = await startGithubServer({ runs, token });
    const steps = await collect(listRuns({ ...sourceOf(server), since: null, etags: new Map() }));
    await server.close();
    const synced = steps.flatMap((step) => (step.type === 'page' ? step.rows : []));
    const read = await importText(text);
    expect(read.rows).toHaveLength(250);
    expect(read.rows).toEqual(synced);
    expect(read.warnings).toEqual([]);
  });

  it('says where in it a run could not be read', async () => {
    const { rows, warnings } = await importText(
      `[${JSON.stringify(aRun())},{"id":1,},{"id":2},${page([aRun({ run_attempt: 0 })])}]`,
    );
    expect(rows).toHaveLength(1);
    expect(warnings.map(({ at }) => at.replace(/\d{3,}/, 'N'))).toEqual([
      'element 2 (byte N)',
      'element 3 (byte N)',
      'element 4 (byte N).workflow_runs[0].run_attempt',
    ]);
  });

  it('is refused at its beginning when it holds something else', async () => {
    const pipelines = Array.from({ length: 5000 }, (_, id) => ({ id, iid: id, status: 'success' }));
    const first = readRunsFile(fileChunks(await fileOf(JSON.stringify(pipelines)))).next();
    await expect(first).rejects.toThrow(
      /found a list that begins with an object with id, iid, status/,
    );
    await expect(importText('{"message":"Not Found","status":"404"}')).rejects.toThrow(
      /an error, “Not Found”.*gh api --paginate/,
    );
  });

  it('may hold no runs at all', async () => {
    expect(await importText('{"total_count":0,"workflow_runs":[]}')).toEqual({
      rows: [],
      warnings: [],
    });
  });

  it('is refused when it was cut short, after what came before', async () => {
    const whole = page(someRuns(400, () => ({ full: true })));
    const path = await fileOf(whole.slice(0, whole.length / 2));
    const batches = readRunsFile(fileChunks(path));
    expect((await batches.next()).value?.rows.length).toBeGreaterThan(0);
    await expect(collect(batches)).rejects.toThrow(/it was cut short/);
  });

  it('stops when told to', async () => {
    const stop = new AbortController();
    const path = await fileOf(page(someRuns(400, () => ({ full: true }))));
    const batches = readRunsFile(fileChunks(path), { signal: stop.signal });
    await batches.next();
    stop.abort(new Error('cancelled by the person'));
    await expect(batches.next()).rejects.toThrow('cancelled by the person');
  });

  it('is refused when it is not there or no file', async () => {
    const missing = collect(fileChunks(join(folder, 'missing.json')));
    await expect(missing).rejects.toMatchObject({ code: 'not_found' });
    await expect(collect(fileChunks(folder))).rejects.toThrow(/is not a file/);
  });
});
