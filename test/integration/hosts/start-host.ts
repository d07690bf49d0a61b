import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders, type RequestOptions } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Platform } from '#core/platform.ts';
import { memorySecrets } from '#core/secrets/memory.ts';
import { startBrowserHost, type BrowserHostOptions } from '../../../electron/browser/host.ts';
import { noPrinter } from '../../support/no-printer.ts';
import { testMachine } from '../../support/test-machine.ts';
import { stubApp } from './stub-app.ts';

export const start = Date.UTC(2026, 10, 26, 9);

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A built renderer as small as it can be, with a secret beside it that must stay unreachable. */
export function pageFolder(): string {
  const outside = temporaryFolder();
  writeFileSync(join(outside, 'secret.txt'), 'outside');
  const folder = join(outside, 'renderer');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><head><meta name="csp-nonce" content="" /></head><body>Slipway</body>',
  );
  writeFileSync(join(folder, 'assets', 'index.js'), 'export const started = true;');
  return folder;
}

export function testPlatform(): Platform {
  return {
    host: 'test',
    secrets: memorySecrets(),
    settings: { read: () => ({ deviceId: 'd', recent: [], actingAs: {} }), write: () => undefined },
    documentsFolder: tmpdir(),
    pickFile: null,
    uploads: new Map(),
    printPdf: noPrinter,
    machine: testMachine,
    online: () => true,
  };
}

/** A browser host over a stub application, closed at the end of the test. */
export async function startHost(overrides: Partial<BrowserHostOptions> = {}) {
  const app = stubApp();
  const platform = testPlatform();
  const time = { now: start };
  const logged: string[] = [];
  const host = await startBrowserHost({
    createApp: () => app,
    platform,
    clock: () => time.now,
    randomBytes,
    newId: randomUUID,
    log: {
      info: (message, details) => logged.push(`${message} ${JSON.stringify(details)}`),
      error: (message, error) => logged.push(`${message} ${String(error)}`),
    },
    isQuery: (name) => name.endsWith('.list'),
    port: 0,
    pageFolder: pageFolder(),
    ...overrides,
  });
  let open = true;
  const close = async () => {
    if (open) await host.close();
    open = false;
  };
  onTestFinished(close);
  const token = new URL(host.url).hash.slice('#token='.length);
  const code = new URL(host.urlWithCode).hash.slice('#code='.length);
  return { ...host, close, app, platform, time, logged, token, code };
}

export type Answer = { status: number; headers: IncomingHttpHeaders; text: string };

/** One raw request: fetch would neither send a false Host nor leave a path as it is. */
export function send(
  port: number,
  options: RequestOptions & { body?: string | Buffer },
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method: 'GET', ...options }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString(),
        }),
      );
    });
    sent.on('error', reject);
    sent.end(options.body);
  });
}

/** A call as the page sends it; `headers` replace or (with undefined) remove single ones. */
export function call(
  host: { port: number; token: string },
  name: string,
  body: string | Buffer = '{}',
  headers: Record<string, string | undefined> = {},
): Promise<Answer> {
  const all = {
    authorization: `Bearer ${host.token}`,
    'content-type': 'application/json',
    ...headers,
  };
  const given = Object.entries(all).filter(([, value]) => value !== undefined);
  return send(host.port, {
    method: 'POST',
    path: `/api/call/${name}`,
    headers: Object.fromEntries(given),
    body,
  });
}
