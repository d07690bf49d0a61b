import { describe, expect, it } from 'vitest';
import { normalise } from '#core/sync/entry.ts';
import { gitlab } from '../../support/answers/gitlab.ts';

function status(kind: keyof typeof gitlab, changes: object) {
  const [row] = normalise('gitlab', kind, { ...gitlab[kind], ...changes }).rows;
  return row !== undefined && 'status' in row ? row.status : undefined;
}

describe('the words of GitLab', () => {
  it.each([
    ['created', 'queued'],
    ['waiting_for_resource', 'queued'],
    ['preparing', 'queued'],
    ['waiting_for_callback', 'queued'],
    ['pending', 'queued'],
    ['scheduled', 'queued'],
    ['running', 'running'],
    ['canceling', 'running'],
    [' Success ', 'succeeded'],
    ['failed', 'failed'],
    ['canceled', 'cancelled'],
    ['skipped', 'skipped'],
    ['manual', 'needs-approval'],
    ['completed', 'unknown'],
    ['', 'unknown'],
    [null, 'unknown'],
  ])('a pipeline that is %s is %s', (raw, expected) => {
    expect(status('pipelines', { status: raw })).toBe(expected);
  });

  it('tell a manual job that is waited for from one that may be left out', () => {
    expect(status('jobs', { status: 'manual', allow_failure: false })).toBe('needs-approval');
    expect(status('jobs', { status: 'manual', allow_failure: true })).toBe('skipped');
  });

  it('tell a deployment that waits for people from one that is only made', () => {
    expect(status('deployments', { status: 'blocked' })).toBe('needs-approval');
    expect(status('deployments', { status: 'created', pending_approval_count: 1 })).toBe(
      'needs-approval',
    );
    expect(status('deployments', { status: 'created' })).toBe('queued');
    expect(status('deployments', { status: 'undeployed' })).toBe('unknown');
  });

  it('take a deployment’s job where it has no status of its own, else nothing is known', () => {
    expect(status('deployments', { status: undefined })).toBe('succeeded');
    expect(status('deployments', { status: undefined, deployable: null })).toBe('unknown');
  });
});

describe('a row of GitLab', () => {
  it('is keyed by its project, with times in UTC and words as they came', () => {
    const [row] = normalise('gitlab', 'pipeline', gitlab.pipelines).rows;
    expect(row).toMatchObject({
      ...{ kind: 'run', externalId: '17/4294967301', attempt: 1, branch: 'feature/größe' },
      ...{ rawStatus: 'success', rawResult: null, updatedAt: '2026-02-01T08:12:00.000Z' },
    });
  });

  it('is succeeded with warnings where a job that may fail did', () => {
    const group = { detailed_status: { group: 'success-with-warnings' } };
    const [row] = normalise('gitlab', 'pipeline', { ...gitlab.pipelines, ...group }).rows;
    expect(row).toMatchObject({ status: 'succeeded', warnings: true });
  });

  it('that cannot be read is left out and said, and the others stay', () => {
    const bad = { ...gitlab.pipelines, id: 'x' };
    const { rows, warnings } = normalise('gitlab', 'pipelines', [bad, gitlab.pipelines]);
    expect(rows).toHaveLength(1);
    expect(warnings).toEqual([{ at: '[0]', reason: expect.stringContaining('id:') }]);
  });
});
