import { describe, expect, it } from 'vitest';
import { aRelease, buildShipped, policyByType } from '../../support/build-workspace.ts';
import type { Cast } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';
import type { TestApp } from '../../support/test-app.ts';

const rollback = { steps: 'Switch the traffic back', durationMinutes: 10, pointOfNoReturn: '' };

async function gatesOf(test: TestApp, releaseId: string) {
  return test.call('gates.list', { releaseId });
}

async function keysOf(test: TestApp, releaseId: string) {
  return (await gatesOf(test, releaseId)).map(({ key }) => key);
}

function hotfix(test: TestApp, cast: Cast, serviceId: string, version: string) {
  return aRelease(test, cast, {
    name: 'Hotfix',
    type: 'hotfix',
    components: [{ serviceId, version, commit: null }],
  });
}

describe('the gates a release has by the policy in force', () => {
  it('are nine or more for a risky major, each with a reason', async () => {
    const test = startTestApp();
    const cast = await buildShipped(test);
    const release = await aRelease(test, cast, { type: 'major', dataMigration: true });
    expect(['high', 'critical']).toContain(release.risk.band);
    const gates = await gatesOf(test, release.id);
    expect(gates.length).toBeGreaterThanOrEqual(9);
    for (const { why } of gates) {
      expect(why).toMatch(/^Policy “Standard”, rule “[a-z-]+” \(seen: .+\)\. .+\./s);
    }
    const cab = gates.find(({ key }) => key === 'cab-decision');
    expect(cab?.why).toContain('risk high: data migration, financial system');
  });

  it('are three for a hotfix of low risk, and two more where money hangs on the service', async () => {
    const test = startTestApp();
    const cast = await buildShipped(test);
    const low = await hotfix(test, cast, cast.checkout.id, '2026.12.1');
    await test.call('rollback.save', { releaseId: low.id, ...rollback }, cast.mara.id);
    const { risk } = await test.call('releases.get', { id: low.id });
    expect(risk.band).toBe('low');
    expect(await keysOf(test, low.id)).toEqual(['pipeline-green', 'peer-review', 'owner-go']);

    const payments = await hotfix(test, cast, cast.payments.id, '4.2.1');
    const gates = await gatesOf(test, payments.id);
    expect(gates.map(({ key }) => key)).toEqual([
      ...['pipeline-green', 'peer-review', 'security-sign-off'],
      ...['emergency-authority', 'owner-go'],
    ]);
    const authority = gates.find(({ key }) => key === 'emergency-authority');
    expect(authority?.places).toHaveLength(2);
    expect(authority?.why).toContain('payments-api is financial');
  });

  it('follow a freeze that comes over the start, an occurrence that is skipped, and undo', async () => {
    const test = startTestApp();
    const cast = await buildShipped(test);
    const at = (startAt: string) => ({
      type: 'patch' as const,
      components: [{ serviceId: cast.checkout.id, version: '2026.12.1', commit: null }],
      deployments: [
        {
          ...{ environmentId: cast.production.id, region: 'eu', startAt },
          ...{ zone: 'Europe/London', durationMinutes: 60 },
        },
      ],
    });
    const [inside, beside] = [
      await aRelease(test, cast, at('2026-12-02T22:00:00.000Z')),
      await aRelease(test, cast, at('2026-12-03T22:00:00.000Z')),
    ];
    for (const { id: releaseId } of [inside, beside]) {
      await test.call('rollback.save', { releaseId, ...rollback }, cast.mara.id);
    }
    const counts = async () => [
      (await keysOf(test, inside.id)).length,
      (await keysOf(test, beside.id)).length,
    ];
    expect(await counts()).toEqual([3, 3]);
    const freeze = await test.call(
      'windows.create',
      {
        ...{ kind: 'soft-freeze', name: 'Stocktaking', zone: 'Europe/London' },
        ...{ startWall: '2026-12-02T20:00', endWall: '2026-12-03T06:00' },
        recurrence: 'FREQ=WEEKLY',
      },
      cast.mara.id,
    );
    expect(await counts()).toEqual([11, 3]);
    const skip = {
      id: freeze.id,
      originalWall: '2026-12-02T20:00',
      to: { change: 'skip' },
    } as const;
    await test.call('windows.changeOccurrence', skip, cast.mara.id);
    expect(await counts()).toEqual([3, 3]);
    await test.call('edits.undo', {}, cast.mara.id);
    expect(await counts()).toEqual([11, 3]);
    const moved = { startWall: '2026-12-03T20:00', endWall: '2026-12-04T06:00' };
    await test.call('windows.update', { id: freeze.id, ...moved }, cast.mara.id);
    expect(await counts()).toEqual([3, 11]);
    await test.call('windows.delete', { id: freeze.id }, cast.mara.id);
    expect(await counts()).toEqual([3, 3]);
  });

  it('come and go with the facts, but a decided one and one of a phase that was left stay', async () => {
    const test = startTestApp();
    const cast = await buildShipped(test);
    const release = await aRelease(test, cast, {
      type: 'patch',
      components: [{ serviceId: cast.checkout.id, version: '2026.12.1', commit: null }],
    });
    const { id } = release;
    // Nothing says yet how to go back, which makes it a high risk.
    expect(await keysOf(test, id)).toHaveLength(11);
    const security = (await gatesOf(test, id)).find(({ key }) => key === 'security-sign-off');
    await test.call('approvals.request', { gateId: security?.id ?? '' }, cast.mara.id);
    await test.call(
      'approvals.decide',
      { gateId: security?.id ?? '', outcome: 'go', comment: '' },
      cast.iris.id,
    );
    const before = test.events.length;
    await test.call('rollback.save', { releaseId: id, ...rollback }, cast.mara.id);
    expect(await keysOf(test, id)).toEqual([
      ...['pipeline-green', 'peer-review', 'security-sign-off', 'owner-go'],
    ]);
    expect(test.events.slice(before)).toContainEqual({
      type: 'changed',
      topics: expect.arrayContaining(['gates', 'releases', 'rollback']),
    });
    // What a service is hangs on no release; its gates follow all the same, and undo takes them back.
    const { rev } = await test
      .call('services.list', {})
      .then((all) => all.find((each) => each.id === cast.checkout.id) ?? cast.checkout);
    await test.call(
      'services.save',
      { ...cast.checkout, rev, financial: true, teamId: null },
      cast.mara.id,
    );
    expect(await keysOf(test, id)).toHaveLength(11);
    await test.call('edits.undo', {}, cast.mara.id);
    expect(await keysOf(test, id)).toHaveLength(4);
  });

  it('follow a template of the workspace’s own too, and a hand', async () => {
    const test = startTestApp();
    const cast = await buildShipped(test);
    const first = await aRelease(test, cast, { type: 'hotfix' });
    const { id } = await test.call(
      'policies.addGate',
      { releaseId: first.id, key: 'qa-sign-off', why: 'The last one broke the export.' },
      cast.mara.id,
    );
    expect(await keysOf(test, first.id)).toContain('qa-sign-off');
    const twice = await test.refused(
      'policies.addGate',
      { releaseId: first.id, key: 'qa-sign-off', why: 'Again.' },
      cast.mara.id,
    );
    expect(twice.message).toContain('has the gate “QA sign-off” already');
    await test.call('edits.undo', {}, cast.mara.id);
    expect(await keysOf(test, first.id)).not.toContain('qa-sign-off');
    await test.call('edits.redo', {}, cast.mara.id);
    const template = await test.call(
      'templates.save',
      { fromReleaseId: first.id, name: 'Hotfix with QA' },
      cast.mara.id,
    );
    expect(template.content.gates.map(({ key }) => key)).toEqual(['qa-sign-off']);
    const versionId = template.versions[0]?.id;
    const second = await aRelease(test, cast, { type: 'hotfix', templateVersionId: versionId });
    expect(await keysOf(test, second.id)).toContain('qa-sign-off');
    await test.call('policies.dropGate', { gateId: id }, cast.mara.id);
    expect(await keysOf(test, first.id)).not.toContain('qa-sign-off');
  });
});

