import { describe, expect, it } from 'vitest';
import { verifyJournal } from '#core/database/journal/verify.ts';
import { migrate, schemaVersion } from '#core/database/migrate.ts';
import { migrations, oldFile } from './old-file.ts';

/** A file of the version before, with two items, one of them taken out again. */
function withScope() {
  const { database, path, insert } = oldFile(2);
  const person = { name: 'Mara Okafor', email: '' };
  const ownerId = insert('person', { ...person, roles: '[]' }, { ...person });
  const shared = { number: 1, name: 'Payments 4.2', type: 'minor', phase: 'build', notes: '' };
  const releaseId = insert(
    'release',
    {
      ...{ ...shared, owner_id: ownerId, requester_id: ownerId },
      ...{ change_number: '', data_migration: 0, created_at: 5 },
    },
    { ...shared, ownerId, requesterId: ownerId, createdAt: 5 },
  );
  const item = { kind: 'feature', title: 'Store card aliases', ticket: 'PAY-914', note: 'Ask Jon' };
  const ids = ['a0', 'a1'].map((order) =>
    insert(
      'scope_item',
      { ...item, release_id: releaseId, position: order },
      { ...item, releaseId, order },
    ),
  );
  return { database, path, ids, releaseId };
}

describe('The migration of the scope', () => {
  it('keeps every item as it was, as an open one that should be in, owned by nobody', () => {
    const { database, path, ids, releaseId } = withScope();
    const before = database.prepare<[], object>('SELECT * FROM scope_item ORDER BY id').all();
    migrate(database, path, migrations.slice(0, 3));
    expect(schemaVersion(database)).toBe(3);
    const after = database.prepare<[], object>('SELECT * FROM scope_item ORDER BY id').all();
    const added = { priority: 'should', status: 'open', owner_id: null, idea_on: null };
    expect(after).toEqual(before.map((row) => ({ ...row, ...added, drop_reason: '' })));
    expect(after).toMatchObject(
      ids.map((id) => ({ id, release_id: releaseId, ticket: 'PAY-914', note: 'Ask Jon' })),
    );
    database.close();
  });

  it('leaves a file whose journal still says what its rows say', () => {
    const { database, path } = withScope();
    migrate(database, path, migrations);
    const told = verifyJournal(database).findings.filter(({ where }) => /scope_item/.test(where));
    expect(told).toEqual([]);
    database.close();
  });

  it('lets an item be owned by somebody of the workspace, and by nobody else', () => {
    const { database, path, ids } = withScope();
    migrate(database, path, migrations);
    const own = (ownerId: string) => () => {
      database.transaction(() =>
        database.prepare('UPDATE scope_item SET owner_id = ? WHERE id = ?').run(ownerId, ids[0]),
      )();
    };
    const mara = database.prepare<[], { id: string }>('SELECT id FROM person').get();
    expect(own(mara?.id ?? '')).not.toThrow();
    expect(own('0190a0a0-0000-7000-8000-0000000000ff')).toThrow(/FOREIGN KEY/);
    database.close();
  });
});
