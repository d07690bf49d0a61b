import { existsSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect as plainExpect, test as base, type Page } from '@playwright/test';
import { z } from 'zod';
import { startDesktop, type Desktop } from '../../support/electron-stand-in/drive.ts';

/**
 * The built desktop program over a stand-in for Electron; what that leaves open is said in
 * test/support/electron-stand-in/register.ts.
 */
// Each test starts a program, a core and a browser of its own: on a busy machine that takes a while.
const expect = plainExpect.configure({ timeout: 30_000 });
base.setTimeout(240_000);
// Nor does the page belong to the test runner, which would wait for it after the program has gone.
base.use({ trace: 'off', screenshot: 'off' });

type Start = (options?: { args?: string[]; env?: Record<string, string> }) => Desktop;

const test = base.extend<{ home: string; start: Start }>({
  home: async ({}, use) => {
    const home = realpathSync(mkdtempSync(join(tmpdir(), 'slipway-desktop-')));
    await use(home);
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  },
  start: async ({ home }, use) => {
    const started: Desktop[] = [];
    await use((options) => {
      const desktop = startDesktop({ home, ...options });
      started.push(desktop);
      return desktop;
    });
    for (const desktop of started) await desktop.kill();
  },
});

/** A call through the bridge of the preload, as the page makes it. */
function call(page: Page, name: string, input: unknown): Promise<unknown> {
  return page.evaluate(([procedure, given]) => window.slipway?.call(procedure, given), [
    name,
    input,
  ] as const);
}

/** The next event of a type, from now on. */
async function nextEvent(page: Page, type: string): Promise<() => Promise<unknown>> {
  await page.evaluate((wanted) => {
    const event = new Promise((resolve) => {
      window.slipway?.onEvent((each) => each.type === wanted && resolve(each));
    });
    Object.assign(window, { expectedEvent: event });
  }, type);
  return () => page.evaluate((): unknown => Reflect.get(window, 'expectedEvent'));
}

const created = z.object({ value: z.object({ id: z.string() }) });

test('shows the page from its own origin, with a bridge of exactly four functions', async ({
  start,
}) => {
  const desktop = start();
  const page = await desktop.page();
  await expect(page).toHaveTitle(/Slipway/);
  const bridge = await page.evaluate(() => Object.keys(window.slipway ?? {}).sort());
  expect(bridge).toEqual(['call', 'cancel', 'onEvent', 'pathOf']);
  expect(await call(page, 'device.info', {})).toMatchObject({
    ok: true,
    value: { host: 'desktop', fileDialog: true, secrets: { protection: 'keychain' } },
  });
  expect(await desktop.ask({ what: 'requests' })).toEqual([]);
});

test('makes a workspace from the menu, keeps it one plain file after quitting, opens it again', async ({
  start,
  home,
}) => {
  const file = join(home, 'Payments.slipway');
  const desktop = start();
  const page = await desktop.page();
  const changed = await nextEvent(page, 'changed');
  await desktop.ask({ what: 'next-dialog', files: [file] });
  expect(await desktop.ask({ what: 'menu', path: ['File', 'New workspace…'] })).toBe(true);
  expect(await changed()).toMatchObject({ type: 'changed', topics: ['workspace', 'device'] });
  const person = { name: 'Ada Byron', roles: ['release-manager'] };
  expect(await call(page, 'people.save', person)).toMatchObject({ ok: true });
  await expect.poll(() => existsSync(`${file}.endpoint`)).toBe(true);

  await desktop.ask({ what: 'quit' });
  expect(await desktop.exitCode).toBe(0);
  expect(readdirSync(home).filter((name) => name.startsWith('Payments'))).toEqual([
    'Payments.slipway',
  ]);

  const again = start({ args: [file] });
  const secondPage = await again.page();
  await expect
    .poll(() => call(secondPage, 'people.list', {}))
    .toMatchObject({ ok: true, value: { people: [{ name: 'Ada Byron' }] } });
});

