import { fork, type ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { fileURLToPath } from 'node:url';

const children = new Set<ChildProcess>();

/** A utility process is a Node process here; its port is a channel of messages, as in Electron. */
export const utilityProcess = {
  fork(path: string, args: string[]) {
    const port = fileURLToPath(new URL('./utility-port.ts', import.meta.url));
    const child = fork(path, args, {
      execArgv: ['--import', port],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    children.add(child);
    const emitter = new EventEmitter();
    child.on('message', (message) => emitter.emit('message', message));
    child.on('exit', (code) => {
      children.delete(child);
      emitter.emit('exit', code ?? 1);
    });
    return Object.assign(emitter, {
      // A message to a process that has just ended is lost, not an error.
      postMessage: (message: object) => child.send(message, () => undefined),
      kill: () => child.kill(),
    });
  },
};

/** As if the operating system had ended it. */
export function killUtilityProcesses(): void {
  children.forEach((child) => child.kill('SIGKILL'));
}

process.on('exit', killUtilityProcesses);
