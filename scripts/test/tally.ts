import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

/** What a test runner found. A file that did not load counts as one failed test. */
const tally = z.strictObject({
  passed: z.number().int(),
  failed: z.number().int(),
  skipped: z.array(z.strictObject({ test: z.string(), reason: z.string() })),
  /** Failed first and passed when run once more: counted as passed, and named. */
  unsteady: z.array(z.string()),
});
export type Tally = z.infer<typeof tally>;

/** Names the file a runner's reporter writes its tally to. */
export const tallyVariable = 'SLIPWAY_TALLY';

export function emptyTally(): Tally {
  return { passed: 0, failed: 0, skipped: [], unsteady: [] };
}

export function sumTallies(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
    failed: tallies.reduce((sum, { failed }) => sum + failed, 0),
    skipped: tallies.flatMap(({ skipped }) => skipped),
    unsteady: tallies.flatMap(({ unsteady }) => unsteady),
  };
}

/** Called by the reporters, which run in the runner's process. Nothing is asked for without the variable. */
export function writeTally(found: Tally): void {
  const file = process.env[tallyVariable];
  if (!file) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(found));
}

/**
 * Reads what a runner left behind and takes the file away. A runner that ended badly without naming
 * a failed test, or without any tally, failed as a whole.
 */
export function takeTally(file: string, exitCode: number): Tally {
  if (!existsSync(file)) return { ...emptyTally(), failed: 1 };
  const found = tally.parse(JSON.parse(readFileSync(file, 'utf8')));
  rmSync(file);
  return exitCode !== 0 && found.failed === 0 ? { ...found, failed: 1 } : found;
}

/** The closing line people and programs read: the last one on standard output. */
export function closingLine({ passed, failed, skipped }: Tally): string {
  const line = `${passed} passed, ${failed} failed`;
  return skipped.length === 0 ? line : `${line}, ${skipped.length} skipped`;
}
