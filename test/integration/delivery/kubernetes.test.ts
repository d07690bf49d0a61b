import { describe, expect, it } from 'vitest';
import { aPod } from '../../support/answers/kubernetes.ts';
import * as faults from '../../support/servers/faults.ts';
import { anObject, aWorkload } from '../../support/servers/kubernetes.ts';
import { reply } from '../../support/servers/reply.ts';
import { startKubernetes } from './kubernetes.ts';

const moving = { status: { updatedReplicas: 1, conditions: [] } };
const pod = { ...aPod, metadata: { ...aPod.metadata, labels: { app: 'shop' } } };

describe('A sync with Kubernetes', () => {
  it('imports nothing of an empty namespace, and says when it looked', async () => {
    const { sync, test, told } = await startKubernetes();
    expect(await sync()).toMatchObject({ added: 0, rejected: 0 });
    expect((await test.call('connections.list', {}))[0]?.state.lastSuccessAt).not.toBeNull();
    expect(told()).toEqual([]);
  });

  it('imports every page, with what comes and goes meanwhile, and nothing twice', async () => {
    const { kubernetes, sync, told } = await startKubernetes(120);
    kubernetes.pageSize = 50;
    kubernetes.behaviour.afterPage = (page) => {
      if (page !== 1 || kubernetes.deployments.at(-1)?.metadata.name === 'zebra') return;
      kubernetes.deployments.push(aWorkload('zebra', 1));
      kubernetes.deployments.shift();
    };
    expect(await sync()).toMatchObject({ added: 121, rejected: 0 });
    kubernetes.behaviour.afterPage = () => undefined;
    // What was deleted behind the reader's back is gone by the next time.
    expect(await sync()).toMatchObject({ added: 0, updated: 1 });
    expect(told().filter((each) => each.endsWith('gone'))).toEqual([
      'payments/Deployment/shop-0000/7 succeeded gone',
    ]);
    expect(await sync()).toMatchObject({ added: 0, updated: 0, unchanged: 120 });
    const limits = kubernetes.requests.map(({ query }) => query.get('limit'));
    expect(new Set(limits)).toEqual(new Set(['500']));
  });

  it('reads every kind of workload of the one namespace, with its images', async () => {
    const { kubernetes, sync, told, rows } = await startKubernetes(1);
    kubernetes.deployments.push(aWorkload('other', 1, { metadata: { namespace: 'shop' } }));
    kubernetes.statefulsets.push(anObject('statefulsets'));
    kubernetes.daemonsets.push(anObject('daemonsets'));
    kubernetes.jobs.push(anObject('jobs'));
    // What a schedule starts again and again is no roll-out.
    const ownerReferences = [{ kind: 'CronJob', name: 'backup' }];
    kubernetes.jobs.push(anObject('jobs', { metadata: { name: 'backup-1', ownerReferences } }));
    kubernetes.rollouts = [anObject('rollouts')];
    expect(await sync()).toMatchObject({ added: 5, rejected: 0 });
    expect(told()).toEqual([
      'payments/DaemonSet/agent succeeded',
      'payments/Deployment/shop-0000/7 succeeded',
      'payments/Job/migrate succeeded',
      'payments/Rollout/shop/7 succeeded',
      'payments/StatefulSet/ledger/ledger-6f succeeded',
    ]);
    expect(rows()[1]).toMatchObject({
      ...{ object_kind: 'Deployment', namespace: 'payments', revision: '7' },
      ...{ images: '["registry.example.com/shop:2"]', raw_status: 'NewReplicaSetAvailable' },
    });
  });

  it('reads all namespaces where none is named, below a path', async () => {
    const { kubernetes, test, cast, connection, told } = await startKubernetes(1, {
      basePath: '/k8s/clusters/c-1',
    });
    kubernetes.deployments.push(aWorkload('web', 1, { metadata: { namespace: 'shop' } }));
    const { id, name, baseUrl } = connection;
    await test.call('connections.save', { id, name, baseUrl, repository: '' }, cast.mara.id);
    await test.call('connections.sync', { id }, cast.mara.id);
    expect(told()).toHaveLength(2);
    const tested = await test.call('connections.test', { id });
    expect(tested).toMatchObject({ repository: 'all namespaces', workflows: [], notes: [] });
  });

  it('keeps an earlier revision beside the next one, as replaced', async () => {
    const { kubernetes, sync, told } = await startKubernetes();
    kubernetes.deployments = [aWorkload('shop', 7)];
    await sync();
    kubernetes.deployments = [aWorkload('shop', 8, moving)];
    await sync();
    expect(told()).toEqual([
      'payments/Deployment/shop/7 succeeded gone',
      'payments/Deployment/shop/8 running',
    ]);
    kubernetes.deployments = [aWorkload('shop', 8)];
    await sync();
    expect(told()[1]).toBe('payments/Deployment/shop/8 succeeded');
    kubernetes.deployments = [];
    await sync();
    expect(told()[1]).toBe('payments/Deployment/shop/8 succeeded gone');
  });

  it('shows a StatefulSet that was rolled back at its earlier revision again', async () => {
    const { kubernetes, sync, told } = await startKubernetes();
    const at = (updateRevision: string) => [
      anObject('statefulsets', { status: { updateRevision, currentRevision: updateRevision } }),
    ];
    for (const revision of ['ledger-1', 'ledger-2', 'ledger-1']) {
      kubernetes.statefulsets = at(revision);
      await sync();
    }
    expect(told()).toEqual([
      'payments/StatefulSet/ledger/ledger-1 succeeded',
      'payments/StatefulSet/ledger/ledger-2 succeeded gone',
    ]);
  });

  it('says what waits for a person, and why a roll-out does not get on', async () => {
    const { kubernetes, sync, rows } = await startKubernetes();
    kubernetes.deployments = [
      aWorkload('paused', 2, { spec: { paused: true }, ...moving }),
      aWorkload('shop', 3, moving),
    ];
    kubernetes.pods = [pod];
    await sync();
    expect(rows()).toMatchObject([
      { name: 'paused', status: 'needs-approval' },
      { name: 'shop', status: 'running', warnings: 1, raw_result: 'ImagePullBackOff' },
    ]);
    // Of what is over, or waits, no pods are asked for.
    const asked = kubernetes.requests.filter(({ path }) => path.endsWith('/pods'));
    expect(asked.map(({ query }) => query.get('labelSelector'))).toEqual(['app=shop']);
  });

  it('takes what is absent, null, unheard-of or hostile for what it says', async () => {
    const { kubernetes, sync, told } = await startKubernetes();
    const odd: unknown[] = [
      { metadata: { name: 'bare', namespace: 'payments' }, spec: null, status: null },
      aWorkload('größe-ü', 1, { metadata: { generation: null }, status: { conditions: null } }),
      aWorkload('odd', 1, {
        status: {
          conditions: [{ type: 'Progressing', reason: 'Sparkling', lastUpdateTime: 'soon' }],
        },
      }),
      { metadata: { name: 7 } },
      null,
    ];
    const body = { kind: 'DeploymentList', metadata: {}, items: odd };
    kubernetes.fail((exchange) => reply(exchange, 200, body), { to: /\/deployments/ });
    const { added, warnings } = await sync();
    expect(added).toBe(3);
    expect(warnings.map(({ at }) => at)).toEqual([
      'deployments, page 1, items[2].status.conditions',
      'deployments, page 1, items[3]',
      'deployments, page 1, items[4]',
    ]);
    expect(told()).toEqual([
      'payments/Deployment/bare queued',
      'payments/Deployment/größe-ü/1 succeeded',
      'payments/Deployment/odd/1 succeeded',
    ]);
  });

  it('takes null for an empty list', async () => {
    const { kubernetes, sync } = await startKubernetes();
    const body = { kind: 'DeploymentList', metadata: {}, items: null };
    kubernetes.fail((exchange) => reply(exchange, 200, body), { to: /\/deployments/ });
    expect(await sync()).toMatchObject({ added: 0, warnings: [] });
  });

  it('begins a list anew once when its token to go on has expired', async () => {
    const { kubernetes, sync, refusedSync, told } = await startKubernetes(12);
    kubernetes.pageSize = 5;
    const expired = faults.failure(410, 'The provided continue parameter is too old');
    kubernetes.fail(expired, { to: /continue=/ });
    expect(await sync()).toMatchObject({ rejected: 0 });
    expect(told()).toHaveLength(12);
    kubernetes.fail(expired, { to: /continue=/, times: 2 });
    expect((await refusedSync()).message).toMatch(/grew too old while it was read, twice \(410\)/);
    expect(told().filter((each) => each.endsWith('gone'))).toEqual([]);
  });

  it('stops with a warning when the pages turn in a circle, and calls nothing gone', async () => {
    const { kubernetes, sync, told } = await startKubernetes(1);
    await sync();
    const body = { kind: 'DeploymentList', metadata: { continue: 'again' }, items: [] };
    kubernetes.fail((exchange) => reply(exchange, 200, body), { to: /\/deployments/, times: 9 });
    const { warnings } = await sync();
    expect(warnings[0]?.reason).toContain('read before as the next one');
    expect(told()).toEqual(['payments/Deployment/shop-0000/7 succeeded']);
  });
});

