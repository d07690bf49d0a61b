import { chmodSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { endpointPath, readEndpoint, removeEndpoint, writeEndpoint } from '#core/endpoint.ts';
import { deviceFolders } from '../../../electron/host/device/folders.ts';
import { lineLog } from '../../../electron/host/device/line-log.ts';
import { nodeTooOld } from '../../../electron/host/device/node-version.ts';
import { settingsFile } from '../../../electron/host/device/settings-file.ts';
import { start, temporaryFolder } from './start-host.ts';

describe('the settings of a device', () => {
  function settings(path = join(temporaryFolder(), 'Slipway', 'settings.json')) {
    const logged: string[] = [];
    let made = 0;
    const store = settingsFile({
      path,
      newId: () => `device-${++made}`,
      clock: () => start,
      log: { info: () => undefined, error: (message) => logged.push(message) },
    });
    return { path, store, logged };
  }

  it('start with an id that stays', () => {
    const { store, path } = settings();
    const fresh = { deviceId: 'device-1', recent: [], actingAs: {} };
    expect(store.read()).toEqual(fresh);
    expect(settings(path).store.read()).toEqual(fresh);
  });

  it('come back as written, for their owner only', () => {
    const { store, path } = settings();
    const value = {
      deviceId: 'd',
      recent: [{ path: '/a.slipway', name: 'A', openedAt: start }],
      actingAs: { w: 'p' },
      reminders: { 'w p': { hoursBefore: 24, told: ['request'] } },
      repositories: { 'w s': '/code/payments-api' },
    };
    store.write(value);
    expect(settings(path).store.read()).toEqual(value);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it.each(['', '{"deviceId":', '[]', '{"deviceId":7}', '{"recent":[]}'])(
    'that are damaged (%s) are set aside, and new ones started',
    (damaged) => {
      const { store, path, logged } = settings();
      store.read();
      writeFileSync(path, damaged);
      expect(store.read().deviceId).toBe('device-2');
      const aside = `settings.json.damaged-${start}`;
      expect(readdirSync(dirname(path)).sort()).toEqual(['settings.json', aside]);
      expect(readFileSync(join(dirname(path), aside), 'utf8')).toBe(damaged);
      expect(logged).toEqual([expect.stringContaining(aside)]);
    },
  );
});

describe('the folders of a device', () => {
  const home = '/home/ada';
  it.each([
    ['linux', {}, '/home/ada/.config/Slipway'],
    ['linux', { XDG_CONFIG_HOME: '/cfg' }, '/cfg/Slipway'],
    ['linux', { XDG_CONFIG_HOME: 'relative' }, '/home/ada/.config/Slipway'],
    ['linux', { XDG_CONFIG_HOME: '' }, '/home/ada/.config/Slipway'],
    ['darwin', { XDG_CONFIG_HOME: '/cfg' }, '/home/ada/Library/Application Support/Slipway'],
    ['win32', {}, '/home/ada/AppData/Roaming/Slipway'],
  ] as const)('follow %s with %j', (os, env, config) => {
    expect(deviceFolders({ os, home, env }).config).toBe(config);
  });

  it('put documents into the home folder where there is no Documents', () => {
    expect(deviceFolders({ os: 'linux', home, env: {} }).documents).toBe('/home/ada/Slipway');
  });
});

describe('the check of the Node version', () => {
  it('accepts 22.19 and newer, and names what it found otherwise', () => {
    for (const fine of ['22.19.0', '22.20.1', '24.0.0', '26.1.0-nightly']) {
      expect(nodeTooOld(fine)).toBeNull();
    }
    for (const old of ['18.20.0', '20.20.2', '22.18.9']) expect(nodeTooOld(old)).toContain(old);
  });
});

describe('the log', () => {
  it('writes a line an entry with its time, and a stack indented under an error', () => {
    const lines: string[] = [];
    const log = lineLog(
      () => start,
      (text) => lines.push(text),
    );
    log.info('Opened', { entries: 3 });
    log.error('Broken', new Error('reason'));
    expect(lines[0]).toBe('2026-11-26T09:00:00.000Z info Opened {"entries":3}\n');
    expect(lines[1]).toMatch(/^2026-11-26T09:00:00\.000Z error Broken\n {4}Error: reason\n {4}/);
  });
});

describe('an endpoint file', () => {
  const endpoint = (pid = process.pid) =>
    ({ pid, url: 'http://127.0.0.1:4000', token: 'A'.repeat(22), host: 'browser' }) as const;
  const workspace = () => join(temporaryFolder(), 'a.slipway');

  it('is read while its process runs', () => {
    const path = workspace();
    expect(readEndpoint(path)).toBeNull();
    writeEndpoint(path, endpoint());
    expect(readEndpoint(path)).toEqual(endpoint());
  });

  it('of a process that has ended counts for nothing', () => {
    const path = workspace();
    // Larger than any process id Linux, macOS or Windows gives out.
    writeEndpoint(path, endpoint(2 ** 31 - 2));
    expect(readEndpoint(path)).toBeNull();
  });

  it.each([
    ['not JSON', 'x'],
    ['elsewhere', JSON.stringify({ ...endpoint(), url: 'http://evil.example:80' })],
    ['with a path', JSON.stringify({ ...endpoint(), url: 'http://127.0.0.1:1/@evil.example' })],
    ['with user information', JSON.stringify({ ...endpoint(), url: 'http://127.0.0.1:1@evil' })],
    ['for no process', JSON.stringify({ ...endpoint(), pid: -1 })],
  ])('that is %s counts for nothing', (_what, text) => {
    const path = workspace();
    writeFileSync(endpointPath(path), text, { mode: 0o600 });
    expect(readEndpoint(path)).toBeNull();
  });

  it('that others may read or write counts for nothing', () => {
    const path = workspace();
    writeEndpoint(path, endpoint());
    chmodSync(endpointPath(path), 0o644);
    expect(readEndpoint(path)).toBeNull();
  });

  it('of another application is not removed', () => {
    const path = workspace();
    writeEndpoint(path, endpoint());
    removeEndpoint(path, 'B'.repeat(22));
    expect(readEndpoint(path)).not.toBeNull();
    removeEndpoint(path, endpoint().token);
    expect(readEndpoint(path)).toBeNull();
  });
});
