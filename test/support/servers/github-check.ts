import type { RecordedRequest } from './loopback.ts';

/** What GitHub, or the person who gave the token, would object to in a request. */
export function objections(request: RecordedRequest, token: string | null): string[] {
  const { method, path, query, headers } = request;
  const found: string[] = [];
  const object = (what: string) => found.push(`${method} ${path}: ${what}`);
  if (method !== 'GET') object('only reading is allowed');
  if (!headers['user-agent']) object('no User-Agent');
  if (headers['x-github-api-version'] !== '2022-11-28') object('no pinned API version');
  if (headers.accept !== 'application/vnd.github+json') object('another Accept than GitHub’s');
  const { authorization } = headers;
  if (authorization !== undefined && !/^(?:Bearer|token) \S+$/.test(authorization)) {
    object('another form of Authorization than Bearer');
  }
  if (token !== null && `${path}?${query}`.includes(token)) object('the token is in the address');
  const size = query.get('per_page');
  if (size !== null && Number(size) > 100) object('more than 100 a page');
  if (path.endsWith('/issues') && query.get('state') !== 'all') object('closed issues left out');
  return found;
}
