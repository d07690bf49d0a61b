import { basename } from 'node:path';
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
  if (code.startsWith('SQLITE_CANTOPEN')) {
    return new Refusal(
      'precondition_failed',
      `${path} could not be opened or made. Check that its folder exists and that you may write there, or choose a folder of your own.`,
    );
  }
  if (code.startsWith('SQLITE_READONLY') || ['EACCES', 'EPERM', 'EROFS'].includes(code)) {
    return new Refusal(
      'precondition_failed',
      `You have no permission to read or write ${placeOf(error) ?? path}. Ask for it, or choose a folder of your own.`,
    );
  }
  return error;
}

/** `holder` names the program that has it; null where that is not known. */
export function heldElsewhere(path: string, holder: string | null): Refusal {
  const who = holder === null ? 'another Slipway on this machine' : `another Slipway (${holder})`;
  return new Refusal(
    'unavailable',
    `${path} is open in ${who}. Continue there, or close it there and try again.`,
  );
}

/** The last program that had it did not close it, and none may make up for that in its folder. */
export function leftOpen(path: string): Refusal {
  return new Refusal(
    'precondition_failed',
    `${path} was not closed by the program that had it last, and without the right to write in its folder it cannot be read. Copy it, together with the file ${basename(path)}-wal if there is one, to a folder of your own and open it there.`,
  );
}

export function codeOf(error: unknown): string {
  if (error instanceof Database.SqliteError) return error.code;
  if (error instanceof Error && 'code' in error && typeof error.code === 'string')
    return error.code;
  return '';
}

/** The file or folder the operating system refused, which need not be the workspace. */
function placeOf(error: unknown): string | null {
  return error instanceof Error && 'path' in error && typeof error.path === 'string'
    ? error.path
    : null;
}

function message(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
