import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { buildWorkspace } from '../../support/build-workspace.ts';
import { temporaryFolder } from '../../support/surroundings.ts';
import { startTestApp } from '../../support/test-app.ts';
import { startHostProcess } from './host-process.ts';
import type { HostProcess } from './host-process.ts';

const commandLine = join(import.meta.dirname, '../../../electron/cli/main.ts');
/** Root may write everything: the program then runs as nobody, else as whoever runs the tests. */
const user = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/** The command line as a process of a user who may write only the folder `home`. */
function slipway(home: string, ...argv: string[]) {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [commandLine, ...argv], {
    ...user,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: home, XDG_CONFIG_HOME: home },
  });
  return { status, stdout, stderr: error?.message ?? stderr };
}

const whyNot = whyNoOtherUser();
if (whyNot !== null) console.warn(`Without permission: skipped, ${whyNot}.`);

function whyNoOtherUser(): string | null {
  if (process.platform === 'win32') return 'Windows has other rights than these';
  const { status, stderr } = slipway('/', '--help');
  return status === 0 ? null : `user ${user.uid} cannot run the checkout: ${stderr.trim()}`;
}

/** A folder of the user's own. */
function ownFolder(inside: string): string {
  const home = join(inside, 'home');
  mkdirSync(home);
  give(home);
  return home;
}

function give(path: string): void {
  if (user.uid !== undefined) chownSync(path, user.uid, user.gid);
}

/** A closed workspace with people, in the folder `shared`, where others may be kept from writing. */
async function sharedWorkspace() {
  const folder = realpathSync(temporaryFolder());
  chmodSync(folder, 0o755);
  const shared = join(folder, 'shared');
  mkdirSync(shared);
  const test = startTestApp({ folder: shared });
  await buildWorkspace(test);
  const path = join(shared, 'Payments.slipway');
  // What a copy of an open workspace looks like: its last changes are in the WAL.
  const copied = join(folder, 'copied');
  mkdirSync(copied);
  const copy = join(copied, 'Payments.slipway');
  for (const part of ['', '-wal']) copyFileSync(`${path}${part}`, `${copy}${part}`);
  await test.call('workspace.close', {});
  return { folder, shared, path, copied, copy };
}

/** Takes rights away, and gives them back so that the test's folder can be removed. */
function restrict(path: string, mode: number): void {
  chmodSync(path, mode);
  onTestFinished(() => chmodSync(path, 0o755));
}

function refusal({ status, stdout, stderr }: ReturnType<typeof slipway>) {
  expect([status, stdout]).toEqual([1, '']);
  const { code, message }: { code: string; message: string } = JSON.parse(stderr);
  return { code, message };
}

const copyIt = /open for reading only\. Copy it to a folder of your own to change it\.$/;

describe.skipIf(whyNot !== null)('The command line, without permission', () => {
  it('reads a workspace in a folder it may not write, and never changes it', async () => {
    const { folder, shared, path } = await sharedWorkspace();
    const home = ownFolder(folder);
    restrict(shared, 0o555);
    const before = readFileSync(path);
    const query = slipway(home, 'call', 'people.list', '--workspace', path);
    expect([query.status, query.stderr]).toEqual([0, '']);
    expect(query.stdout).toContain('"Iris Lindqvist"');
    const save = ['call', 'people.save', '{"name":"Ada Byron"}', '--as', 'Mara Okafor'];
    const { code, message } = refusal(slipway(home, ...save, '--workspace', path));
    expect(code).toBe('precondition_failed');
    expect(message).toContain(path);
    expect(message).toMatch(copyIt);
    const other = join(shared, 'New.slipway');
    const refused = refusal(slipway(home, ...save, '--workspace', other, '--create'));
    expect(refused.code).toBe('precondition_failed');
    expect(refused.message).toBe(
      `${other} could not be opened or made. Check that its folder exists and that you may write there, or choose a folder of your own.`,
    );
    expect(readFileSync(path)).toEqual(before);
    expect(readdirSync(shared)).toEqual(['Payments.slipway']);
  });

  it('names its folder of settings when it may not write that', async () => {
    const { folder, path } = await sharedWorkspace();
    const home = ownFolder(folder);
    restrict(home, 0o000);
    const { message } = refusal(slipway(home, 'call', 'people.list', '--workspace', path));
    expect(message).toContain(`no permission to read or write ${home}`);
  });
});

