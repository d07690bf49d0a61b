import { describe, expect, it } from 'vitest';
import { window } from '#core/database/schema/calendar.ts';
import { aRelease, buildWorkspace } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';
import { addWindow, writeRows } from '../planning/calendar-rows.ts';

const start = '2026-12-08T22:00:00.000Z';
const expiresAt = '2026-12-09T22:00:00.000Z';

async function frozen(kind: 'hard-freeze' | 'soft-freeze') {
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  const freeze = await writeRows(test, (write) =>
    addWindow(write, {
      ...{ kind, name: 'Quarter end', authorityId: cast.jon.id },
      ...{ startWall: '2026-12-08T00:00', endWall: '2026-12-09T00:00' },
    }),
  );
  const asked = (releaseId: string) => ({
    ...{ releaseId, rule: kind, subjectId: freeze.id, expiresAt },
    ...{ rationale: 'The regulator asks for it', impact: 'Two hours without reports' },
  });
  const check = (releaseId: string) => test.call('calendar.checkPlacement', { releaseId, start });
  return { test, cast, freeze, asked, check };
}

describe('Exceptions', () => {
  it('are granted by a second person, cover the finding, and expire by themselves', async () => {
    const { test, cast, asked, check } = await frozen('soft-freeze');
    const { id: releaseId } = await aRelease(test, cast);
    const { mara, jon, iris } = cast;
    const { id } = await test.call('exceptions.request', asked(releaseId), mara.id);
    expect(await check(releaseId)).toMatchObject({
      ...{ worst: 'needs-exception', findings: [{ asked: true, exception: null }] },
    });
    const own = await test.refused('exceptions.decide', { id, granted: true }, mara.id);
    expect(own).toMatchObject({ code: 'forbidden' });
    expect(own.message).toContain('Anybody but Mara Okafor');
    const without = await test.refused('exceptions.decide', { id, granted: false }, jon.id);
    expect(without.message).toContain('Say why it is refused');
    const granted = await test.call('exceptions.decide', { id, granted: true }, jon.id);
    expect(granted).toMatchObject({ state: 'granted', decidedById: jon.id });
    const covered = await check(releaseId);
    expect(covered).toMatchObject({ worst: null, findings: [{ exception: { id } }] });
    const again = await test.refused('exceptions.decide', { id, granted: true }, iris.id);
    expect(again.message).toContain('granted by Jon Bell already');
    const undo = await test.refused('edits.undo', {}, jon.id);
    expect(undo.message).toContain('withdraw a granted one');
    const history = await test.call('releases.history', { id: releaseId, entities: ['exception'] });
    expect(history.entries).toHaveLength(2);
    test.setNow('2026-12-09T22:00:00.000Z');
    const [expired] = await test.call('exceptions.list', { releaseId });
    expect(expired?.state).toBe('expired');
  });

  it('do not outlast their expiry: a start after it is not covered', async () => {
    const { test, cast, asked, check } = await frozen('soft-freeze');
    const { id: releaseId } = await aRelease(test, cast);
    const early = { ...asked(releaseId), expiresAt: '2026-12-08T21:00:00.000Z' };
    const { id } = await test.call('exceptions.request', early, cast.mara.id);
    await test.call('exceptions.decide', { id, granted: true }, cast.jon.id);
    expect((await check(releaseId)).worst).toBe('needs-exception');
    await test.call('exceptions.withdraw', { id }, cast.mara.id);
    const twice = await test.refused('exceptions.withdraw', { id }, cast.mara.id);
    expect(twice.message).toContain('nothing to withdraw');
  });

  it('to a hard freeze are for emergencies, by the authority named on it alone', async () => {
    const { test, cast, freeze, asked, check } = await frozen('hard-freeze');
    const { mara, jon, iris } = cast;
    const minor = await aRelease(test, cast);
    const refused = await test.refused('exceptions.request', asked(minor.id), mara.id);
    expect(refused.message).toContain('Jon Bell grants emergency releases alone');
    const urgent = await aRelease(test, cast, { name: 'Payments 4.2.1', type: 'emergency' });
    const { id, deciders } = await test.call('exceptions.request', asked(urgent.id), mara.id);
    expect(deciders).toBe('Only Jon Bell, the authority named on the freeze, may decide.');
    const waits = async (personId: string) =>
      (await test.call('today.get', {}, personId)).waiting.filter(
        ({ kind }) => kind === 'exception',
      );
    expect([await waits(jon.id), await waits(iris.id)]).toMatchObject([[{ late: false }], []]);
    expect((await check(urgent.id)).worst).toBe('blocked');
    const other = await test.refused('exceptions.decide', { id, granted: true }, iris.id);
    expect(other.message).toContain('Only Jon Bell');
    await test.call('exceptions.decide', { id, granted: true }, jon.id);
    expect((await check(urgent.id)).worst).toBeNull();
    const moved = { id: urgent.id, toAt: start };
    expect((await test.call('releases.reschedule', moved, mara.id)).startAt).toBe(start);
    await writeRows(test, (write) => write.update(window, freeze.id, { authorityId: null }));
    const nobody = await test.refused('exceptions.request', asked(urgent.id), mara.id);
    expect(nobody.message).toContain('names no authority');
  });

  it('propose a change of the rule after three of them', async () => {
    const { test, cast, asked, check } = await frozen('soft-freeze');
    const { id: releaseId } = await aRelease(test, cast);
    for (let count = 0; count < 3; count += 1) {
      const { id } = await test.call('exceptions.request', asked(releaseId), cast.mara.id);
      await test.call('exceptions.decide', { id, granted: true }, cast.jon.id);
    }
    const proposal = '3 exceptions to Quarter end (soft freeze) were granted within a year.';
    const [listed] = await test.call('exceptions.list', { releaseId });
    expect(listed?.proposal).toContain(proposal);
    expect((await check(releaseId)).findings[0]?.proposal).toContain(proposal);
  });

  it('refuse what no exception is needed for, and text that says nothing', async () => {
    const { test, cast, asked } = await frozen('soft-freeze');
    const { id: releaseId } = await aRelease(test, cast);
    const ask = (patch: object) =>
      test.refused('exceptions.request', { ...asked(releaseId), ...patch }, cast.mara.id);
    expect((await ask({ rule: 'peak' })).message).toContain('needs no exception');
    expect((await ask({ rationale: ' ' })).message).toContain('is empty');
    expect((await ask({ impact: 'x'.repeat(5000) })).message).toContain('shorten it');
    expect((await ask({ expiresAt: '2026-11-01T00:00:00.000Z' })).message).toContain('is past');
    expect((await ask({ subjectId: releaseId })).message).toContain('no window');
  });
});
