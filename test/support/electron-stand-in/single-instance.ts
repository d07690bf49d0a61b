import { mkdirSync, readFileSync, readdirSync, rmSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const handedOver = z.object({ argv: z.array(z.string()), cwd: z.string() });
type Handed = z.infer<typeof handedOver>;

/**
 * One program for each folder, decided at once as Electron does. A second one leaves its command
 * line as a file, which the first one is watching for.
 */
export function takeInstance(folder: string, onSecond: (handed: Handed) => void): boolean {
  const lock = join(folder, 'instance');
  const inbox = join(folder, 'instance-inbox');
  mkdirSync(inbox, { recursive: true });
  try {
    writeFileSync(lock, `${process.pid}`, { flag: 'wx' });
  } catch {
    const handed: Handed = { argv: process.argv, cwd: process.cwd() };
    writeFileSync(join(inbox, `${process.pid}.json`), JSON.stringify(handed));
    return false;
  }
  process.on('exit', () => rmSync(lock, { force: true }));
  watch(inbox, () => {
    for (const name of readdirSync(inbox)) {
      const text = readFileSync(join(inbox, name), 'utf8');
      // Seen between its making and its writing: the next event brings it whole.
      if (text === '') continue;
      rmSync(join(inbox, name));
      onSecond(handedOver.parse(JSON.parse(text)));
    }
  }).unref();
  return true;
}
