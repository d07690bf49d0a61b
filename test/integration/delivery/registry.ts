import { expect, onTestFinished } from 'vitest';
import {
  anImage,
  startRegistryServer,
  type Manifest,
  type RegistryOptions,
} from '../../support/servers/registry.ts';
import { testNow } from '../../support/surroundings.ts';
import { connect } from './artefacts.ts';

export const secret = 'canary5f0c1d2e3a4b';
export const token = `mara:${secret}`;

/** `1.0.0`, `1.0.1`, … each an image of its own. */
export function someTags(count: number): Record<string, Manifest> {
  return Object.fromEntries(Array.from({ length: count }, (_, n) => [`1.0.${n}`, anImage(`${n}`)]));
}

/** A workspace connected to a registry on loopback; `token: null` is one everybody may pull from. */
export async function startRegistry(
  repositories: Record<string, Record<string, Manifest>>,
  { repository = 'acme/api', ...options }: RegistryOptions & { repository?: string } = {},
) {
  const registry = await startRegistryServer({
    ...{ token, clock: () => testNow, ...options, repositories },
  });
  onTestFinished(async () => {
    await registry.close();
    expect(registry.problems).toEqual([]);
  });
  const place = {
    ...{ provider: 'oci' as const, name: 'Images', baseUrl: registry.baseUrl, repository },
    ...(options.token === null ? {} : { token }),
  };
  const asked = (pattern: RegExp, method = 'GET') =>
    registry.requests.filter((each) => each.method === method && pattern.test(each.path)).length;
  return { ...(await connect(place)), registry, place, asked };
}
