import { useEffect, useState } from 'react';
import { useProcedure } from '../../../api/useProcedure.ts';

/** People hold an arrow key, or type the digits of a date: the check waits for the last one. */
const pause = 200;

export type PlacementAsked = {
  releaseId: string;
  /** Null while there is no start to be checked. */
  start: string | null;
  /** Moves this deployment alone. */
  deploymentId?: string | undefined;
};

/** What stands against a start, and the next ones against which nothing does. */
export function usePlacement({ releaseId, start, deploymentId }: PlacementAsked) {
  const settled = useSettled(start);
  const asked = { releaseId, ...(deploymentId === undefined ? {} : { deploymentId }) };
  const check = useProcedure(
    'calendar.checkPlacement',
    { ...asked, start: settled ?? '' },
    { enabled: settled !== null, keepPrevious: true },
  );
  const stands = settled !== null && (check.data?.worst ?? null) !== null;
  const nearest = useProcedure(
    'calendar.nearestFree',
    { ...asked, ...(settled === null ? {} : { start: settled }) },
    { enabled: stands, keepPrevious: true },
  );
  return {
    check,
    nearest: stands ? nearest.data : undefined,
    /** Whether the answer is about the start that is shown. */
    fresh: settled === start && !check.isPlaceholderData,
  };
}

export type Placement = ReturnType<typeof usePlacement>;

/** Whether the findings say that the start is blocked: they say more of it than a refusal does. */
export function isBlocked({ fresh, check }: Placement): boolean {
  return fresh && check.data?.worst === 'blocked';
}

function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
