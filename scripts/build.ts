import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs, stripVTControlCharacters } from 'node:util';
import { whileLocked } from './build/lock.ts';
import { readStamps, sourceStamp, writeStamp } from './build/stamp.ts';
import { targets } from './build/targets.ts';
import type { Target } from './build/targets.ts';
import { root } from './root.ts';

export type BuildOptions = {
  /** Only these parts of dist/; all of them when left out. */
  only?: readonly Target['name'][];
  /** Build also what has not changed. */
  force?: boolean;
};

/**
 * Brings dist/ up to date and says on standard error what it did; what has not changed since the
 * last build is left alone. Rejects with the bundler's message when a part does not build.
 */
export async function build({ only, force = false }: BuildOptions = {}): Promise<void> {
  const wanted = targets.filter(({ name }) => only === undefined || only.includes(name));
  const stale = () => wanted.filter((target) => force || !isUpToDate(target));
  if (stale().length === 0) return;
  await whileLocked(async () => {
    // Asked again: whoever held the lock may have built just this.
    for (const target of stale()) await buildTarget(target);
  });
}

function isUpToDate({ name, sources, outputs }: Target): boolean {
  return missing(outputs).length === 0 && readStamps().get(name) === sourceStamp(sources);
}

function missing(paths: readonly string[]): string[] {
  return paths.filter((path) => !existsSync(join(root, path)));
}

async function buildTarget({ name, entries, sources, make }: Target): Promise<void> {
  const absent = missing(entries);
  if (absent.length > 0) {
    console.error(`${name}: skipped, nothing to build without ${absent.join(' and ')}`);
    return;
  }
  // Taken before the build: a file that is saved meanwhile makes the result stale, as it is.
  const stamp = sourceStamp(sources);
  const start = performance.now();
  await make();
  writeStamp(name, stamp);
  console.error(`${name}: built in ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

/** `npm run build -- [--force] [renderer|desktop|preload|browser|cli|resources …]` */
export async function main(args: string[]): Promise<void> {
  try {
    const options = { force: { type: 'boolean' } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    await build({ ...values, only: positionals.length === 0 ? undefined : named(positionals) });
  } catch (error) {
    console.error(stripVTControlCharacters(error instanceof Error ? error.message : String(error)));
    process.exitCode = 1;
  }
}

function named(names: readonly string[]): Target['name'][] {
  return names.map((name) => {
    const target = targets.find((one) => one.name === name);
    if (target !== undefined) return target.name;
    const known = targets.map((one) => one.name).join(', ');
    throw new Error(`Expected one of ${known} and found "${name}".`);
  });
}

if (import.meta.main) await main(process.argv.slice(2));
