import type Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verifyJournal } from '#core/database/journal/verify.ts';
import { person } from '#core/database/schema/workspace.ts';
import type { Store } from '#core/database/store.ts';
import { createTestStore } from '../../support/test-store.ts';

function edit(store: Store, count: number): string {
  const { id } = store.transact('people.save', null, (write) =>
    write.insert(person, { name: 'Mara', email: '', roles: [] }),
  );
  for (let step = 0; step < count; step += 1) {
    store.transact('people.save', null, (write) =>
      write.update(person, id, { name: `Mara ${step}` }),
    );
  }
  return id;
}

/** What somebody with another SQLite program could do: the guard rail is taken off first. */
function tamper(raw: Database.Database, sql: string): void {
  raw.exec(
    'DROP TRIGGER IF EXISTS change_journal_no_update; DROP TRIGGER IF EXISTS change_journal_no_delete',
  );
  raw.exec(sql);
}

describe('The journal', () => {
  it('says who changed which field, from what to what', () => {
    const store = createTestStore();
    const id = edit(store, 1);
    const rows = store.raw
      .prepare<[string], { op: string; fields_json: string; base_rev: number }>(
        'SELECT op, fields_json, base_rev FROM change_journal WHERE entity_id = ? ORDER BY hlc',
      )
      .all(id);
    expect(rows.map(({ op }) => op)).toEqual(['insert', 'update']);
    expect(JSON.parse(rows[1]?.fields_json ?? '')).toEqual({ name: ['Mara', 'Mara 0'] });
    expect(rows[1]?.base_rev).toBe(1);
  });

  it('writes nothing for a change that changes nothing', () => {
    const store = createTestStore();
    const id = edit(store, 0);
    const head = store.head();
    const same = store.transact('people.save', null, (write) =>
      write.update(person, id, { name: 'Mara' }),
    );
    expect(same.rev).toBe(1);
    expect(store.head()).toEqual(head);
  });

  it('refuses a change to a field that somebody changed since, and names the value now', () => {
    const store = createTestStore();
    const id = edit(store, 1);
    expect(() =>
      store.transact('people.save', null, (write) =>
        write.update(person, id, { name: 'M. Okafor' }, 1),
      ),
    ).toThrow(/changed the same field.*name is now "Mara 0"/);
    const other = store.transact('people.save', null, (write) =>
      write.update(person, id, { email: 'mara@example.test' }, 1),
    );
    expect(other).toMatchObject({ name: 'Mara 0', email: 'mara@example.test', rev: 3 });
  });

  it('is guarded against being rewritten by mistake', () => {
    const store = createTestStore();
    edit(store, 1);
    expect(() => store.raw.exec("UPDATE change_journal SET command = 'x'")).toThrow(
      'only ever added to',
    );
    expect(() => store.raw.exec('DELETE FROM change_journal')).toThrow('only ever added to');
  });

  it.each([
    ['an altered entry', "UPDATE change_journal SET fields_json = '{}' WHERE device_seq = 3"],
    ['another person in an entry', "UPDATE change_journal SET actor_id = 'x' WHERE device_seq = 3"],
    ['a removed entry', 'DELETE FROM change_journal WHERE device_seq = 3'],
    [
      'two swapped entries',
      'UPDATE change_journal SET device_seq = -1 WHERE device_seq = 3; UPDATE change_journal SET device_seq = 3 WHERE device_seq = 4; UPDATE change_journal SET device_seq = 4 WHERE device_seq = -1',
    ],
    ['a row changed behind its back', "UPDATE person SET name = 'Somebody else'"],
    [
      'a row added behind its back',
      "INSERT INTO role SELECT '0', workspace_id, 1, '0', '{}', NULL, 'k', 'n', 0 FROM workspace",
    ],
    ['a row taken away', 'DELETE FROM person'],
  ])('finds %s', (_what, sql) => {
    const store = createTestStore();
    edit(store, 4);
    expect(verifyJournal(store.raw)).toMatchObject({ ok: true, entries: 6 });
    tamper(store.raw, sql);
    expect(verifyJournal(store.raw).ok).toBe(false);
  });

  it('finds any single altered cell of any entry', () => {
    const store = createTestStore();
    edit(store, 6);
    const columns = [
      'hlc',
      'at',
      'command',
      'entity_id',
      'op',
      'fields_json',
      'base_rev',
      'prev_hash',
      'hash',
    ];
    tamper(store.raw, 'SAVEPOINT untouched');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.constantFrom(...columns), (seq, column) => {
        store.raw.exec(
          `UPDATE change_journal SET ${column} = CASE typeof(${column}) WHEN 'integer' THEN ${column} + 1 ELSE ${column} || '0' END WHERE device_seq = ${seq}`,
        );
        const found = verifyJournal(store.raw);
        store.raw.exec('ROLLBACK TO untouched');
        return !found.ok;
      }),
      { numRuns: 60 },
    );
    store.raw.exec('RELEASE untouched');
  });
});
