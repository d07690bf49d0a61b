import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Envelope } from '#shared/contract/procedure.ts';
import { workspaceArgument } from '../../../electron/desktop/argument.ts';
import { isAppUrl } from '../../../electron/desktop/protocol.ts';
import { isWebAddress } from '../../../electron/desktop/restrict.ts';
import { isRoomUrl } from '../../../electron/desktop/room-window.ts';
import { keychainFile, keychainProtects } from '../../../electron/desktop/secrets.ts';
import {
  placeWindow,
  readWindowState,
  writeWindowState,
} from '../../../electron/desktop/window-state.ts';
import { menuActions } from '../../../electron/desktop/menu-actions.ts';
import { temporaryFolder } from './start-host.ts';

describe('the window of a room', () => {
  const meeting = '0192f0c1-0000-7000-8000-000000000000';

  it.each([
    [`app://slipway/index.html#/cab/${meeting}/present`, true],
    [`app://slipway/index.html#/cab/${meeting}`, false],
    [`app://slipway/index.html#/releases/${meeting}/present`, false],
    [`app://slipway/index.html?x#/cab/../../present`, false],
    [`https://slipway/index.html#/cab/${meeting}/present`, false],
    [`app://evil/index.html#/cab/${meeting}/present`, false],
    ['', false],
  ])('is for %s: %s', (url, allowed) => {
    expect(isRoomUrl(url)).toBe(allowed);
  });
});

describe('the place of the window', () => {
  const screen = { x: 0, y: 25, width: 1920, height: 1055 };
  const second = { x: 1920, y: 0, width: 2560, height: 1400 };
  const bounds = { x: 100, y: 100, width: 1200, height: 800 };

  it('is where it was left, also on a second screen', () => {
    expect(placeWindow({ bounds, maximised: false }, [screen])).toEqual(bounds);
    const far = { ...bounds, x: 2500 };
    expect(placeWindow({ bounds: far, maximised: false }, [screen, second])).toEqual(far);
  });

  it.each([
    ['a screen that is gone', { x: 2500 }],
    ['the left of all screens', { x: -1150 }],
    ['above, with its title bar out of reach', { y: -30 }],
    ['below, with its title bar out of reach', { y: 1075 }],
  ])('is the middle of the first screen when it was left on %s', (_what, moved) => {
    const state = { bounds: { ...bounds, ...moved }, maximised: false };
    expect(placeWindow(state, [screen])).toEqual({ x: 240, y: 103, width: 1440, height: 900 });
  });

  it('fits a small screen, and is never smaller than the screens are drawn for', () => {
    const small = { x: 0, y: 0, width: 1280, height: 720 };
    expect(placeWindow(null, [small])).toEqual(small);
    const tiny = { bounds: { ...bounds, width: 10, height: 10, x: 0 }, maximised: false };
    expect(placeWindow(tiny, [{ ...screen, x: -500 }])).toMatchObject({ width: 1440 });
    const narrow = { bounds: { ...bounds, width: 300, height: 10 }, maximised: false };
    expect(placeWindow(narrow, [screen])).toMatchObject({ width: 1024, height: 700 });
  });

  it('is remembered in a file, and a damaged one is forgotten', () => {
    const path = join(temporaryFolder(), 'window.json');
    expect(readWindowState(path)).toBeNull();
    writeWindowState(path, { bounds, maximised: true });
    expect(readWindowState(path)).toEqual({ bounds, maximised: true });
    for (const text of ['', '{}', '{"bounds":{"x":"1"},"maximised":true}']) {
      writeFileSync(path, text);
      expect(readWindowState(path)).toBeNull();
    }
  });
});

describe('addresses', () => {
  it.each([
    ['app://slipway/index.html', true],
    ['app://slipway/#/releases', true],
    ['app://other/index.html', false],
    ['app://slipway.evil/index.html', false],
    ['app://user@slipway/index.html', false],
    ['http://slipway/index.html', false],
    ['file:///app://slipway/index.html', false],
    ['', false],
    ['about:blank', false],
  ])('%s is the application itself: %s', (url, own) => {
    expect(isAppUrl(url)).toBe(own);
  });

  it.each([
    ['https://ci.example/run/1', true],
    ['http://127.0.0.1:8080/run', true],
    ['https://ci.example@evil.example/', false],
    ['file:///etc/passwd', false],
    ['javascript:alert(1)', false],
    ['smb://server/share', false],
    ['ms-msdt:/id', false],
    ['not a url', false],
  ])('%s may be offered to the browser: %s', (url, offered) => {
    expect(isWebAddress(url)).toBe(offered);
  });
});

describe('the workspace on a command line', () => {
  it.each([
    [['slipway'], null],
    [['slipway', 'a.slipway'], '/home/a.slipway'],
    [['slipway', '/x/a.slipway'], '/x/a.slipway'],
    [['electron', '.', '--workspace', 'b'], '/home/b'],
    [['electron', '.', '--workspace=b'], '/home/b'],
    [['slipway', '--allow-file-access-from-files', 'a.slipway'], '/home/a.slipway'],
    [['slipway', '--original-process-start-time=1', '--x.slipway'], null],
    [['slipway', '--workspace'], null],
  ])('%j names %s', (argv, path) => {
    expect(workspaceArgument(argv, '/home')).toEqual({ path, make: null });
  });
});

