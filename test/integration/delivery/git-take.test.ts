import { describe, expect, it } from 'vitest';
import type { Input } from '#shared/contract/index.ts';
import { aRelease, buildWorkspace } from '../../support/build-workspace.ts';
import { gitProgram, startRepository } from '../../support/git.ts';
import { livingRows } from '../../support/living-rows.ts';
import { startTestApp } from '../../support/test-app.ts';

async function start() {
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  const release = await aRelease(test, cast);
  await test.call('workspace.actAs', { personId: cast.mara.id });
  const repository = startRepository(test.folder);
  repository.commit('chore: begin');
  repository.tag('v4.1.0');
  const till = repository.commit('feat: PAY-1 open the till');
  const fee = repository.commit('fix: count the fee once');
  repository.commit('PAY-1 close the till');
  repository.commit('docs: how to read');
  const ends = { path: repository.path, from: 'v4.1.0' };
  const range = () => test.call('git.range', { ...ends, releaseId: release.id });
  const input = (rows: string[], more: Partial<Input<'git.take'>> = {}): Input<'git.take'> => ({
    ...ends,
    ...{ releaseId: release.id, serviceId: cast.payments.id, rows },
    ...more,
  });
  const take = (rows: string[], more: Partial<Input<'git.take'>> = {}) =>
    test.call('git.take', input(rows, more));
  const scope = () => test.call('scope.list', { releaseId: release.id });
  const changes = () => test.call('git.changes', { releaseId: release.id });
  const living = () => livingRows(`${test.folder}/Payments.slipway`);
  return { test, cast, release, repository, till, fee, range, input, take, scope, changes, living };
}

