import { describe, expect, it } from 'vitest';
import { normalise } from '#core/sync/entry.ts';
import { aPod, kubernetes } from '../../support/answers/kubernetes.ts';

type Changes = { spec?: object; status?: object | null; metadata?: object };

function told(kind: keyof typeof kubernetes, { spec, status, metadata }: Changes) {
  const full = kubernetes[kind];
  const [row] = normalise('kubernetes', kind, {
    ...full,
    metadata: { ...full.metadata, ...metadata },
    spec: { ...full.spec, ...spec },
    status: status === null ? undefined : { ...full.status, ...status },
  }).rows;
  return row !== undefined && 'status' in row ? row.status : undefined;
}

const stuck = { conditions: [{ type: 'Progressing', reason: 'ProgressDeadlineExceeded' }] };

describe('how far a workload is', () => {
  it.each<[Changes, string]>([
    [{}, 'succeeded'],
    [{ metadata: { generation: 5 } }, 'queued'],
    [{ status: null }, 'queued'],
    [{ spec: { paused: true } }, 'succeeded'],
    [{ spec: { paused: true }, status: { updatedReplicas: 1 } }, 'needs-approval'],
    [{ status: stuck }, 'failed'],
    [{ status: { ...stuck, updatedReplicas: 2 } }, 'failed'],
    [{ status: { updatedReplicas: 2 } }, 'running'],
    [{ status: { updatedReplicas: undefined } }, 'running'],
    [{ status: { replicas: 4 } }, 'running'],
    [{ status: { availableReplicas: 2 } }, 'running'],
    [{ spec: { replicas: undefined }, status: { replicas: 1, updatedReplicas: 0 } }, 'running'],
    [{ spec: { replicas: 0 }, status: noReplicas() }, 'succeeded'],
  ])('a Deployment of %j is %s', (changes, expected) => {
    expect(told('deployments', changes)).toBe(expected);
  });

  it.each<[Changes, string]>([
    [{}, 'succeeded'],
    [{ metadata: { generation: 5 } }, 'queued'],
    [{ status: { readyReplicas: 2 } }, 'running'],
    [{ status: { updateRevision: 'ledger-70' } }, 'running'],
    [{ ...partitioned(2), status: { updateRevision: 'x', updatedReplicas: 1 } }, 'succeeded'],
    [{ ...partitioned(1), status: { updateRevision: 'x', updatedReplicas: 1 } }, 'running'],
    [{ spec: { updateStrategy: { type: 'OnDelete' } } }, 'unknown'],
  ])('a StatefulSet of %j is %s', (changes, expected) => {
    expect(told('statefulsets', changes)).toBe(expected);
  });

  it.each<[Changes, string]>([
    [{}, 'succeeded'],
    [{ metadata: { generation: 5 } }, 'queued'],
    [{ status: { updatedNumberScheduled: 4 } }, 'running'],
    [{ status: { numberAvailable: undefined } }, 'running'],
    [{ status: null, metadata: { generation: undefined } }, 'queued'],
    [{ spec: { updateStrategy: { type: 'OnDelete' } } }, 'unknown'],
  ])('a DaemonSet of %j is %s', (changes, expected) => {
    expect(told('daemonsets', changes)).toBe(expected);
  });

  it.each<[Changes, string]>([
    [{}, 'succeeded'],
    [{ status: { conditions: [{ type: 'Complete', status: 'False' }] } }, 'queued'],
    [
      {
        status: {
          conditions: [{ type: 'Failed', status: 'True', reason: 'BackoffLimitExceeded' }],
        },
      },
      'failed',
    ],
    [{ spec: { suspend: true }, status: { conditions: [] } }, 'needs-approval'],
    [{ status: { conditions: [{ type: 'Suspended', status: 'True' }] } }, 'needs-approval'],
    [{ status: { conditions: null, active: 1 } }, 'running'],
    [{ status: null }, 'queued'],
  ])('a Job of %j is %s', (changes, expected) => {
    expect(told('jobs', changes)).toBe(expected);
  });
});

describe('an object of Kubernetes', () => {
  it('is keyed by namespace, kind, name and revision', () => {
    const [row] = normalise('kubernetes', 'rollout', kubernetes.deployments).rows;
    expect(row).toMatchObject({
      ...{ externalId: 'payments/Deployment/shop/7', revision: '7' },
      ...{ images: ['registry.example.com/shop:2'], rawStatus: 'NewReplicaSetAvailable' },
      ...{ updatedAt: '2026-02-01T10:07:00.000Z' },
    });
  });

  it('takes its kind from the list whose items lack one', () => {
    for (const { kind, ...bare } of Object.values(kubernetes)) {
      const list = { kind: `${kind}List`, metadata: { resourceVersion: '9' }, items: [bare] };
      expect(normalise('kubernetes', undefined, list).rows).toMatchObject([{ objectKind: kind }]);
      expect(normalise('kubernetes', 'rollout', list).rows).toMatchObject([{ objectKind: kind }]);
    }
  });

  it('that still tries says which pod cannot start, and is not failed by it', () => {
    const { deployments } = kubernetes;
    const moving = { ...deployments, status: { ...deployments.status, updatedReplicas: 1 } };
    const expected = { status: 'running', warnings: true, rawResult: 'ImagePullBackOff' };
    const beside = normalise('kubernetes', undefined, { ...moving, pods: [aPod] }).rows;
    const mixed = normalise('kubernetes', undefined, { kind: 'List', items: [moving, aPod] }).rows;
    expect([beside, mixed]).toMatchObject([[expected], [expected]]);
    expect(normalise('kubernetes', 'pods', [aPod]).rows).toMatchObject([
      { objectKind: 'Pod', status: 'running', warnings: true, rawStatus: 'Pending' },
    ]);
  });

  it('is not made of an error', () => {
    const error = { kind: 'Status', status: 'Failure', message: 'pods is forbidden', code: 403 };
    expect(() => normalise('kubernetes', undefined, error)).toThrow(/pods is forbidden/);
  });
});

function noReplicas() {
  return { replicas: 0, updatedReplicas: 0, availableReplicas: 0 };
}

function partitioned(partition: number) {
  return { spec: { updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition } } } };
}
