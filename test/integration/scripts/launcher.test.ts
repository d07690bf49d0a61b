import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../../scripts/root.ts';

/** As an older Node is: it does not strip types. No Node of the checkout is in reach of the copy. */
function runWithoutTypes(folder: string, ...args: string[]) {
  return spawnSync(
    process.execPath,
    ['--no-experimental-strip-types', join(folder, 'scripts/run.mjs'), ...args],
    { encoding: 'utf8' },
  );
}

describe('the launcher of the scripts', () => {
  it('says what to do where Node is too old and brings none of its own', () => {
    const folder = mkdtempSync(join(tmpdir(), 'slipway-launcher-'));
    cpSync(join(root, 'scripts'), join(folder, 'scripts'), { recursive: true });
    const { status, stderr } = runWithoutTypes(folder, 'start');
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^Slipway needs Node 22\.18 or newer .* found \d+\.\d+\.\d+\. Run "npm ci"/,
    );
  });

  it('takes the Node that npm ci brought when the one it runs on is too old', () => {
    const { status, stderr } = runWithoutTypes(root, 'check', 'spelling');
    expect(status).toBe(2);
    expect(stderr).toContain('and found "spelling"');
  });

  it('refuses a script that does not exist', () => {
    const { status, stderr } = runWithoutTypes(root, 'launch');
    expect(status).toBe(1);
    expect(stderr).toContain('found "launch"');
  });
});
