import type { DependencyView } from '#shared/model/planning/plan.ts';
import { dependencyWords } from '#shared/rules/planning/plan-words.ts';
import type { StatusKind } from '../../../app/theme/tokens.ts';

/** How a dependency is marked: what comes too late is said before what was agreed. */
export function standingLook({ state, late }: Pick<DependencyView, 'state' | 'late'>): {
  kind: StatusKind;
  word: string;
} {
  const word = dependencyWords.state[state];
  if (state === 'met') return { kind: 'passed', word };
  if (late) return { kind: 'failed', word: 'Too late' };
  if (state === 'at-risk') return { kind: 'exception', word };
  return { kind: 'waiting', word };
}
