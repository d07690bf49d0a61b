import Database from 'better-sqlite3';
import { Refusal } from '#shared/model/refusal.ts';

/**
 * Puts a failure of the database or the file system into words people can act on. Refusals pass
 * unchanged; what is not known here comes back as it is and ends as `internal`.
 */
export function inWords(error: unknown, path: string): unknown {
  if (error instanceof Refusal) return error;
  const code = codeOf(error);
  if (code.startsWith('SQLITE_FULL') || code === 'ENOSPC') {
    return new Refusal(
      'unavailable',
      `The disk is full: the change could not be written to ${path}. Nothing of it was saved and nothing else was lost. Free some space and repeat it.`,
    );
  }
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB')) {
    return new Refusal(
      'precondition_failed',
      `${path} is damaged: ${message(error)}. Nothing was changed. Keep the file, and open the newest backup of it.`,
    );
  }
  if (code.startsWith('SQLITE_IOERR')) {
    return new Refusal(
      'unavailable',
      `${path} could not be read or written (${code}). The change was not saved. Check the disk or the network folder and try again.`,
    );
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new Refusal(
      'unavailable',
      `${path} is in use by another program. Close it there and try again.`,
    );
  }
  if (
    code.startsWith('SQLITE_READONLY') ||
    code === 'EACCES' ||
    code === 'EPERM' ||
    code === 'EROFS'
  ) {
    return new Refusal(
      'precondition_failed',
      `${path} cannot be written: no write permission here. Move it to a folder of your own, or ask for the permission.`,
    );
  }
  return error;
}

export function codeOf(error: unknown): string {
  if (error instanceof Database.SqliteError) return error.code;
  if (error instanceof Error && 'code' in error && typeof error.code === 'string')
    return error.code;
  return '';
}

function message(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