describe.skipIf(whyNot !== null)('The application, without permission', () => {
  let root = '';
  let home = '';
  let host: HostProcess;
  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'slipway-test-'));
    chmodSync(root, 0o755);
    home = ownFolder(root);
    host = await startHostProcess({ home, user });
  });
  afterAll(async () => {
    await host.stop();
    rmSync(root, { recursive: true });
  });

  async function refused(name: string, input: unknown, actingAs?: string) {
    const { error } = await host.ask(name, input, actingAs);
    if (error === undefined) throw new Error(`${name} was expected to be refused`);
    return error;
  }

  it.each([
    // A writable file in it does not help: a change needs files beside it.
    ['its folder', 0o555, 0o666],
    ['its file', 0o777, 0o444],
  ])('for %s, reads a workspace and never changes it', async (_what, folderMode, fileMode) => {
    const { shared, path } = await sharedWorkspace();
    restrict(path, fileMode);
    restrict(shared, folderMode);
    const before = readFileSync(path);
    expect((await host.ask('workspace.open', { path })).error).toBeUndefined();
    const { value } = await host.ask('workspace.state', {});
    expect(value).toMatchObject({ open: { path, readOnly: expect.stringMatching(copyIt) } });
    const saved = await refused('people.save', { name: 'Ada Byron' }, 'Mara Okafor');
    expect(saved.code).toBe('precondition_failed');
    expect(saved.message).toMatch(copyIt);
    expect((await host.ask('people.list', {})).value).toMatchObject({ people: { length: 5 } });
    await host.ask('workspace.close', {});
    expect(readFileSync(path)).toEqual(before);
    expect(readdirSync(shared)).toEqual(['Payments.slipway']);
  });

  it('makes no new workspace, and says where it could', async () => {
    const { shared } = await sharedWorkspace();
    restrict(shared, 0o555);
    for (const name of ['New.slipway', 'deeper/New.slipway']) {
      const input = { path: join(shared, name), name: 'New', zone: 'Europe/London' };
      const { code, message } = await refused('workspace.create', input);
      expect(code).toBe('precondition_failed');
      expect(message).toContain(shared);
      expect(message).toMatch(/choose a folder of your own\.$/);
    }
    expect(readdirSync(shared)).toEqual(['Payments.slipway']);
  });

  it('makes no backup beside the workspace, and a whole one in a folder of one’s own', async () => {
    const { shared, path } = await sharedWorkspace();
    restrict(shared, 0o555);
    await host.ask('workspace.open', { path });
    const beside = await refused('workspace.backup', {});
    expect(beside.code).toBe('precondition_failed');
    expect(beside.message).toMatch(/may write there, or choose a folder of your own\.$/);
    expect(readdirSync(shared)).toEqual(['Payments.slipway']);
    const own = join(home, 'Own.slipway');
    await host.ask('workspace.backup', { path: own });
    await host.ask('workspace.open', { path: own });
    const saved = await host.ask('people.save', { name: 'Ada Byron' }, 'Mara Okafor');
    expect(saved.value).toMatchObject({ name: 'Ada Byron' });
    await host.ask('workspace.close', {});
  });

  it('asks to copy a workspace that was not closed with its WAL, so that nothing is lost', async () => {
    const { copied, copy } = await sharedWorkspace();
    restrict(copied, 0o555);
    const { code, message } = await refused('workspace.open', { path: copy });
    expect(code).toBe('precondition_failed');
    expect(message).toContain('the file Payments.slipway-wal if there is one, to a folder of');
    const own = join(home, 'Payments.slipway');
    for (const part of ['', '-wal']) {
      copyFileSync(`${copy}${part}`, `${own}${part}`);
      give(`${own}${part}`);
    }
    await host.ask('workspace.open', { path: own });
    expect((await host.ask('people.list', {})).value).toMatchObject({ people: { length: 5 } });
    await host.ask('workspace.close', {});
  });

  it('names the file it may not read', async () => {
    const { path } = await sharedWorkspace();
    restrict(path, 0o000);
    expect(await refused('workspace.open', { path })).toEqual({
      code: 'precondition_failed',
      message: `You have no permission to read or write ${path}. Ask for it, or choose a folder of your own.`,
    });
  });
});
