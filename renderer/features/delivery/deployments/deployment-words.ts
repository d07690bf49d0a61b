import type { ImportedDeployment } from '#shared/contract/delivery/deployments.ts';

/**
 * Where something was deployed: the workspace's environment with the provider's name for it where that
 * is another one, or the provider's name, said to be mapped to nothing.
 */
export function placeText(
  { environment, environmentId }: Pick<ImportedDeployment, 'environment' | 'environmentId'>,
  environments: ReadonlyMap<string, string>,
): { name: string; note: string | null } {
  const ours = environmentId === null ? undefined : environments.get(environmentId);
  if (environment === null || environment === '') return { name: 'not told', note: null };
  if (ours === undefined) return { name: environment, note: 'not mapped' };
  const isSame = ours.toLowerCase() === environment.trim().toLowerCase();
  return { name: ours, note: isSame ? null : environment };
}
