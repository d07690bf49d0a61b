import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';

/**
 * Exactly one process writes a workspace. The lock is an exclusive transaction on a small file
 * beside it: the operating system lets go of it when the process ends, however it ends, so a lock
 * left behind by a crash never has to be guessed at.
 */
export type Lock = { release(): void };

/** Takes the lock of a workspace, or answers null while another process holds it. Throws where the folder cannot be written. */
export function takeLock(workspacePath: string): Lock | null {
  const path = `${workspacePath}.lock`;
  const database = new Database(path, { timeout: 0 });
  try {
    database.pragma('journal_mode = MEMORY');
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (isBusy(error)) return null;
    throw error;
  }
  return {
    release() {
      // Taken away while still held: whoever comes next makes a new file and a lock of its own.
      rmSync(path, { force: true });
      database.close();
    },
  };
}

function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
}