describe.skipIf(gitProgram === null)('taking what lies between two tags', () => {
  it('adds the chosen items and their changes, and nothing else', async () => {
    const { cast, release, till, fee, take, scope, changes } = await start();
    const answer = await take(['PAY-1']);
    expect(answer).toMatchObject({ changes: 2, unchanged: 0 });
    expect(await scope()).toEqual(answer.items);
    expect(answer.items).toMatchObject([
      {
        kind: 'feature',
        ticket: 'PAY-1',
        title: 'Open the till',
        status: 'done',
        priority: 'should',
      },
    ]);
    const kept = await changes();
    expect(kept).toMatchObject([
      { title: 'Close the till', scopeItemId: answer.items[0]?.id },
      {
        ...{ commit: till, releaseId: release.id, serviceId: cast.payments.id, tickets: ['PAY-1'] },
        ...{ landed: 'commit', commits: 1, pull: '', title: 'Open the till' },
        firstCommitAt: '2026-11-02T09:30:00.000Z',
        authoredAt: '2026-11-02T09:30:00.000Z',
      },
    ]);
    expect(kept.map(({ commit }) => commit)).not.toContain(fee);
  });

  it('twice adds nothing, whether or not a row has a ticket', async () => {
    const { fee, take, range, living } = await start();
    await take(['PAY-1', fee]);
    const before = living();
    expect(await take(['PAY-1', fee])).toEqual({ items: [], changes: 0, unchanged: 2 });
    expect(living()).toEqual(before);
    const { rows } = await range();
    expect(rows.map(({ adds, reason }) => [adds, reason])).toEqual([
      ['nothing', 'PAY-1 is in the scope already, with these changes.'],
      ['nothing', 'It is in the scope already, with this change.'],
      ['item', ''],
    ]);
  });

  it('twice adds nothing of an item that was reworded since', async () => {
    const { test, fee, take, scope, range } = await start();
    const { items } = await take([fee]);
    await test.call('scope.update', { id: items[0]?.id ?? '', title: 'The fee' });
    expect(await take([fee])).toEqual({ items: [], changes: 0, unchanged: 1 });
    const row = (await range()).rows.find(({ key }) => key === fee);
    expect(row?.reason).toBe('It is in the scope already as “The fee”, with this change.');
    expect(await scope()).toHaveLength(1);
  });

  it('later adds the new changes to the item that is there', async () => {
    const { repository, take, scope, changes, range } = await start();
    const first = await take(['PAY-1']);
    repository.commit('fix: PAY-1 mend the till');
    const { rows } = await range();
    expect(rows[0]).toMatchObject({
      adds: 'changes',
      proposed: true,
      cautions: ['PAY-1 is in the scope already: its change is added to it.'],
    });
    expect(await take(['PAY-1'])).toEqual({ items: [], changes: 1, unchanged: 0 });
    expect(await scope()).toHaveLength(1);
    const ids = (await changes()).map(({ scopeItemId }) => scopeItemId);
    expect(new Set(ids)).toEqual(new Set([first.items[0]?.id]));
  });

  it('joins an item somebody typed, and proposes no dropped one', async () => {
    const { test, release, range, take, scope } = await start();
    const typed = await test.call('scope.add', {
      releaseId: release.id,
      title: 'Till',
      ticket: 'PAY-1',
    });
    expect((await range()).rows[0]).toMatchObject({ adds: 'changes', proposed: true });
    await test.call('scope.drop', { id: typed.id, reason: 'Not now' });
    expect((await range()).rows[0]).toMatchObject({
      ...{ adds: 'changes', proposed: false },
      cautions: [
        expect.stringContaining('PAY-1 was dropped from the scope: its 2 changes are added to it.'),
      ],
    });
    await take(['PAY-1']);
    expect(await scope()).toMatchObject([{ id: typed.id, title: 'Till', status: 'dropped' }]);
  });

  it('keeps a change of two tickets once', async () => {
    const { repository, take, changes } = await start();
    repository.commit('PAY-7, PAY-8: both');
    expect(await take(['PAY-7', 'PAY-8'])).toMatchObject({ changes: 1, items: [{}, {}] });
    expect((await changes()).map(({ tickets }) => tickets)).toEqual([['PAY-7', 'PAY-8']]);
  });

  it('is taken back whole by one undo, and done again', async () => {
    const { test, fee, take, living, scope, changes } = await start();
    const before = living();
    await take(['PAY-1', fee]);
    const after = living();
    const { undo } = await test.call('edits.state', {});
    expect(undo[0]).toMatchObject({
      name: 'git.take',
      what: 'added 2 scope items and 3 changes of Payments 4.2',
    });
    await test.call('edits.undo', {});
    expect(living()).toEqual(before);
    expect([await scope(), await changes()]).toEqual([[], []]);
    await test.call('edits.redo', {});
    expect(living()).toEqual(after);
    expect((await test.call('workspace.verify', {})).ok).toBe(true);
  });

  it('offers what was removed since again, but does not propose it', async () => {
    const { test, fee, take, range, scope } = await start();
    const { items } = await take([fee]);
    await test.call('scope.remove', { id: items[0]?.id ?? '' });
    const row = (await range()).rows.find(({ key }) => key === fee);
    expect(row).toMatchObject({ adds: 'item', proposed: false });
    await take([fee]);
    expect(await scope()).toHaveLength(1);
  });

  it('after the scope freeze needs a reason, which is kept with what is added', async () => {
    const { test, cast, fee, input } = await start();
    const train = await test.call('trains.create', {
      ...{ name: 'Weekly', zone: 'Europe/London', startWall: '2026-12-16T21:00' },
      ...{ recurrence: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE', durationMinutes: 90 },
      offsets: { 'cut-off': 10, 'scope-freeze': 8, 'qa-start': 6, 'qa-end': 2, 'go-no-go': 1 },
      ...{ holidayCalendarId: null, environmentId: cast.production.id },
      ...{ serviceIds: [cast.payments.id], ownerId: cast.ana.id },
    });
    const { releaseIds } = await test.call('trains.generate', { id: train.id, count: 1 });
    const [releaseId = ''] = releaseIds;
    const { tasks } = await test.call('tasks.list', { releaseId });
    const freeze = tasks.find(({ title }) => title === 'Scope freeze');
    await test.call('tasks.save', { id: freeze?.id ?? '', startOn: '2026-11-20' });
    const error = await test.refused('git.take', input([fee], { releaseId }));
    expect(error).toMatchObject({
      code: 'precondition_failed',
      fields: { lateReason: expect.any(String) },
    });
    expect(await test.call('git.changes', { releaseId })).toEqual([]);
    const late = input([fee], { releaseId, lateReason: 'Agreed with Jon' });
    expect((await test.call('git.take', late)).items).toMatchObject([
      { lateReason: 'Agreed with Jon' },
    ]);
    expect(await test.call('scope.freeze', { releaseId })).toMatchObject({ late: 1 });
    // Nothing is added to the scope here, so nothing comes late.
    await test.call('git.take', input([fee], { releaseId }));
  });
});

describe.skipIf(gitProgram === null)('what cannot be taken', () => {
  it('is refused as a whole, with the reason', async () => {
    const { test, repository, release, input, living } = await start();
    const wrong = repository.commit('feat: wrong');
    const back = repository.revert(wrong);
    const before = living();
    const refused = (rows: string[], more = {}) => test.refused('git.take', input(rows, more));
    for (const row of [wrong, back]) {
      expect(await refused(['PAY-1', row])).toMatchObject({ code: 'precondition_failed' });
    }
    const unknown = await refused(['PAY-1', 'PAY-99']);
    expect(unknown).toMatchObject({ code: 'conflict', fields: { rows: expect.any(String) } });
    expect(unknown.message).toContain('PAY-99 is not among what leads up to “HEAD”');
    expect((await refused([])).code).toBe('invalid_input');
    const service = await refused(['PAY-1'], { serviceId: '0190a0a0-0000-7000-8000-0000000000ff' });
    expect(service).toMatchObject({ code: 'not_found', fields: { serviceId: expect.any(String) } });
    expect(living()).toEqual(before);
    await test.call('releases.cancel', { id: release.id, reason: 'Not needed any more' });
    expect((await refused(['PAY-1'])).code).toBe('precondition_failed');
  });
});

describe.skipIf(gitProgram === null)('the history of a release', () => {
  it('names the changes that were taken, and by whom', async () => {
    const { test, release, fee, take, cast } = await start();
    await take([fee]);
    const { entries } = await test.call('releases.history', {
      id: release.id,
      entities: ['change'],
    });
    expect(entries).toMatchObject([
      { command: 'git.take', byId: cast.mara.id, entity: 'change', label: 'Count the fee once' },
    ]);
  });
});
