import { EventEmitter } from 'node:events';

/** Preloaded into a utility process: `process.parentPort`, as Electron's Node has it. */
const parentPort = Object.assign(new EventEmitter(), {
  postMessage: (message: object) => process.send?.(message),
});
process.on('message', (data) => parentPort.emit('message', { data }));
Object.assign(process, { parentPort });
