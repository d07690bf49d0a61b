import { accountableRoles } from '../raci.ts';
import type { GivenLetters } from '../raci.ts';
import { counted, dayMs } from './finding.ts';
import type { PitfallFinding } from './finding.ts';

export type AnsweredGate = {
  gateId: string;
  key: string;
  name: string;
  releaseId: string;
  release: string;
  accountableRole: string | null;
  /** Null where the release has no date. */
  startAt: number | null;
};

/** Gates of open releases for which nobody or more than one answers, the next to start first. */
export function unclearAccountable(
  gates: readonly AnsweredGate[],
  given: GivenLetters,
  days: number,
  now: number,
): PitfallFinding {
  const near = gates.filter(({ startAt }) => startAt === null || startAt - now <= days * dayMs);
  const found = near
    .map((gate) => {
      const asked = { key: gate.key, accountable: gate.accountableRole };
      return { gate, count: accountableRoles(asked, given, gate.releaseId).length };
    })
    .filter(({ count }) => count !== 1)
    .toSorted((a, b) => (a.gate.startAt ?? Infinity) - (b.gate.startAt ?? Infinity));
  return {
    ...{ looked: near.length, tooFew: near.length === 0 },
    rows: found.map(({ gate: { releaseId, gateId, release, name }, count }) => ({
      ...{ releaseId, gateId, tab: 'gates' as const, name: `${release}: ${name}` },
      said: count === 0 ? 'Nobody is accountable.' : `${count} are accountable.`,
    })),
    said:
      near.length === 0
        ? `No open release with gates starts within ${counted(days, 'day')}.`
        : `${found.length} of ${counted(near.length, 'gate')} of open releases.`,
  };
}
