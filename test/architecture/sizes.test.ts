import { describe, expect, it } from 'vitest';
import { program, tests, tooling } from './sources.ts';
import type { Source } from './sources.ts';

const sources = [...program, ...tooling];

/** The number of lines that the given share of the files stays within. */
function within(share: number): number {
  const sorted = sources.map(({ lines }) => lines).toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
}

function longerThan(files: readonly Source[], max: number): string[] {
  return files.filter(({ lines }) => lines > max).map(({ path, lines }) => `${path}: ${lines}`);
}

describe('source files', () => {
  it('have a median under 110 lines', () => {
    expect(within(0.5)).toBeLessThan(110);
  });

  it('stay under 250 lines, 95 % of them', () => {
    expect(within(0.95)).toBeLessThan(250);
  });

  it('never have more than 400 lines', () => {
    expect(longerThan(sources, 400)).toEqual([]);
  });

  it('have tests of at most 600 lines', () => {
    expect(longerThan(tests, 600)).toEqual([]);
  });
});
