import type { Store } from '#core/database/store.ts';
import type { EnvironmentMapping } from '#shared/model/delivery/pipelines.ts';
import { mappedEnvironment } from '#shared/rules/delivery/environment-mapping.ts';
import { listEnvironments } from '../../workspace/environments/index.ts';

/** Which environment of the workspace a provider's name stands for; null for none that is there. */
export function mappedEnvironments(
  store: Store,
): (name: string | null, mapping: readonly EnvironmentMapping[]) => string | null {
  const known = new Set(listEnvironments(store).map(({ id }) => id));
  return (name, mapping) => {
    const mapped = mappedEnvironment(name, mapping);
    return mapped !== null && known.has(mapped) ? mapped : null;
  };
}
