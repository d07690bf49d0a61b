import type { ReleaseSummary } from '#shared/model/planning/release-views.ts';
import type { TimelineBar } from '#shared/model/planning/timeline.ts';
import type { Standing } from './shapes.ts';

export type BarStanding = { standing: Standing; word: string };
type Readiness = ReleaseSummary['readiness'];

/**
 * Where a bar stands: how its deployment went, how its release ended, or where its gates are.
 * `undefined` for readiness that is not judged yet, null for a release without gates.
 */
export function barStanding(
  bar: Pick<TimelineBar, 'deploymentId' | 'deployments' | 'outcome' | 'onHold'>,
  readiness: Readiness | undefined,
): BarStanding {
  const result = bar.deploymentId === null ? null : (bar.deployments[0]?.result ?? null);
  if (result !== null) return ofResult[result];
  if (bar.outcome !== null) return ofOutcome[bar.outcome];
  if (readiness === undefined) return { standing: 'not-applicable', word: 'not judged yet' };
  const gates = ofGates(readiness);
  return bar.onHold ? { ...gates, word: `on hold, ${gates.word}` } : gates;
}

const ofResult = {
  succeeded: { standing: 'passed', word: 'deployed' },
  failed: { standing: 'failed', word: 'failed' },
  'rolled-back': { standing: 'failed', word: 'rolled back' },
} as const;

const ofOutcome = {
  released: { standing: 'passed', word: 'released' },
  'rolled-back': { standing: 'failed', word: 'rolled back' },
  cancelled: { standing: 'not-applicable', word: 'cancelled' },
} as const;

const words = {
  passed: 'ready',
  'not-applicable': 'ready',
  failed: 'blocked',
  'out-of-date': 'out of date',
  running: 'running',
  waiting: 'waiting',
} as const;

function ofGates(readiness: Readiness): BarStanding {
  if (readiness === null) return { standing: 'not-applicable', word: 'no gates' };
  const { passed, total, worst } = readiness;
  if (total === 0) return { standing: 'not-applicable', word: 'no gates' };
  const standing = worst === 'not-applicable' ? 'passed' : worst;
  return { standing, word: `${words[worst]}, ${passed} of ${total} gates` };
}
