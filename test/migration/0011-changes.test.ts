import { describe, expect, it } from 'vitest';
import { verifyJournal } from '#core/database/journal/verify.ts';
import { migrate, schemaVersion } from '#core/database/migrate.ts';
import { migrations, oldFile } from './old-file.ts';

describe('The migration of changes', () => {
  it('leaves a file of before as it was, with room for them', () => {
    const { database, path, insert } = oldFile(10);
    const person = { name: 'Mara Okafor', email: '' };
    insert('person', { ...person, roles: '[]' }, person);
    migrate(database, path, migrations);
    expect(schemaVersion(database)).toBe(migrations.length);
    expect(database.prepare('SELECT name FROM person').all()).toEqual([{ name: 'Mara Okafor' }]);
    expect(database.prepare('SELECT * FROM change').all()).toEqual([]);
    const { findings } = verifyJournal(database);
    expect(findings.filter(({ where }) => /change/.test(where))).toEqual([]);
    database.close();
  });

  it('ties a change to a release, an item and a service of the file', () => {
    const { database, path } = oldFile(10);
    migrate(database, path, migrations);
    database.pragma('foreign_keys = ON');
    const stray = () =>
      database.transaction(() => {
        database.exec(`INSERT INTO change
          VALUES ('c', 'w', 1, '', '{}', NULL, 'nowhere', NULL, NULL, 'a', '', '[]', '', 'commit', 1, 1, 1, 1)`);
      })();
    expect(stray).toThrow(/FOREIGN KEY/);
    database.close();
  });
});
