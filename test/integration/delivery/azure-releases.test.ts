import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { signInPage, unauthorised } from '../../support/servers/azure-devops.ts';
import {
  anAzureDeployment,
  firstDeployment,
  releaseWith,
  type AzureDeployment,
} from '../../support/servers/azure-releases.ts';
import { startElsewhere } from '../../support/servers/elsewhere.ts';
import * as faults from '../../support/servers/faults.ts';
import { reply } from '../../support/servers/reply.ts';
import { ago, azureToken, someBuilds, startAzure } from './azure.ts';

const toReleases = { to: /\/release\//, times: 100 };
const waits = {
  deploymentStatus: 'notDeployed',
  operationStatus: 'Pending',
  completedOn: undefined,
};
const pending = { ...waits, preDeployApprovals: [{ id: 1, status: 'pending' }] };

/** A workspace connected to an Azure DevOps whose releases deploy. */
async function start(count = 0) {
  const started = await startAzure([]);
  const { azure, test, cast, connection } = started;
  azure.deployments = Array.from({ length: count }, (_, n) =>
    anAzureDeployment({ id: firstDeployment + n, lastModifiedOn: ago(count - n) }),
  );
  const list = async () => (await test.call('deployments.imported', { limit: 1000 })).deployments;
  const told = async () =>
    (await list())
      .map(({ externalId, attempt, status }) => `${externalId} ${attempt} ${status}`)
      .toSorted();
  const importing = (content: unknown) => {
    const path = join(test.folder, 'deployments.json');
    writeFileSync(path, JSON.stringify(content));
    const input = { connectionId: connection.id, file: { path } };
    return test.call('pipelines.importFile', input, cast.mara.id);
  };
  const asked = () => azure.requests.filter(({ path }) => path.includes('/release/'));
  const tested = () => test.call('connections.test', { id: connection.id });
  return { ...started, list, told, importing, asked, tested };
}

describe('A sync of the releases of Azure DevOps', () => {
  it('imports every page, with those that come meanwhile, and nothing twice', async () => {
    const { azure, sync, told, asked } = await start(230);
    azure.behaviour.afterPage = () => {
      if (asked().length !== 1) return;
      azure.deployments.push(anAzureDeployment({ id: 900, lastModifiedOn: ago(0) }));
    };
    expect(await sync()).toMatchObject({ added: 230, rejected: 0 });
    azure.behaviour.afterPage = () => undefined;
    expect(await sync()).toMatchObject({ added: 1, updated: 0 });
    expect(await told()).toHaveLength(231);
    azure.requests.length = 0;
    expect(await sync()).toMatchObject({ added: 0, updated: 0, rejected: 0 });
    expect(asked().map(({ query }) => query.has('minModifiedTime'))).toEqual([true]);
  });

  it('tells what was deployed where, from which commit, and since when', async () => {
    const { azure, sync, list } = await start();
    azure.deployments.push(anAzureDeployment({ lastModifiedOn: ago(5) }));
    await sync();
    expect(await list()).toMatchObject([
      {
        ...{ application: 'shop', environment: 'production', version: 'Release-31' },
        ...{ commit: 'a91957a858320c0e17f3a0eca7cfacbff50ea29a', branch: 'feature/größe' },
        ...{ rawStatus: 'succeeded', rawResult: 'Approved', status: 'succeeded' },
        finishedAt: ago(5).replace('4567Z', 'Z'),
      },
    ]);
  });

  it('goes on over an empty page that names a next one', async () => {
    const { azure, sync } = await start(3);
    const headers = { 'x-ms-continuationtoken': '9999' };
    azure.fail((exchange) => reply(exchange, 200, { value: [] }, headers), { to: toReleases.to });
    expect(await sync()).toMatchObject({ added: 3 });
  });

  it('waits for an approval until that is given; a second attempt stands beside the first', async () => {
    const { azure, sync, told, test } = await start();
    azure.deployments.push(anAzureDeployment({ ...pending, lastModifiedOn: ago(60) }));
    await sync();
    expect(await told()).toEqual(['71 1 needs-approval']);
    test.advance(3_600_000);
    azure.deployments[0] = anAzureDeployment({
      ...{ deploymentStatus: 'failed', operationStatus: 'PhaseFailed', lastModifiedOn: ago(-30) },
    });
    azure.deployments.push(
      anAzureDeployment({ id: 72, attempt: 2, ...pending, lastModifiedOn: ago(-40) }),
    );
    expect(await sync()).toMatchObject({ added: 1, updated: 1 });
    expect(await told()).toEqual(['71 1 failed', '72 2 needs-approval']);
  });

  it('asks for what goes on by itself where the list leaves it out, and keeps what is gone', async () => {
    const { azure, sync, told, test, asked } = await start();
    const old = { lastModifiedOn: ago(9000) };
    azure.deployments.push(anAzureDeployment({ id: 72, ...pending, ...old }));
    azure.deployments.push(anAzureDeployment({ id: 73, ...pending, ...old }));
    azure.deployments.push(anAzureDeployment({ id: 74, ...old }));
    await sync();
    test.advance(3_600_000);
    // Some servers do not move the time when an approval is given.
    azure.deployments[0] = anAzureDeployment({ id: 72, ...old });
    azure.deployments.splice(1, 1);
    const before = asked().length;
    expect(await sync()).toMatchObject({ added: 0, updated: 1, rejected: 0 });
    expect(await told()).toEqual(['72 1 succeeded', '73 1 needs-approval', '74 1 succeeded']);
    const tokens = asked()
      .slice(before)
      .map(({ query }) => query.get('continuationToken'));
    expect(tokens.toSorted()).toEqual(['73', '74', null]);
  });

  it('takes what is absent, null, unheard-of or hostile for what it says', async () => {
    const { azure, sync, list } = await start();
    const { release } = anAzureDeployment();
    const odd = [
      anAzureDeployment({
        ...{ deploymentStatus: 'sparkling', operationStatus: 'juggling' },
        lastModifiedOn: ago(1),
      }),
      anAzureDeployment({
        ...{ id: 72, lastModifiedOn: ago(2), queuedOn: '0001-01-01T00:00:00' },
        releaseDefinition: { name: 'größe', path: '\\payments\\api' },
        release: Object.assign({}, release, {
          artifacts: 'none',
          webAccessUri: 'javascript:alert(1)',
        }),
      }),
      anAzureDeployment({
        ...{ id: 73, lastModifiedOn: ago(3), release: null, releaseEnvironment: null },
        ...{ completedOn: undefined, startedOn: 'soon', preDeployApprovals: null },
      }),
      { ...anAzureDeployment(), id: 'none' },
      null,
    ];
    azure.fail((exchange) => reply(exchange, 200, { value: odd }), { to: toReleases.to });
    const { added, warnings } = await sync();
    expect(added).toBe(3);
    expect(warnings.map(({ at }) => at)).toEqual([
      'page 1, value[1].release.webAccessUri',
      'page 1, value[2].startedOn',
      'page 1, value[3]',
      'page 1, value[4]',
    ]);
    const rows = (await list()).toSorted((a, b) => a.externalId.localeCompare(b.externalId));
    expect(rows).toMatchObject([
      { status: 'unknown', rawStatus: 'sparkling' },
      { application: '\\payments\\api\\größe', commit: '', url: null, createdAt: null },
      { environment: null, version: null, finishedAt: ago(3).replace('4567Z', 'Z') },
    ]);
  });
});

describe('Releases of Azure DevOps that are answered with', () => {
  it.each([
    ['401', unauthorised, /does not take the token for releases \(401\).*“Release \(Read\)”/],
    ['a sign-in page', signInPage, /\(203, a sign-in page\).*scope “Release \(Read\)”\. Add/],
    ['the way to one', faults.redirect('/_signin?x=1'), /\(302, a sign-in page\).*“Release/],
    [
      '403',
      faults.failure(403, 'VS402881: not permitted'),
      /may not read the releases of Shop \(403\).*“View releases” in the project.*VS402881/,
    ],
    ['404', faults.failure(404), /Shop has no classic releases on .*YAML pipelines alone/],
  ])('%s keep the builds, and say what is missing', async (_what, fault, words) => {
    const { azure, sync, test, tested } = await start(2);
    expect((await tested()).notes).toEqual([]);
    azure.builds.push(...someBuilds(1));
    azure.fail(fault, toReleases);
    const { added, warnings } = await sync();
    expect(added).toBe(1);
    expect(warnings).toEqual([{ at: 'deployments', reason: expect.stringMatching(words) }]);
    expect((await tested()).notes).toEqual([expect.stringMatching(words)]);
    expect(JSON.stringify(warnings)).not.toContain(azureToken);
    azure.heal();
    expect(await sync()).toMatchObject({ added: 2, warnings: [] });
    expect(test.errors).toEqual([]);
  });

  it.each([
    ['a limit', faults.tooManyRequests('600'), /rate limited until/],
    ['an error that stays', faults.failure(503), /answered 503 and did not recover/],
    ['a body cut short', faults.cutShort, /before its answer was complete/],
    ['JSON that breaks off', faults.invalidJson, /cut short or damaged/],
    ['an HTML page', faults.htmlPage, /an HTML page came/],
    ['another shape', faults.body('{}'), /expected to answer with a list of deployments/],
  ])('%s on the second page keep the first, and are made good', async (_what, fault, words) => {
    const { azure, sync, test, cast, connection, told } = await start(120);
    azure.fail(fault, { to: /release.*continuationToken/, times: 100 });
    const refused = await test.refused('connections.sync', { id: connection.id }, cast.mara.id);
    expect(refused.message).toMatch(words);
    expect(await told()).toHaveLength(100);
    azure.heal();
    expect(await sync()).toMatchObject({ added: 20, warnings: [] });
    expect(test.errors).toEqual([]);
  });

  it('a redirect to another host send the token nowhere', async () => {
    const elsewhere = await startElsewhere();
    onTestFinished(() => elsewhere.close());
    const { azure, sync } = await start(1);
    azure.fail(faults.redirect(`${elsewhere.origin}/acme/Shop/_apis/release`), toReleases);
    const { warnings } = await sync();
    expect(warnings[0]?.reason).toContain('redirects to another server');
    expect(elsewhere.requests).toEqual([]);
  });

  it('a limit while one of them is asked for leave it as it was', async () => {
    const { azure, sync, told, test, cast, connection } = await start();
    azure.deployments.push(anAzureDeployment({ ...pending, lastModifiedOn: ago(9000) }));
    await sync();
    test.advance(3_600_000);
    azure.fail(faults.tooManyRequests('600'), { to: /continuationToken/, times: 100 });
    const refused = await test.refused('connections.sync', { id: connection.id }, cast.mara.id);
    expect(refused.message).toContain('rate limited until');
    expect(await told()).toEqual(['71 1 needs-approval']);
  });

  it('a cancellation keep what they had', async () => {
    const { azure, sync, test, cast, connection, told, asked } = await start(250);
    azure.behaviour.afterPage = () => {
      if (asked().length > 0) void test.app.call('progress.cancel', { id: 'sync-1' });
    };
    const input = { id: connection.id, progressId: 'sync-1' };
    const cancelled = await test.refused('connections.sync', input, cast.mara.id);
    expect(cancelled.message).toContain('Cancelled');
    azure.behaviour.afterPage = () => undefined;
    await sync();
    expect(await told()).toHaveLength(250);
  });
});

describe('A file of the releases of Azure DevOps', () => {
  const attempts = (): AzureDeployment[] => [
    anAzureDeployment({
      ...{ id: 71, attempt: 1, deploymentStatus: 'failed', operationStatus: 'PhaseFailed' },
      lastModifiedOn: ago(90),
    }),
    anAzureDeployment({ id: 72, attempt: 2, ...pending, lastModifiedOn: ago(80) }),
  ];

  it.each([
    ['deployments as pages', (all: AzureDeployment[]) => ({ count: all.length, value: all })],
    ['deployments as a list', (all: AzureDeployment[]) => all],
    ['deployments among builds', (all: AzureDeployment[]) => [...someBuilds(1), ...all]],
    ['releases', (all: AzureDeployment[]) => ({ count: 1, value: [releaseWith(all)] })],
  ])('with %s is the same as a sync, row for row', async (_what, content) => {
    const { azure, sync, list, importing } = await start();
    azure.deployments = attempts();
    expect(await importing(content(attempts()))).toMatchObject({ rejected: 0, updated: 0 });
    const byFile = (await list()).map(({ id: _id, ...rest }) => rest);
    expect(byFile).toHaveLength(2);
    expect(await sync()).toMatchObject({ added: 0, updated: 0, unchanged: 2 });
    expect((await list()).map(({ id: _id, ...rest }) => rest)).toEqual(byFile);
  });

  it('with releases that were exported without their attempts says how to export them', async () => {
    const { importing } = await start();
    const whole = releaseWith(attempts());
    const bare = { ...whole, environments: undefined };
    const stepless = { ...whole, environments: [{ id: 1, name: 'qa', status: 'succeeded' }] };
    const { added, warnings } = await importing([bare, stepless, { ...whole, environments: [7] }]);
    expect(added).toBe(0);
    expect(warnings.map(({ at, reason }) => `${at}: ${reason}`)).toEqual([
      expect.stringMatching(/^element 1 .*: has no environments; export it with \$expand/),
      expect.stringMatching(/^element 2 .*environments\[0\]: tells no attempt \(deploySteps\)/),
      expect.stringMatching(/^element 3 .*environments\[0\]: /),
    ]);
  });
});
