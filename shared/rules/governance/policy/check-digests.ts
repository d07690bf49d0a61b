import type { ReadPolicy } from './read-policy.ts';

type Found = { path: readonly (string | number)[]; message: string };

/**
 * A gate that holds what staging ran against what is to be deployed has nothing to measure: a limit
 * there would be read as one that is kept. Told while people write it, as for measures.
 */
export function checkDigests({ gates }: ReadPolicy): Found[] {
  return gates.flatMap(({ key, check, limits }): Found[] => {
    if (check !== 'artefact-digest') return [];
    return Object.keys(limits).map((limit) => ({
      path: ['gates', key, 'limits', limit],
      message: `“${key}” compares digests (artefact-digest), so “${limit}” limits nothing there; take it out.`,
    }));
  });
}
