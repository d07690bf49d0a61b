import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapRunStatus } from '#core/sync/github/status.ts';

describe('GitHub’s two words as one status', () => {
  it.each([
    ['queued', null, 'queued'],
    ['requested', null, 'queued'],
    ['pending', null, 'queued'],
    ['waiting', null, 'queued'],
    ['in_progress', null, 'running'],
    ['completed', 'success', 'succeeded'],
    ['completed', 'neutral', 'succeeded'],
    ['completed', 'failure', 'failed'],
    ['completed', 'timed_out', 'failed'],
    ['completed', 'startup_failure', 'failed'],
    ['completed', 'cancelled', 'cancelled'],
    ['completed', 'stale', 'cancelled'],
    ['completed', 'skipped', 'skipped'],
    ['completed', 'action_required', 'needs-approval'],
    // Finished without a result is not known to have succeeded.
    ['completed', null, 'unknown'],
    ['completed', '', 'unknown'],
    ['completed', 'partially_fine', 'unknown'],
    // Not finished: a result left over from before says nothing.
    ['in_progress', 'success', 'running'],
    ['queued', 'failure', 'queued'],
    // A conclusion where the status belongs, or the reverse.
    ['success', null, 'unknown'],
    ['success', 'success', 'unknown'],
    ['completed', 'queued', 'unknown'],
    [null, 'success', 'unknown'],
    [null, null, 'unknown'],
    ['', '', 'unknown'],
    ['paused', null, 'unknown'],
    [' Completed ', 'SUCCESS\n', 'succeeded'],
  ])('%j and %j is %s', (status, conclusion, expected) => {
    expect(mapRunStatus(status, conclusion)).toEqual({ status: expected, warnings: false });
  });

  it('needs approval only when a person is waited for', () => {
    expect(mapRunStatus('waiting', null, [{ wait_timer: 30, reviewers: [] }]).status).toBe(
      'queued',
    );
    expect(mapRunStatus('waiting', null, [{ reviewers: null }]).status).toBe('queued');
    expect(
      mapRunStatus('waiting', null, [{ wait_timer: 30, reviewers: [] }, { reviewers: [{}] }])
        .status,
    ).toBe('needs-approval');
  });

  it('has succeeded for no words but the two that say so', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (status, conclusion) => {
        const good =
          status.trim().toLowerCase() === 'completed' &&
          ['success', 'neutral'].includes(conclusion.trim().toLowerCase());
        expect(mapRunStatus(status, conclusion).status === 'succeeded').toBe(good);
      }),
    );
  });
});
