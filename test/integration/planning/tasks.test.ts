import { describe, expect, it } from 'vitest';
import type { Input, Output } from '#shared/contract/index.ts';
import { aRelease, buildWorkspace } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';

const nobody = '0190a0a0-0000-7000-8000-0000000000ff';
const hostile = '=1+1 <script>alert(1)</script> \u202Eשלום e\u0301';

async function start() {
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  const release = await aRelease(test, cast);
  const next = await aRelease(test, cast, { name: 'Payments 4.3' });
  await test.call('workspace.actAs', { personId: cast.mara.id });
  const add = async (title: string, more: Partial<Input<'tasks.save'>> = {}) => {
    const { id, plan } = await test.call('tasks.save', { releaseId: release.id, title, ...more });
    const task = plan.tasks.find((each) => each.id === id);
    if (task === undefined) throw new Error(`${title} is not in the plan`);
    return task;
  };
  const plan = (releaseId = release.id) => test.call('tasks.list', { releaseId });
  const titles = async () => (await plan()).tasks.map(({ title }) => title);
  return { test, cast, release, next, add, plan, titles };
}

const datesOf = ({ tasks }: Output<'tasks.list'>) =>
  tasks.map(({ title, beginsOn, endsOn }) => `${title} ${beginsOn} ${endsOn}`);

