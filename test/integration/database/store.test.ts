import {
  closeSync,
  copyFileSync,
  openSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { person } from '#core/database/schema/workspace.ts';
import { openStore } from '#core/database/store.ts';
import type { StoreOptions } from '#core/database/store.ts';
import { verifyJournal } from '#core/database/journal/verify.ts';
import { takeLock } from '#core/database/lock.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { createTestStore, storeOptions } from '../../support/test-store.ts';
import { temporaryFolder } from '../../support/surroundings.ts';

const mara = { name: 'Mara Okafor', email: '', roles: [] };

function reopen(path: string, overrides: Partial<StoreOptions> = {}) {
  const store = openStore(storeOptions({ path, mode: 'write', ...overrides }));
  onTestFinished(() => store.close());
  return store;
}

function refusal(work: () => unknown): Refusal {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('a refusal was expected');
}

describe('A workspace file', () => {
  it('is opened durable and guarded, the first time and every time after', () => {
    const first = createTestStore();
    const settings = (raw: Database.Database) => ({
      synchronous: raw.pragma('synchronous', { simple: true }),
      foreignKeys: raw.pragma('foreign_keys', { simple: true }),
      trustedSchema: raw.pragma('trusted_schema', { simple: true }),
      journalMode: raw.pragma('journal_mode', { simple: true }),
    });
    const expected = { synchronous: 2, foreignKeys: 1, trustedSchema: 0, journalMode: 'wal' };
    expect(settings(first.raw)).toEqual(expected);
    first.close();
    expect(settings(reopen(first.path).raw)).toEqual(expected);
  });

  it('is one plain file again after a clean close', () => {
    const store = createTestStore();
    store.close();
    expect(readdirSync(dirname(store.path))).toEqual(['Test.slipway']);
    const raw = new Database(store.path, { readonly: true });
    expect(raw.pragma('journal_mode', { simple: true })).toBe('delete');
    raw.close();
  });

  it('is written by one process at a time', () => {
    const store = createTestStore();
    const second = refusal(() => reopen(store.path));
    expect(second.code).toBe('unavailable');
    expect(second.message).toContain('open in another Slipway');
    store.close();
    expect(reopen(store.path).readOnly).toBeNull();
  });

  it('refuses what is not a workspace, and leaves it as it was', () => {
    const folder = temporaryFolder();
    const text = join(folder, 'notes.slipway');
    writeFileSync(text, 'minutes of the meeting');
    expect(refusal(() => reopen(text))).toMatchObject({ code: 'invalid_input' });
    expect(statSync(text).size).toBe(22);
    const other = join(folder, 'other.slipway');
    const raw = new Database(other);
    raw.exec('CREATE TABLE t (x)');
    raw.close();
    expect(refusal(() => reopen(other)).message).toContain('of another program');
    expect(refusal(() => reopen(join(folder, 'gone.slipway'))).code).toBe('not_found');
    expect(refusal(() => reopen(folder)).message).toContain('is a folder');
  });

  it('says that it is damaged rather than answering from it', () => {
    const store = createTestStore();
    store.transact('people.save', null, (write) => write.insert(person, mara));
    store.close();
    const file = openSync(store.path, 'r+');
    const rest = statSync(store.path).size - 4096;
    writeSync(file, Buffer.alloc(rest, 0x5a), 0, rest, 4096);
    closeSync(file);
    const found = refusal(() => {
      const damaged = reopen(store.path);
      damaged.orm.select().from(person).all();
    });
    expect(found.message).toMatch(/damaged.*newest backup/);
  });

  it('from a newer version opens for reading only, and stays byte for byte', () => {
    const store = createTestStore();
    store.close();
    const raw = new Database(store.path);
    raw.pragma('user_version = 99');
    raw.close();
    const before = statSync(store.path);
    const newer = reopen(store.path);
    expect(newer.readOnly).toContain('newer Slipway');
    const refused = refusal(() =>
      newer.transact('people.save', null, (write) => write.insert(person, mara)),
    );
    expect(refused.message).toContain('Update Slipway');
    newer.close();
    expect(statSync(store.path).mtimeMs).toBe(before.mtimeMs);
  });

  it('from a newer version leaves its lock to whoever can change it', () => {
    const store = createTestStore();
    store.raw.pragma('user_version = 99');
    store.close();
    const newer = reopen(store.path);
    const lock = takeLock(store.path);
    onTestFinished(() => lock?.release());
    expect(lock).not.toBeNull();
    newer.close();
    expect(takeLock(store.path)).toBeNull();
  });

  it('is written by one process at a time, by whatever link it is opened', () => {
    const store = createTestStore();
    const link = join(temporaryFolder(), 'Link.slipway');
    symlinkSync(store.path, link);
    expect(refusal(() => reopen(link)).message).toContain('open in another Slipway');
  });

  it('tells the newest entry of its journal to every device that opens it', () => {
    const first = createTestStore();
    first.transact('people.save', null, (write) => write.insert(person, mara));
    const written = first.head();
    expect(written?.hash).toMatch(/^[0-9a-f]{64}$/);
    first.close();
    const second = reopen(first.path, { deviceId: 'another device' });
    expect(second.head()).toEqual(written);
    second.transact('people.save', null, (write) => write.insert(person, { ...mara, name: 'Ivo' }));
    expect(second.head()?.hash).toBe(verifyJournal(second.raw).head);
    expect(second.head()?.hash).not.toBe(written?.hash);
  });

  it('keeps nothing of a command that fails half-way', () => {
    const store = createTestStore();
    const head = store.head();
    expect(() =>
      store.transact('people.save', null, (write) => {
        write.insert(person, mara);
        throw new Error('half-way');
      }),
    ).toThrow('half-way');
    expect(store.orm.select().from(person).all()).toEqual([]);
    expect(store.head()).toEqual(head);
    store.transact('people.save', null, (write) => write.insert(person, mara));
    expect(verifyJournal(store.raw).ok).toBe(true);
  });

  it('copied elsewhere begins a chain of its own', () => {
    const store = createTestStore();
    store.close();
    const copy = join(temporaryFolder(), 'Copy.slipway');
    copyFileSync(store.path, copy);
    const copied = reopen(copy, { randomBytes: (count) => new Uint8Array(count) });
    copied.transact('people.save', null, (write) => write.insert(person, mara));
    const devices = copied.raw
      .prepare<[], { device_id: string }>('SELECT DISTINCT device_id FROM change_journal')
      .all();
    expect(devices).toHaveLength(2);
    expect(verifyJournal(copied.raw).ok).toBe(true);
  });
});
