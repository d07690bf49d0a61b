import { describe, expect, it } from 'vitest';
import { verifyJournal } from '#core/database/journal/verify.ts';
import { migrate, schemaVersion } from '#core/database/migrate.ts';
import { migrations, oldFile } from './old-file.ts';

describe('The migration of environments', () => {
  it('keeps a workspace as it was, which goes by the usual age of what runs', () => {
    const { database, path, insert } = oldFile(9);
    const named = { name: 'Payments', zone: 'Europe/London', profile: 'standard' };
    insert('workspace', named, named);
    migrate(database, path, migrations);
    expect(schemaVersion(database)).toBe(migrations.length);
    expect(database.prepare('SELECT name, old_after_days FROM workspace').all()).toEqual([
      { name: 'Payments', old_after_days: null },
    ]);
    const found = verifyJournal(database).findings.filter(({ what }) => /oldAfterDays/.test(what));
    expect(found).toEqual([]);
    database.close();
  });
});