describe('a task', () => {
  it('takes a working day from today until somebody says more', async () => {
    const { add } = await start();
    expect(await add('Write the runbook')).toMatchObject({
      ...{ kind: 'task', startOn: null, durationDays: 1, ownerId: null, predecessorIds: [] },
      ...{ doneOn: null, note: '', beginsOn: '2026-11-24', endsOn: '2026-11-24', late: false },
    });
  });

  it('begins after its predecessors, and says why', async () => {
    const { test, cast, add, plan } = await start();
    const migrate = await add('Migrate data', { startOn: '2026-12-01', durationDays: 3 });
    const load = await add('Load test', { predecessorIds: [migrate.id], ownerId: cast.jon.id });
    expect(load).toMatchObject({
      ...{ beginsOn: '2026-12-04', endsOn: '2026-12-04', critical: true, ownerId: cast.jon.id },
      why: 'Load test waits for Migrate data, which ends Thu 3 Dec.',
    });
    expect(await plan()).toMatchObject({
      ...{ endsOn: '2026-12-04', releaseOn: '2026-12-01', runsOver: true },
      ...{ chain: [migrate.id, load.id], today: '2026-11-24', workingDays: [1, 2, 3, 4, 5] },
    });
    await test.call('tasks.save', { id: migrate.id, durationDays: 1 });
    expect(datesOf(await plan())).toEqual([
      'Migrate data 2026-12-01 2026-12-01',
      'Load test 2026-12-02 2026-12-02',
    ]);
  });

  it('takes a last day instead of a duration, counted in working days', async () => {
    const { test, add } = await start();
    const task = await add('Regression', { startOn: '2026-11-26', endOn: '2026-12-01' });
    expect(task).toMatchObject({ durationDays: 4, endsOn: '2026-12-01' });
    const { plan } = await test.call('tasks.save', { id: task.id, endOn: '2026-11-27' });
    expect(plan.tasks).toMatchObject([{ durationDays: 2, endsOn: '2026-11-27' }]);
  });

  it('is refused when it ends before it begins, with both days and the reason', async () => {
    const { test, add, plan } = await start();
    const migrate = await add('Migrate data', { startOn: '2026-12-01', durationDays: 3 });
    const load = await add('Load test', { predecessorIds: [migrate.id] });
    const early = await test.refused('tasks.save', { id: load.id, endOn: '2026-12-02' });
    expect(early).toMatchObject({ code: 'invalid_input', fields: { endOn: expect.any(String) } });
    expect(early.message).toBe(
      'Load test cannot end Wed 2 Dec, before it begins Fri 4 Dec. Load test waits for Migrate data, which ends Thu 3 Dec. Give a last day from Fri 4 Dec on, or let it begin earlier.',
    );
    const own = { startOn: '2026-12-10', endOn: '2026-12-09' };
    expect((await test.refused('tasks.save', { id: load.id, ...own })).fields).toHaveProperty(
      'endOn',
    );
    expect((await plan()).tasks.at(-1)).toMatchObject({ durationDays: 1, startOn: null });
  });

  it('is refused with lengths and dates that make no sense, one answer each', async () => {
    const { test, release, add } = await start();
    const wrong = async (input: Partial<Input<'tasks.save'>>) =>
      (await test.refused('tasks.save', { releaseId: release.id, title: 'A', ...input })).message;
    expect(await wrong({ durationDays: 0 })).toContain('make it a milestone');
    expect(await wrong({ kind: 'milestone', durationDays: 2 })).toContain('make it a task');
    expect(await wrong({ kind: 'milestone', endOn: '2026-12-01' })).toContain('as the start');
    expect(await wrong({ durationDays: 1, endOn: '2026-12-01' })).toContain('one of the two');
    expect(await wrong({ durationDays: 1.5 })).toContain('no whole number of working days');
    expect(await wrong({ durationDays: 1001 })).toContain('split the task');
    expect(await wrong({ startOn: '9999-12-31' })).toContain('from 2000 to 2199');
    expect(await wrong({ endOn: '2100-01-01' })).toContain('split the task');
    expect(await wrong({ startOn: '2026-02-30' })).toContain('startOn');
    expect(await wrong({ doneOn: '2026-11-25' })).toContain('which lies ahead');
    expect(await wrong({ ownerId: nobody })).toContain('is nobody of this workspace');
    expect(await wrong({ title: 'x'.repeat(5000) })).toContain('200 characters');
    expect(await wrong({ title: ' ' })).toContain('is empty');
    const nameless = { releaseId: release.id };
    expect((await test.refused('tasks.save', nameless)).fields).toHaveProperty('title');
    expect((await test.refused('tasks.save', { title: 'A' })).fields).toHaveProperty('releaseId');
    expect((await add(hostile, { note: hostile })).title).toBe(hostile);
  });

  it('becomes a milestone and a task again, with a length that fits', async () => {
    const { test, add } = await start();
    const { id } = await add('Freeze', { durationDays: 4 });
    const become = async (kind: 'task' | 'milestone') =>
      (await test.call('tasks.save', { id, kind })).plan.tasks[0]?.durationDays;
    expect(await become('milestone')).toBe(0);
    expect(await become('task')).toBe(1);
  });

  it('is refused a circle of predecessors, with the whole chain named', async () => {
    const { test, add, plan } = await start();
    const migrate = await add('Migrate data');
    const load = await add('Load test', { predecessorIds: [migrate.id] });
    const sign = await add('Sign off', { predecessorIds: [load.id] });
    const before = await plan();
    const circle = { id: migrate.id, predecessorIds: [sign.id] };
    expect((await test.refused('tasks.save', circle)).message).toBe(
      'The predecessors close a circle: Migrate data → Sign off → Load test → Migrate data. None of these could ever begin; take one of them out.',
    );
    const itself = await test.refused('tasks.save', { id: load.id, predecessorIds: [load.id] });
    expect(itself.message).toContain('Load test → Load test');
    expect(await plan()).toEqual(before);
  });

  it('waits only for tasks of its own release', async () => {
    const { test, next, add } = await start();
    const other = await test.call('tasks.save', { releaseId: next.id, title: 'Elsewhere' });
    const task = await add('Here');
    for (const predecessorId of [other.id, nobody]) {
      const wrong = { id: task.id, predecessorIds: [predecessorId] };
      expect((await test.refused('tasks.save', wrong)).message).toContain('not in the plan');
    }
    const moved = { id: task.id, releaseId: next.id };
    expect((await test.refused('tasks.save', moved)).message).toContain('another release');
  });

  it('clashes with what somebody else saved of the same field, and with nothing else', async () => {
    const { test, cast, add } = await start();
    const { id, rev } = await add('Migrate data');
    await test.call('tasks.save', { id, rev, durationDays: 3 }, cast.jon.id);
    const clash = await test.refused('tasks.save', { id, rev, durationDays: 5 });
    expect(clash.code).toBe('conflict');
    const { plan } = await test.call('tasks.save', { id, rev, title: 'Migrate all data' });
    expect(plan.tasks).toMatchObject([{ durationDays: 3, title: 'Migrate all data' }]);
  });
});

