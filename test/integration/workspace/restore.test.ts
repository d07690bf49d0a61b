import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aRelease, buildWorkspace } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';

/** A workspace with a backup of it as it was with one release, and another release since. */
async function start() {
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  await aRelease(test, cast, { name: 'Payments 4.2' });
  const backup = await test.call('workspace.backup', {});
  test.advance(60_000);
  await aRelease(test, cast, { name: 'Payments 4.3' });
  const names = async () =>
    (await test.call('releases.list', {})).releases.map(({ name }) => name).sort();
  return { test, cast, backup, names, as: cast.mara.id };
}

describe('A look into a backup', () => {
  it('tells what is in it and changes nothing', async () => {
    const { test, backup } = await start();
    const bytes = readFileSync(backup.path);
    const found = await test.call('workspace.inspectBackup', { path: backup.path });
    expect(found).toMatchObject({
      ...{ name: 'Payments', releases: 1, people: 5, obstacle: null, head: backup.head },
    });
    expect(readFileSync(backup.path).equals(bytes)).toBe(true);
    expect(readdirSync(test.folder).filter((name) => /-wal|-shm/.test(name))).toEqual([
      'Payments.slipway-shm',
      'Payments.slipway-wal',
    ]);
  });

  it('says of another workspace, a damaged one and the open one why it cannot be restored', async () => {
    const { test, backup, as } = await start();
    const other = startTestApp();
    // Ids follow from what was made before: the second workspace has one of its own.
    const path = join(other.folder, 'First.slipway');
    await other.call('workspace.create', { path, name: 'First', zone: 'UTC' });
    await buildWorkspace(other);
    const foreign = join(test.folder, 'foreign.slipway');
    await other.call('workspace.backup', { path: foreign });
    const damaged = join(test.folder, 'damaged.slipway');
    const bytes = readFileSync(backup.path);
    writeFileSync(damaged, bytes.fill(0x5a, 4096, bytes.length));
    const open = join(test.folder, 'Payments.slipway');
    const before = readdirSync(test.folder).sort();
    for (const [path, why] of [
      [foreign, /another workspace. Open it as a workspace of its own/],
      [damaged, /damaged/],
      [open, /the workspace that is open/],
      [join(test.folder, 'gone.slipway'), /There is no file/],
    ] as const) {
      const refused = await test.refused('workspace.restore', { path }, as);
      expect(refused.message, path).toMatch(why);
    }
    expect(readdirSync(test.folder).sort()).toEqual(before);
  });
});

describe('Restoring a backup', () => {
  it('goes back to what was in it, and keeps what was open beside it', async () => {
    const { test, backup, names, as } = await start();
    expect(await names()).toEqual(['Payments 4.2', 'Payments 4.3']);
    const done = await test.call('workspace.restore', { path: backup.path }, as);
    expect(done.path).toBe(join(test.folder, 'Payments.slipway'));
    expect(done.before).toMatch(/Payments before restore 2026-11-24 092100\.slipway$/);
    expect(await names()).toEqual(['Payments 4.2']);
    expect(await test.call('workspace.verify', {})).toMatchObject({ ok: true });
    // The way back is another restore.
    test.advance(60_000);
    await test.call('workspace.restore', { path: done.before }, as);
    expect(await names()).toEqual(['Payments 4.2', 'Payments 4.3']);
    await test.call('people.save', { name: 'Later', roles: [] }, as);
    expect(await test.call('workspace.verify', {})).toMatchObject({ ok: true });
  });

  it('is done once when it is asked for twice at the same time', async () => {
    const { test, backup, names, as } = await start();
    const [first, second] = await Promise.all([
      test.app.call('workspace.restore', { path: backup.path }, { actingAs: as }),
      test.app.call('workspace.restore', { path: backup.path }, { actingAs: as }),
    ]);
    expect(first.ok).toBe(true);
    expect(second).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect(await names()).toEqual(['Payments 4.2']);
  });
});
