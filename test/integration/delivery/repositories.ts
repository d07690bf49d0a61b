import { expect, onTestFinished } from 'vitest';
import type { ProviderServer } from '../../support/servers/provider-server.ts';
import {
  startArtifactoryServer,
  type ArtifactoryOptions,
  type StoredFile,
} from '../../support/servers/artifactory.ts';
import {
  anImageVersion,
  startPackagesServer,
  type PackageVersion,
} from '../../support/servers/github-packages.ts';
import { aComponent, startNexusServer, type NexusComponent } from '../../support/servers/nexus.ts';
import { testNow } from '../../support/surroundings.ts';
import { connect, type Connected, type Place } from './artefacts.ts';

export const secret = 'canary5f0c1d2e3a4b';
export const token = `mara:${secret}`;

const clock = () => testNow;

/** Closes the server with the test, and says what it objected to. */
function watched<Server extends ProviderServer>(server: Server): Server {
  onTestFinished(async () => {
    await server.close();
    expect(server.problems).toEqual([]);
  });
  return server;
}

export async function startNexus(components: NexusComponent[], repository = 'releases') {
  const server = watched(await startNexusServer({ token, components, clock }));
  const place = {
    ...{ provider: 'nexus' as const, name: 'Nexus', baseUrl: server.baseUrl },
    ...{ repository, token },
  };
  return { ...(await connect(place)), server, place };
}

export async function startArtifactory(
  files: StoredFile[],
  { repository = 'libs', given = secret, ...options }: ArtifactoryOptions & Typed = {},
) {
  const started = await startArtifactoryServer({ token: given, files, clock, ...options });
  const server = watched(started);
  const place = {
    ...{ provider: 'artifactory' as const, name: 'Artifactory', baseUrl: server.baseUrl },
    ...{ repository, token: given },
  };
  return { ...(await connect(place)), server, place };
}

type Typed = { repository?: string; given?: string };

export async function startPackages(
  packages: Record<string, PackageVersion[]>,
  repository = 'acme/container/shop',
) {
  const server = watched(await startPackagesServer({ token: secret, packages, clock }));
  const place = {
    ...{ provider: 'github-packages' as const, name: 'Packages', baseUrl: server.baseUrl },
    ...{ repository, token: secret },
  };
  return { ...(await connect(place)), server, place };
}

type Started = Connected & { server: ProviderServer; place: Place };

/** Each with three artefacts, for what all of them do alike. */
export const repositories: readonly [called: string, start: () => Promise<Started>][] = [
  ['Nexus', () => startNexus(['1.0', '1.1', '1.2'].map((each) => aComponent(each)))],
  [
    'Artifactory',
    () =>
      startArtifactory(['1.0', '1.1', '1.2'].map((each) => ({ path: `libs/shop-${each}.jar` }))),
  ],
  [
    'GitHub',
    () =>
      startPackages({
        'container/shop': [
          anImageVersion('3', ['1.2']),
          anImageVersion('2', ['1.1']),
          anImageVersion('1', ['1.0']),
        ],
      }),
  ],
];
