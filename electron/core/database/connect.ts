import { closeSync, openSync, readSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { Refusal } from '#shared/model/refusal.ts';
import { keepStatements } from './keep-statements.ts';

/** "SLIP" in the header of every workspace: tells it from any other SQLite file. */
export const applicationId = 0x534c4950;

/**
 * Opens the SQLite file with the settings every connection of Slipway has. `synchronous=FULL` is
 * set each time: a file in WAL mode otherwise opens with NORMAL and can lose the last commits when
 * the power goes. Sizes are in pages or KiB as SQLite has them.
 */
export function connect(path: string, mode: 'read' | 'write' | 'create'): Database.Database {
  const database = new Database(path, {
    readonly: mode === 'read',
    fileMustExist: mode !== 'create',
    timeout: 5000,
  });
  try {
    database.pragma('trusted_schema = OFF');
    database.pragma('foreign_keys = ON');
    database.pragma('temp_store = MEMORY');
    database.pragma('cache_size = -65536');
    database.pragma('mmap_size = 268435456');
    if (mode !== 'read') database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    keepStatements(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Refuses what is not a workspace before SQLite is let near it. */
export function checkIsWorkspace(path: string): void {
  const header = readHeader(path);
  if (header.length < 100 || header.toString('latin1', 0, 16) !== 'SQLite format 3\0') {
    throw new Refusal(
      'invalid_input',
      `${path} is not a Slipway workspace: expected a file that Slipway made (name.slipway), found ${describe(header)}. Choose another file, or create a new workspace.`,
    );
  }
  if (header.readUInt32BE(68) !== applicationId) {
    throw new Refusal(
      'invalid_input',
      `${path} is an SQLite database of another program, not a Slipway workspace. Choose another file, or create a new workspace.`,
    );
  }
}

function readHeader(path: string): Buffer {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) {
    throw new Refusal(
      'not_found',
      `There is no file ${path}. Check the path, or create a workspace there.`,
    );
  }
  if (!stats.isFile()) {
    throw new Refusal('invalid_input', `${path} is a folder. Choose a .slipway file in it.`);
  }
  const file = openSync(path, 'r');
  try {
    const header = Buffer.alloc(100);
    return header.subarray(0, readSync(file, header, 0, 100, 0));
  } finally {
    closeSync(file);
  }
}

function describe(header: Buffer): string {
  if (header.length === 0) return 'an empty file';
  return header.length < 100 ? 'a file too short to be one' : 'another kind of file';
}