describe('another profile', () => {
  it('is told before with what it changes, and changes that; beside an own policy nothing', async () => {
    const test = startTestApp();
    const cast = await buildShipped(test);
    const { id } = await aRelease(test, cast);
    expect(await test.call('policies.profileImpact', { profile: 'standard' })).toEqual({
      ...{ stays: null, open: 1, releases: [] },
    });
    const told = await test.call('policies.profileImpact', { profile: 'startup' });
    const namesOf = async () => (await gatesOf(test, id)).map(({ name }) => name);
    const before = await namesOf();
    await test.call('workspace.update', { profile: 'startup' }, cast.mara.id);
    const after = await namesOf();
    expect(told.releases[0]?.removed).toEqual(before.filter((name) => !after.includes(name)));
    expect(told.releases[0]?.removed).toContain('CAB decision');
    await test.call('policies.publish', { text: policyByType }, cast.mara.id);
    const published = await namesOf();
    expect(await test.call('policies.profileImpact', { profile: 'regulated' })).toEqual({
      ...{ stays: 'By type, version 1', open: 1, releases: [] },
    });
    await test.call('workspace.update', { profile: 'regulated' }, cast.mara.id);
    expect(await namesOf()).toEqual(published);
  });
});

describe('a policy of one’s own', () => {
  it('is published with its errors told, its effect said before, and the way back open', async () => {
    const test = startTestApp();
    const cast = await buildShipped(test);
    const { id } = await aRelease(test, cast, { type: 'minor' });
    const wrong = policyByType.replace(
      'owner-go]\n    why: Every patch',
      'owner-gone]\n    why: Every patch',
    );
    const refused = await test.refused('policies.publish', { text: wrong }, cast.mara.id);
    expect(refused.message).toMatch(
      /^Line \d+, column \d+: The rule “every-patch” adds “owner-gone”/,
    );

    const impact = await test.call('policies.impact', { text: policyByType });
    expect(impact).toMatchObject({ open: 1, problems: [] });
    expect(impact.releases[0]).toMatchObject({ release: 'Payments 4.2', added: [] });
    expect(impact.releases[0]?.removed).toContain('CAB decision');

    const draft = await test.call('policies.saveDraft', { text: wrong }, cast.mara.id);
    expect(draft).toMatchObject({ state: 'draft', number: 1, gates: null });
    const first = await test.call(
      'policies.publish',
      { text: policyByType, after: null },
      cast.mara.id,
    );
    expect(first.releases).toEqual(impact.releases);
    expect(first.version).toMatchObject({ number: 1, inForce: true, name: 'By type' });
    expect(await keysOf(test, id)).toHaveLength(6);
    const [gate] = await gatesOf(test, id);
    expect(gate?.why).toContain('Policy “By type”, version 1, rule “every-minor”');

    const stale = await test.refused(
      'policies.publish',
      { text: policyByType, after: null },
      cast.jon.id,
    );
    expect(stale.code).toBe('conflict');
    expect(stale.message).toContain('Mara Okafor published version 1');

    const { text } = await test.call('policies.get', { profile: 'standard' });
    await test.call('policies.publish', { text, after: 1 }, cast.jon.id);
    expect(await keysOf(test, id)).toHaveLength(11);
    const versions = await test.call('policies.list', {});
    expect(
      versions.filter(({ state }) => state === 'published').map(({ number }) => number),
    ).toEqual([2, 1]);
    expect(versions.some(({ state }) => state === 'draft')).toBe(false);
  });

  it('names a person for a place, who decides there and nobody else of the role', async () => {
    const test = startTestApp();
    const cast = await buildShipped(test);
    const named = (name: string) =>
      policyByType.replace(
        /places: \[security-lead\]/,
        `places: [{ role: security-lead, person: ${name} }]`,
      );
    const { problems } = await test.call('policies.preview', { text: named('Ana Duarti') });
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toContain('names “Ana Duarti”, who is nobody of this workspace');
    expect(problems[0]?.line).toBeGreaterThan(1);
    const text = named('Ana Duarti');
    const refused = await test.refused('policies.publish', { text }, cast.mara.id);
    expect(refused.message).toMatch(/^Line \d+, column \d+: .*Ana Duarti/);

    await test.call('policies.publish', { text: named('Ana Duarte') }, cast.mara.id);
    const { id } = await aRelease(test, cast, { type: 'major' });
    const gate = (await gatesOf(test, id)).find(({ places }) =>
      places.some(({ personId }) => personId === cast.ana.id),
    );
    expect(gate?.seats).toMatchObject([
      { roleKey: 'security-lead', personId: cast.ana.id, personIds: [cast.ana.id] },
    ]);
    const gateId = gate?.id ?? '';
    const other = await test.refused('approvals.decide', { gateId, outcome: 'go' }, cast.iris.id);
    expect(other.code).toBe('forbidden');
    await test.call('approvals.decide', { gateId, outcome: 'go' }, cast.ana.id);
    expect((await gatesOf(test, id)).find((each) => each.id === gateId)?.status).toBe('passed');
  });

  it('is tried on the last releases, with what each condition saw', async () => {
    const test = startTestApp();
    const cast = await buildShipped(test);
    await aRelease(test, cast, { type: 'minor' });
    await hotfix(test, cast, cast.checkout.id, '2026.12.1');
    const { releases, problems } = await test.call('policies.preview', {
      text: policyByType,
      releases: 2,
    });
    expect(problems).toEqual([]);
    expect(releases.map(({ type }) => type)).toEqual(['hotfix', 'minor']);
    expect(releases[0]).toMatchObject({ added: [], removed: [] });
    expect(releases[1]?.removed).toContainEqual({
      ...{ key: 'cab-decision', name: 'CAB decision', rules: ['high-risk'] },
    });
    expect(releases[0]?.seen.find(({ key }) => key === 'hotfix-of-what-matters')).toMatchObject({
      ...{
        holds: false,
        seen: 'a hotfix release; no financial service; checkout is of medium criticality',
      },
    });
  });
});

