import { describe, expect, it } from 'vitest';
import { normalise } from '#core/sync/entry.ts';
import { azureDevops } from '../../support/answers/azure-devops.ts';

function told(kind: keyof typeof azureDevops, changes: object) {
  return normalise('azure-devops', kind, { ...azureDevops[kind], ...changes }).rows.map((row) =>
    'status' in row ? `${row.status}${row.warnings ? ' with warnings' : ''}` : '',
  );
}

const open = { records: [{ type: 'Checkpoint.Approval', state: 'inProgress' }] };
const pending = [{ status: 'pending' }];

describe('the words of Azure DevOps', () => {
  it.each([
    [{ status: 'notStarted', result: undefined }, 'queued'],
    [{ status: 'postponed' }, 'queued'],
    [{ status: 'inProgress', result: 'succeeded' }, 'running'],
    [{ status: 'cancelling' }, 'running'],
    [{ status: 'inProgress', timeline: open }, 'needs-approval'],
    [{ status: 'inProgress', approvals: pending }, 'needs-approval'],
    [{ status: 'completed', timeline: open }, 'succeeded'],
    [{ status: ' Completed ', result: 'partiallySucceeded' }, 'succeeded with warnings'],
    [{ result: 'failed' }, 'failed'],
    [{ result: 'canceled' }, 'cancelled'],
    [{ result: 'none' }, 'unknown'],
    [{ result: undefined }, 'unknown'],
    [{ result: 'fine' }, 'unknown'],
    [{ status: 'none' }, 'unknown'],
    [{ status: 'all' }, 'unknown'],
    [{ status: 'pending', result: undefined }, 'unknown'],
    [{ status: null }, 'unknown'],
  ])('a build of %j is %s', (changes, expected) => {
    expect(told('builds', changes)).toEqual([expected]);
  });

  it.each([
    [{ state: 'inProgress' }, 'running'],
    [{ state: 'canceling' }, 'running'],
    [{ state: 'unknown' }, 'unknown'],
    [{ result: 'unknown' }, 'unknown'],
    [{ result: 'canceled' }, 'cancelled'],
    [{}, 'succeeded'],
  ])('a run of %j is %s', (changes, expected) => {
    expect(told('runs', changes)).toEqual([expected]);
  });

  it.each([
    [{ state: 'pending', result: null }, 'queued'],
    [{ state: 'inProgress' }, 'running'],
    [{ state: 'inProgress', type: 'Checkpoint.Approval' }, 'needs-approval'],
    [{ result: 'succeededWithIssues' }, 'succeeded with warnings'],
    [{ result: 'failed' }, 'failed'],
    [{ result: 'abandoned' }, 'failed'],
    [{ result: 'canceled' }, 'cancelled'],
    [{ result: 'skipped' }, 'skipped'],
    [{ result: null }, 'unknown'],
  ])('a record of a timeline of %j is %s', (changes, expected) => {
    expect(told('timeline', changes)).toEqual([expected]);
  });

  it.each([
    ['uninitiated', 'queued'],
    ['pending', 'needs-approval'],
    ['approved', 'succeeded'],
    ['rejected', 'failed'],
    ['timedOut', 'failed'],
    ['canceled', 'cancelled'],
    ['skipped', 'skipped'],
    ['completed', 'unknown'],
    ['undefined', 'unknown'],
  ])('an approval that is %s is %s', (status, expected) => {
    expect(told('approvals', { status })).toEqual([expected]);
    expect(told('release-approvals', { status })).toEqual([expected]);
  });

  it.each([
    ['succeeded', 'Approved', 'succeeded'],
    ['partiallySucceeded', 'phasePartiallySucceeded', 'succeeded with warnings'],
    ['failed', 'phaseInProgress', 'failed'],
    ['notDeployed', 'undefined', 'skipped'],
    ['notDeployed', 'pending', 'queued'],
    ['undefined', 'Pending', 'needs-approval'],
    ['inProgress', 'manualInterventionPending', 'needs-approval'],
    ['inProgress', 'phaseInProgress', 'running'],
    ['inProgress', 'phaseSucceeded', 'running'],
    ['inProgress', 'evaluatingGates', 'running'],
    ['undefined', 'approved', 'running'],
    ['undefined', 'queuedForAgent', 'queued'],
    ['undefined', 'queuedForPipeline', 'queued'],
    ['undefined', 'scheduled', 'queued'],
    ['undefined', 'deferred', 'queued'],
    ['undefined', 'gateFailed', 'failed'],
    ['undefined', 'rejected', 'failed'],
    ['undefined', 'phaseCanceled', 'cancelled'],
    ['undefined', 'undefined', 'unknown'],
    ['inProgress', 'juggling', 'unknown'],
    ['undefined', 'phaseSucceeded', 'unknown'],
  ])('a deployment of %s and %s is %s', (deploymentStatus, operationStatus, expected) => {
    expect(told('deployments', { deploymentStatus, operationStatus })).toEqual([expected]);
  });

  it('say that a deployment waits where an approval of it is pending', () => {
    const waits = { deploymentStatus: 'notDeployed', preDeployApprovals: pending };
    expect(told('deployments', { ...waits, operationStatus: 'pending' })).toEqual([
      'needs-approval',
    ]);
  });
});

