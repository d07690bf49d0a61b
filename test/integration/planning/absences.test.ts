import { describe, expect, it } from 'vitest';
import { aRelease, buildWorkspace } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';

const nobody = '0190a0a0-0000-7000-8000-0000000000ff';

async function start() {
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  const release = await aRelease(test, cast);
  await test.call('workspace.actAs', { personId: cast.mara.id });
  const days = (firstOn: string, lastOn: string) => ({ firstOn, lastOn });
  return { test, cast, release, days };
}

describe('an absence', () => {
  it('says on saving which releases start meanwhile, with the parts somebody has in them', async () => {
    const { test, cast, release, days } = await start();
    const person = { personId: cast.mara.id };
    const early = await test.call('absences.save', {
      ...person,
      ...days('2026-11-26', '2026-11-30'),
    });
    expect(early.effect).toMatchObject({ releases: [], standsIn: [] });
    const { id, rev } = early.absence;
    await test.call('releases.update', {
      id: release.id,
      roles: [{ roleKey: 'release-manager', personId: cast.mara.id }],
    });
    const later = await test.call('absences.save', { id, rev, lastOn: '2026-12-01' });
    expect(later.effect.releases).toEqual([
      {
        releaseId: release.id,
        name: 'Payments 4.2',
        startAt: '2026-12-01T22:00:00.000Z',
        zone: 'Europe/London',
        roles: ['Owner', 'Release manager'],
      },
    ]);
    expect(
      await test.call('absences.effect', { ...person, ...days('2026-12-01', '2026-12-01') }),
    ).toMatchObject({ releases: [{ name: 'Payments 4.2' }] });
  });

  it('says which gates fall due then that nobody else can decide', async () => {
    const { test, cast, release, days } = await start();
    const gates = await test.call('gates.list', { releaseId: release.id });
    const gateId = gates.find(({ name }) => name === 'QA sign-off')?.id;
    const gatesWithout = async (personId: string, lastOn = '2026-12-01') => {
      const away = { personId, ...days('2026-11-25', lastOn) };
      return (await test.call('absences.effect', away)).gates;
    };
    expect(await gatesWithout(cast.ana.id)).toEqual([
      {
        ...{ releaseId: release.id, release: 'Payments 4.2', gateId, gate: 'QA sign-off' },
        ...{ role: 'QA lead', dueOn: '2026-12-01', othersAway: false },
      },
    ]);
    // Back before it is due there is time enough.
    expect(await gatesWithout(cast.ana.id, '2026-11-30')).toEqual([]);

    // Two can decide for operations: one of them is enough, until both are away.
    await test.call('absences.save', {
      ...{ personId: cast.tomas.id, ...days('2026-11-20', '2026-12-04') },
    });
    const both = await gatesWithout(cast.ana.id);
    expect(both.map(({ gate, othersAway }) => [gate, othersAway])).toEqual([
      ['QA sign-off', false],
      ['Operations readiness', true],
    ]);
  });

  it('is refused twice, backwards, of nobody, and with a deputy who is no help', async () => {
    const { test, cast, days } = await start();
    const jon = { personId: cast.jon.id };
    await test.call('absences.save', { ...jon, ...days('2026-12-07', '2026-12-11') });
    const refused = (input: object) => test.refused('absences.save', { ...jon, ...input });
    const twice = await refused(days('2026-12-11', '2026-12-14'));
    expect(twice.code).toBe('conflict');
    expect(twice.message).toBe(
      'Jon Bell is away Mon 7 Dec – Fri 11 Dec already, which overlaps Fri 11 Dec – Mon 14 Dec. Change that absence, or choose days it does not have.',
    );
    expect((await refused(days('2026-12-20', '2026-12-18'))).fields).toHaveProperty('lastOn');
    expect((await refused(days('1999-12-20', '1999-12-21'))).message).toContain('2000 and 2199');
    expect((await refused(days('2026-12-20', '2029-12-21'))).message).toContain('two years');
    expect((await refused({ firstOn: '2026-12-20' })).fields).toHaveProperty('lastOn');
    const fits = days('2026-12-21', '2026-12-22');
    expect((await refused({ ...fits, personId: nobody })).message).toContain('is nobody');
    expect((await refused({ ...fits, deputyId: nobody })).fields).toHaveProperty('deputyId');
    expect((await refused({ ...fits, deputyId: cast.jon.id })).message).toContain('themselves');
    expect((await refused({ ...fits, note: 'x'.repeat(20_001) })).message).toContain('20,000');
    const ana = { personId: cast.ana.id, ...days('2026-12-08', '2026-12-08') };
    const deputy = await test.refused('absences.save', { ...ana, deputyId: cast.jon.id });
    expect(deputy.message).toContain('Jon Bell is away Mon 7 Dec – Fri 11 Dec');
    await test.call('people.leave', { id: cast.iris.id, leftOn: '2026-11-24' });
    expect((await refused({ ...fits, deputyId: cast.iris.id })).message).toContain('left on');
    expect(await test.call('absences.list', {})).toHaveLength(1);
  });

  it('of a deputy says for whom they stand in', async () => {
    const { test, cast, days } = await start();
    const week = days('2026-12-07', '2026-12-11');
    const jon = { personId: cast.jon.id, deputyId: cast.ana.id, ...week };
    const { absence } = await test.call('absences.save', jon);
    const ana = { personId: cast.ana.id, ...days('2026-12-11', '2026-12-11') };
    const { effect } = await test.call('absences.save', ana);
    expect(effect.standsIn).toEqual([absence]);
    // What else is changed does not ask about the deputy again.
    await test.call('absences.save', { id: absence.id, note: '<b>a ski trip</b>' });
  });

  it('is listed by person and days, taken back, and comes back by undo', async () => {
    const { test, cast, days } = await start();
    const jon = { personId: cast.jon.id, ...days('2026-12-07', '2026-12-11') };
    const { absence } = await test.call('absences.save', { ...jon, kind: 'training' });
    const { id, rev } = absence;
    const list = async (which: object) => (await test.call('absences.list', which)).length;
    expect(await list({ personId: cast.ana.id })).toBe(0);
    expect(await list({ from: '2026-12-11', to: '2026-12-11' })).toBe(1);
    expect(await list({ from: '2026-12-12' })).toBe(0);
    await test.call('absences.save', { id, rev, lastOn: '2026-12-10' }, cast.ana.id);
    const stale = await test.refused('absences.save', { id, rev, lastOn: '2026-12-09' });
    expect(stale.code).toBe('conflict');
    await test.call('absences.remove', { id });
    expect(await list({})).toBe(0);
    await test.call('edits.undo', {});
    expect(await test.call('absences.list', {})).toMatchObject([{ lastOn: '2026-12-10' }]);
  });

  it('does not come back by undo where another one was recorded meanwhile', async () => {
    const { test, cast, days } = await start();
    const { tomas, jon } = cast;
    const own = { personId: tomas.id, ...days('2026-12-07', '2026-12-11') };
    const { absence } = await test.call('absences.save', own);
    await test.call('absences.remove', { id: absence.id });
    const since = { personId: tomas.id, ...days('2026-12-11', '2026-12-12') };
    await test.call('absences.save', since, jon.id);
    const { undo } = await test.call('edits.state', {});
    const refused = await test.refused('edits.undo', { command: undo[0]?.command });
    expect(refused.message).toBe(
      'Tomás Rey, 2026-12-07 would overlap the absence Tomás Rey, 2026-12-11, which was recorded since. Nothing was changed.',
    );
    expect(await test.call('absences.list', {})).toMatchObject([{ firstOn: '2026-12-11' }]);
  });
});
