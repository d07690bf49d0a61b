import { describe, expect, it } from 'vitest';
import type { Input } from '#shared/contract/index.ts';
import { aRelease, buildWorkspace } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';

const monday = '2026-11-30';

async function start() {
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  const release = await aRelease(test, cast);
  await test.call('workspace.actAs', { personId: cast.mara.id });
  const commit = (roleKey: string, days: number, more: Partial<Input<'capacity.commit'>> = {}) =>
    test.call('capacity.commit', { releaseId: release.id, weekOn: monday, roleKey, days, ...more });
  const get = (from = monday, weeks = 2) => test.call('capacity.get', { from, weeks });
  const roleWeek = async (key: string, place = 0) =>
    (await get()).roles.find((role) => role.key === key)?.weeks[place];
  return { test, cast, release, commit, get, roleWeek };
}

describe('capacity', () => {
  it('is what people of a role have in a week, less absences, against what is promised', async () => {
    const { test, cast, commit, get, roleWeek } = await start();
    expect(await roleWeek('operations')).toMatchObject({
      available: 10,
      committed: 0,
      over: false,
    });
    await test.call('absences.save', {
      ...{ personId: cast.ana.id, firstOn: '2026-11-27', lastOn: '2026-12-01' },
    });
    expect(await roleWeek('operations')).toMatchObject({ available: 8 });
    await commit('operations', 4.5, { personId: cast.ana.id });
    await commit('operations', 4);
    const week = await roleWeek('operations');
    expect(week).toMatchObject({ available: 8, committed: 8.5, over: true });
    expect(week?.why).toContain('The days of Ana Duarte also count for QA lead.');
    const { people, commitments } = await get();
    expect(people.find(({ name }) => name === 'Ana Duarte')?.weeks[0]).toMatchObject({
      ...{ available: 3, committed: 4.5, over: true },
      why: '5 working days − 2 leave = 3 d. 4.5 of 3 d promised. Over-booked by 1.5 d.',
    });
    expect(commitments).toMatchObject([{ release: 'Payments 4.2' }, { days: 4 }]);
    expect(await roleWeek('compliance')).toMatchObject({ available: 0, over: false });
  });

  it('lets go of the weeks to come of a release that is over', async () => {
    const { test, release, commit, get } = await start();
    await commit('operations', 3, { weekOn: '2026-11-23', weeks: 3 });
    const days = async () => (await get('2026-11-23', 3)).commitments.map(({ weekOn }) => weekOn);
    expect(await days()).toEqual(['2026-11-23', '2026-11-30', '2026-12-07']);
    await test.call('releases.cancel', { id: release.id, reason: 'Not needed' });
    expect(await days()).toEqual(['2026-11-23']);
    const closed = await test.refused('capacity.commit', {
      ...{ releaseId: release.id, roleKey: 'operations', weekOn: monday, days: 1 },
    });
    expect(closed.message).toContain('is closed');
  });

  it('takes commitments that make sense, one answer each for the others', async () => {
    const { test, cast, release, commit, get } = await start();
    const [first] = await commit('qa-lead', 2, { note: '<i>regression</i>' });
    if (first === undefined) throw new Error('Nothing was committed');
    const refused = (more: object) =>
      test.refused('capacity.commit', {
        ...{ releaseId: release.id, weekOn: monday, roleKey: 'qa-lead', days: 1, ...more },
      });
    expect((await refused({ weekOn: '2026-12-01' })).message).toContain('Give 2026-11-30');
    expect((await refused({ weekOn: '9999-12-27' })).message).toContain('2000 and 2199');
    expect((await refused({ days: 0 })).message).toContain('no time');
    expect((await refused({ days: 0.3 })).message).toContain('quarter');
    expect((await refused({ days: 201 })).message).toContain('200 days');
    expect((await refused({ roleKey: 'cook' })).fields).toHaveProperty('roleKey');
    expect((await refused({ personId: cast.jon.id })).message).toContain('does not hold');
    const odd = { from: '2026-12-01' };
    expect((await test.refused('capacity.get', odd)).fields).toHaveProperty('from');
    expect((await get()).commitments).toHaveLength(1);
  });

  it('of a release is listed and changed, and undo takes several weeks back at once', async () => {
    const { test, cast, release, commit } = await start();
    const list = () => test.call('capacity.commitments', { releaseId: release.id });
    const [first] = await commit('qa-lead', 2, { weeks: 3 });
    expect(await list()).toHaveLength(3);
    const { id = '', rev } = first ?? {};
    const changed = await test.call('capacity.update', {
      ...{ id, rev, days: 2.5, personId: cast.ana.id },
    });
    expect(changed).toMatchObject({ days: 2.5, personId: cast.ana.id, weekOn: monday });
    expect((await test.refused('capacity.update', { id, rev, days: 1 })).code).toBe('conflict');
    expect(
      (await test.refused('capacity.update', { id, roleKey: 'compliance' })).message,
    ).toContain('Ana Duarte does not hold the role Compliance');
    await test.call('capacity.uncommit', { id });
    expect(await list()).toHaveLength(2);
    await test.call('edits.undo', {});
    await test.call('edits.undo', {});
    expect(await list()).toMatchObject([{ days: 2 }, { days: 2 }, { days: 2 }]);
    await test.call('edits.undo', {});
    expect(await list()).toEqual([]);
    const { entries } = await test.call('releases.history', { id: release.id });
    expect(JSON.stringify(entries)).toContain('capacity.uncommit');
  });
});
