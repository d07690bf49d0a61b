import { onTestFinished } from 'vitest';
import { createApp } from '#core/app.ts';
import type { App, DeviceSettings, Platform } from '#core/platform.ts';
import { memorySecrets } from '#core/secrets/memory.ts';
import type { Input, Output, ProcedureName } from '#shared/contract/index.ts';
import type { AppEvent, CallError } from '#shared/contract/procedure.ts';
import { noPrinter } from './no-printer.ts';
import { testMachine } from './test-machine.ts';
import { temporaryFolder, testNow } from './surroundings.ts';

export type TestApp = {
  app: App;
  folder: string;
  platform: Platform;
  events: AppEvent[];
  /** What the log was told of failures; a test that expects none can say so. */
  errors: unknown[];
  setNow(instant: string): void;
  advance(ms: number): void;
  /** Calls a procedure and gives its value; throws when it is refused. */
  call<N extends ProcedureName>(name: N, input: Input<N>, actingAs?: string): Promise<Output<N>>;
  /** Calls a procedure that must be refused and gives the error. */
  refused(name: string, input: unknown, actingAs?: string): Promise<CallError>;
};

/** The real application in process, over a folder of its own, with a clock that stands still. */
export function startTestApp(options: { folder?: string; host?: Platform['host'] } = {}): TestApp {
  const folder = options.folder ?? temporaryFolder();
  let now = testNow;
  let seed = 1;
  const errors: unknown[] = [];
  const events: AppEvent[] = [];
  const platform = testPlatform(folder, options.host ?? 'test');
  const app = createApp({
    platform,
    clock: () => now,
    randomBytes(count) {
      // A small generator is enough: ids must differ, and be the same in every run.
      return Uint8Array.from({ length: count }, () => {
        seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fff_ffff;
        return seed >>> 16;
      });
    },
    wait: () => Promise.resolve(),
    log: { info: () => undefined, error: (_message, error) => errors.push(error) },
  });
  app.subscribe((event) => events.push(event));
  onTestFinished(() => app.close());
  return {
    app,
    folder,
    platform,
    events,
    errors,
    setNow: (instant) => {
      now = Date.parse(instant);
    },
    advance: (ms) => {
      now += ms;
    },
    async call(name, input, actingAs) {
      const envelope = await app.call(name, input, actingAs === undefined ? {} : { actingAs });
      if (!envelope.ok) {
        throw new Error(`${name}: ${envelope.error.message}`, { cause: errors.at(-1) });
      }
      const value: unknown = envelope.value;
      if (!isOutput(name, value)) throw new Error(`${name} answered nothing`);
      return value;
    },
    async refused(name, input, actingAs) {
      const envelope = await app.call(name, input, actingAs === undefined ? {} : { actingAs });
      if (envelope.ok) throw new Error(`${name} was expected to be refused`);
      return envelope.error;
    },
  };
}

/** The router has validated it against the contract; this states its type once. */
function isOutput<N extends ProcedureName>(_name: N, value: unknown): value is Output<N> {
  return value !== undefined;
}

/** The abilities of a host with nothing behind them but memory. */
export function testPlatform(folder: string, host: Platform['host']): Platform {
  return {
    host,
    secrets: memorySecrets(),
    settings: memorySettings(),
    documentsFolder: folder,
    pickFile: null,
    uploads: new Map(),
    printPdf: noPrinter,
    machine: testMachine,
    online: () => true,
  };
}

function memorySettings(): Platform['settings'] {
  let settings: DeviceSettings = {
    deviceId: '0190a0a0-0000-7000-8000-00000000000d',
    recent: [],
    actingAs: {},
  };
  return {
    read: () => settings,
    write: (next) => {
      settings = next;
    },
  };
}
