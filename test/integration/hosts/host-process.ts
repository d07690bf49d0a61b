import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { call } from './start-host.ts';

const script = join(import.meta.dirname, '../../../electron/browser/main.ts');
const firstLine = z.object({ url: z.url() });
const envelope = z.object({
  value: z.unknown().optional(),
  error: z.object({ code: z.string(), message: z.string() }).optional(),
});

/** The browser host from its sources, as a process of its own with `home` for its settings. */
export type HostProcess = {
  pid: number | undefined;
  /** The token of the launch. */
  token: string;
  /** Gives the value of a call, or its error; `actingAs` names who acts. */
  ask(name: string, input: unknown, actingAs?: string): Promise<z.infer<typeof envelope>>;
  /** As the system asks a program to end; resolves when it has. */
  stop(): Promise<void>;
};

type HostProcessOptions = {
  home: string;
  args?: string[];
  /** Who runs it; the user of the tests when left out. */
  user?: { uid?: number; gid?: number };
};

export async function startHostProcess(options: HostProcessOptions): Promise<HostProcess> {
  const { home, args = [], user = {} } = options;
  const child = spawn(process.execPath, [script, '--no-open', ...args], {
    ...user,
    env: { PATH: process.env['PATH'], HOME: home, XDG_CONFIG_HOME: join(home, 'config') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const said = text(child.stderr);
  const line = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).once('line', resolve);
    child.once('error', reject);
    void ended.then(() => said).then((words) => reject(new Error(`The host ended: ${words}`)));
  });
  const { port, hash } = new URL(firstLine.parse(JSON.parse(line)).url);
  const host = { port: Number(port), token: hash.slice('#token='.length) };
  return {
    pid: child.pid,
    token: host.token,
    async ask(name, input, actingAs) {
      const as = actingAs === undefined ? undefined : encodeURIComponent(actingAs);
      const answer = await call(host, name, JSON.stringify(input), { 'slipway-as': as });
      return envelope.parse(JSON.parse(answer.text));
    },
    stop() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}
