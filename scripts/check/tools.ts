import { join } from 'node:path';
import { root } from '../root.ts';

/** One thing that is checked about the sources, by a program that exits with 0 when all is well. */
export type Tool = {
  name: string;
  /** Arguments of Node: the program and what it is told. */
  args: string[];
  /** What a failure asks for, in one line. */
  remedy: string;
};

/**
 * A file is linted again when it changed. What a change means for the types in other files shows
 * where there is no cache, as on a build server.
 */
const cacheUnlessStrict = process.env['CI']
  ? []
  : ['--cache', '--cache-location', '.cache/eslint/'];

/** Longest first: two run at a time, and the long one should not begin last. */
export const tools: readonly Tool[] = [
  {
    name: 'lint',
    args: [bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0', ...cacheUnlessStrict],
    remedy: 'mend what eslint names',
  },
  {
    name: 'layers',
    args: [bin('vitest/vitest.mjs'), 'run', '--project', 'architecture'],
    remedy: 'read the failed sentence; lint/layers.ts has the table',
  },
  {
    name: 'types',
    args: [bin('typescript7/bin/tsc'), '--noEmit', '-p', 'tsconfig.json'],
    remedy: 'mend what the type checker names',
  },
  {
    name: 'format',
    args: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
    remedy: 'run "npm run format"',
  },
  {
    name: 'dead code',
    args: [bin('knip/bin/knip.js'), '--no-progress'],
    remedy: 'use it, or take it away',
  },
];

function bin(path: string): string {
  return join(root, 'node_modules', path);
}