describe('a task that is taken out', () => {
  it('is let go of by what waited for it, and undo brings both back', async () => {
    const { test, add, plan } = await start();
    const migrate = await add('Migrate data', { durationDays: 3 });
    await add('Load test', { predecessorIds: [migrate.id] });
    const before = datesOf(await plan());
    await test.call('tasks.remove', { id: migrate.id });
    expect(datesOf(await plan())).toEqual(['Load test 2026-11-24 2026-11-24']);
    expect((await plan()).tasks[0]?.predecessorIds).toEqual([]);
    await test.call('edits.undo', {});
    expect(datesOf(await plan())).toEqual(before);
    await test.call('edits.redo', {});
    expect(await plan()).toMatchObject({ tasks: [{ title: 'Load test', predecessorIds: [] }] });
    expect(await test.call('workspace.verify', {})).toMatchObject({ ok: true });
  });
});

describe('undo of the plan', () => {
  it('takes back adding, changing and reordering, one after the other', async () => {
    const { test, add, plan, titles } = await start();
    const a = await add('A');
    const b = await add('B');
    await test.call('tasks.save', { id: a.id, doneOn: '2026-11-24' });
    await test.call('tasks.reorder', { id: b.id, afterId: null });
    expect(await titles()).toEqual(['B', 'A']);
    await test.call('edits.undo', {});
    expect(await titles()).toEqual(['A', 'B']);
    await test.call('edits.undo', {});
    expect((await plan()).tasks[0]?.doneOn).toBeNull();
    await test.call('edits.undo', {});
    expect(await titles()).toEqual(['A']);
  });

  it('is refused where it would close a circle, or take away what others wait for', async () => {
    const { test, add, plan } = await start();
    const a = await add('A');
    const b = await add('B', { predecessorIds: [a.id] });
    await test.call('tasks.save', { id: b.id, predecessorIds: [] });
    const { undo } = await test.call('edits.state', {});
    await test.call('tasks.save', { id: a.id, predecessorIds: [b.id] });
    const before = await plan();
    const circle = await test.refused('edits.undo', { command: undo[0]?.command });
    expect(circle.message).toContain('“B” → “A” → “B”');
    const adding = await test.refused('edits.undo', { command: undo[1]?.command });
    expect(adding.code).toBe('conflict');
    expect(await plan()).toEqual(before);
  });
});

describe('the order of the plan', () => {
  it('is refused behind what is in no or another release', async () => {
    const { test, next, add, titles } = await start();
    const a = await add('A');
    const other = await test.call('tasks.save', { releaseId: next.id, title: 'Elsewhere' });
    for (const afterId of [nobody, other.id]) {
      const error = await test.refused('tasks.reorder', { id: a.id, afterId });
      expect(error).toMatchObject({ code: 'not_found', fields: { afterId: expect.any(String) } });
    }
    expect(await titles()).toEqual(['A']);
  });
});

describe('the plan of a release that is closed', () => {
  it('can be read as it was, and refuses every change', async () => {
    const { test, release, add, plan } = await start();
    const { id } = await add('A', { startOn: '2026-11-25' });
    await test.call('releases.cancel', { id: release.id, reason: 'Not needed any more' });
    test.advance(30 * 86_400_000);
    expect((await plan()).tasks).toMatchObject([{ late: false }]);
    for (const refused of [
      await test.refused('tasks.save', { id, title: 'B' }),
      await test.refused('tasks.save', { releaseId: release.id, title: 'B' }),
      await test.refused('tasks.reorder', { id, afterId: null }),
      await test.refused('tasks.remove', { id }),
    ]) {
      expect(refused.message).toContain('Payments 4.2 is closed');
    }
    expect((await test.refused('tasks.list', { releaseId: nobody })).code).toBe('not_found');
  });
});

