import { describe, expect, it } from 'vitest';
import { anApplication } from '../../support/servers/argo-cd.ts';
import { reply } from '../../support/servers/reply.ts';
import { testNow } from '../../support/surroundings.ts';
import { ago, argoToken, startArgo } from './argo-cd.ts';

const withoutId = ({ id: _id, ...rest }: { id: string }) => rest;
const commit = 'b91957a858320c0e17f3a0eca7cfacbff50ea29b';

describe('A sync with Argo CD', () => {
  it('of nothing is right, whose list is null', async () => {
    const { sync, argo } = await startArgo();
    expect(await sync()).toMatchObject({ added: 0, rejected: 0 });
    expect(argo.requests).toHaveLength(1);
  });

  it('reads states and histories from one answer, and writes nothing when nothing changed', async () => {
    const { argo, sync, told, deployments, test } = await startArgo(['shop', 'web']);
    expect(await sync()).toMatchObject({ added: 6, rejected: 0 });
    expect(argo.requests).toHaveLength(1);
    expect(argo.requests[0]?.query.has('fields')).toBe(false);
    expect(await told()).toEqual(['shop succeeded', 'web succeeded']);
    expect(await deployments()).toHaveLength(4);
    const head = async () => (await test.call('workspace.state', {})).open?.head;
    const before = await head();
    // It is looked at every few minutes, which is no change.
    for (const each of argo.applications) each.status['reconciledAt'] = ago(0);
    expect(await sync()).toMatchObject({ added: 0, updated: 0, unchanged: 6 });
    expect(await head()).toEqual(before);
  });

  it('brings what was deployed since, and keeps what the history drops', async () => {
    const { argo, sync, deployments } = await startArgo();
    const item = (id: number, revision: string) => ({ id, revision, deployedAt: ago(100 - id) });
    argo.applications = [anApplication('shop', { status: { history: [item(0, '1.0.0')] } })];
    await sync();
    const next = [item(1, '1.1.0'), { ...item(2, commit), deployStartedAt: ago(99) }];
    argo.applications = [anApplication('shop', { status: { history: next } })];
    expect(await sync()).toMatchObject({ added: 2, updated: 0 });
    const [newest, ...older] = await deployments();
    expect(newest).toMatchObject({
      ...{ application: 'shop', status: 'succeeded', commit, version: commit },
      environment: 'https://kubernetes.default.svc/payments',
      url: `${argo.baseUrl}/applications/argocd/shop`,
    });
    expect(older.map(({ version }) => version).toSorted()).toEqual(['1.0.0', '1.1.0']);
  });

  it('tells where each stands, in the words of Argo CD', async () => {
    const { argo, sync, rollouts, test } = await startArgo();
    argo.applications = [
      anApplication('größe', {
        metadata: { namespace: 'team-a' },
        status: {
          sync: { status: 'OutOfSync', revisions: ['1.2.0', commit] },
          health: { status: 'Healthy', lastTransitionTime: ago(30) },
          operationState: { phase: 'Succeeded', finishedAt: ago(20) },
        },
      }),
      anApplication('new', { status: { sync: null, health: null, operationState: null } }),
      anApplication('paused', { status: { health: { status: 'Suspended', message: 'a pause' } } }),
      anApplication('strange', { status: { health: { status: 'Splendid' } } }),
    ];
    await sync();
    expect(await rollouts()).toMatchObject([
      {
        ...{ name: 'größe', namespace: 'team-a', objectKind: 'Application' },
        ...{ status: 'needs-approval', rawStatus: 'OutOfSync', rawResult: 'Healthy' },
        ...{ revision: `1.2.0, ${commit}`, images: ['registry.example.com/shop:2'] },
        ...{ updatedAt: ago(20).replace('Z', '.000Z'), goneAt: null },
        url: `${argo.baseUrl}/applications/team-a/gr%C3%B6%C3%9Fe`,
      },
      { name: 'new', status: 'unknown', rawStatus: null, rawResult: null },
      { name: 'paused', status: 'needs-approval', note: 'Succeeded: a pause' },
      { name: 'strange', status: 'unknown', rawResult: 'Splendid' },
    ]);
    const waits = { status: 'needs-approval', limit: 1, offset: 1 } as const;
    expect(await test.call('rollouts.list', waits)).toMatchObject({
      ...{ rollouts: [{ name: 'paused', connectionName: 'Argo' }], total: 2 },
    });
  });

  it('takes damaged rows for what they say, once each, and marks nothing gone by them', async () => {
    const { argo, sync, told } = await startArgo(['shop', 'web']);
    await sync();
    const odd = anApplication('shop', {
      status: {
        history: [{ id: 'x' }, { id: 3, revision: '2', deployedAt: 'soon' }, 7],
        health: { status: 'Healthy', lastTransitionTime: 'yesterday' },
      },
    });
    const items = [odd, { metadata: { name: '' }, status: {} }, null];
    argo.fail((exchange) => reply(exchange, 200, { metadata: {}, items }));
    const { warnings } = await sync();
    expect(warnings.map(({ at }) => at)).toEqual([
      'items[0].history[0]',
      'items[0].history[1].deployedAt',
      'items[0].history[2]',
      'items[0].status.health.lastTransitionTime',
      'items[1]',
      'items[2]',
    ]);
    // Either of the two that were not read can have been web.
    expect(await told()).toEqual(['shop succeeded', 'web succeeded']);
    argo.applications = [odd];
    // A date that cannot be read is no row that is missing.
    await sync();
    expect(await told()).toEqual(['shop succeeded', 'web gone']);
  });
});

