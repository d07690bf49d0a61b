import { spawn } from 'node:child_process';
import { realpathSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readEndpoint, writeEndpoint } from '#core/endpoint.ts';
import { htmlPage } from '../../support/servers/faults.ts';
import { startGithubServer } from '../../support/servers/github.ts';
import { startTestApp } from '../../support/test-app.ts';
import { startHostProcess } from './host-process.ts';
import { temporaryFolder } from './start-host.ts';

const commandLine = join(import.meta.dirname, '../../../electron/cli/main.ts');
/** Larger than any process id a system gives out. */
const notRunning = 2 ** 31 - 2;

/** A process that has made `a.slipway` and holds it. */
async function holder() {
  const folder = realpathSync(temporaryFolder());
  const path = join(folder, 'a.slipway');
  const host = await startHostProcess({ home: folder, args: ['--workspace', path, '--create'] });
  onTestFinished(() => host.stop());
  await expect.poll(() => readEndpoint(path), { timeout: 15_000 }).not.toBeNull();
  return { folder, path, host };
}

/** An application in this process that has made `a.slipway` and holds it. */
async function heldHere() {
  const test = startTestApp({ folder: realpathSync(temporaryFolder()) });
  const path = join(test.folder, 'a.slipway');
  await test.call('workspace.create', { path, name: 'Payments', zone: 'Europe/London' });
  return { path, folder: test.folder };
}

const endpoint = {
  pid: process.pid,
  url: 'http://127.0.0.1:4000',
  token: 'canary'.repeat(5),
  host: 'desktop',
} as const;

describe('A workspace that another process has open', () => {
  it('is refused with the name of that process and what to do, and opens once it is closed there', async () => {
    const { path, folder, host } = await holder();
    const test = startTestApp({ folder });
    const refused = await test.refused('workspace.open', { path });
    expect(refused).toEqual({
      code: 'unavailable',
      message: `${path} is open in another Slipway (the browser host, process ${host.pid}). Continue there, or close it there and try again.`,
    });
    const link = join(temporaryFolder(), 'link.slipway');
    symlinkSync(path, link);
    const byLink = await test.refused('workspace.open', { path: link });
    expect(byLink.message).toContain(`(the browser host, process ${host.pid})`);
    for (const token of [host.token, readEndpoint(path)?.token ?? '']) {
      expect(token).not.toBe('');
      expect(JSON.stringify([refused, byLink])).not.toContain(token);
    }

    expect((await host.ask('people.save', { name: 'Ada Byron' })).error).toBeUndefined();
    await host.stop();
    await test.call('workspace.open', { path });
    const { people } = await test.call('people.list', {});
    expect(people.map(({ name }) => name)).toEqual(['Ada Byron']);
    expect(await test.call('workspace.verify', {})).toMatchObject({ ok: true });
    expect(test.errors).toEqual([]);
  });

  it('still answers queries of a command line, whose changes are refused the same way', async () => {
    const { path, folder } = await heldHere();
    writeEndpoint(path, endpoint);
    const line = startTestApp({ folder, host: 'cli' });
    await line.call('workspace.open', { path });
    expect((await line.call('people.list', {})).people).toEqual([]);
    const refused = await line.refused('people.save', { name: 'Ada Byron' });
    expect(refused.code).toBe('unavailable');
    expect(refused.message).toBe(
      `${path} is open in another Slipway (the desktop application, process ${process.pid}). Continue there, or close it there and try again.`,
    );
  });

  it.each([
    ['has no endpoint', null],
    ['left an endpoint behind', { ...endpoint, pid: notRunning }],
  ])('names nobody when the holder %s', async (_what, left) => {
    const { path, folder } = await heldHere();
    if (left !== null) writeEndpoint(path, left);
    const refused = await startTestApp({ folder }).refused('workspace.open', { path });
    expect(refused.message).toBe(
      `${path} is open in another Slipway on this machine. Continue there, or close it there and try again.`,
    );
  });

  it('is named the same way by the command line when it answers nonsense', async () => {
    const { path, folder } = await heldHere();
    const server = await startGithubServer();
    onTestFinished(() => server.close());
    server.fail(htmlPage);
    writeEndpoint(path, { ...endpoint, url: server.baseUrl });
    const args = ['call', 'people.save', '{"name":"Ada"}', '--workspace', path];
    const child = spawn(process.execPath, [commandLine, ...args], {
      env: { ...process.env, XDG_CONFIG_HOME: folder },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const err = await text(child.stderr);
    expect(JSON.parse(err)).toEqual({
      code: 'unavailable',
      message: `${path} is open in another Slipway (the desktop application, process ${process.pid}), which gave no answer that can be read. Close it there and try again.`,
    });
    expect(err).not.toContain('canary');
  });
});
