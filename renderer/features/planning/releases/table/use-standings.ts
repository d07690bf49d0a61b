import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ReleaseStanding } from '#shared/model/planning/release-table.ts';
import { useAsk } from '../../../../api/useAsk.ts';
import { useProcedure } from '../../../../api/useProcedure.ts';

/** So many are judged at once whatever is in sight: the list can then be sorted by it. */
export const judgedWhole = 500;
/** So many at most are judged to be copied; beyond, the copy would come too late for the clipboard. */
const mostToCopy = 2_000;

export type Standings = ReadonlyMap<string, ReleaseStanding>;

/**
 * Risk and readiness of releases. Of a long list only what is in sight is judged, once scrolling
 * rests; what was seen before stays until it is seen again.
 */
export function useStandings(ids: readonly string[]) {
  const isWhole = ids.length <= judgedWhole;
  const [sight, setSight] = useState<readonly string[]>([]);
  const asked = isWhole ? ids : sight;
  const { data } = useProcedure(
    'releases.standing',
    { ids: [...asked] },
    { enabled: asked.length > 0, keepPrevious: true },
  );
  const [seen, setSeen] = useState<Standings>(new Map());
  useEffect(() => {
    if (data !== undefined) setSeen((before) => withAll(before, data));
  }, [data]);
  const ask = useAsk('releases.standing');
  const forCopy = useCallback(
    async (wanted: readonly string[]): Promise<Standings> => {
      const missing = wanted.filter((id) => !seen.has(id)).slice(0, mostToCopy);
      let all = seen;
      for (let from = 0; from < missing.length; from += judgedWhole) {
        const answer = await ask({ ids: missing.slice(from, from + judgedWhole) });
        if (answer.ok) all = withAll(all, answer.value);
      }
      return all;
    },
    [ask, seen],
  );
  const onSight = useCallback(
    (now: readonly string[]) => setSight((before) => (isSame(before, now) ? before : now)),
    [],
  );
  // Straight from the answer where it holds everything: one rendering fewer until it is seen.
  const standings = useMemo(() => (data === undefined ? seen : withAll(seen, data)), [seen, data]);
  return { standings, isWhole, asked, onSight, forCopy };
}

function withAll(before: Standings, found: readonly ReleaseStanding[]): Standings {
  if (found.every((standing) => before.get(standing.id) === standing)) return before;
  return new Map([...before, ...found.map((one): [string, ReleaseStanding] => [one.id, one])]);
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index]);
}