describe('what to make of it', () => {
  it.each([
    [['slipway', '--workspace', 'a', '--create'], { path: '/home/a', make: 'create' }],
    [['slipway', '--demo'], { path: null, make: 'demo' }],
  ])('%j asks for %j', (argv, wish) => {
    expect(workspaceArgument(argv, '/home')).toEqual(wish);
  });
});

describe('the key chain', () => {
  const log = { info: () => undefined, error: () => undefined };
  /** Reversible and recognisable; the real encryption is the operating system's. */
  function storage(backend: 'gnome_libsecret' | 'basic_text' | 'unknown' = 'gnome_libsecret') {
    const state = { available: true, shouldReEncrypt: false, encrypted: 0 };
    return {
      state,
      isAsyncEncryptionAvailable: async () => state.available,
      getSelectedStorageBackend: () => backend,
      async encryptStringAsync(text: string) {
        state.encrypted += 1;
        return Buffer.from(`sealed:${Buffer.from(text).toString('hex')}`);
      },
      async decryptStringAsync(data: Buffer) {
        const [mark, hex = ''] = data.toString().split(':');
        if (mark !== 'sealed') throw new Error('Not ours.');
        const { shouldReEncrypt } = state;
        return { result: Buffer.from(hex, 'hex').toString(), shouldReEncrypt };
      },
    };
  }

  it('protects unless it is missing or only pretends to', async () => {
    expect(await keychainProtects(storage(), 'linux')).toBe(true);
    expect(await keychainProtects(storage('basic_text'), 'linux')).toBe(false);
    expect(await keychainProtects(storage('unknown'), 'linux')).toBe(false);
    expect(await keychainProtects(storage('unknown'), 'darwin')).toBe(true);
    const missing = storage();
    missing.state.available = false;
    expect(await keychainProtects(missing, 'win32')).toBe(false);
  });

  it('keeps tokens encrypted in a file, also when they come at once', async () => {
    const path = join(temporaryFolder(), 'keychain.json');
    const chain = keychainFile(path, storage(), log);
    await Promise.all(['a', 'b', 'c'].map((key) => chain.set(key, `secret-${key}`)));
    expect(await keychainFile(path, storage(), log).get('b')).toBe('secret-b');
    expect(readFileSync(path, 'utf8')).not.toContain('secret');
    await chain.delete('b');
    expect([await chain.get('a'), await chain.get('b')]).toEqual(['secret-a', null]);
  });

  it('encrypts anew when the key has changed', async () => {
    const path = join(temporaryFolder(), 'keychain.json');
    const safe = storage();
    const chain = keychainFile(path, safe, log);
    await chain.set('a', 'x');
    safe.state.shouldReEncrypt = true;
    expect(await chain.get('a')).toBe('x');
    expect(safe.state.encrypted).toBe(2);
  });

  it('asks for a token again that cannot be decrypted any more', async () => {
    const path = join(temporaryFolder(), 'keychain.json');
    writeFileSync(path, JSON.stringify({ a: Buffer.from('other:00').toString('base64') }));
    expect(await keychainFile(path, storage(), log).get('a')).toBeNull();
  });
});

describe('the menu', () => {
  function menu(picked: string | null, answer: Envelope = { ok: true, value: null }) {
    const calls: [string, unknown][] = [];
    const failures: string[] = [];
    const actions = menuActions({
      call: async (name, input) => {
        calls.push([name, input]);
        return answer;
      },
      pick: async () => picked,
      showFailure: (message) => failures.push(message),
      showLog: () => undefined,
      zone: 'Europe/London',
    });
    return { actions, calls, failures };
  }

  it('makes, opens and backs up through the same calls as the page', async () => {
    const { actions, calls } = menu('/x/Payments.slipway');
    actions.newWorkspace();
    actions.openWorkspace();
    actions.backUp();
    const path = '/x/Payments.slipway';
    await expect.poll(() => calls.length).toBe(3);
    expect(calls).toContainEqual([
      'workspace.create',
      { path, name: 'Payments', zone: 'Europe/London' },
    ]);
    expect(calls).toContainEqual(['workspace.open', { path }]);
    expect(calls).toContainEqual(['workspace.backup', {}]);
  });

  it('undoes and redoes the last change through the same calls as well', async () => {
    const { actions, calls } = menu(null);
    actions.undoEdit();
    actions.redoEdit();
    await expect
      .poll(() => calls)
      .toEqual([
        ['edits.undo', {}],
        ['edits.redo', {}],
      ]);
  });

  it('does nothing when the dialog is left with Cancel', async () => {
    const { actions, calls } = menu(null);
    actions.newWorkspace();
    actions.openWorkspace();
    actions.openDemo();
    await expect.poll(() => calls).toEqual([['workspace.openDemo', {}]]);
  });

  it('says why something did not work', async () => {
    const error = { code: 'unavailable', message: 'Held by another process.' } as const;
    const { actions, failures } = menu('/x/a.slipway', { ok: false, error });
    actions.openWorkspace();
    await expect.poll(() => failures).toEqual(['Held by another process.']);
  });
});
