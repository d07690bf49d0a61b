import { EventEmitter } from 'node:events';

/** Preloaded into a utility process: `process.parentPort`, as Electron's Node has it. */
const parentPort = Object.assign(new EventEmitter(), {
  // As in Electron, what is posted after the other end has gone is dropped without an error.
  postMessage: (message: object) => process.send?.(message, () => undefined),
});
process.on('message', (data) => parentPort.emit('message', { data }));
Object.assign(process, { parentPort });
