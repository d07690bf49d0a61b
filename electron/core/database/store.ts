import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, realpathSync, rmSync, statSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { Clock, RandomBytes } from '#core/platform.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { checkIsWorkspace, connect } from './connect.ts';
import { codeOf, heldElsewhere, inWords, leftOpen } from './failures.ts';
import { createIds } from './ids.ts';
import { openJournal } from './journal/append.ts';
import { journalHead } from './journal/head.ts';
import type { JournalHead } from './journal/head.ts';
import { createHlc } from './journal/hlc.ts';
import { takeLock } from './lock.ts';
import type { Lock } from './lock.ts';
import { readMeta, writeMeta } from './meta.ts';
import { migrate, schemaVersion } from './migrate.ts';
import type { Migration } from './migrate.ts';
import { indexWhenStale, openSearchIndex } from './search-index.ts';
import { createTableWriter } from './write.ts';
import type { Write } from './write.ts';

/** One open workspace file. Queries use `orm` (typed) or `raw` (measured hot paths); writes go through `transact`. */
export type Store = {
  path: string;
  workspaceId: string;
  /** Whose chain of the journal this file continues here. */
  deviceId: string;
  orm: BetterSQLite3Database;
  raw: Database.Database;
  /** Why the file cannot be written, as a sentence; null when it can. */
  readOnly: string | null;
  /** Runs a command's writes as one durable transaction; all of it happens or nothing. Never async. */
  transact<T>(command: string, actorId: string | null, work: (write: Write) => T): T;
  /** The newest entry of the journal, whichever device made it; null before the first. */
  head(): JournalHead | null;
  newId(): string;
  /** Checkpoints and leaves one plain file. */
  close(): void;
};

export type StoreOptions = {
  path: string;
  mode: 'write' | 'read' | 'create';
  /** Names this device and its user; a file copied elsewhere gets a chain of its own. */
  deviceId: string;
  migrations: Migration[];
  clock: Clock;
  randomBytes: RandomBytes;
  /** For `create`: the id the new workspace gets. */
  newWorkspaceId?: string;
  /** Which program has the file at this real path open, in words; null when it is not known. */
  holderOf?: (file: string) => string | null;
};

/** Opens or creates a workspace file. Every failure is a refusal that says what to do. */
export function openStore(options: StoreOptions): Store {
  try {
    return open(options);
  } catch (error) {
    throw inWords(error, options.path);
  }
}

function open(options: StoreOptions): Store {
  const { path, mode, migrations, holderOf } = options;
  if (mode === 'create') refuseExisting(path);
  else checkIsWorkspace(path);
  // Lock and WAL lie beside the file itself, by whatever link it is opened.
  const file = mode === 'create' ? path : realpathSync(path);
  let readOnly: string | null = mode === 'read' ? 'The file is opened for reading only.' : null;
  let lock: Lock | null = null;
  if (mode === 'write' && !isWritable(path)) {
    readOnly = `You have no permission to write ${path}, so the workspace is open for reading only. Copy it to a folder of your own to change it.`;
  }
  if (readOnly === null) {
    try {
      lock = takeLock(file);
    } catch (error) {
      if (mode === 'create' || !isPermission(error)) throw error;
      readOnly = `The folder of ${path} cannot be written, so the workspace is open for reading only. Copy it to a folder of your own to change it.`;
    }
    if (lock === null && readOnly === null) throw heldElsewhere(path, holderOf?.(file) ?? null);
  }
  try {
    return mode === 'create' ? create() : openLocked();
  } catch (error) {
    lock?.release();
    throw error;
  }

  function create(): Store {
    // Asked again under the lock: only what was made here may be taken away when it fails.
    refuseExisting(path);
    try {
      return openLocked();
    } catch (error) {
      for (const part of ['', '-wal', '-shm']) rmSync(`${path}${part}`, { force: true });
      throw error;
    }
  }

  function openLocked(): Store {
    const unclean = existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0;
    const newest = migrations.at(-1)?.version ?? 0;
    if (mode !== 'create' && readOnly === null) {
      const probe = connect(path, 'read');
      const found = schemaVersion(probe);
      probe.close();
      if (found > newest) {
        readOnly = `This workspace was last changed by a newer Slipway (its format is ${found}, this program knows ${newest}), so it is open for reading only. Update Slipway to change it.`;
        lock?.release();
        // Let go of once only: a second time would take away the lock of whoever has it by then.
        lock = null;
      }
    }
    const raw = readOnly === null ? connect(path, mode) : connectToRead(path);
    try {
      if (unclean && mode !== 'read') checkQuickly(raw, path);
      if (readOnly === null) migrate(raw, path, migrations);
      // Until the first checkpoint a new file is empty, and another process could not tell what it is.
      if (mode === 'create') raw.pragma('wal_checkpoint(TRUNCATE)');
      return assemble(options, raw, readOnly, lock);
    } catch (error) {
      raw.close();
      throw error;
    }
  }
}

