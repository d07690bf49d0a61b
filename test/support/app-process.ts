import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Input, Output, ProcedureName } from '#shared/contract/index.ts';
import type { Envelope } from '#shared/contract/procedure.ts';
import type { Asked } from './killable-app.ts';

const script = join(import.meta.dirname, 'killable-app.ts');

/** The core in a process of its own, over one workspace file. */
export type AppProcess = {
  call<N extends ProcedureName>(name: N, input: Input<N>, as?: string): Promise<Output<N>>;
  /** The whole answer, for what may be refused. */
  ask(name: ProcedureName, input: unknown, as?: string): Promise<Envelope>;
  /** Ends it as a power cut would: nothing is closed, nothing is tidied up. */
  kill(): Promise<void>;
  /** Closes the workspace and ends it. */
  stop(): Promise<void>;
};

export async function startAppProcess(path: string, clock: () => number): Promise<AppProcess> {
  const child = fork(script, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const waiting = new Map<number, (envelope: Envelope) => void>();
  child.on('message', ({ turn, envelope }: { turn: number; envelope: Envelope }) => {
    waiting.get(turn)?.(envelope);
    waiting.delete(turn);
  });
  const ended = once(child, 'exit');
  let turn = 0;
  const ask: AppProcess['ask'] = (name, input, as = '') =>
    new Promise((resolve) => {
      turn += 1;
      waiting.set(turn, resolve);
      const asked: Asked = { turn, now: clock(), name, input, as };
      child.send(asked);
    });
  const call: AppProcess['call'] = async (name, input, as) => {
    const envelope = await ask(name, input, as);
    if (!envelope.ok) throw new Error(`${name}: ${envelope.error.message}`);
    const value: unknown = envelope.value;
    if (!isOutput(name, value)) throw new Error(`${name} answered nothing`);
    return value;
  };
  await call('workspace.open', { path });
  return {
    call,
    ask,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async stop() {
      await ask('workspace.close', {});
      child.kill();
      await ended;
    },
  };
}

/** The router has validated it against the contract; this states its type once. */
function isOutput<N extends ProcedureName>(_name: N, value: unknown): value is Output<N> {
  return value !== undefined;
}
