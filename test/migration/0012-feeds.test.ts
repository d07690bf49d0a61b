import { describe, expect, it } from 'vitest';
import { verifyJournal } from '#core/database/journal/verify.ts';
import { migrate, schemaVersion } from '#core/database/migrate.ts';
import { migrations, oldFile } from './old-file.ts';

describe('The migration of what else providers tell', () => {
  it('keeps how far runs and deployments were read, each by itself', () => {
    const { database, path, insert } = oldFile(11);
    const place = { provider: 'gitlab', name: 'shop', repository: 'acme/shop' };
    const connectionId = insert(
      'connection',
      { ...place, base_url: 'https://gitlab.com', workflows: '[]', environments: '[]' },
      { ...place, baseUrl: 'https://gitlab.com' },
    );
    database
      .prepare(
        `INSERT INTO connection_state (connection_id, watermark_at, deployments_watermark_at, last_success_at)
         VALUES (?, 7, 9, 8)`,
      )
      .run(connectionId);
    migrate(database, path, migrations);
    expect(schemaVersion(database)).toBe(migrations.length);
    expect(database.prepare('SELECT feed, watermark_at AS at FROM feed_state').all()).toEqual([
      { feed: 'runs', at: 7 },
      { feed: 'deployments', at: 9 },
    ]);
    expect(database.prepare('SELECT last_success_at AS at FROM connection_state').all()).toEqual([
      { at: 8 },
    ]);
    expect(
      database.prepare('SELECT services, every_minutes, on_focus, ca, proxy FROM connection').all(),
    ).toEqual([{ services: '[]', every_minutes: null, on_focus: 0, ca: null, proxy: null }]);
    const found = verifyJournal(database).findings.filter(({ what }) =>
      /services|every|proxy/.test(what),
    );
    expect(found).toEqual([]);
    database.close();
  });
});