function assemble(
  options: StoreOptions,
  raw: Database.Database,
  readOnly: string | null,
  lock: Lock | null,
): Store {
  const { path, clock, randomBytes } = options;
  const newId = createIds(clock, randomBytes);
  const workspaceId = readMeta(raw, 'workspace_id') ?? options.newWorkspaceId ?? newId();
  if (readOnly === null) {
    writeMeta(raw, 'workspace_id', workspaceId);
    claimDevice(raw, options, newId);
    indexWhenStale(raw);
  }
  const deviceId = readMeta(raw, 'device_id') ?? workspaceId;
  const journal = openJournal(raw, deviceId, schemaVersion(raw), newId);
  const hlc = createHlc(deviceId, journalHead(raw)?.hlc ?? null);
  const beginWrite = createTableWriter(raw, workspaceId);
  const search = openSearchIndex(raw);
  const begin = raw.prepare('BEGIN IMMEDIATE');
  const commit = raw.prepare('COMMIT');
  const rollback = raw.prepare('ROLLBACK');

  return {
    path,
    workspaceId,
    deviceId,
    orm: drizzle(raw),
    raw,
    readOnly,
    newId,
    head: () => journalHead(raw),
    transact(command, actorId, work) {
      if (readOnly !== null) throw new Refusal('precondition_failed', readOnly);
      const now = clock();
      const stamp = { now, actorId, command, commandId: newId(), tick: () => hlc.tick(now) };
      const entries = journal.begin(stamp);
      try {
        begin.run();
        const result = work(beginWrite(search.listen(entries.writer), stamp, newId));
        search.settle();
        commit.run();
        journal.head = entries.head();
        return result;
      } catch (error) {
        search.forget();
        if (raw.inTransaction) rollback.run();
        throw inWords(error, path);
      }
    },
    close() {
      if (!raw.open) return;
      if (readOnly === null) leavePlain(raw);
      raw.close();
      lock?.release();
    },
  };
}

/**
 * Two copies of a file must not continue one chain. The chain belongs to this device and this very
 * file: after a copy or a restore the marker no longer fits and a new chain begins.
 */
function claimDevice(raw: Database.Database, options: StoreOptions, newId: () => string): void {
  const real = realpathSync(options.path);
  const { ino } = statSync(real);
  const marker = createHash('sha256').update(`${options.deviceId}\n${real}\n${ino}`).digest('hex');
  if (readMeta(raw, 'device_marker') === marker) return;
  writeMeta(raw, 'device_id', newId());
  writeMeta(raw, 'device_marker', marker);
}

function leavePlain(raw: Database.Database): void {
  try {
    raw.pragma('wal_checkpoint(TRUNCATE)');
    raw.pragma('journal_mode = DELETE');
  } catch {
    // A reader still has the file, or the disk is full: the WAL beside it holds everything.
  }
}

function checkQuickly(raw: Database.Database, path: string): void {
  const found = raw.pragma('quick_check(1)', { simple: true });
  if (found !== 'ok') {
    throw new Refusal(
      'precondition_failed',
      `${path} is damaged (${String(found).slice(0, 200)}). Nothing was changed. Keep the file, and open the newest backup of it.`,
    );
  }
}

function refuseExisting(path: string): void {
  if (!existsSync(path)) return;
  throw new Refusal('conflict', `${path} exists already. Choose another name, or open that file.`);
}

/** What was not closed can be read only where the files of its WAL can be made, or are still there. */
function connectToRead(path: string): Database.Database {
  try {
    return connect(path, 'read');
  } catch (error) {
    throw isPermission(error) ? leftOpen(path) : error;
  }
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function isPermission(error: unknown): boolean {
  return ['SQLITE_CANTOPEN', 'SQLITE_READONLY', 'EACCES', 'EROFS'].some((code) =>
    codeOf(error).startsWith(code),
  );
}
