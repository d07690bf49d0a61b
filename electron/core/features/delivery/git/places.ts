import type { Context } from '#core/context.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { listServices } from '../../workspace/services/index.ts';

/** Services are thousands at most; what was remembered for ones long gone is let go beyond it. */
const mostPlaces = 2_000;

/** Under `*` what is remembered for no service in particular. */
function keyOf(workspaceId: string, serviceId: string | null): string {
  return `${workspaceId} ${serviceId ?? '*'}`;
}

export function listPlaces({ store, platform }: Context): Output<'git.places'> {
  const { repositories = {} } = platform.settings.read();
  const serviceIds = [null, ...listServices(store).map(({ id }) => id)];
  return serviceIds.flatMap((serviceId) => {
    const path = repositories[keyOf(store.workspaceId, serviceId)];
    return path === undefined ? [] : [{ serviceId, path }];
  });
}

/** Kept beside the workspace: a folder of one machine means nothing on another. */
export function rememberPlace(
  { serviceId, path }: Parsed<'git.remember'>,
  { store, platform }: Context,
): Output<'git.remember'> {
  if (serviceId !== null && !listServices(store).some(({ id }) => id === serviceId)) {
    throw new Refusal('not_found', `There is no service with the id ${serviceId}.`);
  }
  const settings = platform.settings.read();
  const key = keyOf(store.workspaceId, serviceId);
  const { [key]: _before, ...others } = settings.repositories ?? {};
  const kept = Object.fromEntries(Object.entries(others).slice(-mostPlaces + 1));
  platform.settings.write({ ...settings, repositories: { ...kept, [key]: path } });
  return { serviceId, path };
}
