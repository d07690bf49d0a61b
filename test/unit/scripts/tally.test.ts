import { mkdtempSync, writeFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { closingLine, sumTallies, takeTally } from '../../../scripts/test/tally.ts';

const folder = mkdtempSync(join(tmpdir(), 'slipway-tally-'));

function tallyFile(content: unknown): string {
  const file = join(folder, 'tally.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}

describe('the closing line', () => {
  it('names what passed and what failed, and no skipped tests when there are none', () => {
    const tally = { passed: 12, failed: 0, skipped: [], unsteady: ['drag'] };
    expect(closingLine(tally)).toBe('12 passed, 0 failed');
  });

  it('counts skipped tests behind them', () => {
    const skipped = [{ test: 'smoke', reason: 'no runtime' }];
    expect(closingLine({ passed: 1, failed: 2, skipped, unsteady: [] })).toBe(
      '1 passed, 2 failed, 1 skipped',
    );
  });

  it('adds up all parts', () => {
    const skipped = [{ test: 'smoke', reason: 'no runtime' }];
    const total = sumTallies([
      { passed: 1, failed: 0, skipped, unsteady: ['drag'] },
      { passed: 2, failed: 3, skipped: [], unsteady: [] },
    ]);
    expect(total).toEqual({ passed: 3, failed: 3, skipped, unsteady: ['drag'] });
  });
});

describe('the tally of a runner', () => {
  it('is read once and taken away', () => {
    const file = tallyFile({ passed: 3, failed: 0, skipped: [], unsteady: [] });
    expect(takeTally(file, 0)).toEqual({ passed: 3, failed: 0, skipped: [], unsteady: [] });
    expect(existsSync(file)).toBe(false);
  });

  it('counts a failure when the runner ended badly without naming one', () => {
    expect(
      takeTally(tallyFile({ passed: 3, failed: 0, skipped: [], unsteady: [] }), 1).failed,
    ).toBe(1);
  });

  it('is a failure when the runner left none', () => {
    expect(takeTally(join(folder, 'never-written.json'), 0).failed).toBe(1);
  });
});
