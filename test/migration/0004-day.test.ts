import { describe, expect, it } from 'vitest';
import { verifyJournal } from '#core/database/journal/verify.ts';
import { migrate, schemaVersion } from '#core/database/migrate.ts';
import { migrations, oldFile } from './old-file.ts';

/** A file of the version before, with somebody, a service and a release that has a rollback plan. */
function withRelease() {
  const { database, path, insert } = oldFile(3);
  const person = { name: 'Mara Okafor', email: '' };
  const ownerId = insert('person', { ...person, roles: '[]' }, person);
  const shared = { number: 1, name: 'Payments 4.2', type: 'minor', phase: 'build', notes: '' };
  const releaseId = insert(
    'release',
    {
      ...{ ...shared, owner_id: ownerId, requester_id: ownerId },
      ...{ change_number: '', data_migration: 0, created_at: 5 },
    },
    { ...shared, ownerId, requesterId: ownerId, createdAt: 5 },
  );
  const plan = { steps: 'Switch back', duration_minutes: 20, rehearsed_on: '2026-11-01' };
  insert(
    'rollback_plan',
    { ...plan, release_id: releaseId, point_of_no_return: '', rehearsal_result: 'fine' },
    { releaseId, steps: 'Switch back', durationMinutes: 20, rehearsedOn: '2026-11-01' },
  );
  return { database, path };
}

describe('The migration of plan, words and templates', () => {
  it('keeps what was there: people still here, a rollback plan without alternatives', () => {
    const { database, path } = withRelease();
    migrate(database, path, migrations.slice(0, 4));
    expect(schemaVersion(database)).toBe(4);
    expect(database.prepare('SELECT name, left_on FROM person').all()).toEqual([
      { name: 'Mara Okafor', left_on: null },
    ]);
    expect(database.prepare('SELECT * FROM rollback_plan').get()).toMatchObject({
      steps: 'Switch back',
      rehearsed_on: '2026-11-01',
      alternatives: '[]',
    });
    expect(database.prepare('SELECT template_version_id FROM release').get()).toEqual({
      template_version_id: null,
    });
    database.close();
  });

  it('leaves a file whose journal still says what its rows say', () => {
    const { database, path } = withRelease();
    migrate(database, path, migrations);
    const told = verifyJournal(database).findings.filter(({ what }) =>
      /workingDays|leftOn|teamId|templateVersionId|alternatives/.test(what),
    );
    expect(told).toEqual([]);
    database.close();
  });

  it('gives search a table of words that finds what is put into it', () => {
    const { database, path } = withRelease();
    migrate(database, path, migrations);
    database.exec(`INSERT INTO search_document VALUES (1, 'risk', 'r', NULL, 'Café émigré', '');
      INSERT INTO search_text (rowid, title, body) VALUES (1, 'Café émigré', '')`);
    const found = database.prepare('SELECT rowid FROM search_text WHERE search_text MATCH ?');
    expect(found.all('emig*')).toEqual([{ rowid: 1 }]);
    expect(found.all('immi*')).toEqual([]);
    database.close();
  });
});