test('a second start hands its file to the first and ends', async ({ start, home }) => {
  const first = start({ args: ['--workspace', join(home, 'one.slipway'), '--create'] });
  const page = await first.page();
  const open = () => call(page, 'workspace.state', {});
  await expect.poll(open).toMatchObject({ value: { open: { workspace: { name: 'one' } } } });
  const second = start({ args: ['--workspace', 'two.slipway', '--create'] });
  expect(await second.exitCode).toBe(0);
  await expect.poll(open).toMatchObject({ value: { open: { path: join(home, 'two.slipway') } } });
});

test('a core that was killed is started again with the same workspace', async ({ start, home }) => {
  const file = join(home, 'a.slipway');
  const desktop = start({ args: ['--workspace', file, '--create'] });
  const page = await desktop.page();
  const open = () => call(page, 'workspace.state', {});
  await expect.poll(open).toMatchObject({ value: { open: { path: file } } });
  await expect.poll(() => existsSync(`${file}.endpoint`)).toBe(true);
  const restarted = await nextEvent(page, 'restarted');
  await desktop.ask({ what: 'kill-core' });
  expect(JSON.stringify(await restarted())).toContain('started again');
  await expect.poll(open).toMatchObject({ value: { open: { path: file } } });
});

test('closing the window closes the program and remembers where it stood', async ({
  start,
  home,
}) => {
  const desktop = start();
  const page = await desktop.page();
  await page.close();
  expect(await desktop.exitCode).toBe(0);
  const state = readFileSync(join(home, '.config/Slipway/window.json'), 'utf8');
  expect(JSON.parse(state)).toMatchObject({ bounds: { width: 1280, height: 800 } });
});

test('the page reaches nothing outside: no request, no navigation, no window, no permission', async ({
  start,
}) => {
  const desktop = start();
  const page = await desktop.page();
  const origin = new URL(page.url()).origin;
  // Past the page's own policy: the shell has to hold by itself.
  await page.evaluate(() => fetch('http://127.0.0.1:9/x').catch(() => undefined));
  await page.evaluate(() => void window.location.assign('http://127.0.0.1:9/navigated'));
  // While it is still on its way, Chromium opens nothing for the page.
  await expect
    .poll(() => desktop.ask({ what: 'requests' }))
    .toContain('http://127.0.0.1:9/navigated');
  await page.evaluate(() => void window.open('http://127.0.0.1:9/opened'));
  await expect
    .poll(() => desktop.ask({ what: 'dialogs' }))
    .toMatchObject([{ kind: 'message', options: { detail: 'http://127.0.0.1:9/opened' } }]);
  expect(new URL(page.url()).origin).toBe(origin);
  expect(await desktop.ask({ what: 'opened-links' })).toEqual([]);
  for (const name of ['geolocation', 'media', 'clipboard-read']) {
    expect(await desktop.ask({ what: 'permission', name })).toBe(false);
  }
  for (const name of ['clipboard-sanitized-write', 'notifications', 'fullscreen']) {
    expect(await desktop.ask({ what: 'permission', name })).toBe(true);
  }
});

