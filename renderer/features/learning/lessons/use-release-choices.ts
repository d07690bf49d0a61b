import { useProcedure } from '../../../api/useProcedure.ts';

/** The releases a lesson can be learned from, the one that is chosen always among them. */
export function useReleaseChoices(
  chosenId: string,
  chosenName: string,
): readonly { value: string; label: string }[] {
  const all = useProcedure('releases.list', { which: 'all', limit: 500 }).data?.releases ?? [];
  const choices = all.map(({ id, name, number }) => ({
    value: id,
    label: `${name} (R-${number})`,
  }));
  if (chosenId === '' || choices.some(({ value }) => value === chosenId)) return choices;
  return [{ value: chosenId, label: chosenName || 'This release' }, ...choices];
}
