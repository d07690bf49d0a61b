import { assertNever } from '#shared/model/refusal.ts';
import type { FactGroup, GateCheck, GateStatus, GateView } from '#shared/model/governance/gates.ts';
import type { StatusKind } from '../../../app/theme/tokens.ts';

/** How a gate is marked: one that an exception lets pass is never shown as passed by itself. */
export function lookOf({ status, byException }: Pick<GateView, 'status' | 'byException'>): {
  kind: StatusKind;
  word: string;
} {
  const kind = byException === null ? status : 'exception';
  return { kind, word: lookWords[kind] };
}

/** The words of a gate's state: a failed gate blocks. */
export const statusWords: Record<GateStatus, string> = {
  passed: 'Passed',
  running: 'Running',
  waiting: 'Waiting',
  failed: 'Blocked',
  'out-of-date': 'Out of date',
  'not-applicable': 'Not applicable',
};

export const lookWords: Record<StatusKind, string> = { ...statusWords, exception: 'By exception' };

export const factWords: Record<FactGroup, string> = {
  components: 'components',
  scope: 'scope',
  risks: 'risks',
  'rollback-plan': 'rollback plan',
  'planned-start': 'planned start',
};

/** Facts that have a name of their own, by which they come and go. */
export const namedFacts: Partial<Record<FactGroup, string>> = { scope: 'Scope', risks: 'Risk' };

/** What an automated gate is judged from. */
export function checkInWords(check: GateCheck): string {
  switch (check) {
    case 'decision':
      return 'Decided by people';
    case 'pipeline-green':
      return 'Judged from pipeline runs';
    case 'checklist-complete':
      return 'Judged from the checklist';
    case 'rollback-planned':
    case 'rollback-rehearsed':
      return 'Judged from the rollback plan';
    case 'no-open-critical-risk':
      return 'Judged from the risks';
    case 'risk-assessed':
      return 'Judged from the risk assessment';
    case 'test-results':
      return 'Judged from test results';
    case 'coverage':
      return 'Judged from a coverage report';
    case 'vulnerability-report':
      return 'Judged from a vulnerability report';
    case 'component-list':
      return 'Judged from a list of components';
    case 'performance-results':
      return 'Judged from performance results';
    case 'controls-met':
      return 'Judged from the controls';
    case 'lessons-heeded':
      return 'Judged from lessons';
    case 'monitoring':
      return 'Judged from metrics and alerts';
    case 'measure-threshold':
      return 'Judged from a measure';
    case 'artefact-digest':
      return 'Judged from artefacts';
    case 'rollout-staged':
      return 'Judged from the planned deployments';
    case 'review-planned':
      return 'Judged from the plan';
    default:
      return assertNever(check);
  }
}

/** `components, scope and risks` */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
