import type { RecordedRequest } from './loopback.ts';

/** What Azure DevOps, or the person who gave the token, would object to in a request. */
export function azureObjections(
  { method, path, query, headers }: RecordedRequest,
  token: string | null,
  newest: number,
): string[] {
  const found: string[] = [];
  const object = (what: string) => found.push(`${method} ${path}: ${what}`);
  if (method !== 'GET') object('only reading is allowed');
  if (!headers['user-agent']) object('no User-Agent');
  if (!/^\d\.\d$/.test(query.get('api-version') ?? '')) object('no version of the API');
  // An older server is asked in the newest version once, and says so.
  if (newest === 7.1 && query.get('api-version') !== '7.1') object('an old version of the API');
  if (headers['x-tfs-fedauthredirect'] !== 'Suppress') object('sign-in pages are not suppressed');
  if (headers.accept !== 'application/json') object('something else than JSON is accepted');
  const [, pair = ''] = /^Basic (.*)$/.exec(headers.authorization ?? '') ?? [];
  if (pair !== '' && !Buffer.from(pair, 'base64').toString().startsWith(':')) {
    object('the token is not the password of an empty user');
  }
  if (token !== null && `${path}?${query}`.includes(token)) object('the token is in the address');
  if (/%25/.test(path)) object('the project is encoded twice');
  const [size, times] = [Number(query.get('$top') ?? 1), ['queueTime', 'finishTime']];
  const isOfReleases = path.includes('/_apis/release/');
  if (size > (isOfReleases ? 100 : 5000)) object('more rows a page than there can be');
  const order = query.get('queryOrder') ?? '';
  if (query.has('minTime') && !times.some((each) => order === `${each}Ascending`)) {
    object('a time without the order that says which');
  }
  return found;
}
