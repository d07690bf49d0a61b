import type { RecordedRequest } from './loopback.ts';

const manifestTypes = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.docker.distribution.manifest.v2+json',
];

/** What a registry, or the person who gave the token, would object to in a request. */
export function registryObjections(
  { method, path, query, headers }: RecordedRequest,
  token: string | null,
): string[] {
  const found: string[] = [];
  const object = (what: string) => found.push(`${method} ${path}: ${what}`);
  if (method !== 'GET' && method !== 'HEAD') object('only reading is allowed');
  if (!headers['user-agent']) object('no User-Agent');
  if (Number(query.get('n') ?? 0) > 100) object('more than 100 a page');
  const accept = headers.accept ?? '';
  if (path.includes('/manifests/') && !manifestTypes.every((each) => accept.includes(each))) {
    object('not every kind of manifest is accepted');
  }
  const secret = token?.slice(token.indexOf(':') + 1) ?? '';
  if (secret !== '' && `${path}?${query}`.includes(secret)) object('the token is in the address');
  const scope = query.get('scope');
  if (scope !== null && !/^repository:[^:]+:pull$/.test(scope)) object('more than pulling');
  return found;
}
