import { describe, expect, it } from 'vitest';
import { verifyJournal } from '#core/database/journal/verify.ts';
import { migrate, schemaVersion } from '#core/database/migrate.ts';
import { migrations, oldFile } from './old-file.ts';

describe('The migration of followed versions', () => {
  it('leaves a file of before as it was, with room for them', () => {
    const { database, path, insert } = oldFile(12);
    const person = { name: 'Mara Okafor', email: '' };
    insert('person', { ...person, roles: '[]' }, person);
    migrate(database, path, migrations);
    expect(schemaVersion(database)).toBe(migrations.length);
    expect(database.prepare('SELECT name FROM person').all()).toEqual([{ name: 'Mara Okafor' }]);
    expect(database.prepare('SELECT * FROM followed_version').all()).toEqual([]);
    const { findings } = verifyJournal(database);
    expect(findings.filter(({ where }) => /followed/.test(where))).toEqual([]);
    database.close();
  });

  it('ties one to a release and a connection of the file', () => {
    const { database, path } = oldFile(12);
    migrate(database, path, migrations);
    database.pragma('foreign_keys = ON');
    const stray = () =>
      database.transaction(() => {
        database.exec(`INSERT INTO followed_version
          VALUES ('f', 'w', 1, '', '{}', NULL, 'nowhere', 'nowhere', '2.4.0')`);
      })();
    expect(stray).toThrow(/FOREIGN KEY/);
    database.close();
  });
});
