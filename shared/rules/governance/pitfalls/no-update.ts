import { counted, dayMs } from './finding.ts';
import type { PitfallFinding } from './finding.ts';

export type LastUpdate = { releaseId: string; name: string; at: number };

/** Open releases of which nothing was recorded for so many days, the longest first. */
export function releasesWithoutUpdate(
  open: readonly LastUpdate[],
  days: number,
  now: number,
): PitfallFinding {
  const found = open.filter(({ at }) => now - at >= days * dayMs).toSorted((a, b) => a.at - b.at);
  return {
    ...{ looked: open.length, tooFew: open.length === 0 },
    rows: found.map(({ releaseId, name, at }) => ({
      ...{ releaseId, name, gateId: null, tab: 'history' as const },
      said: `Nothing recorded for ${counted(Math.floor((now - at) / dayMs), 'day')}.`,
    })),
    said:
      open.length === 0
        ? 'No release is open.'
        : `${found.length} of ${counted(open.length, 'open release')}.`,
  };
}
