import { describe, expect, it } from 'vitest';
import { verifyJournal } from '#core/database/journal/verify.ts';
import { migrate, schemaVersion } from '#core/database/migrate.ts';
import { migrations, oldFile } from './old-file.ts';

describe('The migration of monitoring', () => {
  it('keeps each alert, and from then on one row each time it fires', () => {
    const { database, path, insert } = oldFile(13);
    const place = { provider: 'alertmanager', name: 'Alerts', repository: '' };
    const connectionId = insert(
      'connection',
      { ...place, base_url: 'https://am.example.com', workflows: '[]', environments: '[]' },
      { ...place, baseUrl: 'https://am.example.com' },
    );
    const batchId = insert(
      'import_batch',
      {
        connection_id: connectionId,
        source: 'sync',
        name: 'Alerts',
        as_of: 1,
        added: 2,
        updated: 0,
        unchanged: 0,
        rejected: 0,
        digest: '',
        kind: 'alerts',
      },
      { connectionId, source: 'sync', name: 'Alerts', asOf: 1, added: 2, kind: 'alerts' },
    );
    const add = (columns: string, id: string, externalId: string, values: string) =>
      database
        .prepare(
          `INSERT INTO alert (id, workspace_id, connection_id, external_id, name, labels, note,
             status, warnings, batch_id, ${columns})
           VALUES (?, 'w', ?, ?, 'One', '{}', '', 'failed', 0, ?, ${values})`,
        )
        .run(id, connectionId, externalId, batchId);
    add('started_at', 'a', 'f1', '7');
    add('started_at', 'b', 'f2', 'NULL');
    migrate(database, path, migrations);
    expect(schemaVersion(database)).toBe(migrations.length);
    expect(database.prepare('SELECT id, occurrence FROM alert ORDER BY id').all()).toEqual([
      { id: 'a', occurrence: 7 },
      { id: 'b', occurrence: 0 },
    ]);
    add('started_at, occurrence', 'c', 'f1', '9, 9');
    expect(() => add('started_at, occurrence', 'd', 'f1', '9, 9')).toThrow(/UNIQUE/);
    for (const table of ['metric_check', 'metric_result', 'alert_look']) {
      expect(database.prepare(`SELECT COUNT(*) AS n FROM ${table}`).get()).toEqual({ n: 0 });
    }
    expect(
      verifyJournal(database).findings.filter(({ what }) => /alert|metric/.test(what)),
    ).toEqual([]);
    database.close();
  });
});
