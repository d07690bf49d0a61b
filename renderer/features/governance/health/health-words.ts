import type { StatusKind } from '../../../app/theme/tokens.ts';
import type {
  HealthReason,
  HealthReasonKind,
  HealthState,
} from '#shared/model/governance/health.ts';
import type { ReleaseTab } from '../../../state/release-tabs.ts';
import { releaseHref } from '../../planning/releases/index.ts';

export const healthLook: Record<HealthState, { kind: StatusKind; word: string }> = {
  'on-track': { kind: 'passed', word: 'On track' },
  attention: { kind: 'waiting', word: 'Needs attention' },
  'at-risk': { kind: 'failed', word: 'Date at risk' },
};

export const reasonWords: Record<HealthReasonKind, string> = {
  'failed-deployment': 'Deployment',
  'failed-gate': 'Gate failed',
  'failed-run': 'Pipeline',
  'start-passed': 'Start missed',
  'on-hold': 'Hold',
  'overdue-milestone': 'Milestone',
  'overdue-task': 'Task',
  'overdue-item': 'Checklist item',
  'overdue-mitigation': 'Mitigation',
};

const tabOf: Record<HealthReasonKind, ReleaseTab> = {
  'failed-deployment': 'after',
  'failed-gate': 'gates',
  'failed-run': 'pipelines',
  'start-passed': 'overview',
  'on-hold': 'history',
  'overdue-milestone': 'plan',
  'overdue-task': 'plan',
  'overdue-item': 'checklist',
  'overdue-mitigation': 'risks',
};

/** Where a reason is looked after. */
export function reasonHref(releaseId: string, { kind, subjectId }: HealthReason): string {
  const opens = ['gates', 'plan', 'checklist', 'risks'].includes(tabOf[kind]);
  return releaseHref(releaseId, tabOf[kind], opens ? (subjectId ?? undefined) : undefined);
}
