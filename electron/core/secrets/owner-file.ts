import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Replaces a small file in one step: a crash leaves the old text or the new one, never half of it.
 * The file is readable by its owner only (0600), as is a folder made for it (0700).
 */
export function writeOwnerFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  // The process id keeps two programs on one settings folder from writing into the same draft.
  const draft = `${path}.${process.pid}.new`;
  // A draft left by a crash may have other rights: "wx" below makes sure that this one is ours.
  rmSync(draft, { force: true });
  const handle = openSync(draft, 'wx', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(draft, path);
}
