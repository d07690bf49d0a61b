import type { ExceptionRule } from '#shared/model/governance/exceptions.ts';
import { exceptionState } from './exceptions.ts';

/** An exception to a gate: it is taken off its release, or counts as passed, for a time. */
export type GateException = {
  id: string;
  rule: string;
  subjectId: string | null;
  rationale: string;
  requestedById: string;
  expiresAt: number;
  granted: boolean | null;
  decidedById: string | null;
  withdrawnAt: number | null;
};

/** The exception of a kind that is in force for a gate at `now`; the one that lasts longest. */
export function gateExceptionInForce(
  exceptions: readonly GateException[],
  kind: Extract<ExceptionRule, 'gate-override' | 'gate-removed'>,
  gateId: string,
  now: number,
): GateException | null {
  const [longest] = exceptions
    .filter(({ rule, subjectId }) => rule === kind && subjectId === gateId)
    .filter((each) => exceptionState(each, now) === 'granted')
    .toSorted((a, b) => b.expiresAt - a.expiresAt);
  return longest ?? null;
}