describe('a release of Azure DevOps', () => {
  const [environment] = azureDevops.releases.environments;
  const inside = (...states: object[]) => ({
    environments: states.map((each, id) => ({ ...environment, id, ...each })),
  });

  it.each([
    [{ status: 'draft' }, ['queued', 'succeeded']],
    [{ status: 'abandoned', ...inside({ status: 'notStarted' }) }, ['cancelled', 'skipped']],
    [inside({ status: 'notStarted' }), ['queued', 'queued']],
    [inside({ status: 'scheduled' }, {}), ['queued', 'queued', 'succeeded']],
    [inside({ status: 'rejected' }, { status: 'queued' }), ['failed', 'failed', 'queued']],
    [inside({ status: 'rejected' }, { status: 'inProgress' }), ['running', 'failed', 'running']],
    [
      inside({ status: 'inProgress', preDeployApprovals: pending }, { status: 'inProgress' }),
      ['needs-approval', 'needs-approval', 'running'],
    ],
    [
      inside({ status: 'partiallySucceeded' }),
      ['succeeded with warnings', 'succeeded with warnings'],
    ],
    [inside({ status: 'canceled' }), ['unknown', 'cancelled']],
    [inside({ status: 'undefined' }), ['unknown', 'unknown']],
    [{ environments: undefined }, ['unknown']],
    [{ status: 'undefined' }, ['unknown', 'succeeded']],
  ])('of %j is %j', (changes, expected) => {
    expect(told('releases', changes)).toEqual(expected);
  });
});

describe('a row of Azure DevOps', () => {
  it('is keyed by its project, with seven digits of a second read', () => {
    const [row] = normalise('azure-devops', undefined, {
      count: 1,
      value: [azureDevops.builds],
    }).rows;
    const [run] = normalise('azure-devops', undefined, [azureDevops.runs]).rows;
    expect(row).toMatchObject({
      ...{ externalId: '6ce954b1-ce1f-45d1-b94d-e6bf2464ba2c/4294967301' },
      ...{ branch: 'feature/größe', rawStatus: 'completed', rawResult: 'succeeded' },
      ...{ finishedAt: '2026-02-01T09:12:00.123Z' },
    });
    expect(run?.externalId).toBe(row?.externalId);
  });

  it('counts the attempts of its stages, where its timeline is there to tell', () => {
    const records = [
      { type: 'Stage', state: 'completed', attempt: 1 },
      { type: 'Stage', state: 'inProgress', attempt: 3 },
      { type: 'Task', state: 'completed', attempt: 9 },
    ];
    const attempts = [
      {},
      { timeline: records },
      { timeline: { records } },
      { timeline: 'none' },
    ].map(
      (changes) =>
        normalise('azure-devops', 'builds', { ...azureDevops.builds, ...changes }).rows[0],
    );
    expect(attempts).toMatchObject([
      { attempt: 1 },
      { attempt: 3 },
      { attempt: 3 },
      { attempt: 1 },
    ]);
  });

  it.each([
    ['\\', 'shop'],
    [null, 'shop'],
    ['\\payments\\api', '\\payments\\api\\shop'],
  ])('in the folder %s is of the workflow %s, told by either API', (folder, workflow) => {
    const definition = { ...azureDevops.builds.definition, path: folder };
    const pipeline = { ...azureDevops.runs.pipeline, folder };
    const rows = [
      ...normalise('azure-devops', 'builds', { ...azureDevops.builds, definition }).rows,
      ...normalise('azure-devops', 'runs', { ...azureDevops.runs, pipeline }).rows,
    ];
    expect(rows).toMatchObject([
      { workflow, workflowName: 'shop' },
      { workflow, workflowName: 'shop' },
    ]);
  });

  it('of a deployment and an approval names the release it belongs to', () => {
    const [release] = normalise('azure-devops', undefined, [azureDevops.releases]).rows;
    for (const kind of ['deployments', 'release-approvals'] as const) {
      const [row] = normalise('azure-devops', undefined, [azureDevops[kind]]).rows;
      expect(row).toMatchObject({ runId: release?.externalId });
    }
  });

  it('is not made of an error', () => {
    const error = { $id: '1', message: 'TF200016: The project does not exist', errorCode: 0 };
    expect(() => normalise('azure-devops', undefined, error)).toThrow(/TF200016/);
  });
});