describe('What an Argo CD shows no more', () => {
  it('is marked as gone since then, once, and comes back as it is', async () => {
    const { argo, sync, told, rollouts, test, deployments } = await startArgo(['shop', 'web']);
    await sync();
    test.advance(60_000);
    const web = argo.applications.pop();
    expect(await sync()).toMatchObject({ added: 0, updated: 1 });
    expect(await told()).toEqual(['shop succeeded', 'web gone']);
    const since = new Date(testNow + 60_000).toISOString();
    expect((await rollouts())[1]).toMatchObject({ goneAt: since, status: 'succeeded' });
    expect(await test.call('rollouts.list', { status: 'succeeded' })).toMatchObject({ total: 1 });
    // What was deployed was deployed.
    expect(await deployments()).toHaveLength(4);
    test.advance(60_000);
    expect(await sync()).toMatchObject({ added: 0, updated: 0 });
    expect((await rollouts())[1]?.goneAt).toBe(since);
    if (web) argo.applications.push(web);
    expect(await sync()).toMatchObject({ updated: 1 });
    expect(await told()).toEqual(['shop succeeded', 'web succeeded']);
    argo.applications = [];
    expect(await sync()).toMatchObject({ updated: 2 });
    expect(await told()).toEqual(['shop gone', 'web gone']);
    expect(await test.call('workspace.verify', {})).toMatchObject({ ok: true });
  });

  it('of another connection is left alone', async () => {
    const { argo, sync, told, test, cast } = await startArgo(['shop', 'web']);
    const other = { provider: 'argo-cd', name: 'Other', repository: 'default/web' } as const;
    const second = await test.call(
      'connections.save',
      { ...other, baseUrl: argo.baseUrl, token: argoToken },
      cast.mara.id,
    );
    await sync();
    await test.call('connections.sync', { id: second.id }, cast.mara.id);
    expect(await told()).toEqual(['shop succeeded', 'web succeeded', 'web succeeded']);
    await sync();
    expect((await told()).every((each) => each.endsWith('succeeded'))).toBe(true);
  });
});

describe('An import of roll-outs that is taken back', () => {
  it('leaves them as they were: new ones go, changed and gone ones stand as before', async () => {
    const { argo, sync, rollouts, deployments, takeBackNewest, test } = await startArgo([
      'shop',
      'web',
    ]);
    await sync();
    const before = [await rollouts(), await deployments()];
    test.advance(60_000);
    argo.applications = [
      anApplication('shop', { status: { health: { status: 'Degraded' } } }),
      anApplication('fresh', { status: { history: [] } }),
    ];
    expect(await sync()).toMatchObject({ added: 1, updated: 2 });
    expect(await rollouts()).not.toEqual(before[0]);
    expect(await takeBackNewest()).toEqual({ removed: 1, restored: 2 });
    expect([await rollouts(), await deployments()]).toEqual(before);
    // The next sync brings what the provider still tells.
    expect(await sync()).toMatchObject({ added: 1, updated: 2 });
    expect(await test.call('workspace.verify', {})).toMatchObject({ ok: true });
  });

  it('is refused while a later one marked something of it as gone', async () => {
    const { argo, sync, told, test, connection, cast, takeBackNewest } = await startArgo(['shop']);
    await sync();
    test.advance(60_000);
    argo.applications = [];
    await sync();
    const [, first] = await test.call('pipelines.imports', { connectionId: connection.id });
    const refused = await test.refused('pipelines.takeBack', { id: first?.id }, cast.mara.id);
    expect(refused.message).toMatch(/^One of its rows was changed by a later import/);
    expect(await takeBackNewest()).toEqual({ removed: 0, restored: 1 });
    expect(await told()).toEqual(['shop succeeded']);
    await test.call('pipelines.takeBack', { id: first?.id ?? '' }, cast.mara.id);
    expect(await told()).toEqual([]);
  });
});

