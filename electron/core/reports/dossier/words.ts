import type {
  DecisionChannel,
  DecisionOutcome,
  FactGroup,
  GateStatus,
} from '#shared/model/governance/gates.ts';
import type { RunStatus } from '#shared/model/delivery/pipelines.ts';
import type { Deployment, Outcome } from '#shared/model/planning/releases.ts';
import type { WorkStatus } from '#shared/model/planning/scope.ts';

export const statusWords: Record<GateStatus, string> = {
  passed: 'Passed',
  running: 'Running',
  waiting: 'Waiting',
  failed: 'Failed',
  'out-of-date': 'Out of date',
  'not-applicable': 'Not applicable',
};

/** How a run's status is marked; what is not known is never shown as passed. */
export const runMarks: Record<RunStatus, { status: GateStatus; word: string }> = {
  queued: { status: 'running', word: 'Queued' },
  running: { status: 'running', word: 'Running' },
  succeeded: { status: 'passed', word: 'Succeeded' },
  failed: { status: 'failed', word: 'Failed' },
  cancelled: { status: 'failed', word: 'Cancelled' },
  skipped: { status: 'waiting', word: 'Skipped' },
  'needs-approval': { status: 'waiting', word: 'Needs approval' },
  unknown: { status: 'waiting', word: 'Unknown' },
};

export const decisionMarks: Record<DecisionOutcome, { status: GateStatus; word: string }> = {
  go: { status: 'passed', word: 'Go' },
  'conditional-go': { status: 'passed', word: 'Conditional go' },
  'no-go': { status: 'failed', word: 'No-go' },
  deferred: { status: 'waiting', word: 'Deferred' },
  abstain: { status: 'not-applicable', word: 'Abstained' },
};

export const resultMarks: Record<
  NonNullable<Deployment['result']>,
  { status: GateStatus; word: string }
> = {
  succeeded: { status: 'passed', word: 'Succeeded' },
  failed: { status: 'failed', word: 'Failed' },
  'rolled-back': { status: 'failed', word: 'Rolled back' },
};

/** Where the work on a scope item stands. */
export const workMarks: Record<WorkStatus, readonly [GateStatus, string]> = {
  open: ['waiting', 'Open'],
  'in-progress': ['running', 'In progress'],
  done: ['passed', 'Done'],
};

export const outcomeMarks: Record<Outcome, { status: GateStatus; word: string }> = {
  released: { status: 'passed', word: 'Released' },
  'rolled-back': { status: 'failed', word: 'Rolled back' },
  cancelled: { status: 'not-applicable', word: 'Cancelled' },
};

export { phaseNames as phaseWords } from '#shared/rules/planning/life.ts';

export const channelWords: Record<DecisionChannel, string> = {
  self: 'entered in person',
  meeting: 'given in a meeting',
  'response-file': 'given by response file',
  'e-mail': 'given by e-mail',
};

export const groupWords: Record<FactGroup, string> = {
  components: 'Components',
  scope: 'Scope',
  risks: 'Risks',
  'rollback-plan': 'Rollback plan',
  'planned-start': 'Planned start',
};

export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
