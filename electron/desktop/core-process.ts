import { randomBytes, randomUUID } from 'node:crypto';
import { homedir } from 'node:os';
import { createApp } from '#core/app.ts';
import { contract, isProcedure } from '#shared/contract/index.ts';
import { devicePlatform } from '../host/device/platform.ts';
import { lineLog } from '../host/device/line-log.ts';
import { coreHost } from './core-host.ts';
import type { FromCore, ToCore } from './core-messages.ts';

/** Entry of the utility process: wires the core to the port of the main process. */
const port = process.parentPort;
const post = (message: FromCore) => port.postMessage(message);
const clock = () => Date.now();
const log = lineLog(clock, (text) => post({ type: 'log', text }));

const host = coreHost({
  createApp,
  platformFor: ({ folders }) =>
    devicePlatform({
      host: 'desktop',
      folders,
      machine: { os: process.platform, home: homedir(), env: process.env, superuser: false },
      clock,
      randomBytes,
      newId: () => randomUUID(),
      log,
    }),
  isQuery: (name) => isProcedure(name) && contract[name].kind === 'query',
  clock,
  randomBytes,
  log,
  post,
});

port.on('message', (event: { data: ToCore }) => host.receive(event.data));
post({ type: 'hello' });
