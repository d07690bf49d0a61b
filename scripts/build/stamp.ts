import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.ts';

const stampFile = join(root, 'dist/.stamp');

/**
 * A short text that changes when a file under `sources` is added, taken away or written to: a hash
 * over path, size and time. Reading the contents would take longer than it saves.
 */
export function sourceStamp(sources: readonly string[], base = root): string {
  const hash = createHash('sha256');
  for (const path of sources.flatMap((source) => filesUnder(source, base)).toSorted()) {
    const { size, mtimeMs } = statSync(join(base, path));
    hash.update(`${path}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}

function filesUnder(source: string, base: string): string[] {
  const path = join(base, source);
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [source];
  return globSync(`${source}/**/*`, { cwd: base }).filter((file) =>
    statSync(join(base, file)).isFile(),
  );
}

/** The stamps of what was built last, by target; empty when dist/ is missing or damaged. */
export function readStamps(): Map<string, string> {
  if (!existsSync(stampFile)) return new Map();
  const lines = readFileSync(stampFile, 'utf8').split('\n');
  return new Map(lines.map((line) => [line.split(' ')[0] ?? '', line.split(' ')[1] ?? '']));
}

export function writeStamp(target: string, stamp: string): void {
  const stamps = readStamps().set(target, stamp);
  stamps.delete('');
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stampFile, [...stamps].map((pair) => `${pair.join(' ')}\n`).join(''));
}
