import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { json } from 'node:stream/consumers';
import { z } from 'zod';
import { findChromium } from '../../scripts/chromium.ts';

const entry = join(import.meta.dirname, '../../dist/browser/host.js');

/** The built browser host as a process of its own, in a home that nobody else uses. */
export type RunningHost = {
  /** With the token in its fragment, as the program prints it. */
  url: string;
  /** The home of the process; everything it keeps lies in it. */
  folder: string;
  /** Calls a procedure over HTTP as the page does; rejects with the answer when it is refused. */
  call(name: string, input: unknown): Promise<unknown>;
  stop(): Promise<void>;
  /** Ends it as a power cut would: nothing is closed, nothing is tidied up. */
  crash(): Promise<void>;
};

const answer = z.discriminatedUnion('ok', [
  z.looseObject({ ok: z.literal(true), value: z.unknown() }),
  z.looseObject({ ok: z.literal(false), error: z.unknown() }),
]);
const started = z.object({ url: z.url() });

export async function startHost(...further: string[]): Promise<RunningHost> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'slipway-e2e-')));
  // The browser tests drive makes the host's PDFs too, wherever it was installed.
  const chromium = findChromium();
  const printer = chromium === null ? {} : { SLIPWAY_CHROMIUM: chromium };
  const home = { HOME: folder, XDG_CONFIG_HOME: join(folder, '.config'), TZ: 'UTC' };
  const host = spawn(process.execPath, [entry, '--no-open', ...further], {
    env: { ...process.env, ...printer, ...home },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => host.once('exit', resolve));
  const url = await printedUrl(host);
  const agent = new Agent({ keepAlive: true });
  async function end(signal: NodeJS.Signals): Promise<void> {
    agent.destroy();
    host.kill(signal);
    await ended;
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  return {
    url,
    folder,
    call: caller(new URL(url), agent),
    stop: () => end('SIGTERM'),
    crash: () => end('SIGKILL'),
  };
}

/** The first line that starts with `{`; a host that ends without one did not start. */
async function printedUrl({ stdout }: ChildProcess): Promise<string> {
  if (stdout !== null) {
    for await (const line of createInterface({ input: stdout })) {
      if (line.startsWith('{')) return started.parse(JSON.parse(line)).url;
    }
  }
  throw new Error('the host ended before it printed its address; run npm run build first');
}

/** Calls over connections that are kept, as a browser does. */
export function caller({ hostname, port, hash }: URL, agent: Agent): RunningHost['call'] {
  const headers = {
    authorization: `Bearer ${hash.slice('#token='.length)}`,
    'content-type': 'application/json',
  };
  return async (name, input) => {
    const path = `/api/call/${name}`;
    const sent = request({ hostname, port, agent, headers, method: 'POST', path });
    sent.end(JSON.stringify(input));
    const [response] = await once(sent, 'response');
    const given = answer.parse(await json(response));
    if (!given.ok) throw new Error(`${name} was refused: ${JSON.stringify(given.error)}`);
    return given.value;
  };
}
