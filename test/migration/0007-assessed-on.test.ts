import { describe, expect, it } from 'vitest';
import { verifyJournal } from '#core/database/journal/verify.ts';
import { migrate, schemaVersion } from '#core/database/migrate.ts';
import { migrations, oldFile } from './old-file.ts';

describe('The migration of what an assessment was given on', () => {
  it('keeps those that were given before, which nothing is known of', () => {
    const { database, path, insert } = oldFile(6);
    const person = { name: 'Mara Okafor', email: '' };
    const byId = insert('person', { ...person, roles: '[]' }, person);
    const shared = { number: 1, name: 'Payments 4.2', type: 'minor', phase: 'build', notes: '' };
    const releaseId = insert(
      'release',
      {
        ...{ ...shared, owner_id: byId, requester_id: byId },
        ...{ change_number: '', data_migration: 0, created_at: 5 },
      },
      { ...shared, ownerId: byId, requesterId: byId, createdAt: 5, changeNumber: '' },
    );
    const told = { likelihood: 3, impact: 4, band: 'high', note: '' };
    insert(
      'assessment',
      {
        ...{ ...told, release_id: releaseId, questionnaire_name: 'Shipped questions' },
        ...{ answers: '[]', raised_by: '[]', assessed_by_id: byId, assessed_at: 5 },
      },
      {
        ...{ ...told, releaseId, questionnaireName: 'Shipped questions' },
        ...{ assessedById: byId, assessedAt: 5 },
      },
    );
    migrate(database, path, migrations);
    expect(schemaVersion(database)).toBe(migrations.length);
    expect(database.prepare('SELECT band, given_on FROM assessment').all()).toEqual([
      { band: 'high', given_on: null },
    ]);
    const found = verifyJournal(database).findings.filter(({ what }) => /givenOn/.test(what));
    expect(found).toEqual([]);
    database.close();
  });
});
