import { spawn } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect as plainExpect, test as base } from '@playwright/test';

// A host and a browser start for each test: on a busy machine that takes a while.
const expect = plainExpect.configure({ timeout: 30_000 });
base.setTimeout(120_000);

/** The built browser host as a process, and a page of somebody else on the same machine. */
const entry = join(import.meta.dirname, '../../../dist/browser/host.js');

const test = base.extend<{ url: URL; evil: string }>({
  url: async ({}, use) => {
    const home = realpathSync(mkdtempSync(join(tmpdir(), 'slipway-browser-')));
    const env = { ...process.env, HOME: home, XDG_CONFIG_HOME: join(home, '.config') };
    const args = [entry, '--no-open', '--workspace', join(home, 'a.slipway'), '--create'];
    const host = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = new Promise((resolve) => host.once('exit', resolve));
    const line = await new Promise<string>((resolve) =>
      createInterface(host.stdout).once('line', resolve),
    );
    await use(new URL(/"url":"([^"]+)"/.exec(line)?.[1] ?? ''));
    host.kill('SIGTERM');
    await ended;
    rmSync(home, { recursive: true, force: true });
  },
  evil: async ({}, use) => {
    const server = createServer((_request, response) =>
      response.setHeader('content-type', 'text/html').end('<!doctype html><body>elsewhere</body>'),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address: AddressInfo | string | null = server.address();
    await use(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`);
    server.close();
    server.closeAllConnections();
  },
});

test('the page takes the token off its address, survives a reload and breaks no rule of its policy', async ({
  page,
  url,
}) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(url.href);
  await expect(page.locator('#root')).not.toBeEmpty();
  await expect.poll(() => page.url()).not.toContain('token=');
  await page.reload();
  await expect(page.locator('#root')).not.toBeEmpty();
  expect(requests.filter((each) => new URL(each).host !== url.host)).toEqual([]);
  expect(requests.filter((each) => new URL(each).search !== '')).toEqual([]);
  expect(complaints).toEqual([]);
});

test('a page of another site cannot call, listen, send a form, nor show Slipway inside itself', async ({
  page,
  url,
  evil,
}) => {
  const token = url.hash.slice('#token='.length);
  const api = `${url.origin}/api/call/workspace.close`;
  await page.goto(evil);
  // Even with the token, which it cannot know.
  const called = await page.evaluate(
    ([address, bearer]) =>
      fetch(address, { method: 'POST', headers: { authorization: `Bearer ${bearer}` } }).then(
        () => 'answered',
        () => 'refused',
      ),
    [api, token] as const,
  );
  expect(called).toBe('refused');
  // "no-cors" needs no permission to be sent: the host refuses it, and the page may not see that.
  const blind = await page.evaluate(
    (address) =>
      fetch(address, { method: 'POST', mode: 'no-cors', body: '{}' }).then(
        () => 'answered',
        () => 'refused',
      ),
    api,
  );
  expect(blind).toBe('refused');
  const listened = await page.evaluate(
    ([address, bearer]) =>
      new Promise((resolve) => {
        const socket = new WebSocket(address, ['slipway.v1', `bearer.${bearer}`]);
        socket.onopen = () => resolve('open');
        socket.onerror = () => resolve('refused');
      }),
    [`${url.origin.replace('http', 'ws')}/api/events`, token] as const,
  );
  expect(listened).toBe('refused');

  const form = page.waitForResponse(api);
  await page.evaluate((address) => {
    const element = document.createElement('form');
    element.method = 'post';
    element.action = address;
    document.body.append(element);
    element.submit();
  }, api);
  expect((await form).status()).toBe(403);
  await page.waitForURL(api);

  await page.goto(evil);
  await page.evaluate((address) => {
    const frame = document.createElement('iframe');
    frame.src = address;
    document.body.append(frame);
  }, url.origin);
  await expect
    .poll(() => page.frames().map((frame) => frame.url()))
    .toContain('chrome-error://chromewebdata/');

  const state = await fetch(`${url.origin}/api/call/workspace.state`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
  });
  expect(await state.json()).toMatchObject({ value: { open: { workspace: { name: 'a' } } } });
});
