import { createWriteStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { aRun } from '../../support/servers/runs.ts';
import { temporaryFolder } from '../../support/surroundings.ts';
import { startHostProcess } from '../hosts/host-process.ts';
import type { HostProcess } from '../hosts/host-process.ts';

/** A run as GitHub exports it is about 10 KB; `npm run test:nightly` imports a gigabyte of them. */
const many = process.env['SLIPWAY_NIGHTLY'] === '1' ? 100_000 : 8_000;
const few = 800;
/** Megabytes between the two: SQLite's cache of pages (64) fills up, and garbage lies about. */
const room = 64 + 80;

const withId = z.object({ id: z.string() });

describe('A file of many runs', () => {
  it(
    'is imported in a stream: the program does not grow with it',
    { timeout: 600_000 },
    async (context) => {
      if (process.platform !== 'linux') context.skip('reads the memory of a process from /proc');
      const home = temporaryFolder();
      const args = ['--workspace', join(home, 'a.slipway'), '--create'];
      const host = await startHostProcess({ home, args });
      onTestFinished(() => host.stop());
      const value = async (name: string, input: unknown) => (await host.ask(name, input)).value;
      const { id: personId } = withId.parse(
        await value('people.save', { name: 'Mara', roles: [] }),
      );
      await value('workspace.actAs', { personId });
      const input = { name: 'CI', baseUrl: 'http://127.0.0.1:9', repository: 'acme/shop' };
      const { id: connectionId } = withId.parse(await value('connections.save', input));

      const small = await peakOfImport(host, connectionId, await exportOf(home, few, 0));
      const large = await peakOfImport(host, connectionId, await exportOf(home, many, few));
      expect(small.added).toBe(few);
      expect(large.added).toBe(many);
      expect(large.megabytes - small.megabytes).toBeLessThan(room);
    },
  );
});

async function exportOf(folder: string, count: number, from: number): Promise<string> {
  const path = join(folder, `runs-${count}.json`);
  const file = createWriteStream(path);
  file.write(`{"total_count":${count},"workflow_runs":[`);
  for (let index = 0; index < count; index += 1) {
    const run = aRun({ id: 9_000_000_001 + from + index, full: true });
    const more = file.write((index === 0 ? '' : ',') + JSON.stringify(run));
    if (!more) await new Promise((resolve) => file.once('drain', () => resolve(null)));
  }
  file.end(']}');
  await finished(file);
  return path;
}

/** Runs the import and reads the program's own memory, without mapped files, ten times a second. */
async function peakOfImport({ ask, pid }: HostProcess, connectionId: string, path: string) {
  let megabytes = 0;
  const look = () => {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    megabytes = Math.max(megabytes, Number(/RssAnon:\s+(\d+)/.exec(status)?.[1]) / 1024);
  };
  const looking = setInterval(look, 100);
  const answer = await ask('pipelines.importFile', { connectionId, file: { path } });
  clearInterval(looking);
  // A short import is over before the first look: its program would seem to need nothing.
  look();
  expect(answer.error).toBeUndefined();
  return { megabytes, added: z.object({ added: z.number() }).parse(answer.value).added };
}
