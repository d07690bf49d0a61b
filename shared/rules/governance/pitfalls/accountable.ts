import { counted, dayMs } from './finding.ts';
import type { PitfallFinding } from './finding.ts';

export type Letter = {
  gateKey: string;
  releaseId: string | null;
  roleKey: string | null;
  personId: string | null;
  letter: string;
};

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
  letters: readonly Letter[],
  days: number,
  now: number,
): PitfallFinding {
  const near = gates.filter(({ startAt }) => startAt === null || startAt - now <= days * dayMs);
  const byGate = Map.groupBy(letters, ({ gateKey, releaseId }) => `${gateKey} ${releaseId ?? ''}`);
  const found = near
    .map((gate) => ({ gate, count: accountables(gate, byGate) }))
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

/** A release with letters of its own for a gate goes by these alone. */
function accountables(
  { key, releaseId, accountableRole }: AnsweredGate,
  byGate: ReadonlyMap<string, readonly Letter[]>,
): number {
  const own = byGate.get(`${key} ${releaseId}`) ?? byGate.get(`${key} `) ?? [];
  // Letters somebody gave stand before what the policy says, as `lettersOf` has it.
  if (own.length === 0) return accountableRole === null ? 0 : 1;
  const named = own
    .filter(({ letter }) => letter === 'A')
    .map(({ roleKey, personId }) => personId ?? roleKey);
  return new Set(named).size;
}
