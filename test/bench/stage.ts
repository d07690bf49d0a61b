import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createApp } from '#core/app.ts';
import type { App, Clock, DeviceSettings, Platform } from '#core/platform.ts';
import { isRecord } from '#core/sync/record.ts';
import { noPrinter } from '../support/no-printer.ts';
import { testMachine } from '../support/test-machine.ts';

/** A folder on the disk of the checkout: a temporary folder may be memory, which proves nothing about durability. */
export function benchFolder(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(import.meta.dirname, '../../dist-bench-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export function benchApp(folder: string, clock: Clock = Date.now): App {
  let settings: DeviceSettings = { deviceId: 'bench-device', recent: [], actingAs: {} };
  const platform: Platform = {
    host: 'test',
    secrets: {
      protection: () => 'memory',
      locked: () => false,
      unlock: async () => undefined,
      get: async () => null,
      set: async () => undefined,
      delete: async () => undefined,
    },
    settings: {
      read: () => settings,
      write: (next) => {
        settings = next;
      },
    },
    documentsFolder: folder,
    pickFile: null,
    uploads: new Map(),
    printPdf: noPrinter,
    machine: testMachine,
    online: () => true,
  };
  return createApp({
    platform,
    clock,
    randomBytes: (count) => randomBytes(count),
    log: { info: () => undefined, error: (message, error) => console.error(message, error) },
  });
}

/** Calls a procedure that must succeed; benchmarks read single fields of the answer. */
export async function must(
  app: App,
  name: string,
  input: unknown,
): Promise<Record<string, unknown>> {
  const envelope = await app.call(name, input);
  if (!envelope.ok) throw new Error(`${name}: ${envelope.error.message}`);
  return isRecord(envelope.value) ? envelope.value : { list: envelope.value };
}

export function idOf(value: Record<string, unknown>): string {
  if (typeof value['id'] !== 'string') throw new Error('expected an answer with an id');
  return value['id'];
}

/** The given share of sorted values, 0.5 the median; milliseconds in, milliseconds out. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export type Measure = {
  name: string;
  ours: string;
  peer: string;
  ratio: number;
  /** What the ratio must be: at least or at most. */
  bar: string;
  met: boolean;
};
