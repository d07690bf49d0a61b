import { describe, expect, it } from 'vitest';
import { normalise } from '#core/sync/entry.ts';
import { argoCd } from '../../support/answers/argo-cd.ts';

function application(phase: string | null, sync: string | null, health: string | null, more = {}) {
  const { status, ...full } = argoCd.applications;
  const changed = {
    ...status,
    operationState: phase === null ? undefined : { phase },
    sync: sync === null ? undefined : { status: sync },
    health: health === null ? undefined : { status: health },
    ...more,
  };
  const [row] = normalise('argo-cd', 'application', { ...full, status: changed }).rows;
  return row !== undefined && 'status' in row ? row.status : undefined;
}

const broken = { conditions: [{ type: 'ComparisonError', message: 'no such path' }] };

describe('the words of Argo CD', () => {
  it.each([
    ['Running', 'Synced', 'Degraded', 'running'],
    ['Terminating', 'Synced', 'Healthy', 'running'],
    ['Failed', 'Synced', 'Healthy', 'failed'],
    ['Error', 'Synced', 'Healthy', 'failed'],
    ['Succeeded', 'Synced', 'Degraded', 'failed'],
    [null, 'OutOfSync', 'Degraded', 'failed'],
    ['Succeeded', 'OutOfSync', 'Progressing', 'running'],
    ['Succeeded', 'Synced', 'Suspended', 'needs-approval'],
    ['Succeeded', 'Synced', 'Healthy', 'succeeded'],
    [null, ' synced ', 'HEALTHY', 'succeeded'],
    [null, 'OutOfSync', 'Healthy', 'needs-approval'],
    [null, 'OutOfSync', 'Missing', 'needs-approval'],
    [null, 'Synced', 'Missing', 'unknown'],
    [null, 'Unknown', 'Healthy', 'unknown'],
    [null, null, 'Healthy', 'unknown'],
    [null, 'Synced', null, 'unknown'],
    ['Sleeping', 'Synced', 'Healthy', 'unknown'],
    [null, 'Synced', 'Splendid', 'unknown'],
  ])('%s, %s and %s are %s', (phase, sync, health, expected) => {
    expect(application(phase, sync, health)).toBe(expected);
  });

  it('say failed where the states could not be compared', () => {
    expect(application(null, 'Unknown', 'Healthy', broken)).toBe('failed');
    expect(application(null, 'Synced', 'Healthy', broken)).toBe('succeeded');
  });

  it('wait for nobody where the application syncs by itself', () => {
    const { status, ...full } = argoCd.applications;
    const out = { ...status, sync: { status: 'OutOfSync' } };
    const by = (automated: object) => {
      const payload = { ...full, spec: { syncPolicy: { automated } }, status: out };
      return normalise('argo-cd', 'application', payload).rows[0];
    };
    expect(by({ prune: true })).toMatchObject({ status: 'queued' });
    expect(by({ enabled: false })).toMatchObject({ status: 'needs-approval' });
  });
});

describe('an application', () => {
  it('is its state now, and a deployment for each item of its history', () => {
    const { rows } = normalise('argo-cd', undefined, { items: [argoCd.applications] });
    expect(rows).toMatchObject([
      { kind: 'rollout', rawStatus: 'Synced', rawResult: 'Healthy' },
      { kind: 'deployment', status: 'succeeded', version: '1.2.0', commit: '' },
      { kind: 'deployment', finishedAt: '2026-02-01T10:07:00.000Z' },
    ]);
    expect(rows[0]?.externalId).toBe(argoCd.applications.metadata.uid);
    expect(new Set(rows.map((row) => row.externalId)).size).toBe(3);
  });

  it('is read with nothing in its status yet, and a null list is an empty one', () => {
    const { spec, metadata } = argoCd.applications;
    const fresh = normalise('argo-cd', undefined, { metadata, spec, status: {} });
    expect(fresh.rows).toMatchObject([{ status: 'unknown', rawStatus: null }]);
    const empty = { metadata: { resourceVersion: '1' }, items: null };
    expect(normalise('argo-cd', undefined, empty)).toEqual({ rows: [], warnings: [] });
    const error = { error: 'no session information', code: 16, message: 'no session information' };
    expect(() => normalise('argo-cd', undefined, error)).toThrow(/no session information/);
  });

  it('without an id is known by namespace and name', () => {
    const payload = { ...argoCd.applications, metadata: { name: 'shop', namespace: 'argocd' } };
    const [row] = normalise('argo-cd', 'applications', [payload]).rows;
    expect(row?.externalId).toBe('argocd/shop');
  });
});

describe('a rollout', () => {
  const canary = (duration?: string) => ({
    strategy: { canary: { steps: [{ setWeight: 20 }, { pause: { duration } }] } },
  });
  const atPause = { phase: 'Paused', pauseConditions: [{ reason: 'CanaryPauseStep' }] };
  const without = { phase: undefined };

  it.each<[object, object, string]>([
    [{}, {}, 'succeeded'],
    [{ observedGeneration: '9' }, {}, 'running'],
    [{ observedGeneration: '6c5f8d' }, {}, 'succeeded'],
    [{ abort: true, phase: 'Degraded' }, {}, 'failed'],
    [{ abort: true }, {}, 'failed'],
    [{ phase: 'Degraded' }, {}, 'failed'],
    [{ phase: 'Progressing' }, {}, 'running'],
    [atPause, {}, 'needs-approval'],
    [atPause, canary('1h'), 'running'],
    [{ ...atPause, phase: 'Progressing' }, {}, 'needs-approval'],
    [{ phase: 'Paused', pauseConditions: [] }, { paused: true }, 'needs-approval'],
    [
      { ...atPause, pauseConditions: [{ reason: 'InconclusiveAnalysisRun' }] },
      canary('1h'),
      'needs-approval',
    ],
    [{ phase: 'Splendid' }, {}, 'unknown'],
    [without, {}, 'unknown'],
    [{ ...without, conditions: [{ type: 'Progressing', status: 'False' }] }, {}, 'failed'],
    [
      {
        ...without,
        conditions: [
          { type: 'Available', status: 'True' },
          { type: 'Completed', status: 'True' },
        ],
      },
      {},
      'succeeded',
    ],
  ])('of %j and %j is %s', (status, spec, expected) => {
    const full = argoCd.rollout;
    const payload = {
      ...full,
      spec: { ...full.spec, ...spec },
      status: { ...full.status, ...status },
    };
    expect(normalise('argo-cd', 'rollout', payload).rows).toMatchObject([{ status: expected }]);
  });

  it('runs while the workload it takes its pods from is not yet seen', () => {
    const { metadata, status, ...full } = argoCd.rollout;
    const annotations = { 'rollout.argoproj.io/workload-generation': '4' };
    const payload = {
      ...full,
      metadata: { ...metadata, annotations },
      status: { ...status, workloadObservedGeneration: '3' },
    };
    expect(normalise('argo-cd', undefined, payload).rows).toMatchObject([{ status: 'running' }]);
  });
});