describe('A token that may not read all of a namespace', () => {
  it('keeps what it may, and calls nothing gone that it no longer sees', async () => {
    const { kubernetes, sync, told, tested } = await startKubernetes(2);
    kubernetes.jobs.push(anObject('jobs'));
    await sync();
    expect((await tested()).notes).toEqual([]);
    kubernetes.forbidden.add('jobs').add('pods');
    kubernetes.deployments.pop();
    const { warnings } = await sync();
    expect(warnings).toEqual([
      {
        at: 'jobs',
        reason: expect.stringMatching(
          /^were left out: .*may not list jobs in the namespace payments/,
        ),
      },
    ]);
    expect(told()).toEqual([
      'payments/Deployment/shop-0000/7 succeeded',
      'payments/Deployment/shop-0001/7 succeeded gone',
      'payments/Job/migrate succeeded',
    ]);
    expect((await tested()).notes).toEqual([
      expect.stringContaining('may not list jobs in the namespace payments (403)'),
      expect.stringContaining('may not list pods'),
    ]);
  });

  it('says nothing of why a roll-out does not get on without the right to see pods', async () => {
    const { kubernetes, sync, rows } = await startKubernetes();
    kubernetes.deployments = [aWorkload('a', 1, moving), aWorkload('b', 1, moving)];
    kubernetes.forbidden.add('pods');
    expect(await sync()).toMatchObject({ added: 2, warnings: [] });
    expect(rows()).toMatchObject([{ status: 'running', raw_result: null }, { status: 'running' }]);
  });
});

