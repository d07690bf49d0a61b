import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { publishedCalendar } from '../../../electron/host/published-calendar.ts';
import { aRelease, buildWorkspace } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';
import { parseIcs, partsOf, valueOf } from './parse-ics.ts';

async function started() {
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  const folder = join(test.folder, 'shared');
  mkdirSync(folder);
  return { test, cast, folder, path: join(folder, 'Payments calendar.ics') };
}

const eventsIn = (path: string) => partsOf(parseIcs(readFileSync(path, 'utf8')), 'VEVENT');

describe('a published calendar', () => {
  it('is written at once, and again only when something changed', async () => {
    const { test, cast, folder, path } = await started();
    expect((await test.call('calendar.publishing', {})).folder).toBeNull();
    await aRelease(test, cast);
    const state = await test.call('calendar.publish', { folder });
    expect(state).toMatchObject({ folder, failed: null, written: { path, events: 1 } });
    expect(readdirSync(folder)).toEqual(['Payments calendar.ics']);
    expect(await test.call('calendar.publishDue', {})).toEqual({ path: null });
    await aRelease(test, cast, { name: 'Payments 4.3' });
    expect(await test.call('calendar.publishDue', {})).toEqual({ path });
    expect(eventsIn(path)).toHaveLength(2);
    await test.call('calendar.publish', { folder: null });
    await aRelease(test, cast, { name: 'Payments 4.4' });
    expect(await test.call('calendar.publishDue', {})).toEqual({ path: null });
    expect(eventsIn(path)).toHaveLength(2);
  });

  it('says that its folder is gone, loses nothing, and goes on when it is back', async () => {
    const { test, cast, folder, path } = await started();
    await test.call('calendar.publish', { folder });
    rmSync(folder, { recursive: true });
    await aRelease(test, cast);
    const refusal = await test.refused('calendar.publishDue', {});
    expect(refusal.message).toContain(`The folder ${folder} is not there`);
    expect((await test.call('calendar.publishing', {})).failed?.message).toBe(refusal.message);
    mkdirSync(folder);
    expect(await test.call('calendar.publishDue', {})).toEqual({ path });
    expect((await test.call('calendar.publishing', {})).failed).toBeNull();
    expect(eventsIn(path)).toHaveLength(1);
    const missing = await test.refused('calendar.publish', { folder: join(folder, 'none') });
    expect(missing.fields).toEqual({ folder: 'does not exist; make it first' });
    expect(test.errors).toEqual([]);
  });

  it('leaves what others read as it was where it cannot be replaced', async () => {
    const { test, cast, folder, path } = await started();
    await test.call('calendar.publish', { folder });
    const before = readFileSync(path, 'utf8');
    rmSync(path);
    mkdirSync(path);
    writeFileSync(join(path, 'kept'), before);
    await aRelease(test, cast);
    expect((await test.refused('calendar.publishDue', {})).code).toBe('unavailable');
    expect(readdirSync(folder)).toEqual(['Payments calendar.ics']);
    expect(readFileSync(join(path, 'kept'), 'utf8')).toBe(before);
  });

  it.skipIf(process.getuid?.() === 0)('says that a folder is read-only', async () => {
    const { test, folder } = await started();
    chmodSync(folder, 0o500);
    onTestFinished(() => chmodSync(folder, 0o700));
    const state = await test.call('calendar.publish', { folder });
    expect(state.failed?.message).toContain(`may not write into ${folder}`);
  });

  it('tells only of the releases a saved view shows', async () => {
    const { test, cast, folder, path } = await started();
    await aRelease(test, cast);
    await aRelease(test, cast, { name: 'Hot', type: 'hotfix' });
    const settings = { types: ['hotfix'] };
    const as = cast.mara.id;
    const view = await test.call('views.save', { screen: 'releases', name: 'Hot', settings }, as);
    await test.call('calendar.publish', { folder, viewId: view.id });
    expect(eventsIn(path).map((event) => valueOf(event, 'SUMMARY'))).toEqual(['Hot → prod-eu']);
    await test.call('views.remove', { id: view.id }, as);
    expect((await test.refused('calendar.publishDue', {})).message).toContain('saved view');
  });

  it('is asked for by the host once it has been quiet after a change', async () => {
    const { test, cast, folder, path } = await started();
    await test.call('calendar.publish', { folder });
    const log = { info: () => undefined, error: () => undefined };
    onTestFinished(publishedCalendar(test.app, log, 10));
    await aRelease(test, cast);
    await expect.poll(() => eventsIn(path).length, { timeout: 5_000, interval: 20 }).toBe(1);
  });
});
