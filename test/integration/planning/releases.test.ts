import { describe, expect, it } from 'vitest';
import { releaseTypes } from '#shared/model/planning/releases.ts';
import { aRelease, buildWorkspace, paymentsCommit } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';

async function start() {
  const test = startTestApp();
  return { test, cast: await buildWorkspace(test) };
}

describe('A release', () => {
  it.each(releaseTypes)(
    'of type %s is created with phases, gates that say why, a checklist and roles',
    async (type) => {
      const { test, cast } = await start();
      const release = await aRelease(test, cast, { type });
      expect(release.phases.map(({ phase }) => phase)[0]).toBe('planning');
      expect(release.roles.length).toBeGreaterThan(0);
      expect(release.counts.checklist).toBeGreaterThan(0);
      const gates = await test.call('gates.list', { releaseId: release.id });
      expect(gates.length).toBeGreaterThan(1);
      for (const gate of gates) expect(gate.why).toMatch(/Policy “.+”, version 1, rule “.+”/);
      expect(release.readiness).toMatchObject({ passed: 0, total: gates.length });
      expect(release.readiness?.firstInTheWay?.summary).not.toBe('');
    },
  );

  it('refuses a version that does not fit its service, by field and with an example', async () => {
    const { test, cast } = await start();
    const error = await test.refused(
      'releases.create',
      {
        name: 'Checkout',
        type: 'minor',
        ownerId: cast.mara.id,
        components: [
          { serviceId: cast.checkout.id, version: '1.2.3' },
          { serviceId: cast.payments.id, version: 'v4.2.0' },
        ],
      },
      cast.mara.id,
    );
    expect(error.code).toBe('invalid_input');
    expect(Object.keys(error.fields ?? {})).toEqual([
      'components.0.version',
      'components.1.version',
    ]);
    expect(error.fields?.['components.0.version']).toContain('checkout');
  });

  it('refuses what is not in the workspace, all of it at once', async () => {
    const { test, cast } = await start();
    const nobody = '0190a0a0-0000-7000-8000-0000000000ff';
    const error = await test.refused(
      'releases.create',
      {
        name: 'Payments',
        type: 'patch',
        ownerId: nobody,
        components: [{ serviceId: nobody, version: '1.0.0' }],
        deployments: [
          { environmentId: nobody, startAt: '2026-12-01T22:00:00Z', zone: 'Europe/London' },
        ],
      },
      cast.mara.id,
    );
    expect(Object.keys(error.fields ?? {})).toEqual([
      'ownerId',
      'components.0.serviceId',
      'deployments.0.environmentId',
    ]);
  });

  it('starts with its first production deployment, not with staging', async () => {
    const { test, cast } = await start();
    const at = (environmentId: string, startAt: string) => ({
      environmentId,
      startAt,
      zone: 'Europe/London',
    });
    const release = await aRelease(test, cast, {
      deployments: [
        at(cast.staging.id, '2026-11-28T10:00:00.000Z'),
        at(cast.production.id, '2026-12-01T22:00:00.000Z'),
      ],
    });
    expect(release.startAt).toBe('2026-12-01T22:00:00.000Z');
  });

  it('gets the gates a financial service asks for when one is added, and loses them with it', async () => {
    const { test, cast } = await start();
    const component = { serviceId: cast.checkout.id, version: '2026.11.1' };
    const hotfix = await aRelease(test, cast, { type: 'hotfix', components: [component] });
    const keys = async () =>
      (await test.call('gates.list', { releaseId: hotfix.id })).map(({ key }) => key);
    const before = await keys();
    const kept = { ...component, id: hotfix.components[0]?.id };
    const payments = { serviceId: cast.payments.id, version: '4.2.1', commit: paymentsCommit };
    await test.call(
      'releases.update',
      { id: hotfix.id, components: [kept, payments] },
      cast.mara.id,
    );
    expect((await keys()).length).toBeGreaterThan(before.length);
    await test.call('releases.update', { id: hotfix.id, components: [kept] }, cast.mara.id);
    expect(await keys()).toEqual(before);
  });

  it('tells who changed what, when, from what to what', async () => {
    const { test, cast } = await start();
    const release = await aRelease(test, cast);
    test.advance(60_000);
    await test.call('releases.update', { id: release.id, name: 'Payments 4.2 LTS' }, cast.ana.id);
    const { entries } = await test.call('releases.history', { id: release.id });
    expect(entries[0]).toMatchObject({
      at: '2026-11-24T09:21:00.000Z',
      byId: cast.ana.id,
      command: 'releases.update',
      op: 'update',
      changes: [{ field: 'name', from: 'Payments 4.2', to: 'Payments 4.2 LTS' }],
    });
    expect(entries.at(-1)).toMatchObject({ op: 'insert', entity: 'release' });
  });

  it('gives its history page by page without a gap or a repeat', async () => {
    const { test, cast } = await start();
    const { id } = await aRelease(test, cast);
    const all = (await test.call('releases.history', { id, limit: 500 })).entries;
    const paged = [];
    for (let before: string | undefined, more = true; more;) {
      const page = await test.call('releases.history', {
        id,
        limit: 7,
        ...(before ? { before } : {}),
      });
      paged.push(...page.entries);
      before = page.entries.at(-1)?.id;
      more = page.more;
    }
    expect(paged).toEqual(all);
  });

  it('edited in two places at once refuses the later change of the same field, and keeps the first', async () => {
    const { test, cast } = await start();
    const { id, rev } = await aRelease(test, cast);
    await test.call('releases.update', { id, rev, name: 'Payments 4.2 for Ana' }, cast.ana.id);
    const error = await test.refused('releases.update', { id, rev, name: 'For Jon' }, cast.jon.id);
    expect(error.code).toBe('conflict');
    expect(error.message).toMatch(/Ana Duarte.*Payments 4\.2 for Ana/);
    await test.call('releases.update', { id, rev, notes: 'Another field is fine' }, cast.jon.id);
    const now = await test.call('releases.get', { id });
    expect(now).toMatchObject({ name: 'Payments 4.2 for Ana', notes: 'Another field is fine' });
  });

  it('is listed with the next start on top and those without a date behind', async () => {
    const { test, cast } = await start();
    const on = (startAt: string) => ({
      deployments: [{ environmentId: cast.production.id, startAt, zone: 'Europe/London' }],
    });
    await aRelease(test, cast, { name: 'No date', deployments: [] });
    await aRelease(test, cast, { name: 'Later', ...on('2027-01-10T22:00:00.000Z') });
    await aRelease(test, cast, { name: 'Next', ...on('2026-11-25T22:00:00.000Z') });
    const { releases, total } = await test.call('releases.list', {});
    expect(releases.map(({ name }) => name)).toEqual(['Next', 'Later', 'No date']);
    expect(total).toBe(3);
  });

  it('carries the arithmetic of its risk and what raised it', async () => {
    const { test, cast } = await start();
    const { id } = await aRelease(test, cast);
    await test.call(
      'risks.add',
      { releaseId: id, title: 'Cold cache', likelihood: 2, impact: 3 },
      cast.ana.id,
    );
    const { assessment } = await test.call('risks.list', { releaseId: id });
    expect(assessment).toMatchObject({ score: 6, band: 'high' });
    expect(assessment.arithmetic).toContain('likelihood 2 × impact 3 = 6');
    expect(assessment.raisedBy.join()).toMatch(/payments-api.*no rollback plan/);
  });
});

describe('A checklist item', () => {
  it('needs a reason when it does not apply, and carries who settled it', async () => {
    const { test, cast } = await start();
    const { id } = await aRelease(test, cast);
    const [item] = await test.call('checklists.list', { releaseId: id });
    const itemId = item?.id ?? '';
    const bare = { id: itemId, state: 'not-applicable' };
    expect((await test.refused('checklists.setItem', bare, cast.ana.id)).fields).toHaveProperty(
      'reason',
    );
    const settled = await test.call(
      'checklists.setItem',
      { id: itemId, state: 'done', evidence: 'https://wiki.example.test/plan' },
      cast.ana.id,
    );
    expect(settled).toMatchObject({ state: 'done', setById: cast.ana.id });
    const open = await test.call('checklists.setItem', { id: itemId, state: 'open' }, cast.jon.id);
    expect(open).toMatchObject({ setById: null, setAt: null });
  });
});
