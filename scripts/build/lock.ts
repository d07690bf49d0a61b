import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from '../root.ts';

const folder = join(root, '.cache');
const lockFile = join(folder, 'build.lock');

/**
 * Runs `work` while no other process builds: two windows started at once would otherwise empty
 * dist/ under each other. A lock whose process is gone counts for nothing.
 */
export async function whileLocked<T>(work: () => Promise<T>): Promise<T> {
  mkdirSync(folder, { recursive: true });
  while (!take()) await wait(200);
  try {
    return await work();
  } finally {
    rmSync(lockFile, { force: true });
  }
}

function take(): boolean {
  try {
    writeFileSync(lockFile, `${process.pid}`, { flag: 'wx' });
    return true;
  } catch {
    if (!isHeld()) rmSync(lockFile, { force: true });
    return false;
  }
}

function isHeld(): boolean {
  try {
    process.kill(Number(readFileSync(lockFile, 'utf8')), 0);
    return true;
  } catch (error) {
    // Somebody else's process may not be signalled, but it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