describe('A file of Argo CD', () => {
  it('is the same as a sync, row for row, as the command line and as the API give it', async () => {
    const { argo, sync, rollouts, deployments, importing } = await startArgo(['shop', 'web']);
    expect(await importing(argo.applications)).toMatchObject({ added: 6, rejected: 0 });
    const byFile = [(await rollouts()).map(withoutId), (await deployments()).map(withoutId)];
    expect(await sync()).toMatchObject({ added: 0, updated: 0, unchanged: 6 });
    expect([(await rollouts()).map(withoutId), (await deployments()).map(withoutId)]).toEqual(
      byFile,
    );
    const page = { metadata: { resourceVersion: '1' }, items: argo.applications };
    expect(await importing(page)).toMatchObject({ added: 0, updated: 0 });
  });

  it('says nothing of what it leaves out', async () => {
    const { argo, sync, told, importing } = await startArgo(['shop', 'web']);
    await sync();
    await importing(argo.applications.slice(0, 1));
    expect(await told()).toEqual(['shop succeeded', 'web succeeded']);
  });

  it('that is older than the last sync brings nothing back', async () => {
    const { argo, sync, told, importing, test } = await startArgo(['shop', 'web']);
    await sync();
    argo.applications = [anApplication('shop', { status: { health: { status: 'Degraded' } } })];
    test.advance(60_000);
    await sync();
    const status = { history: [] };
    const old = ['shop', 'web', 'before'].map((name) => anApplication(name, { status }));
    const anHourAgo = new Date(testNow - 3_600_000).toISOString();
    expect(await importing(old, anHourAgo)).toMatchObject({ added: 0, updated: 0, unchanged: 3 });
    expect(await told()).toEqual(['shop failed', 'web gone']);
  });

  it('does not take the place of a newer one', async () => {
    const { importing, rollouts } = await startArgo();
    const at = (minutes: number, phase: string) =>
      anApplication('shop', { status: { operationState: { phase, finishedAt: ago(minutes) } } });
    await importing([at(10, 'Succeeded')]);
    await importing([at(20, 'Failed')]);
    expect(await rollouts()).toMatchObject([{ status: 'succeeded' }]);
    await importing([at(5, 'Failed')]);
    expect(await rollouts()).toMatchObject([{ status: 'failed' }]);
  });

  it('of something else says what is expected, and how to export it', async () => {
    const { importing } = await startArgo();
    await expect(importing({ kind: 'Deployment', metadata: { name: 'shop' } })).rejects.toThrow(
      /Expected an answer of Argo CD \(applications\).*argocd app list -o json/,
    );
  });
});

describe('The environments that roll-outs name', () => {
  it('are mapped as those of deployments are', async () => {
    const { argo, sync, rollouts, test, cast, connection } = await startArgo();
    const at = (name: string) => ({ spec: { destination: { name } } });
    argo.applications = [
      anApplication('shop', at('PROD-EU')),
      anApplication('web', { ...at('demo'), status: { history: [] } }),
      anApplication('bare', { spec: { destination: null } }),
    ];
    await sync();
    const named = () => test.call('deployments.environments', { connectionId: connection.id });
    expect(await named()).toMatchObject([
      { name: 'demo', deployments: 0, newestAt: null, environmentId: null, suggestedId: null },
      { name: 'PROD-EU', deployments: 2, suggestedId: cast.production.id },
    ]);
    const { id, rev, name, baseUrl, repository } = connection;
    const environments = [{ name: 'demo', environmentId: cast.staging.id }];
    await test.call(
      'connections.save',
      { id, rev, name, baseUrl, repository, environments },
      cast.mara.id,
    );
    const places = (await rollouts()).map((each) => [each.name, each.environmentId]);
    expect(places).toEqual([
      ['bare', null],
      ['shop', null],
      ['web', cast.staging.id],
    ]);
    argo.applications = argo.applications.slice(0, 1);
    await sync();
    // What is gone names nothing to be mapped; what is mapped stays listed.
    expect((await named()).map((each) => each.name)).toEqual(['demo', 'PROD-EU']);
  });
});
