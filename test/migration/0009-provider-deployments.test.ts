import { describe, expect, it } from 'vitest';
import { verifyJournal } from '#core/database/journal/verify.ts';
import { migrate, schemaVersion } from '#core/database/migrate.ts';
import { migrations, oldFile } from './old-file.ts';

describe('The migration of deployments as their providers tell them', () => {
  it('keeps connections, imports and what those changed, with nothing mapped yet', () => {
    const { database, path, insert } = oldFile(8);
    const place = { provider: 'github', name: 'shop', repository: 'acme/shop' };
    const connectionId = insert(
      'connection',
      { ...place, base_url: 'https://api.github.com', workflows: '[]' },
      { ...place, baseUrl: 'https://api.github.com' },
    );
    const counts = { source: 'sync', name: 'acme/shop', added: 1, updated: 1, unchanged: 0 };
    const told = { ...counts, rejected: 0, digest: 'd' };
    const batchId = insert(
      'import_batch',
      { ...told, connection_id: connectionId, as_of: 5, import_id: 'i' },
      { ...told, connectionId, asOf: 5, importId: 'i' },
    );
    database.prepare('INSERT INTO import_change VALUES (?, ?, ?)').run(batchId, 'run', '[]');
    database.prepare('INSERT INTO connection_state (connection_id) VALUES (?)').run(connectionId);
    migrate(database, path, migrations);
    expect(schemaVersion(database)).toBe(migrations.length);
    expect(database.prepare('SELECT environments FROM connection').all()).toEqual([
      { environments: '[]' },
    ]);
    expect(database.prepare('SELECT kind FROM import_batch').all()).toEqual([{ kind: 'runs' }]);
    expect(database.prepare('SELECT row_id FROM import_change').all()).toEqual([{ row_id: 'run' }]);
    const found = verifyJournal(database).findings.filter(({ what }) =>
      /environments|kind/.test(what),
    );
    expect(found).toEqual([]);
    database.close();
  });
});
