import { describe, expect, it } from 'vitest';
import { verifyJournal } from '#core/database/journal/verify.ts';
import { migrate } from '#core/database/migrate.ts';
import { migrations, oldFile } from './old-file.ts';

describe('The migration of the life of a release', () => {
  it('keeps what was there, with nothing said of what is new, and the journal still verifies', () => {
    const { database, path, insert } = oldFile(1);
    const person = { name: 'Mara Okafor', email: '' };
    const ownerId = insert('person', { ...person, roles: '[]' }, person);
    const shared = { number: 1, name: 'Payments 4.2', type: 'minor', phase: 'build', notes: '' };
    insert(
      'release',
      {
        ...{ ...shared, owner_id: ownerId, requester_id: ownerId },
        ...{ change_number: 'CHG0012345', data_migration: 0, created_at: 5 },
      },
      {
        ...{ ...shared, ownerId, requesterId: ownerId },
        ...{ changeNumber: 'CHG0012345', createdAt: 5 },
      },
    );
    migrate(database, path, migrations.slice(0, 2));
    expect(database.prepare('SELECT * FROM release').get()).toMatchObject({
      name: 'Payments 4.2',
      change_number: 'CHG0012345',
      change_url: '',
      hold_reason: null,
      end_reason: '',
    });
    migrate(database, path, migrations);
    const told = verifyJournal(database).findings.filter(({ what }) =>
      /hold|end|change/.test(what),
    );
    expect(told).toEqual([]);
    database.close();
  });
});
