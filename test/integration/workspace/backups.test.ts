import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildWorkspace } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';
import type { TestApp } from '../../support/test-app.ts';

const day = 86_400_000;

async function start() {
  const test = startTestApp();
  const { mara } = await buildWorkspace(test);
  const rename = (name: string) => test.call('workspace.update', { name }, mara.id);
  return { test, rename, folder: join(test.folder, 'Payments backups') };
}

function made(test: TestApp): Promise<{ path: string | null }> {
  return test.call('backups.makeDue', {});
}

describe('Backups that are made by themselves', () => {
  it('are none until somebody asks for them', async () => {
    const { test, folder } = await start();
    expect(await made(test)).toEqual({ path: null });
    expect(existsSync(folder)).toBe(false);
    expect(await test.call('backups.schedule', {})).toMatchObject({ every: 'never', nextAt: null });
  });

  it('lie in a folder beside the workspace, and can be looked into', async () => {
    const { test, folder } = await start();
    await test.call('backups.setSchedule', { every: 'day' });
    const { path } = await made(test);
    expect(dirname(path ?? '')).toBe(folder);
    const inside = await test.call('workspace.inspectBackup', { path: path ?? '' });
    expect(inside).toMatchObject({ name: 'Payments', obstacle: null });
    const { kept } = await test.call('backups.schedule', {});
    expect(kept).toMatchObject([{ path }]);
  });

  it('are made again when their time has come and something changed, and the oldest go', async () => {
    const { test, rename, folder } = await start();
    await test.call('backups.setSchedule', { every: 'day', keep: 2 });
    writeFileSync(join(test.folder, 'mine.slipway'), 'not theirs');
    for (const name of ['One', 'Two', 'Three', 'Four']) {
      await rename(name);
      expect((await made(test)).path).not.toBeNull();
      // Nothing changed, or too soon: no further one.
      expect((await made(test)).path).toBeNull();
      test.advance(day);
      expect((await made(test)).path).toBeNull();
    }
    const { kept } = await test.call('backups.schedule', {});
    expect(readdirSync(folder).sort()).toEqual(kept.map(({ path }) => basename(path)).sort());
    expect(kept).toHaveLength(2);
    const names = await Promise.all(
      kept.map(async ({ path }) => (await test.call('workspace.inspectBackup', { path })).name),
    );
    expect(names).toEqual(['Four', 'Three']);
    expect(existsSync(join(test.folder, 'mine.slipway'))).toBe(true);
  });

  it('go where people say, as long as that folder is there; what failed is told', async () => {
    const { test } = await start();
    const elsewhere = join(test.folder, 'elsewhere');
    const refused = await test.refused('backups.setSchedule', { every: 'day', folder: elsewhere });
    expect(refused).toMatchObject({ code: 'invalid_input' });
    expect(refused.message).toMatch(/There is no folder .*elsewhere. Make it first/);
    mkdirSync(elsewhere);
    await test.call('backups.setSchedule', { every: 'day', folder: elsewhere });
    rmSync(elsewhere, { recursive: true });
    expect(await test.refused('backups.makeDue', {})).toMatchObject({ code: 'not_found' });
    const { failed } = await test.call('backups.schedule', {});
    expect(failed?.message).toMatch(/There is no folder .*elsewhere/);
    mkdirSync(elsewhere);
    expect(dirname((await made(test)).path ?? '')).toBe(elsewhere);
    expect(await test.call('backups.schedule', {})).toMatchObject({ failed: null });
    for (const keep of [0, 100, 1.5]) {
      expect(await test.refused('backups.setSchedule', { keep })).toMatchObject({
        code: 'invalid_input',
      });
    }
  });
});
