import { healthReasonKinds } from '#shared/model/governance/health.ts';
import type {
  HealthReason,
  HealthReasonKind,
  HealthState,
} from '#shared/model/governance/health.ts';
import { formatDate } from '../planning/zoned-time.ts';

type Named = { id: string; name: string };
type Due = Named & { dueOn: string };

/** What is known of the work on one open release; dates in the workspace's zone. */
export type HealthFacts = {
  today: string;
  /** Why it is on hold; null while it is not. */
  holdReason: string | null;
  tasks: readonly (Due & { kind: 'task' | 'milestone'; done: boolean })[];
  /** Open items alone. */
  items: readonly Due[];
  /** Of open risks alone. */
  mitigations: readonly Due[];
  gates: readonly (Named & { status: string; summary: string })[];
  runs: readonly { name: string; text: string }[];
  /** By their planned start: a later one to the same place that went well settles what failed before. */
  deployments: readonly (Named & {
    result: string | null;
    /** Its planned start lies before now, and nobody recorded that it began. */
    missed: boolean;
    plannedOn: string;
  })[];
};

/** What failed or was missed puts the date in danger; what is late or held can still be caught up. */
const stateOf: Record<HealthReasonKind, HealthReason['state']> = {
  'failed-deployment': 'at-risk',
  'failed-gate': 'at-risk',
  'failed-run': 'at-risk',
  'start-passed': 'at-risk',
  'on-hold': 'attention',
  'overdue-milestone': 'attention',
  'overdue-task': 'attention',
  'overdue-item': 'attention',
  'overdue-mitigation': 'attention',
};

/**
 * How the work on a release goes, as the weightiest of its reasons. There is no score: a number
 * would hide which of them it is, and how dangerous the change is has nothing to do with it.
 */
export function executionHealth(facts: HealthFacts): {
  state: HealthState;
  reasons: HealthReason[];
} {
  const reasons = [...failures(facts), ...held(facts), ...overdue(facts)].toSorted(
    (a, b) => healthReasonKinds.indexOf(a.kind) - healthReasonKinds.indexOf(b.kind),
  );
  const worst = reasons.some(({ state }) => state === 'at-risk') ? 'at-risk' : 'attention';
  return { state: reasons.length === 0 ? 'on-track' : worst, reasons };
}

function failures({ today, deployments, gates, runs }: HealthFacts): HealthReason[] {
  return [
    ...deployments.flatMap(({ id, name, result, missed, plannedOn }, index) => {
      const later = deployments.slice(index + 1).filter((each) => each.name === name);
      if (later.some((each) => each.result === 'succeeded')) return [];
      if (result === 'failed') return reason('failed-deployment', name, 'failed', id);
      if (result === 'rolled-back') return reason('failed-deployment', name, 'was rolled back', id);
      return missed
        ? reason(
            'start-passed',
            name,
            `was to start ${formatDate(plannedOn, today)} and is not recorded`,
            id,
          )
        : [];
    }),
    ...gates
      .filter(({ status }) => status === 'failed')
      .flatMap(({ id, name, summary }) => reason('failed-gate', name, summary, id)),
    ...runs.flatMap(({ name, text }) => reason('failed-run', name, text, null)),
  ];
}

function held({ holdReason }: HealthFacts): HealthReason[] {
  return holdReason === null ? [] : reason('on-hold', 'On hold', holdReason, null);
}

function overdue({ today, tasks, items, mitigations }: HealthFacts): HealthReason[] {
  const late = (kind: HealthReasonKind) => (due: Due) =>
    due.dueOn < today
      ? reason(kind, due.name, `overdue since ${formatDate(due.dueOn, today)}`, due.id)
      : [];
  return [
    ...tasks
      .filter(({ done }) => !done)
      .flatMap((task) =>
        late(task.kind === 'milestone' ? 'overdue-milestone' : 'overdue-task')(task),
      ),
    ...items.flatMap(late('overdue-item')),
    ...mitigations.flatMap(late('overdue-mitigation')),
  ];
}

function reason(
  kind: HealthReasonKind,
  what: string,
  text: string,
  subjectId: string | null,
): [HealthReason] {
  return [{ kind, state: stateOf[kind], what, text, subjectId }];
}
