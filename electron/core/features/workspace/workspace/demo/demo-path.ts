import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Refusal } from '#shared/model/refusal.ts';

/**
 * Where the demo is written: the given path, or `Slipway demo.slipway` in the documents folder, with
 * the next free number when there is one already. Refuses (`conflict`) a given path that exists.
 */
export function demoPath(given: string | undefined, documentsFolder: string): string {
  if (given === undefined) return freePath(documentsFolder);
  const path = resolve(given.endsWith('.slipway') ? given : `${given}.slipway`);
  if (!existsSync(path)) return path;
  throw new Refusal(
    'conflict',
    `${path} exists already, and a demo never writes over a file. Choose another name, or open that file.`,
  );
}

function freePath(folder: string): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? 'Slipway demo' : `Slipway demo ${number}`;
    const path = resolve(join(folder, `${name}.slipway`));
    if (!existsSync(path)) return path;
  }
}
