import type { AlertView, RolloutAlertView } from '#shared/contract/delivery/monitoring.ts';
import { runStatuses, type RunStatus } from '#shared/model/delivery/pipelines.ts';
import { labelsInWords } from '#shared/rules/delivery/monitoring/metric-words.ts';
import type { StatusKind } from '../../../../app/theme/tokens.ts';

type Look = { kind: StatusKind; label: string };

const looks: Record<RunStatus, Look> = {
  failed: { kind: 'failed', label: 'Firing' },
  running: { kind: 'running', label: 'Pending' },
  skipped: { kind: 'not-applicable', label: 'Silenced' },
  succeeded: { kind: 'passed', label: 'Over' },
  unknown: { kind: 'out-of-date', label: 'Unknown' },
  // No alert is ever one of these.
  queued: { kind: 'waiting', label: 'Queued' },
  cancelled: { kind: 'not-applicable', label: 'Cancelled' },
  'needs-approval': { kind: 'waiting', label: 'Needs approval' },
};

const alertStatuses = runStatuses.filter(
  (status) => !['queued', 'cancelled', 'needs-approval'].includes(status),
);
export const alertStatusOptions = alertStatuses.map((value) => ({
  value,
  label: looks[value].label,
}));

/** How an alert stands; one that is no longer shown is over, whatever it was told as last. */
export function alertLook({ status, goneAt }: Pick<AlertView, 'status' | 'goneAt'>): Look {
  return goneAt === null ? looks[status] : { kind: 'not-applicable', label: 'No longer there' };
}

/** What it is called; its labels where it has no name. */
export function alertName({ name, labels }: Pick<AlertView, 'name' | 'labels'>): string {
  return name || labelsInWords(labels) || 'Without a name';
}

/** The labels beside its name. */
export function otherLabels({ labels }: Pick<AlertView, 'labels'>): string {
  const { alertname: _name, ...others } = labels;
  return labelsInWords(others);
}

/** Until when it was there: its own end, or since when it is not shown. */
export function untilOf({ finishedAt, goneAt }: AlertView): string | null {
  return finishedAt ?? goneAt;
}

/** Where a roll-out stands by its alerts, or one thing that was found of it. */
export function findingLook(status: RunStatus): Look {
  return findingLooks[status] ?? { kind: 'waiting', label: 'Unknown' };
}

const findingLooks: Partial<Record<RunStatus, Look>> = {
  failed: { kind: 'failed', label: 'Alerts fired' },
  running: { kind: 'running', label: 'Watched' },
  succeeded: { kind: 'passed', label: 'Quiet' },
};

export const partLooks: Record<RolloutAlertView['part'], Look> = {
  fired: { kind: 'failed', label: 'Fired' },
  pending: { kind: 'running', label: 'Pending' },
  unclear: { kind: 'out-of-date', label: 'Unknown' },
  before: { kind: 'not-applicable', label: 'Fired before it began' },
  suppressed: { kind: 'not-applicable', label: 'Silenced' },
};
