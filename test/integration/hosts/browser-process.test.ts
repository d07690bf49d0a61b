import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { createInterface } from 'node:readline';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { build } from '../../../scripts/build.ts';
import { parseHostArguments } from '../../../electron/browser/arguments.ts';
import { browserCommand, startDetached } from '../../../electron/browser/open-browser.ts';
import { temporaryFolder } from './start-host.ts';

const entry = join(import.meta.dirname, '../../../dist/browser/host.js');

// A no-op when it is up to date, as it is in the whole suite.
beforeAll(() => build({ only: ['browser', 'resources'] }), 120_000);
const firstLine = z.strictObject({
  url: z.string().regex(/^http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{22}$/),
});

/** The browser host as a process of its own, in a folder of its own. */
function start(args: string[], more: Record<string, string> = {}) {
  const cwd = realpathSync(temporaryFolder());
  const own = { HOME: cwd, XDG_CONFIG_HOME: join(cwd, 'config') };
  const env = { ...process.env, ...own, ...more };
  const child = spawn(process.execPath, [entry, ...args], { cwd, env, detached: true });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines: string[] = [];
  const line = new Promise<string>((resolve) =>
    createInterface(child.stdout).on('line', (each) => {
      lines.push(each);
      resolve(each);
    }),
  );
  const err = text(child.stderr);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, cwd, line, lines, err, ended };
}

describe('the browser host as a program', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'prints its address as JSON first, and %s leaves one plain file',
    async (signal) => {
      const host = start(['--workspace', 'a.slipway', '--create', '--no-open']);
      const { url } = firstLine.parse(JSON.parse(await host.line));
      const { origin, hash } = new URL(url);
      const response = await fetch(`${origin}/api/call/workspace.state`, {
        method: 'POST',
        headers: { authorization: `Bearer ${hash.slice('#token='.length)}` },
      });
      const path = join(host.cwd, 'a.slipway');
      expect(await response.json()).toMatchObject({ value: { open: { path, readOnly: null } } });
      expect(existsSync(`${path}.endpoint`)).toBe(true);

      host.child.kill(signal);
      expect(await host.ended).toBe(0);
      expect(host.lines).toHaveLength(1);
      // Beside the URL that is for people, standard error has nothing to say.
      expect(await host.err).toBe(`Slipway is at ${url}\n`);
      expect(readdirSync(host.cwd).sort()).toEqual(['a.slipway', 'config']);
    },
  );

  it('still serves the page when the workspace cannot be opened, and says why', async () => {
    const host = start(['--workspace', 'none.slipway', '--no-open']);
    firstLine.parse(JSON.parse(await host.line));
    host.child.kill('SIGTERM');
    expect(await host.ended).toBe(0);
    expect(await host.err).toContain(join(host.cwd, 'none.slipway'));
  });

  it('says what to do when its port is taken', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void taken.close());
    const address = taken.address();
    const port = typeof address === 'object' ? `${address?.port}` : '';
    const host = start(['--port', port, '--no-open']);
    expect(await host.ended).toBe(1);
    expect(host.lines).toEqual([]);
    expect(await host.err).toBe(
      `Port ${port} is in use by another program. Choose another one with --port, or leave --port out to take any free one.\n`,
    );
  });

  it('ends with 2 and its help when it is used wrongly', async () => {
    const host = start(['--surplus']);
    expect(await host.ended).toBe(2);
    expect(await host.err).toContain('--no-open');
    expect(host.lines).toEqual([]);
  });

  it.runIf(process.platform === 'linux')(
    'opens the browser with a code that works once, and never with the token',
    async () => {
      const folder = temporaryFolder();
      const opened = join(folder, 'opened');
      const opener = `#!/bin/sh\nprintf %s "$1" > ${opened}.new && mv ${opened}.new ${opened}\n`;
      writeFileSync(join(folder, 'xdg-open'), opener, { mode: 0o755 });
      const host = start([], { DISPLAY: ':99', PATH: `${folder}:${process.env['PATH']}` });
      const printed = firstLine.parse(JSON.parse(await host.line)).url;
      await expect.poll(() => existsSync(opened), { timeout: 15_000 }).toBe(true);
      const url = new URL(readFileSync(opened, 'utf8'));
      expect(url.hash).toMatch(/^#code=[\w-]{22}$/);
      const exchange = () =>
        fetch(`${url.origin}/api/session`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ code: url.hash.slice('#code='.length) }),
        });
      const token = printed.split('#token=')[1];
      expect(await (await exchange()).json()).toEqual({ ok: true, value: { token } });
      expect((await exchange()).status).toBe(401);
    },
  );
});

describe('the arguments of the browser host', () => {
  it.each([
    [['--port', '70000'], 'Expected a port from 0 to 65535'],
    [['--create'], '--create needs --workspace'],
    [['--create', '--demo', '--workspace', 'a'], 'not both'],
    [['--dev-origin', 'https://evil.example'], 'Expected an origin on this machine'],
    [['--dev-origin', 'http://127.0.0.1:5173/x'], 'Expected an origin on this machine'],
    [['--surplus'], "Unknown option '--surplus'"],
    [['a.slipway'], 'a.slipway'],
  ])('%j are refused', (args, message) => {
    const parsed = parseHostArguments(args);
    expect(parsed.kind === 'wrong' && parsed.message).toContain(message);
  });

  it('have defaults: no workspace, any port, a browser that opens', () => {
    expect(parseHostArguments([])).toEqual({
      kind: 'run',
      arguments: { workspace: null, make: null, port: 0, open: true, devOrigin: null },
    });
    expect(parseHostArguments(['--help'])).toEqual({ kind: 'help' });
  });
});

describe('the command that opens a browser', () => {
  const url = 'http://127.0.0.1:1/#code=a';
  it.each([
    ['win32', {}, ['rundll32', 'url.dll,FileProtocolHandler', url]],
    ['darwin', {}, ['open', url]],
    ['linux', { DISPLAY: ':0' }, ['xdg-open', url]],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, ['xdg-open', url]],
    ['linux', {}, null],
  ] as const)('on %s with %j is %j', (os, env, command) => {
    expect(browserCommand(os, env, url)).toEqual(command);
  });

  it('that cannot be started is no failure', async () => {
    expect(await startDetached(['no-such-program-anywhere'])).toBe(false);
  });
});
