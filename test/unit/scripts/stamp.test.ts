import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { sourceStamp } from '../../../scripts/build/stamp.ts';

let base = '';
const stamp = () => sourceStamp(['shared', 'package.json', 'not-there'], base);

function write(path: string, text: string, seconds = 1_000): void {
  const file = join(base, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
  utimesSync(file, seconds, seconds);
}

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'slipway-stamp-'));
  write('shared/model/release.ts', 'a');
  write('package.json', '{}');
});

describe('the stamp of the sources', () => {
  it('stays the same while nothing is written', () => {
    expect(stamp()).toBe(stamp());
  });

  it.each([
    ['a file is saved again', () => write('shared/model/release.ts', 'b', 2_000)],
    ['a file is longer at the same time', () => write('shared/model/release.ts', 'ab')],
    ['a file is added in a folder', () => write('shared/model/gate.ts', '')],
    ['a file is taken away', () => rmSync(join(base, 'shared/model/release.ts'))],
    ['a single file is written', () => write('package.json', '{ }', 2_000)],
  ])('changes when %s', (_, change) => {
    const before = stamp();
    change();
    expect(stamp()).not.toBe(before);
  });

  it('does not look at other files', () => {
    const before = stamp();
    write('renderer/main.tsx', '');
    expect(stamp()).toBe(before);
  });
});
