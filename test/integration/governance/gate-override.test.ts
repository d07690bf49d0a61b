import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startTestApp } from '../../support/test-app.ts';
import { withGate } from './evidence-release.ts';

const expiresAt = '2026-11-26T12:00:00.000Z';
const asked = {
  ...{ rationale: 'The runner is down until Thursday', impact: 'A failed test could go unseen' },
  expiresAt,
};

describe('An override of an automated gate', () => {
  it('waits for a second person, then counts as passed by exception', async () => {
    const { test, cast, gate, gateOf, release } = await withGate('test-results');
    const { mara, jon } = cast;
    const { id } = await test.call('gates.override', { gateId: gate.id, ...asked }, mara.id);
    expect(await gateOf()).toMatchObject({ status: 'waiting', byException: null });
    const twice = await test.refused('gates.override', { gateId: gate.id, ...asked }, jon.id);
    expect(twice.message).toContain('asked for already');
    const own = await test.refused('exceptions.decide', { id, granted: true }, mara.id);
    expect(own.code).toBe('forbidden');

    await test.call('exceptions.decide', { id, granted: true }, jon.id);
    expect(await gateOf()).toMatchObject({
      status: 'passed',
      summary:
        'no report yet; passed by exception until Thu 26 Nov 2026 12:00 London, granted by Jon Bell',
      byException: { id, grantedById: jon.id, expiresAt, rationale: asked.rationale },
    });
    const { readiness } = await test.call('releases.get', { id: release.id });
    expect(readiness?.firstInTheWay?.gateId).not.toBe(gate.id);
    const { text } = await test.call('reports.dossier', { releaseId: release.id });
    expect(text).toContain('Passed by exception');

    await test.call('exceptions.withdraw', { id }, jon.id);
    expect(await gateOf()).toMatchObject({ status: 'waiting', byException: null });
  });

  it('is refused where people decide, and with an expiry that is past', async () => {
    const { test, cast, gate, release } = await withGate('test-results');
    const { mara } = cast;
    const past = { gateId: gate.id, ...asked, expiresAt: '2026-11-20T12:00:00.000Z' };
    expect((await test.refused('gates.override', past, mara.id)).message).toContain('is past');
    const gates = await test.call('gates.list', { releaseId: release.id });
    const decided = gates.find(({ check }) => check === 'decision')?.id ?? '';
    const { message } = await test.refused(
      'gates.override',
      { gateId: decided, ...asked },
      mara.id,
    );
    expect(message).toContain('is decided by people');
    const empty = { gateId: gate.id, ...asked, rationale: ' ' };
    expect((await test.refused('gates.override', empty, mara.id)).code).toBe('invalid_input');
  });

  it('expires while the application is closed: the open gate is open again, a left one stays passed', async () => {
    const { test, cast, gate, release, made } = await withGate('test-results');
    const { mara, jon } = cast;
    const left = await made('Payments 4.2');
    const [leftGate] = await test.call('gates.list', { releaseId: left.id });
    for (const gateId of [gate.id, leftGate?.id ?? '']) {
      const { id } = await test.call('gates.override', { gateId, ...asked }, mara.id);
      await test.call('exceptions.decide', { id, granted: true }, jon.id);
    }
    await test.call('releases.advance', { id: left.id }, mara.id);
    const path = join(test.folder, 'Payments.slipway');
    await test.app.close();

    const later = startTestApp({ folder: test.folder });
    later.setNow('2026-11-27T09:00:00.000Z');
    await later.call('workspace.open', { path });
    const gateAt = async (releaseId: string, id: string) =>
      (await later.call('gates.list', { releaseId })).find((each) => each.id === id);
    expect(await gateAt(release.id, gate.id)).toMatchObject({
      ...{ status: 'waiting', byException: null, keptAt: null },
    });
    const kept = await gateAt(left.id, leftGate?.id ?? '');
    expect(kept).toMatchObject({ status: 'passed', byException: { expiresAt } });
    expect(kept?.keptAt).not.toBeNull();
    const [exception] = await later.call('exceptions.list', { releaseId: release.id });
    expect(exception?.state).toBe('expired');
  });
});
