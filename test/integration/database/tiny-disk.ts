import { spawnSync } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A real filesystem of a few megabytes, which goes when the test is over. */
type TinyDisk = {
  folder: string;
  /** Fills it to the last block, but for `spare` bytes. */
  fill(spare?: number): void;
  free(): void;
};

const block = 4096;

/** Why no small filesystem can be made here; null where it can. */
export function whyNoTinyDisk(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    return 'mounting a small filesystem takes Linux and root';
  }
  const folder = mkdtempSync(join(tmpdir(), 'slipway-disk-'));
  const refused = mount(folder);
  if (refused === null) spawnSync('umount', [folder]);
  rmdirSync(folder);
  return refused;
}

export function tinyDisk(): TinyDisk {
  const mountPoint = mkdtempSync(join(tmpdir(), 'slipway-disk-'));
  const refused = mount(mountPoint);
  if (refused !== null) throw new Error(refused);
  onTestFinished(() => {
    spawnSync('umount', [mountPoint]);
    rmdirSync(mountPoint);
  });
  const folder = join(mountPoint, 'work');
  mkdirSync(folder);
  const ballast = join(mountPoint, 'ballast');
  return {
    folder,
    fill(spare = 0) {
      fillUp(ballast);
      truncateSync(ballast, statSync(ballast).size - spare);
    },
    free: () => rmSync(ballast),
  };
}

function mount(folder: string): string | null {
  const asked = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', folder], {
    encoding: 'utf8',
  });
  return asked.status === 0 ? null : `mount was refused: ${asked.error?.message ?? asked.stderr}`;
}

function fillUp(path: string): void {
  const file = openSync(path, 'a');
  try {
    for (;;) writeSync(file, Buffer.alloc(block));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  } finally {
    closeSync(file);
  }
}