describe('a gate the policy asks for', () => {
  it('is taken off by an exception a second person grants, and is back when that ends', async () => {
    const test = startTestApp();
    const cast = await buildShipped(test);
    const { id } = await aRelease(test, cast, { type: 'major' });
    const gate = (await gatesOf(test, id)).find(({ key }) => key === 'security-sign-off');
    const gateId = gate?.id ?? '';
    const bare = await test.refused('policies.removeGate', { gateId }, cast.mara.id);
    expect(bare.message).toBe(
      '“Security sign-off” is asked for by the policy Standard, so it is taken off only by an exception with a rationale, an impact, an end and the approval of a second person. Missing: the rationale, the impact, a time ahead at which it ends.',
    );
    expect(Object.keys(bare.fields ?? {})).toEqual(['rationale', 'impact', 'expiresAt']);
    const drop = await test.refused('policies.dropGate', { gateId }, cast.mara.id);
    expect(drop.message).toContain('taken off by an exception alone');

    const asked = await test.call(
      'policies.removeGate',
      {
        ...{ gateId, rationale: 'Only texts change.', impact: 'A hole could be missed.' },
        expiresAt: '2026-12-10T10:00:00.000Z',
      },
      cast.mara.id,
    );
    expect(asked).toMatchObject({ state: 'asked', rule: 'gate-removed' });
    const statusOf = async () =>
      (await gatesOf(test, id)).find((each) => each.id === gateId) ?? { status: '', summary: '' };
    expect((await statusOf()).status).toBe('waiting');
    const own = await test.refused(
      'exceptions.decide',
      { id: asked.id, granted: true },
      cast.mara.id,
    );
    expect(own.message).toContain('You asked for it yourself.');
    await test.call('approvals.request', { gateId }, cast.mara.id);
    const waits = async () =>
      (await test.call('approvals.unanswered', {})).some((each) => each.gateId === gateId);
    expect(await waits()).toBe(true);
    await test.call('exceptions.decide', { id: asked.id, granted: true }, cast.iris.id);
    // What does not count asks nobody.
    expect(await waits()).toBe(false);
    expect(await statusOf()).toMatchObject({
      status: 'not-applicable',
      summary:
        'taken off by exception until Thu 10 Dec 2026 10:00 London, granted by Iris Lindqvist: Only texts change.',
    });
    const { readiness } = await test.call('releases.get', { id });
    expect(readiness?.total).toBe(10);
    test.setNow('2026-12-10T10:00:00.000Z');
    expect((await statusOf()).status).toBe('waiting');
  });
});
