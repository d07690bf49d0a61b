import { counted, medianOf, spanInWords } from './finding.ts';
import type { PitfallFinding } from './finding.ts';

/** A gate of one release that was asked to decide. */
export type AskedGate = {
  gateId: string;
  releaseId: string;
  key: string;
  name: string;
  /** When the work before it began: its phase was entered, or the release made. */
  workedFrom: number;
  askedAt: number;
  /** Null while nobody decided since it was asked. */
  decidedAt: number | null;
};

/** Older requests say how it was once. */
const newestRequests = 50;

/** Gates people wait at longer than they worked before, by the median; the worst first. */
export function waitingLongerThanWorking(
  gates: readonly AskedGate[],
  least: number,
  now: number,
): PitfallFinding {
  const found: { row: PitfallFinding['rows'][number]; excess: number }[] = [];
  let looked = 0;
  let most = 0;
  for (const all of Map.groupBy(gates, ({ key }) => key).values()) {
    most = Math.max(most, all.length);
    if (all.length < least) continue;
    looked += 1;
    const newest = all
      .toSorted((a, b) => b.askedAt - a.askedAt)
      .slice(0, Math.max(newestRequests, least));
    const waited = medianOf(newest.map((gate) => (gate.decidedAt ?? now) - gate.askedAt));
    const worked = medianOf(newest.map((gate) => Math.max(0, gate.askedAt - gate.workedFrom)));
    const [latest] = newest;
    if (latest === undefined || waited <= worked) continue;
    const { releaseId, gateId, name } = latest;
    const said = `Waited ${spanInWords(waited)}, worked ${spanInWords(worked)} (median of ${newest.length}).`;
    found.push({
      row: { releaseId, gateId, tab: 'gates', name, said },
      excess: waited - worked,
    });
  }
  return {
    ...{ looked, tooFew: looked === 0 },
    rows: found.toSorted((a, b) => b.excess - a.excess).map(({ row }) => row),
    said:
      looked === 0
        ? `No gate was asked to decide ${counted(least, 'time')} yet; the most is ${most}.`
        : `${found.length} of ${counted(looked, 'gate')} asked ${counted(least, 'time')} or more.`,
  };
}
