import { describe, expect, it } from 'vitest';
import { buildWorkspace } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';

async function workspace() {
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  const save = (name: string, as: string, shared = false) =>
    test.call('views.save', { screen: 'releases', name, shared, settings: { which: 'all' } }, as);
  const names = async (as: string) =>
    (await test.call('views.list', { screen: 'releases' }, as)).map(({ name }) => name);
  return { test, mara: cast.mara.id, jon: cast.jon.id, save, names };
}

describe('saved views', () => {
  it('are seen by whoever saved them, and by all where they are shared', async () => {
    const { test, mara, jon, save, names } = await workspace();
    await save('Mine', mara);
    await save('Everybody’s', mara, true);
    expect(await names(mara)).toEqual(['Everybody’s', 'Mine']);
    expect(await names(jon)).toEqual(['Everybody’s']);
    const [seen] = await test.call('views.list', { screen: 'releases' }, jon);
    expect(seen).toMatchObject({ own: false, settings: { which: 'all' } });
    expect(await test.call('views.list', { screen: 'pipelines' }, mara)).toEqual([]);
  });

  it('are changed and removed by their own person alone', async () => {
    const { test, mara, jon, save, names } = await workspace();
    const view = await save('Mine', mara, true);
    const { screen, settings } = view;
    const input = { id: view.id, screen, settings, name: 'Taken' };
    const error = await test.refused('views.save', input, jon);
    expect(error).toMatchObject({ code: 'forbidden' });
    expect(error.message).toContain('Save it under a name of your own');
    expect((await test.refused('views.remove', { id: view.id }, jon)).code).toBe('forbidden');
    await test.call('views.save', { ...input, name: 'Renamed' }, mara);
    expect(await names(mara)).toEqual(['Renamed']);
    await test.call('views.remove', { id: view.id }, mara);
    expect(await names(mara)).toEqual([]);
  });

  it('come back with undo, and go again with redo', async () => {
    const { test, mara, save, names } = await workspace();
    const view = await save('Mine', mara);
    await test.call('views.remove', { id: view.id }, mara);
    await test.call('edits.undo', {}, mara);
    expect(await names(mara)).toEqual(['Mine']);
    await test.call('edits.redo', {}, mara);
    expect(await names(mara)).toEqual([]);
  });

  it('of one person on one screen have different names', async () => {
    const { test, mara, jon, save, names } = await workspace();
    await save('Mine', mara);
    const input = { screen: 'releases', name: 'MINE', settings: {} };
    expect((await test.refused('views.save', input, mara)).code).toBe('conflict');
    await save('Mine', jon, true);
    expect(await names(mara)).toEqual(['Mine', 'Mine']);
  });

  it('refuse settings nobody can have made on the screen', async () => {
    const { test, mara } = await workspace();
    const settings = { text: 'x'.repeat(25_000) };
    const input = { screen: 'releases', name: 'Huge', settings };
    expect((await test.refused('views.save', input, mara)).message).toContain('20,000 characters');
  });
});
