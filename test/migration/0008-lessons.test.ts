import { describe, expect, it } from 'vitest';
import { verifyJournal } from '#core/database/journal/verify.ts';
import { migrate, schemaVersion } from '#core/database/migrate.ts';
import { migrations, oldFile } from './old-file.ts';

describe('The migration of lessons', () => {
  it('adds room for them and leaves what is there as it was', () => {
    const { database, path, insert } = oldFile(7);
    const person = { name: 'Mara Okafor', email: '' };
    insert('person', { ...person, roles: '[]' }, person);
    migrate(database, path, migrations);
    expect(schemaVersion(database)).toBe(migrations.length);
    for (const table of ['lesson', 'lesson_update', 'lesson_answer']) {
      expect(database.prepare(`SELECT COUNT(*) AS n FROM ${table}`).get()).toEqual({ n: 0 });
    }
    expect(database.prepare('SELECT name FROM person').all()).toEqual([{ name: 'Mara Okafor' }]);
    const broken = verifyJournal(database).findings.filter(({ what }) => /lesson/.test(what));
    expect(broken).toEqual([]);
    database.close();
  });
});
