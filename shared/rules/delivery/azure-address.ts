/** The collection's address and, where the text names one, the project below it. */
export type AzurePlace = { baseUrl: string; project: string | null };

/**
 * An address of Azure DevOps, as it is copied from a browser, taken apart into the organisation (on
 * a server of one's own: the collection) and the project: `https://dev.azure.com/acme/Shop/_build`
 * is `https://dev.azure.com/acme` and `Shop`. On a server only an address that goes on below the
 * project (`/_build`, `/_git`) tells where the collection ends. Null where it is no web address.
 */
export function azurePlace(text: string): AzurePlace | null {
  if (!/^https?:\/\/\S+$/i.test(text.trim()) || !URL.canParse(text.trim())) return null;
  const { origin, hostname, pathname } = new URL(text.trim());
  const all = pathname.split('/').filter((part) => part !== '');
  const below = all.findIndex((part) => part.startsWith('_'));
  const named = below < 0 ? all : all.slice(0, below);
  const length = collectionLength(hostname, named, below >= 0);
  const baseUrl = [origin, ...named.slice(0, length)].join('/');
  const project = named[length];
  return { baseUrl, project: project === undefined ? null : decoded(project) };
}

/** Whether the host is Azure's own, where the first part of the path is the organisation. */
export function isAzureCloud(hostname: string): boolean {
  return /^dev\.azure\.com$/i.test(hostname);
}

/**
 * Where the classic releases of an organisation or collection are asked for. Azure's cloud keeps them
 * on a host of its own, a server answers itself. The token goes there: only an address that is the
 * cloud's beyond doubt leads to that host, and to the same organisation on it; all others to themselves.
 */
export function azureReleases(collection: string): string {
  const { protocol, hostname, port, pathname } = new URL(collection);
  if (protocol !== 'https:' || port !== '') return collection;
  const path = pathname.replace(/\/+$/, '');
  if (isAzureCloud(hostname)) return `https://vsrm.dev.azure.com${path}`;
  const [, organisation] = /^([a-z0-9-]+)\.visualstudio\.com$/i.exec(hostname) ?? [];
  if (organisation === undefined) return collection;
  return `https://${organisation}.vsrm.visualstudio.com${path}`;
}

/** How many parts of the path name the collection. */
function collectionLength(hostname: string, named: readonly string[], goesOn: boolean): number {
  if (isAzureCloud(hostname)) return 1;
  if (/\.visualstudio\.com$/i.test(hostname)) {
    return /^defaultcollection$/i.test(named[0] ?? '') ? 1 : 0;
  }
  return goesOn ? Math.max(1, named.length - 1) : named.length;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
