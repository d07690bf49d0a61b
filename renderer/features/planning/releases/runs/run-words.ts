import type { RunStatus } from '#shared/model/delivery/pipelines.ts';
import type { StatusKind } from '../../../../app/theme/tokens.ts';

type Look = { kind: StatusKind; word: string };

/** The look and the word of a run's state; a word nobody knows is never taken for success. */
const looks: Record<RunStatus, Look> = {
  queued: { kind: 'waiting', word: 'Queued' },
  running: { kind: 'running', word: 'Running' },
  succeeded: { kind: 'passed', word: 'Succeeded' },
  failed: { kind: 'failed', word: 'Failed' },
  cancelled: { kind: 'not-applicable', word: 'Cancelled' },
  skipped: { kind: 'not-applicable', word: 'Skipped' },
  'needs-approval': { kind: 'waiting', word: 'Needs approval' },
  unknown: { kind: 'out-of-date', word: 'Unknown' },
};

/** A run that passed with warnings waits for somebody to say that they are acceptable. */
export function lookOf({ status, warnings }: { status: RunStatus; warnings: boolean }): Look {
  if (status === 'succeeded' && warnings) return { kind: 'waiting', word: 'Succeeded, warnings' };
  return looks[status];
}
