import { useMemo } from 'react';
import { useProcedure } from '../../../api/useProcedure.ts';

/** Releases a booking can be for: those that are open, and the one it is for already. */
export function useReleaseOptions(
  chosenId: string | null,
  chosenName: string | null | undefined = null,
): { value: string; label: string }[] {
  const open = useProcedure('releases.list', { which: 'open', limit: 500 }).data?.releases;
  return useMemo(() => {
    const known = (open ?? []).map(({ id, name }) => ({ value: id, label: name }));
    const isListed = chosenId === null || known.some(({ value }) => value === chosenId);
    const chosen = isListed ? [] : [{ value: chosenId, label: chosenName ?? 'The same release' }];
    return [{ value: '', label: 'No release' }, ...chosen, ...known];
  }, [open, chosenId, chosenName]);
}
