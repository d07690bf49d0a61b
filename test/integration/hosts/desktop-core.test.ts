import { randomBytes } from 'node:crypto';
import { existsSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { endpointPath, readEndpoint } from '#core/endpoint.ts';
import type { Platform } from '#core/platform.ts';
import type { AppEvent } from '#shared/contract/procedure.ts';
import { startCoreClient, type CoreProcess } from '../../../electron/desktop/core-client.ts';
import { coreHost } from '../../../electron/desktop/core-host.ts';
import type {
  Ask,
  FromCore,
  SecretsMode,
  ToCore,
} from '../../../electron/desktop/core-messages.ts';
import { start, temporaryFolder, testPlatform } from './start-host.ts';
import { stubApp, type StubApp } from './stub-app.ts';

type Run = CoreProcess & {
  app: StubApp;
  platform: () => Platform;
  /** As if the process had ended by itself. */
  crash(): void;
};

/** A core "process" in this one: messages are copied as between processes, and arrive later. */
function forkInProcess(): Run {
  const app = stubApp();
  const listeners: ((message: FromCore) => void)[] = [];
  const exits: ((code: number) => void)[] = [];
  let platform: Platform | null = null;
  let alive = true;
  const post = (message: FromCore) => {
    const copy = structuredClone(message);
    queueMicrotask(() => alive && listeners.forEach((listener) => listener(copy)));
  };
  const log = { info: () => undefined, error: () => undefined };
  const host = coreHost({
    createApp: (options) => {
      platform = options.platform;
      return app;
    },
    platformFor: testPlatform,
    isQuery: () => true,
    clock: () => start,
    randomBytes,
    log,
    post,
  });
  queueMicrotask(() => post({ type: 'hello' }));
  const end = (code: number) => {
    alive = false;
    exits.forEach((listener) => listener(code));
  };
  return {
    app,
    platform: () => {
      if (!platform) throw new Error('The core has not started.');
      return platform;
    },
    post(message: ToCore) {
      const copy = structuredClone(message);
      queueMicrotask(() => alive && host.receive(copy));
    },
    onMessage: (listener) => listeners.push(listener),
    onExit: (listener) => exits.push(listener),
    kill: () => undefined,
    crash: () => end(139),
  };
}

function desktop(secrets: SecretsMode = 'keychain') {
  const runs: Run[] = [];
  const asks: Ask[] = [];
  const events: AppEvent[] = [];
  const time = { now: start };
  const client = startCoreClient({
    fork: () => {
      const run = forkInProcess();
      runs.push(run);
      return run;
    },
    start: { folders: { config: '/config', documents: '/documents' }, secrets },
    async answerAsk(ask) {
      asks.push(ask);
      if (ask.what === 'set-secret') throw new Error('The key chain is locked.');
      return ask.what === 'pick-file' ? '/picked.slipway' : null;
    },
    logPlace: '/config/slipway.log',
    writeLog: () => undefined,
    log: { info: () => undefined, error: () => undefined },
    clock: () => time.now,
  });
  client.subscribe((event) => events.push(event));
  onTestFinished(() => client.close());
  const latest = () => {
    const run = runs.at(-1);
    if (!run) throw new Error('No core was started.');
    return run;
  };
  return { client, runs, asks, events, time, latest };
}

describe('the core in a process of its own', () => {
  it('answers calls made before it was ready, in the envelope of the application', async () => {
    const { client } = desktop();
    expect(await client.call('releases.list', { a: 1 }, 'Ada').answer).toEqual({
      ok: true,
      value: { name: 'releases.list', input: { a: 1 }, actingAs: 'Ada' },
    });
  });

  it('passes events on', async () => {
    const { client, latest, events } = desktop();
    await client.call('releases.list', {}).answer;
    latest().app.publish({ type: 'changed', topics: ['releases'] });
    await expect.poll(() => events).toEqual([{ type: 'changed', topics: ['releases'] }]);
  });

  it('stops a call that is cancelled', async () => {
    const { client, latest } = desktop();
    const call = client.call('pipelines.list', {});
    await latest().app.waiting;
    call.cancel();
    expect(await call.answer).toMatchObject({ ok: false });
  });

  it('closes the application when asked to', async () => {
    const { client, latest } = desktop();
    await client.call('releases.list', {}).answer;
    await client.close();
    expect(latest().app.closed).toBe(true);
  });

  it('asks the main process for dialogs and for the key chain', async () => {
    const { client, latest, asks } = desktop();
    await client.call('releases.list', {}).answer;
    const { pickFile, secrets } = latest().platform();
    const options = { title: 'Open', mode: 'open', extension: 'slipway' } as const;
    expect(await pickFile?.(options)).toBe('/picked.slipway');
    expect(await secrets.get('k')).toBeNull();
    await expect(secrets.set('k', 's')).rejects.toThrow('The key chain is locked.');
    expect([secrets.protection(), secrets.locked()]).toEqual(['keychain', false]);
    await expect(secrets.unlock('correct horse')).rejects.toThrow('needs no passphrase');
    expect(asks.map(({ what }) => what)).toEqual(['pick-file', 'get-secret', 'set-secret']);
  });

  it('keeps tokens by itself where there is no key chain that protects', async () => {
    const { client, latest, asks } = desktop('passphrase');
    await client.call('releases.list', {}).answer;
    const { secrets } = latest().platform();
    await secrets.set('k', 's');
    expect([await secrets.get('k'), secrets.protection()]).toEqual(['s', 'memory']);
    expect(asks).toEqual([]);
  });

  it('has an endpoint beside the workspace that is open, for command lines', async () => {
    const { client } = desktop();
    const path = join(realpathSync(temporaryFolder()), 'a.slipway');
    writeFileSync(path, '');
    await client.call('workspace.open', { path }).answer;
    await expect.poll(() => readEndpoint(path)).toMatchObject({ host: 'desktop' });
    const { url = '', token = '' } = readEndpoint(path) ?? {};
    const response = await fetch(`${url}/api/call/releases.list`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
    });
    expect(await response.json()).toMatchObject({ ok: true });
    // No page and no uploads here: only calls.
    expect((await fetch(`${url}/`)).status).toBe(404);
    await client.close();
    expect(existsSync(endpointPath(path))).toBe(false);
  });
});