describe('the working days of the workspace', () => {
  it('move the plan when they change, and can be undone', async () => {
    const { test, add, plan } = await start();
    await add('Migrate data', { startOn: '2026-11-27', durationDays: 2 });
    expect(datesOf(await plan())).toEqual(['Migrate data 2026-11-27 2026-11-30']);
    const saved = await test.call('workspace.update', { workingDays: [7, 1, 2, 3, 4] });
    expect(saved.workingDays).toEqual([1, 2, 3, 4, 7]);
    expect(datesOf(await plan())).toEqual(['Migrate data 2026-11-29 2026-11-30']);
    await test.call('edits.undo', {});
    expect(datesOf(await plan())).toEqual(['Migrate data 2026-11-27 2026-11-30']);
  });

  it('are one at least, each a day of the week and named once', async () => {
    const { test } = await start();
    const wrong = async (workingDays: number[]) =>
      (await test.refused('workspace.update', { workingDays })).message;
    expect(await wrong([])).toContain('keep at least one working day');
    expect(await wrong([1, 1])).toContain('give each once');
    expect(await wrong([0])).toContain('is no day of a week');
    expect(await wrong([8])).toContain('is no day of a week');
  });
});

describe('what follows from the plan elsewhere', () => {
  it('is copied with a release: dates moved, nothing done, predecessors its own', async () => {
    const { test, cast, release, add, plan } = await start();
    const migrate = await add('Migrate data', { startOn: '2026-11-24', doneOn: '2026-11-24' });
    await add('Load test', { predecessorIds: [migrate.id], durationDays: 2, ownerId: cast.jon.id });
    const startAt = '2026-12-15T22:00:00.000Z';
    const copy = await test.call('releases.copy', { id: release.id, name: 'Copy', startAt });
    const { tasks } = await plan(copy.id);
    expect(tasks).toMatchObject([
      { title: 'Migrate data', startOn: '2026-12-08', doneOn: null, predecessorIds: [] },
      { title: 'Load test', durationDays: 2, ownerId: cast.jon.id, beginsOn: '2026-12-09' },
    ]);
    expect(tasks[1]?.predecessorIds).toEqual([tasks[0]?.id]);
    await test.call('edits.undo', {});
    expect((await plan()).tasks).toHaveLength(2);
  });

  it('waits for its owner on the day it is late, until it is done', async () => {
    const { test, cast, release, add } = await start();
    const { id } = await add('Review', { startOn: '2026-11-19', ownerId: cast.mara.id });
    await add('Of Jon', { startOn: '2026-11-19', ownerId: cast.jon.id });
    const waiting = async () =>
      (await test.call('today.get', {})).waiting.filter(({ kind }) => kind === 'task');
    expect(await waiting()).toMatchObject([
      {
        ...{ what: 'Review', due: '5 d late', late: true, selected: id, releaseId: release.id },
        why: 'Task of Payments 4.2; it should have been done by Thu 19 Nov',
      },
    ]);
    await test.call('tasks.save', { id, doneOn: '2026-11-24' });
    expect(await waiting()).toEqual([]);
  });

  it('is in the dossier and in the history of the release', async () => {
    const { test, release, add } = await start();
    const first = await add('<b>Migrate</b> & move', { startOn: '2026-12-01', durationDays: 3 });
    await add('Load test', { predecessorIds: [first.id] });
    const { text } = await test.call('reports.dossier', { releaseId: release.id });
    expect(text).toContain('&lt;b&gt;Migrate&lt;/b&gt; &amp; move');
    expect(text).toContain('Tasks and milestones');
    expect(text).toContain('which ends Thu 3 Dec');
    const { entries } = await test.call('releases.history', { id: release.id, limit: 1 });
    expect(entries[0]).toMatchObject({ command: 'tasks.save', entity: 'task' });
  });
});
