import { utilityProcess } from 'electron';
import type { CoreProcess } from './core-client.ts';
import type { FromCore } from './core-messages.ts';

/** Starts the core's bundle in a process of its own. */
export function forkCore(path: string): CoreProcess {
  const child = utilityProcess.fork(path, [], { serviceName: 'Slipway core', stdio: 'inherit' });
  return {
    post: (message) => child.postMessage(message),
    onMessage: (listener) => child.on('message', (message: FromCore) => listener(message)),
    onExit: (listener) => child.on('exit', (code) => listener(code)),
    kill: () => void child.kill(),
  };
}