test('the screen of a room has a window of its own, which follows and closes by itself', async ({
  start,
  home,
}) => {
  const desktop = start({ args: ['--workspace', join(home, 'a.slipway'), '--create'] });
  const page = await desktop.page();
  const state = () => call(page, 'workspace.state', {});
  await expect.poll(state).toMatchObject({ value: { open: { readOnly: null } } });
  const person = await call(page, 'people.save', { name: 'Ada', roles: ['release-manager'] });
  await call(page, 'workspace.actAs', { personId: created.parse(person).value.id });
  const planned = await call(page, 'cab.create', {
    ...{
      title: 'Weekly CAB',
      startsAt: '2031-05-06T10:00:00.000Z',
      zone: 'UTC',
      durationMinutes: 60,
    },
  });
  const meeting = z.object({ value: z.object({ id: z.string(), rev: z.number() }) }).parse(planned);
  await page.goto(`${new URL(page.url()).origin}/index.html#/cab/${meeting.value.id}`);
  const opening = page.context().waitForEvent('page');
  await page.getByRole('button', { name: 'Present' }).click();
  const room = await opening;
  await expect(room.getByRole('heading', { name: 'Weekly CAB' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Weekly CAB' })).toBeVisible();

  const { id, rev } = meeting.value;
  await call(page, 'cab.update', { id, rev, title: 'CAB of the week' });
  await expect(room.getByRole('heading', { name: 'CAB of the week' })).toBeVisible();
  const closed = room.waitForEvent('close');
  // The key closes the window it is pressed in.
  await Promise.all([closed, room.keyboard.press('Escape').catch(() => undefined)]);
  await expect(page.getByRole('heading', { name: 'CAB of the week' })).toBeVisible();
});

test('calls from other frames and pages are refused', async ({ start }) => {
  const desktop = start();
  await desktop.page();
  const forbidden = { ok: false, error: { code: 'forbidden' } };
  for (const [url, subframe] of [
    ['https://evil.example/', false],
    ['app://evil/index.html', false],
    ['app://slipway/index.html', true],
    ['file:///index.html', false],
    ['about:blank', false],
  ] as const) {
    expect(await desktop.ask({ what: 'foreign-call', url, subframe })).toMatchObject(forbidden);
  }
  const own = { what: 'foreign-call', url: 'app://slipway/index.html', subframe: false } as const;
  expect(await desktop.ask(own)).toMatchObject({ ok: true });
});

test('prints a PDF in a hidden window', async ({ start, home }) => {
  const desktop = start({ args: ['--workspace', join(home, 'a.slipway'), '--create'] });
  const page = await desktop.page();
  const state = () => call(page, 'workspace.state', {});
  await expect.poll(state).toMatchObject({ value: { open: { readOnly: null } } });
  const span = { from: Date.parse('2031-05-01'), to: Date.parse('2031-06-01') };
  const printed = await call(page, 'reports.timelinePdf', { ...span, paper: 'A3' });
  expect(printed).toMatchObject({ ok: true, value: { pages: 1, fileName: 'a timeline.pdf' } });
  const { content } = z.object({ value: z.object({ content: z.string() }) }).parse(printed).value;
  // A3, landscape, in points.
  expect(Buffer.from(content, 'base64').toString('latin1')).toMatch(
    /\/MediaBox \[0 0 119[01](\.\d+)? 84[12](\.\d+)?\]/,
  );
});

test('without a key chain that protects, tokens stay in memory and the program says so', async ({
  start,
  home,
}) => {
  const desktop = start({ env: { STAND_IN_KEYRING: 'basic_text' } });
  const page = await desktop.page();
  expect(await call(page, 'device.info', {})).toMatchObject({
    value: { secrets: { protection: 'memory', locked: false } },
  });
  const log = readFileSync(join(home, '.config/Slipway/slipway.log'), 'utf8');
  expect(log).toContain('no key chain that protects tokens');
});

test('a token given in the window is in no file in clear', async ({ start, home }) => {
  const canary = 'ghp_CANARY0123456789abcdef';
  const desktop = start({ args: ['--workspace', join(home, 'a.slipway'), '--create'] });
  const page = await desktop.page();
  const state = () => call(page, 'workspace.state', {});
  await expect.poll(state).toMatchObject({ value: { open: { readOnly: null } } });
  const person = await call(page, 'people.save', { name: 'Ada', roles: ['release-manager'] });
  await call(page, 'workspace.actAs', { personId: created.parse(person).value.id });
  const baseUrl = 'http://127.0.0.1:9';
  const connection = { name: 'CI', baseUrl, repository: 'a/b', token: canary };
  const saved = await call(page, 'connections.save', connection);
  expect(saved).toMatchObject({ ok: true, value: { hasToken: true } });
  await desktop.ask({ what: 'quit' });
  expect(await desktop.exitCode).toBe(0);

  const files = readdirSync(home, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  expect(files.map((path) => path.slice(home.length + 1))).toContain(
    '.config/Slipway/keychain.json',
  );
  const forms = [canary, Buffer.from(canary).toString('base64').slice(0, -4)];
  for (const path of files) {
    const bytes = readFileSync(path);
    for (const form of forms) expect(bytes.includes(form), path).toBe(false);
  }
});
