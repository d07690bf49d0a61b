import { describe, expect, it } from 'vitest';
import { aBuild, unauthorised } from '../../support/servers/azure-devops.ts';
import * as faults from '../../support/servers/faults.ts';
import { ago, firstBuild, someBuilds, startAzure } from './azure.ts';

const goesOn = { status: 'inProgress', result: undefined, finishTime: undefined };
const toTimelines = { to: /timeline/, times: 100 };
const waits = [{ type: 'Checkpoint.Approval', state: 'inProgress' }];

const underWay = (count: number) =>
  Array.from({ length: count }, (_, n) =>
    aBuild({ id: firstBuild + n, queueTime: ago(n + 1), ...goesOn }),
  );

describe('A sync with Azure DevOps that is cut short', () => {
  it('by a person keeps what it had, and is made good by the next one', async () => {
    const { test, cast, connection, sync } = await startAzure(someBuilds(350));
    const stop = test.app.subscribe((event) => {
      if (event.type === 'progress' && event.progress.state === 'running') {
        void test.app.call('progress.cancel', { id: 'sync-1' });
      }
    });
    const input = { id: connection.id, progressId: 'sync-1' };
    const cancelled = await test.refused('connections.sync', input, cast.mara.id);
    expect(cancelled.message).toContain('Cancelled');
    stop();
    await sync();
    expect((await test.call('pipelines.list', {})).total).toBe(350);
  });

  it('by a limit among the timelines asks no more of them, and says nothing it does not know', async () => {
    const { azure, test, cast, connection, sync, told } = await startAzure(underWay(40));
    azure.timelines.set(firstBuild, waits);
    azure.fail(faults.tooManyRequests('600'), toTimelines);
    const cut = await test.refused('connections.sync', { id: connection.id }, cast.mara.id);
    expect(cut.message).toContain('rate limited until');
    expect(azure.requests.length).toBeLessThanOrEqual(11);
    expect(await told()).toEqual([]);
    const [listed] = await test.call('connections.list', {});
    expect(listed?.state.rateLimitedUntil).not.toBeNull();
    azure.heal();
    expect(await sync()).toMatchObject({ added: 40, warnings: [] });
    expect((await told()).filter((each) => each === '1 needs-approval')).toHaveLength(1);
  });

  it('by a limit while a build is asked for leaves its outcome as it was', async () => {
    const old = aBuild({ queueTime: ago(9000), finishTime: ago(8990), result: 'failed' });
    const { azure, test, cast, connection, sync, told } = await startAzure([old]);
    await sync();
    azure.timelines.set(old.id, [{ type: 'Stage', state: 'completed', attempt: 2 }]);
    azure.builds[0] = { ...old, result: 'succeeded', finishTime: ago(0) };
    azure.fail(faults.tooManyRequests('600'), toTimelines);
    await test.refused('connections.sync', { id: connection.id }, cast.mara.id);
    expect(await told()).toEqual(['1 failed']);
    azure.heal();
    await sync();
    expect(await told()).toEqual(['1 failed', '2 succeeded']);
  });

  it('by a token that was withdrawn meanwhile says so', async () => {
    const { azure, test, cast, connection } = await startAzure(underWay(1));
    azure.fail(unauthorised, toTimelines);
    const cut = await test.refused('connections.sync', { id: connection.id }, cast.mara.id);
    expect(cut.message).toContain('refused the token (401)');
  });
});

describe('A timeline of Azure DevOps', () => {
  it('that may not be read is said to be missing, and the build goes on', async () => {
    const { azure, sync, told } = await startAzure(underWay(1));
    azure.fail(faults.failure(403), toTimelines);
    const { added, warnings } = await sync();
    expect(added).toBe(1);
    expect(warnings).toEqual([
      {
        at: 'page 1, value[0]',
        reason: expect.stringContaining('its timeline could not be read (403): whether it waits'),
      },
    ]);
    expect(await told()).toEqual(['1 running']);
  });

  it.each([
    ['packed, behind a byte order mark', { gzip: true, byteOrderMark: true }],
    ['from a server whose clock is an hour ahead', { dateSkewMs: 3_600_000 }],
    ['from a server whose clock is an hour behind', { dateSkewMs: -3_600_000 }],
  ])('%s is read like any other', async (_what, behaviour) => {
    const { azure, sync, told } = await startAzure(underWay(3));
    Object.assign(azure.behaviour, behaviour);
    azure.timelines.set(firstBuild, waits);
    expect(await sync()).toMatchObject({ added: 3, warnings: [] });
    // What it stamps is of its own clock.
    const now = ago(-azure.behaviour.dateSkewMs / 60_000);
    azure.builds.push(aBuild({ id: firstBuild + 9, queueTime: now }));
    azure.builds[1] = aBuild({ id: firstBuild + 1, queueTime: ago(2), finishTime: now });
    await sync();
    expect(await told()).toEqual(['1 needs-approval', '1 running', '1 succeeded', '1 succeeded']);
  });
});
