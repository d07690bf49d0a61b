import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, expect, test } from '@playwright/test';

/**
 * The one test over the real runtime: sandboxed preload, isolated world, app:// and its policy in
 * Electron itself. It runs where the runtime was downloaded and a window can open.
 */
const root = join(import.meta.dirname, '../../..');
const runtime = existsSync(join(root, 'node_modules/electron/dist'));
const missing = runtime
  ? 'Electron does not run as root'
  : 'the Electron runtime is not here (node_modules/electron/dist)';

test('the real Electron shows the page and answers a call through the bridge', async () => {
  if (!runtime || process.getuid?.() === 0) {
    process.stderr.write(`Skipped, the desktop shell in the real Electron: ${missing}.\n`);
    test.skip(true, missing);
  }
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'slipway-electron-')));
  const env = { ...process.env, HOME: home, XDG_CONFIG_HOME: join(home, '.config') };
  const electron = await _electron.launch({ args: [root], cwd: home, env });
  try {
    const page = await electron.firstWindow();
    await expect(page).toHaveURL(/^app:\/\/slipway\/index\.html/);
    expect(await page.evaluate(() => window.slipway?.call('device.info', {}))).toMatchObject({
      ok: true,
      value: { host: 'desktop' },
    });
    // Nothing of Node or Electron is in the page's world.
    const leaked = await page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer'].filter((name) => Reflect.has(window, name)),
    );
    expect(leaked).toEqual([]);
    // The screen of a room is the one page with a window of its own, and has the same bridge.
    const opening = electron.waitForEvent('window');
    const meeting = '#/cab/0192f0c1-0000-7000-8000-000000000000/present';
    await page.evaluate((address) => void window.open(address, 'room', 'popup'), meeting);
    const room = await opening;
    await expect(room).toHaveURL(`app://slipway/index.html${meeting}`);
    expect(await room.evaluate(() => window.slipway?.call('device.info', {}))).toMatchObject({
      ok: true,
    });
  } finally {
    await electron.close();
    rmSync(home, { recursive: true, force: true });
  }
});
