import type { RunView } from '#shared/contract/delivery/pipelines.ts';
import { runStatuses, type RunStatus } from '#shared/model/delivery/pipelines.ts';
import type { StatusKind } from '../../../app/theme/tokens.ts';
import { spanText } from '../../../components/when-text.ts';

const looks: Record<RunStatus, { kind: StatusKind; label: string }> = {
  queued: { kind: 'waiting', label: 'Queued' },
  running: { kind: 'running', label: 'Running' },
  succeeded: { kind: 'passed', label: 'Succeeded' },
  failed: { kind: 'failed', label: 'Failed' },
  cancelled: { kind: 'not-applicable', label: 'Cancelled' },
  skipped: { kind: 'not-applicable', label: 'Skipped' },
  'needs-approval': { kind: 'waiting', label: 'Needs approval' },
  unknown: { kind: 'out-of-date', label: 'Unknown' },
};

/** Icon, colour and word of a run; one that passed with warnings still waits for somebody. */
export function runLook(run: Pick<RunView, 'status' | 'warnings'>): {
  kind: StatusKind;
  label: string;
} {
  if (run.status === 'succeeded' && run.warnings) {
    return { kind: 'waiting', label: 'Succeeded, warnings' };
  }
  return looks[run.status];
}

export const statusOptions = runStatuses.map((status) => ({
  value: status,
  label: looks[status].label,
}));

/** How long a run took, or null while it runs or where the provider does not say. */
export function runDuration({ startedAt, finishedAt }: RunView): string | null {
  if (startedAt === null || finishedAt === null) return null;
  const span = Date.parse(finishedAt) - Date.parse(startedAt);
  return span < 0 ? null : span < 60_000 ? `${Math.round(span / 1000)} s` : spanText(span);
}

/** An address of the provider people may follow; anything but http(s) stays text. */
export function safeLink(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, username, password } = new URL(url);
  const isWeb = protocol === 'https:' || protocol === 'http:';
  return isWeb && username === '' && password === '' ? url : null;
}
