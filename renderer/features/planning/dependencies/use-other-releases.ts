import { useProcedure } from '../../../api/useProcedure.ts';

/** The open releases one can depend on, as choices; never the release itself. */
export function useOtherReleases(releaseId: string): readonly { value: string; label: string }[] {
  const open = useProcedure('releases.list', { which: 'open', limit: 500 });
  const others = open.data?.releases.filter(({ id }) => id !== releaseId) ?? [];
  return others.map(({ id, name, number }) => ({ value: id, label: `${name} (R-${number})` }));
}