describe('A file of Kubernetes', () => {
  const kinds = [
    ['Deployment', 'deployments'],
    ['StatefulSet', 'statefulsets'],
    ['DaemonSet', 'daemonsets'],
    ['Job', 'jobs'],
  ] as const;

  it('is the same as a sync, row for row, as kubectl writes it and as pages', async () => {
    const started = await startKubernetes(30);
    const { kubernetes, sync, rows, importing } = started;
    kubernetes.deployments.push(aWorkload('shop', 3, moving));
    kubernetes.pods = [pod];
    kubernetes.statefulsets.push(anObject('statefulsets'));
    kubernetes.daemonsets.push(anObject('daemonsets'));
    kubernetes.jobs.push(anObject('jobs'));
    kubernetes.rollouts = [anObject('rollouts')];
    const items = [
      ...kinds.flatMap(([kind, name]) => kubernetes[name].map((each) => ({ ...each, kind }))),
      { ...anObject('rollouts'), kind: 'Rollout' },
      ...kubernetes.pods,
    ];
    await importing({ kind: 'List', apiVersion: 'v1', items }).take();
    const byFile = rows();
    expect(byFile).toHaveLength(35);
    expect(await sync()).toMatchObject({ added: 0, updated: 0, unchanged: 35 });
    expect(rows()).toEqual(byFile);
    const pages = [{ kind: 'DeploymentList', items: kubernetes.deployments.slice(0, 30) }];
    expect(await importing(pages).take()).toMatchObject({ added: 0, updated: 0, unchanged: 30 });
  });

  it.each([
    ['Jenkins', { builds: [{ number: 1, result: 'SUCCESS' }] }],
    [
      'Kubernetes itself, but an error',
      { kind: 'Status', message: 'pods is forbidden', code: 403 },
    ],
    ['nothing that is JSON', '<html>'],
  ])('is refused when it is of %s', async (_what, content) => {
    const { importing, told } = await startKubernetes();
    const { code, message } = await importing(content).refuse();
    expect([code, message]).toEqual(['invalid_input', expect.stringContaining('kubectl get')]);
    expect(told()).toEqual([]);
  });
});
