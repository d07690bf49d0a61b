import { createApp } from '#core/app.ts';
import type { DeviceSettings } from '#core/platform.ts';
import { memorySecrets } from '#core/secrets/memory.ts';
import { noPrinter } from './no-printer.ts';
import { testMachine } from './test-machine.ts';

/**
 * The whole core in a process of its own, with the clock of whoever asks, so that it can be killed as
 * a power cut would while time stands where the test wants it. `app-process.ts` talks to it.
 */
export type Asked = { turn: number; now: number; name: string; input: unknown; as: string };

const settings: DeviceSettings = {
  deviceId: '0190a0a0-0000-7000-8000-00000000000e',
  recent: [],
  actingAs: {},
};
let now = 0;
// Each process makes ids of its own; the seed only has to differ from one to the next.
let seed = process.pid;

const app = createApp({
  platform: {
    host: 'test',
    secrets: memorySecrets(),
    settings: { read: () => settings, write: () => undefined },
    documentsFolder: process.cwd(),
    pickFile: null,
    uploads: new Map(),
    printPdf: noPrinter,
    machine: testMachine,
    online: () => true,
  },
  clock: () => now,
  randomBytes: (count) =>
    Uint8Array.from({ length: count }, () => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fff_ffff;
      return seed >>> 16;
    }),
  wait: () => Promise.resolve(),
  log: {
    info: () => undefined,
    error: (message, error) => process.stderr.write(`${message} ${String(error)}\n`),
  },
});

process.on('message', (asked: Asked) => {
  now = asked.now;
  void app
    .call(asked.name, asked.input, asked.as === '' ? {} : { actingAs: asked.as })
    .then((envelope) => process.send?.({ turn: asked.turn, envelope }));
});
