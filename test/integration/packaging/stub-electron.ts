import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPackage } from '@electron/asar';

/** Where Electron's binary keeps its fuses: behind this text, a version, a length and the wire. */
const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** Eight fuses, all off at first, so that what is on afterwards was switched on. */
const wire = '00000000';

/**
 * Just enough of an Electron distribution for the packager: a binary that is fuses only, and the
 * archive Electron starts with. It cannot run; it shows which files end up where.
 */
export async function writeStubElectron(folder: string): Promise<void> {
  const app = join(folder, 'default-app');
  mkdirSync(app, { recursive: true });
  mkdirSync(join(folder, 'dist/resources'), { recursive: true });
  writeFileSync(join(app, 'main.js'), '');
  await createPackage(app, join(folder, 'dist/resources/default_app.asar'));
  const binary = Buffer.concat([
    Buffer.from(`stub\0${fuseSentinel}`),
    Buffer.from([1, wire.length]),
    Buffer.from(wire),
  ]);
  writeFileSync(join(folder, 'dist/electron'), binary, { mode: 0o755 });
  writeFileSync(join(folder, 'dist/LICENSE'), 'licence of Electron');
}

/** The fuse wire of a binary, one character a fuse: `0` off, `1` on. */
export function readFuses(binary: Buffer): string {
  const at = binary.indexOf(fuseSentinel) + fuseSentinel.length + 2;
  return binary.subarray(at, at + wire.length).toString();
}
