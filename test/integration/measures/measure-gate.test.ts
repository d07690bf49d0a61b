import { describe, expect, it } from 'vitest';
import { aRelease, buildWorkspace } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';

const policy = (limits: string) => `name: Measured
gates:
  failure-rate:
    name: Change failure rate
    phase: readiness
    check: measure-threshold
    limits: ${limits}
    why: Who breaks things often slows down first.
rules:
  - key: all
    add: [failure-rate]
    why: Every release.
`;

/** The day is Tuesday, 24 November 2026. */
async function start(limits = '{ measure: { key: changeFailureRate, atMost: 20 } }') {
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  await test.call('workspace.actAs', { personId: cast.mara.id });
  await test.call('policies.publish', { text: policy(limits) });
  const release = await aRelease(test, cast, { name: 'Payments 9' });
  /** A release that went to production on a day of November, an hour from ten in the evening on. */
  const went = async (
    day: number,
    result: 'succeeded' | 'failed' | 'rolled-back' = 'succeeded',
    more: Parameters<typeof aRelease>[2] = {},
  ) => {
    const on = `2026-11-${String(day).padStart(2, '0')}`;
    const { id, deployments } = await aRelease(test, cast, { name: `Payments of ${on}`, ...more });
    await test.call('deployments.record', {
      ...{ id: deployments[0]?.id ?? '', result },
      ...{ actualStartAt: `${on}T22:00:00.000Z`, actualEndAt: `${on}T23:00:00.000Z` },
    });
    return id;
  };
  const gate = async () => {
    const [found] = await test.call('gates.list', { releaseId: release.id });
    if (found === undefined) throw new Error('the release has no gate');
    return found;
  };
  return { test, cast, release, went, gate };
}

describe('a gate that asks a limit of a measure', () => {
  it('waits without data and with too few rows, then passes within its limit', async () => {
    const { went, gate } = await start();
    expect(await gate()).toMatchObject({
      status: 'waiting',
      summary:
        'no data for change failure rate over payments-api in the last 90 days; at most 20 % asked',
    });
    for (const day of [2, 3, 4, 5]) await went(day);
    expect(await gate()).toMatchObject({
      status: 'waiting',
      summary:
        'too few to say: 4 releases over payments-api in the last 90 days; at most 20 % asked',
      needs: [
        'It says something from 5 releases on, and there are 4. Until then an exception leads past it.',
      ],
    });
    await went(6, 'rolled-back');
    const passed = await gate();
    expect(passed).toMatchObject({
      status: 'passed',
      summary:
        'change failure rate 20 % (1 of 5 releases) over payments-api in the last 90 days; at most 20 % asked',
    });
    expect(passed.evidence.map(({ what, status }) => [status, what])).toEqual([
      ['passed', expect.stringContaining('5 releases counted')],
      ['failed', 'R-6 Payments of 2026-11-06'],
    ]);
    expect(passed.evidence[0]?.source).toBe('slipway.changeFailureRate.perRelease, version 1');
  });

  it('fails beyond it: a hotfix is the failure of the release it came after', async () => {
    const { cast, went, gate } = await start();
    for (const day of [2, 3, 4, 5]) await went(day);
    await went(6, 'rolled-back');
    await went(7, 'succeeded', { name: 'Stop the double charge', type: 'hotfix' });
    await went(9);
    await went(10, 'succeeded', { name: 'Stop it again', type: 'emergency' });
    // What another service broke is not this release's.
    const components = [{ serviceId: cast.checkout.id, version: '2026.11.1', commit: null }];
    await went(11, 'rolled-back', { name: 'Checkout', components });
    const failed = await gate();
    expect(failed.status).toBe('failed');
    expect(failed.summary).toMatch(/^change failure rate 25 % \(2 of 8 releases\)/);
    expect(failed.needs).toEqual(['Bring it to at most 20 %, or ask for an exception.']);
    expect(failed.evidence.slice(1).map(({ what }) => what)).toEqual([
      'R-6 Payments of 2026-11-06',
      'R-8 Payments of 2026-11-09',
    ]);
  });

  it('looks as far back as it is told, and at times in words', async () => {
    const { test, went, gate } = await start(
      '{ measure: { key: timeToRestore, atMost: 120, days: 14 } }',
    );
    for (const [day, hours] of [
      [2, 8],
      [12, 1],
      [13, 2],
      [14, 3],
      [15, 2],
      [16, 5],
    ] as const) {
      const releaseId = await went(day);
      const next = `2026-11-${day + 1}`.replace('-3', '-03');
      await test.call('incidents.record', {
        ...{ releaseId, title: 'Slow', severity: 'high' },
        ...{ detectedAt: `${next}T01:00:00.000Z`, resolvedAt: `${next}T0${1 + hours}:00:00.000Z` },
      });
    }
    expect(await gate()).toMatchObject({
      status: 'passed',
      summary:
        'time to restore service 2 h over payments-api in the last 14 days; at most 2 h asked',
    });
  });

  it.each([
    ['{}', 6, 'says no measure; add limits with measure'],
    ['{ measure: { key: speed, atMost: 1 } }', 7, '“speed” is no measure; expected one of lead'],
    ['{ measure: { key: changeFailureRate } }', 7, 'sets no limit of changeFailureRate'],
    ['{ measure: { key: cycleTime, atLeast: 9, atMost: 2 } }', 7, 'which nothing is'],
    ['{ measure: { key: cycleTime, atMost: 2, days: 1 } }', 7, 'is below 7 days'],
  ])('is refused by its place where it cannot be judged: %s', async (limits, line, words) => {
    const test = startTestApp();
    const cast = await buildWorkspace(test);
    const text = policy(limits);
    const refused = await test.refused('policies.publish', { text }, cast.mara.id);
    expect(refused.message).toContain(words);
    expect(refused.message).toContain(`Line ${line}, column`);
  });
});
