import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { verifyJournal } from '#core/database/journal/verify.ts';
import { person } from '#core/database/schema/workspace.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { aRelease, buildWorkspace } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';
import type { TestApp } from '../../support/test-app.ts';
import { createTestStore } from '../../support/test-store.ts';
import { someRuns } from '../../support/servers/runs.ts';
import { startDelivery, sync } from '../delivery/delivery.ts';
import { tinyDisk, whyNoTinyDisk } from './tiny-disk.ts';

const whyNot = whyNoTinyDisk();
if (whyNot !== null)
  console.warn(
    `A workspace on a full disk: skipped, ${whyNot}; a file that SQLite keeps from growing is tried instead.`,
  );

/** What went wrong, what became of the change, and what to do. */
const words = /disk is full: .*could not be written.*nothing else was lost.*Free some space and/;

describe.skipIf(whyNot !== null)('A workspace on a full disk', () => {
  async function started() {
    const disk = tinyDisk();
    const test = startTestApp({ folder: disk.folder });
    const cast = await buildWorkspace(test);
    const release = await aRelease(test, cast);
    const add = (title: string) => ({ releaseId: release.id, title });
    const titles = () => titlesOf(test, release.id);
    return { disk, test, cast, add, titles, path: join(disk.folder, 'Payments.slipway') };
  }

  it('refuses a command in words, keeps all that was acknowledged, and goes on once there is space', async () => {
    const { disk, test, cast, add, titles, path } = await started();
    const acknowledged: string[] = [];
    disk.fill(64 * 1024);
    for (let refused = false; !refused;) {
      const input = add(`Change ${acknowledged.length}`);
      const answer = await test.app.call('scope.add', input, { actingAs: cast.mara.id });
      if (answer.ok) acknowledged.push(input.title);
      else {
        expect(answer.error.code).toBe('unavailable');
        expect(answer.error.message).toMatch(words);
        expect(answer.error.message).toContain(path);
        refused = true;
      }
    }
    expect(acknowledged.length).toBeGreaterThan(0);
    expect(await titles()).toEqual(acknowledged);
    const verified = await test.call('workspace.verify', {});
    expect(verified).toMatchObject({ ok: true, findings: [] });

    disk.free();
    acknowledged.push(`Change ${acknowledged.length}`);
    await test.call('scope.add', add(acknowledged.at(-1) ?? ''), cast.mara.id);
    await test.call('workspace.close', {});
    await test.call('workspace.open', { path });
    expect(await titles()).toEqual(acknowledged);
    expect(await test.call('workspace.verify', {})).toMatchObject({ ok: true, findings: [] });
    expect(test.errors).toEqual([]);
  });

  it('loses nothing when it has to be closed, and opened, while the disk is full', async () => {
    const { disk, test, cast, add, titles, path } = await started();
    await test.call('scope.add', add('Before'), cast.mara.id);
    disk.fill();
    await test.call('workspace.close', {});
    disk.free();
    await test.call('workspace.open', { path });
    expect(await titles()).toEqual(['Before']);
    expect(await test.call('workspace.verify', {})).toMatchObject({ ok: true });
    await test.call('workspace.close', {});

    disk.fill();
    const refused = await test.refused('workspace.open', { path });
    expect(refused.code).toBe('unavailable');
    expect(refused.message).toMatch(words);
    disk.free();
    await test.call('workspace.open', { path });
    expect(await titles()).toEqual(['Before']);
    expect(test.errors).toEqual([]);
  });

  // From none at all to nearly enough: a new file fails at another step each time.
  it.each([0, 4, 80, 240, 400, 600])(
    'leaves nothing of a new workspace that found %i KiB free, and makes it later',
    async (spare) => {
      const { disk, test, titles, path } = await started();
      await test.call('workspace.close', {});
      const input = { path: join(disk.folder, 'New.slipway'), name: 'New', zone: 'Europe/London' };
      disk.fill(spare * 1024);
      const refused = await test.refused('workspace.create', input);
      expect(refused.code).toBe('unavailable');
      expect(refused.message).toMatch(words);
      expect(readdirSync(disk.folder)).toEqual(['Payments.slipway']);
      disk.free();
      expect(await test.call('workspace.create', input)).toMatchObject({ path: input.path });
      await test.call('workspace.open', { path });
      expect(await titles()).toEqual([]);
      expect(test.errors).toEqual([]);
    },
  );

  it('refuses a sync in words, and the next one brings every run', async () => {
    const disk = tinyDisk();
    const delivery = await startDelivery(someRuns(300), disk.folder);
    const { test, cast, connection } = delivery;
    disk.fill(100 * 1024);
    const refused = await test.refused('connections.sync', { id: connection.id }, cast.mara.id);
    expect(refused.code).toBe('unavailable');
    expect(refused.message).toMatch(words);
    expect((await test.call('pipelines.list', {})).total).toBe(0);
    expect(await test.call('workspace.verify', {})).toMatchObject({ ok: true });
    disk.free();
    expect(await sync(delivery)).toMatchObject({ added: 300 });
    expect((await test.call('pipelines.list', {})).total).toBe(300);
    expect(await test.call('workspace.verify', {})).toMatchObject({ ok: true });
    expect(test.errors).toEqual([]);
  });

  it('leaves no half of a backup', async () => {
    const { disk, test } = await started();
    disk.fill();
    const refused = await test.refused('workspace.backup', {});
    expect(refused.message).toMatch(words);
    const files = readdirSync(disk.folder);
    expect(files.filter((name) => /2026|partial/.test(name))).toEqual([]);
    disk.free();
    const { path } = await test.call('workspace.backup', {});
    await test.call('workspace.open', { path });
    expect(await test.call('workspace.verify', {})).toMatchObject({ ok: true });
  });
});

describe('A file that cannot grow', () => {
  it('refuses the change as a full disk does, keeps the others, and takes it once it can', () => {
    const store = createTestStore();
    const add = (name: string) =>
      store.transact('people.save', null, (write) =>
        write.insert(person, { name, email: '', roles: [] }),
      );
    const names = () =>
      store.orm
        .select({ name: person.name })
        .from(person)
        .all()
        .map(({ name }) => name);
    add('Mara Okafor');
    const head = store.head();
    const pages = Number(store.raw.pragma('page_count', { simple: true }));
    store.raw.pragma(`max_page_count = ${pages}`);
    const long = 'Ada '.repeat(20_000);
    expect(() => add(long)).toThrow(Refusal);
    expect(() => add(long)).toThrow(words);
    expect([names(), store.head()]).toEqual([['Mara Okafor'], head]);
    expect(verifyJournal(store.raw)).toMatchObject({ ok: true, findings: [] });
    store.raw.pragma(`max_page_count = ${pages + 1000}`);
    add(long);
    expect(names()).toEqual(['Mara Okafor', long]);
    expect(verifyJournal(store.raw)).toMatchObject({ ok: true, findings: [] });
  });
});

async function titlesOf(test: TestApp, releaseId: string): Promise<string[]> {
  const items = await test.call('scope.list', { releaseId });
  return items.map(({ title }) => title);
}
