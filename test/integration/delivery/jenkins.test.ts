import { describe, expect, it } from 'vitest';
import * as faults from '../../support/servers/faults.ts';
import { aBuild, actionsOf, aFolder, aJob, aMultibranch } from '../../support/servers/jenkins.ts';
import { paymentsCommit } from '../../support/build-workspace.ts';
import { testNow } from '../../support/surroundings.ts';
import { pipelineGate, releaseOf } from './delivery.ts';
import { someBuilds, startJenkins } from './jenkins.ts';

const asked = (requests: { path: string }[]) => requests.map(({ path }) => path);

describe('A sync with Jenkins', () => {
  it('imports nothing from a job that was never built', async () => {
    const { sync, runs } = await startJenkins([aJob('shop')]);
    expect(await sync()).toMatchObject({ added: 0, rejected: 0 });
    expect(await runs()).toEqual([]);
  });

  it('imports every page, with those that shift meanwhile, and nothing twice', async () => {
    const shop = aJob('shop', someBuilds(230));
    const { jenkins, sync, runs } = await startJenkins([shop]);
    jenkins.behaviour.afterPage = (page) => {
      // One is added, and others are deleted, while the pages are read.
      if (page === 1) shop.builds = [...someBuilds(231).filter(({ number }) => number !== 180)];
      if (page === 2) shop.builds = [...someBuilds(231).filter(({ number }) => number % 60 !== 0)];
    };
    expect(await sync()).toMatchObject({ added: 230, rejected: 0 });
    jenkins.behaviour.afterPage = () => undefined;
    expect(await sync()).toMatchObject({ added: 1, updated: 0 });
    expect(await sync()).toMatchObject({ added: 0, updated: 0 });
    expect(
      (await runs()).map(({ number }) => number).toSorted((a, b) => Number(a) - Number(b)),
    ).toEqual(Array.from({ length: 231 }, (_, n) => n + 1));
  });

  it('reads to the end where the last page is exactly full', async () => {
    const { sync } = await startJenkins([aJob('shop', someBuilds(195))]);
    expect(await sync()).toMatchObject({ added: 195 });
  });

  it('asks only for the jobs that were built since, and in one question where none was', async () => {
    const jobs = ['a', 'b', 'c'].map((name) => aJob(`shop/${name}`, someBuilds(3)));
    const { jenkins, sync } = await startJenkins([aFolder('shop'), ...jobs]);
    expect(await sync()).toMatchObject({ added: 9 });
    jenkins.requests.length = 0;
    expect(await sync()).toMatchObject({ added: 0, updated: 0 });
    expect(asked(jenkins.requests)).toEqual(['/jenkins/job/shop/api/json']);
    jobs[1]?.builds?.push(aBuild({ number: 4 }));
    jenkins.requests.length = 0;
    expect(await sync()).toMatchObject({ added: 1, updated: 0 });
    expect(asked(jenkins.requests)).toEqual([
      '/jenkins/job/shop/api/json',
      '/jenkins/job/shop/job/b/api/json',
    ]);
  });

  it('reads a job again that was made again, whose numbers begin anew', async () => {
    const shop = aJob('shop', someBuilds(5));
    const { sync, runs } = await startJenkins([shop]);
    await sync();
    shop.builds = [aBuild({ number: 1, result: 'FAILURE', timestamp: testNow })];
    expect(await sync()).toMatchObject({ added: 0, updated: 1 });
    expect((await runs())[0]).toMatchObject({ number: 1, status: 'failed' });
  });

  it('finds branches with slashes and letters of any kind, in folders of any depth', async () => {
    const branch = 'shop/payments/api/feature%2Fgröße 1';
    const { jenkins, sync, runs } = await startJenkins([
      ...[aFolder('shop'), aFolder('shop/payments'), aMultibranch('shop/payments/api')],
      ...[aFolder('shop/a'), aFolder('shop/a/b'), aFolder('shop/a/b/c'), aFolder('shop/a/b/c/d')],
      aJob('shop/a/b/c/d/deep job', [aBuild()]),
      aJob(branch, [aBuild({ actions: actionsOf(paymentsCommit, 'feature/größe 1') })]),
    ]);
    expect(await sync()).toMatchObject({ added: 2, rejected: 0 });
    expect(await runs()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          externalId: `${branch}/1`,
          workflow: branch,
          workflowName: 'shop » payments » api » feature/größe 1',
          branch: 'feature/größe 1',
          commit: paymentsCommit,
          // On the address people typed, whatever Jenkins believes it is called.
          url: `${jenkins.baseUrl}/job/shop/job/payments/job/api/job/feature%252Fgr%C3%B6%C3%9Fe%201/1/`,
        }),
        expect.objectContaining({ workflow: 'shop/a/b/c/d/deep job' }),
      ]),
    );
  });

  it('opens the gate for the commit, a build again is another number, and warnings wait', async () => {
    const ofCommit = { actions: actionsOf(paymentsCommit, 'main') };
    const shop = aJob('shop', [
      aBuild({ number: 1, result: 'FAILURE', timestamp: testNow - 7_200_000, ...ofCommit }),
      aBuild({ number: 2, timestamp: testNow - 3_600_000, ...ofCommit }),
    ]);
    const { sync, test, cast, runs } = await startJenkins([shop]);
    const { id } = await releaseOf({ test, cast });
    await sync();
    expect((await pipelineGate({ test }, id)).status).toBe('passed');
    expect((await runs()).map(({ number, status }) => [number, status])).toEqual([
      [2, 'succeeded'],
      [1, 'failed'],
    ]);
    shop.builds?.push(
      aBuild({ number: 3, result: 'UNSTABLE', timestamp: testNow - 60_000, ...ofCommit }),
    );
    await sync();
    expect((await pipelineGate({ test }, id)).status).toBe('waiting');
  });

  it('asks again for what went on, and says when it waits for a person', async () => {
    const going = { building: true, result: null, duration: 0 };
    const shop = aJob('shop', [
      aBuild({ number: 1, ...going }),
      aBuild({ number: 2, ...going, result: 'FAILURE' }),
      aBuild({ number: 3, ...going, _class: 'hudson.model.FreeStyleBuild' }),
    ]);
    const { jenkins, sync, runs } = await startJenkins([shop]);
    jenkins.stageViews = { 'shop/1': 'PAUSED_PENDING_INPUT', 'shop/2': 'IN_PROGRESS' };
    await sync();
    const seen = async () =>
      (await runs()).map(({ number, status, rawStatus }) => [number, status, rawStatus]);
    expect(await seen()).toEqual([
      [3, 'running', null],
      [2, 'running', 'FAILURE'],
      [1, 'needs-approval', 'PAUSED_PENDING_INPUT'],
    ]);
    expect(asked(jenkins.requests)).not.toContain('/jenkins/job/shop/3/wfapi/describe');
    shop.builds = [
      aBuild({ number: 1, result: 'ABORTED' }),
      aBuild({ number: 2, result: 'SPLENDID' }),
      aBuild({ number: 3, result: 'NOT_BUILT' }),
    ];
    expect(await sync()).toMatchObject({ updated: 3 });
    expect(await seen()).toEqual([
      [3, 'skipped', 'NOT_BUILT'],
      [2, 'unknown', 'SPLENDID'],
      [1, 'cancelled', 'ABORTED'],
    ]);
  });

  it('keeps a build that goes on as running where there is no stage view, and one that is gone', async () => {
    const shop = aJob('shop', [aBuild({ number: 1, building: true, result: null })]);
    const { jenkins, sync, runs } = await startJenkins([shop]);
    jenkins.stageViews = null;
    await sync();
    expect((await runs())[0]?.status).toBe('running');
    shop.builds = [];
    shop.next = 2;
    await sync();
    expect((await runs())[0]?.status).toBe('running');
  });

  it('shows what waits in the queue as the build it becomes, or as cancelled', async () => {
    const shop = aJob('shop', someBuilds(2));
    const queueItem = {
      _class: 'hudson.model.Queue$BlockedItem',
      ...{ id: 41, why: 'Build #2 is already in progress', inQueueSince: testNow },
    };
    const { sync, runs } = await startJenkins([shop]);
    const third = async () => (await runs()).filter(({ number }) => number === 3);
    shop.queueItem = queueItem;
    await sync();
    const waiting = { status: 'queued', title: queueItem.why, externalId: 'shop/3' };
    expect(await third()).toEqual([expect.objectContaining(waiting)]);
    expect(await sync()).toMatchObject({ added: 0, updated: 0 });
    shop.queueItem = null;
    await sync();
    expect(await third()).toEqual([expect.objectContaining({ status: 'cancelled' })]);
    shop.builds?.push(aBuild({ number: 3, timestamp: testNow + 1000 }));
    await sync();
    expect(await third()).toEqual([expect.objectContaining({ status: 'succeeded' })]);
  });

  it('leaves out a build that cannot be taken, with its place, and takes nulls as unsaid', async () => {
    const { jenkins, sync, runs } = await startJenkins([
      aJob('shop', [
        aBuild({ number: 1, actions: null, displayName: null, fullDisplayName: null, url: null }),
        aBuild({ number: 2, actions: [null, {}, { causes: null, lastBuiltRevision: null }] }),
        aBuild({ number: 3, duration: null, timestamp: null, result: 'SUCCESS' }),
        aBuild({ number: 4, building: 'perhaps' }),
      ]),
    ]);
    const result = await sync();
    expect(result).toMatchObject({ added: 3, rejected: 1 });
    expect(result.warnings[0]?.at).toBe('shop, build 1 of the newest');
    expect((await runs()).map(({ externalId, commit }) => [externalId, commit])).toEqual([
      ['shop/2', ''],
      ['shop/1', ''],
      ['shop/3', '0000000000000000000000000000000000000003'],
    ]);
    expect(jenkins.problems).toEqual([]);
  });

  it('reads the other jobs where one was deleted or may not be read', async () => {
    const jobs = ['a', 'b', 'c'].map((name) => aJob(`shop/${name}`, someBuilds(3)));
    const { jenkins, sync } = await startJenkins([aFolder('shop'), ...jobs]);
    jenkins.fail(faults.failure(404, 'Not Found'), { to: /\/job\/a\/api/ });
    jenkins.fail(faults.failure(403, 'Forbidden'), { to: /\/job\/b\/api/ });
    const first = await sync();
    expect(first).toMatchObject({ added: 3, rejected: 2 });
    expect(first.warnings).toContainEqual({
      at: 'shop/b',
      reason: 'could not be read (403), and was left out',
    });
    expect(await sync()).toMatchObject({ added: 6, rejected: 0 });
  });

  it('goes on after the jobs that were read when it was cut short', async () => {
    const jobs = ['a', 'b', 'c'].map((name) => aJob(`shop/${name}`, someBuilds(130)));
    const { jenkins, sync, refusedSync, runs } = await startJenkins([aFolder('shop'), ...jobs]);
    jenkins.fail(faults.cutShort, { times: 20, to: /\/job\/b\/api.*allBuilds/ });
    expect((await refusedSync()).message).toContain('ended the connection before its answer');
    expect(await runs()).toHaveLength(230);
    jenkins.heal();
    jenkins.requests.length = 0;
    expect(await sync()).toMatchObject({ added: 160, updated: 0 });
    expect(asked(jenkins.requests)).not.toContain('/jenkins/job/shop/job/a/api/json');
  });
});
