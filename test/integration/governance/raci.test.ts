import { describe, expect, it } from 'vitest';
import { aRelease, buildShipped } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';

async function start() {
  const test = startTestApp();
  const cast = await buildShipped(test);
  const as = cast.mara.id;
  const row = async (gateKey: string, releaseId: string | null = null) =>
    (await test.call('raci.matrix', { releaseId })).rows.find((each) => each.gateKey === gateKey);
  const kinds = async (gateKey: string, releaseId: string | null = null) =>
    (await test.call('raci.check', { releaseId }))
      .filter((each) => each.gateKey === gateKey)
      .map(({ kind }) => kind);
  return { test, cast, as, row, kinds };
}

describe('The matrix of responsibilities', () => {
  it('goes by the policy until a letter is given, which keeps the others, and back by undo', async () => {
    const { test, as, row, kinds } = await start();
    const before = await row('qa-sign-off');
    expect(before?.from).toBe('policy');
    expect(await kinds('qa-sign-off')).toEqual([]);
    const set = { gateKey: 'qa-sign-off', roleKey: 'operations', letters: ['A' as const] };
    const given = await test.call('raci.set', set, as);
    expect(given).toMatchObject({ from: 'workspace' });
    expect(given.letters).toHaveLength((before?.letters.length ?? 0) + 1);
    expect(await kinds('qa-sign-off')).toEqual(['many-accountable']);
    await test.call('edits.undo', {}, as);
    expect(await row('qa-sign-off')).toEqual(before);
  });

  it('is another one for a release, says who answers at its gate, and can go back', async () => {
    const { test, cast, as, row, kinds } = await start();
    const release = await aRelease(test, cast, { type: 'major' });
    const gates = await test.call('gates.list', { releaseId: release.id });
    const gate = gates.find(({ key }) => key === 'qa-sign-off');
    if (gate === undefined) throw new Error('the release has no QA sign-off');
    const of = { gateKey: 'qa-sign-off', releaseId: release.id };
    await test.call('raci.set', { ...of, roleKey: 'qa-lead', letters: ['R'] }, as);
    await test.call('raci.set', { ...of, roleKey: 'operations', letters: ['A'] }, as);
    expect(await row('qa-sign-off', release.id)).toMatchObject({ from: 'release' });
    expect((await row('qa-sign-off'))?.from).toBe('policy');
    const { accountable } = await test.call('gates.evidence', { gateId: gate.id });
    expect(accountable?.role).toBe('operations');
    await test.call('raci.set', { ...of, roleKey: 'operations', letters: [] }, as);
    expect(await kinds('qa-sign-off', release.id)).toEqual(['no-accountable']);
    const pitfall = (await test.call('pitfalls.list', {})).find(({ key }) =>
      key.includes('accountable'),
    );
    expect(JSON.stringify(pitfall)).toContain('Nobody is accountable');
    const last = { ...of, roleKey: 'qa-lead', letters: [] };
    const refused = await test.refused('raci.set', last, as);
    expect(refused.message).toContain('This would leave nobody at “QA sign-off”.');
    expect(await row('qa-sign-off', release.id)).toMatchObject({ from: 'release' });
    expect(await test.call('raci.reset', of, as)).toMatchObject({ removed: expect.any(Number) });
    expect(await row('qa-sign-off', release.id)).toMatchObject({ from: 'policy' });
    const wrong = { gateKey: 'nonsense', roleKey: 'operations', letters: [] };
    expect((await test.refused('raci.set', wrong, as)).message).toContain('The gates are: ');
  });

  it('wants a deputy for whoever answers alone, and one who is named is honoured', async () => {
    const { test, cast, as } = await start();
    const missing = async () =>
      (await test.call('raci.check', {})).filter(({ kind }) => kind === 'no-deputy');
    const before = await missing();
    const [first] = before;
    if (first === undefined || first.roleKey === null) throw new Error('everybody has a deputy');
    const deputy = { roleKey: first.roleKey, deputyId: cast.tomas.id };
    const saved = await test.call('deputies.save', deputy, as);
    expect(await missing()).toHaveLength(before.length - 1);
    expect(await test.call('deputies.list', {})).toEqual([saved]);
    const past = { ...deputy, id: saved.id, rev: saved.rev, lastOn: '2026-01-01' };
    await test.call('deputies.save', past, as);
    expect(await missing()).toHaveLength(before.length);
    await test.call('deputies.remove', { id: saved.id }, as);
    expect(await test.call('deputies.list', {})).toEqual([]);
    const both = { ...deputy, personId: cast.jon.id };
    expect((await test.refused('deputies.save', both, as)).code).toBe('invalid_input');
    const self = { personId: cast.jon.id, deputyId: cast.jon.id };
    expect((await test.refused('deputies.save', self, as)).fields?.['deputyId']).toContain(
      'cannot stand in for themselves',
    );
    const only = { roleKey: 'security-lead', deputyId: cast.iris.id };
    expect((await test.refused('deputies.save', only, as)).message).toContain(
      'is the only one who holds this role; choose somebody else',
    );
    const gone = { roleKey: 'nobody-has-it', deputyId: cast.jon.id };
    expect((await test.refused('deputies.save', gone, as)).message).toContain('is no role');
  });
});
