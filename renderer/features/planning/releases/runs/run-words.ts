import type { RunStatus } from '#shared/model/delivery/pipelines.ts';
import type { StatusKind } from '../../../../app/theme/tokens.ts';

/** The look and the word of a run's state; a word nobody knows is never taken for success. */
export const runLook: Record<RunStatus, { kind: StatusKind; word: string }> = {
  queued: { kind: 'waiting', word: 'Queued' },
  running: { kind: 'running', word: 'Running' },
  succeeded: { kind: 'passed', word: 'Succeeded' },
  failed: { kind: 'failed', word: 'Failed' },
  cancelled: { kind: 'not-applicable', word: 'Cancelled' },
  skipped: { kind: 'not-applicable', word: 'Skipped' },
  'needs-approval': { kind: 'waiting', word: 'Needs approval' },
  unknown: { kind: 'out-of-date', word: 'Unknown' },
};
