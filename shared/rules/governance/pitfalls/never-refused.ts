import { counted } from './finding.ts';
import type { PitfallFinding } from './finding.ts';

/** A gate of one release with what was decided at it. */
export type DecidedGate = {
  gateId: string;
  releaseId: string;
  key: string;
  name: string;
  lastAt: number;
  refused: number;
  conditional: number;
};

/** Gates that said no in none of the last N releases they were decided in. */
export function gatesNeverRefused(gates: readonly DecidedGate[], last: number): PitfallFinding {
  const byKey = Map.groupBy(gates, ({ key }) => key);
  const rows: PitfallFinding['rows'] = [];
  let looked = 0;
  let most = 0;
  for (const all of byKey.values()) {
    most = Math.max(most, all.length);
    if (all.length < last) continue;
    looked += 1;
    const newest = all.toSorted((a, b) => b.lastAt - a.lastAt).slice(0, last);
    const [latest] = newest;
    if (latest === undefined || newest.some(({ refused }) => refused > 0)) continue;
    const conditional = newest.filter((gate) => gate.conditional > 0).length;
    rows.push({
      ...{ releaseId: latest.releaseId, gateId: latest.gateId, tab: 'gates', name: latest.name },
      said: `No no-go in its last ${counted(last, 'release')}; a conditional go in ${conditional}.`,
    });
  }
  const n = looked === 0 ? `the most is ${most}` : '';
  return {
    ...{ looked, rows, tooFew: looked === 0 },
    said:
      looked === 0
        ? `No gate was decided in ${counted(last, 'release')} yet; ${n}.`
        : `${rows.length} of ${counted(looked, 'gate')} with ${counted(last, 'decided release')} each.`,
  };
}
