import type { ProviderEnvironment } from '#shared/contract/delivery/deployments.ts';
import type { EnvironmentMapping } from '#shared/model/delivery/pipelines.ts';

/** The mapping with one environment of the provider changed; an empty id takes it out. */
export function mapTo(
  mapping: readonly EnvironmentMapping[],
  name: string,
  environmentId: string,
): EnvironmentMapping[] {
  const others = mapping.filter((each) => each.name !== name);
  return environmentId === '' ? others : [...others, { name, environmentId }];
}

/** What equal names suggest for the environments that are mapped to nothing. */
export function suggestionsIn(
  places: readonly ProviderEnvironment[],
  mapping: readonly EnvironmentMapping[],
): EnvironmentMapping[] {
  const mapped = new Set(mapping.map(({ name }) => name));
  return places.flatMap(({ name, suggestedId }) =>
    suggestedId === null || mapped.has(name) ? [] : [{ name, environmentId: suggestedId }],
  );
}

/** How many names of the provider are mapped, or how many are not: that is to be done. */
export function mappedInWords(ids: readonly (string | null)[]): string | number | undefined {
  const open = ids.filter((id) => id === null).length;
  if (open > 0) return `${open} not mapped`;
  return ids.length === 0 ? undefined : ids.length;
}
