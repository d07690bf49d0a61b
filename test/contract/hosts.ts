import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { createApp } from '#core/app.ts';
import type { Log } from '#core/platform.ts';
import { isRecord } from '#core/sync/record.ts';
import { contract, isProcedure } from '#shared/contract/index.ts';
import type { Envelope } from '#shared/contract/procedure.ts';
import { startBrowserHost } from '../../electron/browser/host.ts';
import { startCoreClient } from '../../electron/desktop/core-client.ts';
import { coreHost } from '../../electron/desktop/core-host.ts';
import type { FromCore } from '../../electron/desktop/core-messages.ts';
import { temporaryFolder, testNow } from '../support/surroundings.ts';
import { startTestApp, testPlatform } from '../support/test-app.ts';

/** One way to reach the program; the suite asks the same of each. */
export type HostUnderTest = { name: string; start(): Promise<ReachedHost> };

export type ReachedHost = {
  folder: string;
  /** `workspace` is the file a host without a memory of its own has to be told each time. */
  call(name: string, input: unknown, actingAs?: string): Promise<Envelope>;
  use(workspace: string): void;
};

const log: Log = { info: () => undefined, error: () => undefined };
const isQuery = (name: string) => isProcedure(name) && contract[name].kind === 'query';

const inProcess: HostUnderTest = {
  name: 'in process',
  start: async () => {
    const { app, folder } = startTestApp();
    const options = (actingAs?: string) => (actingAs === undefined ? {} : { actingAs });
    return {
      folder,
      use: () => undefined,
      call: (name, input, actingAs) => app.call(name, input, options(actingAs)),
    };
  },
};

const browser: HostUnderTest = {
  name: 'browser host',
  start: async () => {
    const folder = temporaryFolder();
    const host = await startBrowserHost({
      createApp,
      isQuery,
      platform: testPlatform(folder, 'browser'),
      clock: () => testNow,
      randomBytes,
      newId: randomUUID,
      log,
      port: 0,
      pageFolder: folder,
    });
    onTestFinished(() => host.close());
    const token = new URL(host.url).hash.slice('#token='.length);
    return {
      folder,
      use: () => undefined,
      async call(name, input, actingAs) {
        const headers = new Headers({
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
        });
        if (actingAs !== undefined) headers.set('slipway-as', encodeURIComponent(actingAs));
        const response = await fetch(`http://127.0.0.1:${host.port}/api/call/${name}`, {
          method: 'POST',
          headers,
          body: JSON.stringify(input),
        });
        return envelopeOf(await response.json());
      },
    };
  },
};

/** The desktop's two sides with their real messages; Electron only carries them between processes. */
const desktop: HostUnderTest = {
  name: 'desktop core',
  start: async () => {
    const folder = temporaryFolder();
    const client = startCoreClient({
      fork() {
        const listeners: ((message: FromCore) => void)[] = [];
        const post = (message: FromCore) => {
          const copy = structuredClone(message);
          queueMicrotask(() => listeners.forEach((listener) => listener(copy)));
        };
        const platformFor = () => testPlatform(folder, 'desktop');
        const core = coreHost({
          createApp,
          platformFor,
          isQuery,
          clock: () => testNow,
          randomBytes,
          log,
          post,
        });
        queueMicrotask(() => post({ type: 'hello' }));
        return {
          post: (message) => core.receive(structuredClone(message)),
          onMessage: (listener) => listeners.push(listener),
          onExit: () => undefined,
          kill: () => undefined,
        };
      },
      start: { folders: { config: folder, documents: folder }, secrets: 'passphrase' },
      answerAsk: async () => null,
      logPlace: folder,
      writeLog: () => undefined,
      log,
      clock: () => testNow,
    });
    onTestFinished(() => client.close());
    return {
      folder,
      use: () => undefined,
      call: (name, input, actingAs) => client.call(name, input, actingAs).answer,
    };
  },
};

/** A process for each call, as a script has it; nothing is remembered between two of them. */
const commandLine: HostUnderTest = {
  name: 'command line',
  start: async () => {
    const folder = temporaryFolder();
    let workspace: string | null = null;
    return {
      folder,
      use: (path) => {
        workspace = path;
      },
      async call(name, input, actingAs) {
        const args = ['call', name, JSON.stringify(input)];
        if (workspace !== null && !name.startsWith('workspace.create'))
          args.push('--workspace', workspace);
        if (actingAs !== undefined) args.push('--as', actingAs);
        const script = join(import.meta.dirname, '../../electron/cli/slipway.mjs');
        const env = { ...process.env, XDG_CONFIG_HOME: folder, HOME: folder };
        const child = spawn(process.execPath, [script, ...args], {
          env,
          stdio: ['ignore', 'pipe', 'pipe'],
        });
        const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
        if (out !== '') return { ok: true, value: JSON.parse(out) };
        return envelopeOf({ ok: false, error: JSON.parse(err) });
      },
    };
  },
};

function envelopeOf(value: unknown): Envelope {
  if (isRecord(value) && (value['ok'] === true || isRecord(value['error']))) {
    return JSON.parse(JSON.stringify(value));
  }
  throw new Error(`expected an envelope, found ${JSON.stringify(value)}`);
}

export const hosts: HostUnderTest[] = [inProcess, browser, desktop, commandLine];