describe('a core that stops by itself', () => {
  it('is started again with the same workspace, says so, and answers what was pending', async () => {
    const { client, runs, latest, events } = desktop();
    const path = join(realpathSync(temporaryFolder()), 'a.slipway');
    writeFileSync(path, '');
    await client.call('workspace.open', { path }).answer;
    await expect.poll(() => readEndpoint(path)).not.toBeNull();
    const pending = client.call('pipelines.list', {});
    await latest().app.waiting;

    latest().crash();
    const lost = await pending.answer;
    expect(lost).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    await client.call('releases.list', {}).answer;
    expect(runs).toHaveLength(2);
    const { app } = latest();
    expect(app.calls.find(({ name }) => name === 'workspace.open')?.input).toEqual({ path });
    expect(events.map(({ type }) => type)).toContain('restarted');
  });

  it('is given up after the fourth stop within a minute, and every call says why', async () => {
    const { client, runs, latest, events } = desktop();
    for (const expected of [1, 2, 3, 4]) {
      expect(runs).toHaveLength(expected);
      latest().crash();
    }
    expect(runs).toHaveLength(4);
    const answer = await client.call('releases.list', {}).answer;
    expect(answer).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    expect(JSON.stringify(answer)).toContain('/config/slipway.log');
    expect(events.at(-1)).toMatchObject({ type: 'restarted' });
    await client.close();
  });

  it('is started again as often as needed when it stops rarely', async () => {
    const { runs, latest, time } = desktop();
    for (let i = 0; i < 10; i++) {
      latest().crash();
      time.now += 30_000;
    }
    expect(runs).toHaveLength(11);
  });
});
