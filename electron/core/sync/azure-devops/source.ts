import { azurePlace, azureReleases, isAzureCloud } from '#shared/rules/delivery/azure-address.ts';
import { Refusal } from '#shared/model/refusal.ts';
import type { Answer, GetRequest } from '../http/answer.ts';
import { parseBaseUrl } from '../http/base-url.ts';
import type { Http } from '../http/client.ts';
import { bearer, passwordOnly, type Credential } from '../http/credential.ts';
import type { Source } from '../provider.ts';

/** A checked source with the root of the project's addresses. */
export type Azure = {
  /** What is read, each with a right of its own. */
  reads: 'builds' | 'releases';
  http: Http;
  /** Of the organisation, or of a collection on a server of one's own. */
  baseUrl: string;
  /** As it was typed: the name, or the id. */
  project: string;
  /** `<collection>/<project, encoded>/_apis` */
  root: string;
  credential: Credential | null;
  signal: AbortSignal | undefined;
  /** The newest version of the API that the server has not refused yet. */
  version: string;
};

/** Azure DevOps itself and Server 2022 (7.1, 7.0), Server 2020 (6.0). */
const versions = ['7.1', '7.0', '6.0'] as const;

/** What Azure DevOps allows in the name of a project. */
const projectName = /^[^\p{Cc}/:\\~&%;@'"?<>|#$*}{,+=[\]]{1,64}$/u;

/**
 * Refuses (`invalid_input`) an address or a project that cannot be right. The address of the project
 * is as good as that of its organisation, in either place, as long as both mean the same.
 */
function placeOf({ baseUrl, repository }: Pick<Source, 'baseUrl' | 'repository'>) {
  const base = parseBaseUrl(baseUrl);
  const pasted = azurePlace(repository);
  const project = (pasted === null ? repository : (pasted.project ?? '')).trim();
  if (!projectName.test(project) || /^\.+$/.test(project)) {
    throw refuse(
      'repository',
      `“${repository.trim().slice(0, 100)}” is no project. Type its name as Azure DevOps shows it, such as Shop, or paste its address`,
    );
  }
  const collection = collectionOf(base, project);
  if (pasted !== null && pasted.baseUrl.toLowerCase() !== collection.toLowerCase()) {
    throw refuse(
      'repository',
      `The project’s address lies below ${pasted.baseUrl}, the connection’s is ${collection}. The token would go to ${collection}: type the project’s name, or the other address`,
    );
  }
  return { collection, project };
}

/** The address without the project behind it. */
function collectionOf(base: string, project: string): string {
  const place = azurePlace(base);
  const { hostname, pathname } = new URL(base);
  if (isAzureCloud(hostname) && pathname === '/') {
    throw refuse(
      'baseUrl',
      'The address names no organisation. Type it with one, such as https://dev.azure.com/acme',
    );
  }
  const found = place?.project ?? null;
  if (place !== null && found !== null) {
    if (found.toLowerCase() === project.toLowerCase()) return place.baseUrl;
    throw refuse(
      'baseUrl',
      `The address goes on to “${found.slice(0, 100)}”, which is not the project ${project}. Type that of the organisation only: ${place.baseUrl}`,
    );
  }
  // A server of one's own: only a last part that is the project itself can be told from a collection.
  const end = `/${encodeURIComponent(project)}`.toLowerCase();
  return base.toLowerCase().endsWith(end) ? base.slice(0, -end.length) : base;
}

/** Refuses (`invalid_input`) a place or a given token that cannot be right. */
export function check({ token, ...place }: Pick<Source, 'baseUrl' | 'repository' | 'token'>): void {
  placeOf(place);
  if (token !== null) credentialOf(token);
}

/** The project's name, also where its address was pasted. */
export function nameOf(repository: string): string {
  return azurePlace(repository)?.project ?? repository.trim();
}

/** Refuses (`invalid_input`) a place or token that cannot be right, before anything is sent. */
export function openAzure({ http, token, signal, ...place }: Source): Azure {
  const { collection, project } = placeOf(place);
  return {
    ...{ reads: 'builds', http, baseUrl: collection, project, signal },
    root: `${collection}/${encodeURIComponent(project)}/_apis`,
    credential: token === null ? null : credentialOf(token),
    version: versions[0],
  };
}

/** The same place where its classic releases are: in the cloud another host, derived from the typed address alone. */
export function openReleases(source: Source): Azure {
  const azure = openAzure(source);
  const baseUrl = azureReleases(azure.baseUrl);
  const root = `${baseUrl}/${encodeURIComponent(azure.project)}/_apis`;
  return { ...azure, reads: 'releases', baseUrl, root };
}

/** A personal token is the password of nobody; one that Entra gave is a bearer's. */
function credentialOf(token: string): Credential {
  const isEntra = /^\s*eyJ[\w-]*\.[\w-]+\.[\w-]*\s*$/.test(token);
  return isEntra ? bearer(token) : passwordOnly(token);
}

/**
 * One GET below the collection's own address. A server too old for the version asked for is asked
 * again in the one before it, and from then on.
 */
export async function ask(
  azure: Azure,
  url: string,
  more?: Pick<GetRequest, 'etag' | 'limits'>,
): Promise<Answer> {
  for (;;) {
    const { version } = azure;
    const target = new URL(url);
    target.searchParams.set('api-version', version);
    const answer = await azure.http.get({
      ...more,
      url: target.href,
      baseUrl: azure.baseUrl,
      provider: 'Azure DevOps',
      credential: azure.credential,
      accept: 'application/json',
      // Or a refused token is answered with the way to a sign-in page.
      headers: { 'x-tfs-fedauthredirect': 'Suppress' },
      signIn: /\/_signin\b|\/\/login\.(?:microsoftonline|live|windows)\.|\/\/[\w.-]*vssps\./i,
      signal: azure.signal,
    });
    const older = versions[versions.findIndex((each) => each === version) + 1];
    if (!isTooNew(answer) || older === undefined) return answer;
    // Others that were under way may have gone further already.
    if (azure.version === version) azure.version = older;
  }
}

/** `The requested REST API version of 7.1 is out of range for this server.` */
function isTooNew(answer: Answer): boolean {
  return (
    answer.kind === 'refused' &&
    answer.status === 400 &&
    /\bversion\b.*\bout of range\b/i.test(answer.said)
  );
}

function refuse(field: string, message: string): Refusal {
  return new Refusal('invalid_input', message, { [field]: message });
}
