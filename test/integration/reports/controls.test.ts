import { describe, expect, it } from 'vitest';
import { aRelease, buildShipped } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';

const hostile = '=cmd()<script>\u202eשלום</script>';

async function start() {
  const test = startTestApp();
  const cast = await buildShipped(test);
  const as = cast.mara.id;
  const entered = { kind: 'regulatory' as const, source: 'PCI DSS', proof: 'By two people.' };
  await test.call(
    'controls.save',
    { ...entered, key: 'PCI-6', name: hostile, gateKeys: ['peer-review'] },
    as,
  );
  await test.call(
    'controls.save',
    { ...entered, key: 'GDPR', name: 'Data', applies: 'dataMigration' },
    as,
  );
  const wentOut = async (name: string) => {
    const release = await aRelease(test, cast, { name });
    test.setNow('2026-12-02T09:00:00.000Z');
    const [deployment] = release.deployments;
    const actual = { actualStartAt: '2026-12-01T22:00:00.000Z' };
    await test.call('deployments.record', { id: deployment?.id ?? '', ...actual }, as);
    return release;
  };
  const year = { from: '2026-01-01', to: '2026-12-31' };
  return { test, cast, as, wentOut, year };
}

describe('The report of controls', () => {
  it('tells control by control what proves it in the releases that went out in the period', async () => {
    const { test, cast, as, wentOut, year } = await start();
    const first = await wentOut('Payments 4.2');
    await wentOut(hostile);
    await aRelease(test, cast, { name: 'Still ahead' });
    const gates = await test.call('gates.list', { releaseId: first.id });
    const gateId = gates.find(({ key }) => key === 'peer-review')?.id ?? '';
    await test.call('approvals.decide', { gateId, outcome: 'go' }, cast.jon.id);
    const report = await test.call('reports.controls', year);
    expect(report).toMatchObject({
      releases: 2,
      controls: [
        { key: 'GDPR', releases: [] },
        {
          key: 'PCI-6',
          releases: [
            {
              ...{ name: 'Payments 4.2', state: 'met', wentOutAt: '2026-12-01T22:00:00.000Z' },
              proofs: [{ name: 'Peer review', holds: 'yes' }],
            },
            { name: hostile, state: 'open' },
          ],
        },
      ],
    });
    const only = { ...year, controlIds: [report.controls[0]?.id ?? ''] };
    expect((await test.call('reports.controls', only)).controls.map(({ key }) => key)).toEqual([
      'GDPR',
    ]);
    const before = await test.call('reports.controls', { from: '2026-01-01', to: '2026-11-30' });
    expect(before.releases).toBe(0);
    const turned = { from: '2026-12-31', to: '2026-01-01' };
    expect((await test.refused('reports.controls', turned)).fields?.['to']).toContain(
      'is before the first day',
    );
    // Out of use, it is told where it applied before.
    await test.call('controls.retire', { id: report.controls[0]?.id ?? '', retired: true }, as);
    const after = await test.call('reports.controls', year);
    expect(after.controls.map(({ key }) => key)).toEqual(['PCI-6']);
  });

  it('leaves out what never came to production, whatever was tried before', async () => {
    const { test, cast, as, year } = await start();
    const [production, staging] = ['2026-12-20T22:00:00.000Z', '2026-12-01T09:00:00.000Z'].map(
      (startAt, at) => ({
        environmentId: at === 0 ? cast.production.id : cast.staging.id,
        ...{ startAt, zone: 'Europe/London', durationMinutes: 30 },
      }),
    );
    if (production === undefined || staging === undefined) throw new Error('two are planned');
    const { deployments } = await aRelease(test, cast, { deployments: [production, staging] });
    test.setNow('2026-12-02T09:00:00.000Z');
    const tried = deployments.find(({ environmentId }) => environmentId === cast.staging.id);
    const actual = { actualStartAt: staging.startAt };
    await test.call('deployments.record', { id: tried?.id ?? '', ...actual }, as);
    expect((await test.call('reports.controls', year)).releases).toBe(0);
  });

  it('is a page without requests or scripts, a table without formulas, and facts', async () => {
    const { test, wentOut, year } = await start();
    await wentOut(hostile);
    const file = async (format: 'html' | 'csv' | 'json') =>
      test.call('reports.controlsFile', { ...year, format });
    const page = await file('html');
    expect(page.fileName).toMatch(/controls 2026-01-01 to 2026-12-31\.html$/);
    expect(page.text).toContain('content="default-src &#39;none&#39;');
    expect(page.text).not.toContain('<script');
    expect(page.text).toContain('=cmd()&lt;script&gt;');
    expect(page.text).toContain('Met in 0 of 1 release, 1 not');
    expect((await file('html')).text).toBe(page.text);
    const table = (await file('csv')).text;
    expect(table.startsWith('\ufeffControl,Name,')).toBe(true);
    expect(table).toContain("PCI-6,'=cmd()<script>");
    expect(table.trimEnd().split('\r\n')).toHaveLength(2);
    expect(JSON.parse((await file('json')).text)).toMatchObject({ releases: 1 });
  });
});
