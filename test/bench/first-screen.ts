import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from '../../scripts/build.ts';
import type { Measure } from './stage.ts';

const limit = 330_000;

/** JavaScript that index.html loads before anything is clicked: its scripts and what they import statically. */
export async function firstScreen(): Promise<Measure> {
  await build();
  const root = join(import.meta.dirname, '../../dist/renderer');
  const page = readFileSync(join(root, 'index.html'), 'utf8');
  const entries = [...page.matchAll(/(?:src|href)="\.?\/?([^"]+\.js)"/g)].flatMap(
    ([, path]) => path ?? [],
  );
  const seen = new Set<string>();
  const queue = [...entries];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const text = readFileSync(join(root, path), 'utf8');
    for (const [, , specifier] of text.matchAll(
      /(^|[;}\s])import\s*(?:[\w*{][^"';()]*?from\s*)?["'](\.[^"']+)["']/g,
    )) {
      if (specifier !== undefined) queue.push(posix.join(posix.dirname(path), specifier));
    }
  }
  const bytes = [...seen].reduce(
    (sum, path) => sum + gzipSync(readFileSync(join(root, path))).length,
    0,
  );
  return {
    name: `first screen, ${seen.size} files, gzipped`,
    ours: `${(bytes / 1000).toFixed(0)} KB`,
    peer: `limit ${limit / 1000} KB`,
    ratio: bytes / limit,
    bar: 'at most 1',
    met: bytes <= limit,
  };
}
