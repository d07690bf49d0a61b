import { storable } from '../reading/place.ts';

export type JobPath = { job: string; number: string | null };

/**
 * The job's full name and the build's number in one of Jenkins's addresses, whatever root they stand
 * under: `/job/shop/job/feature%252Fx/12/`. A branch stays encoded once, which is its name there.
 */
export function jobPathIn(url: string | null | undefined): JobPath | null {
  const path = (url ?? '').replace(/^[a-z]+:\/\/[^/]*/i, '').split(/[?#]/)[0] ?? '';
  const names: string[] = [];
  const parts = path.split('/');
  let at = parts.indexOf('job');
  while (at !== -1 && parts[at] === 'job' && parts[at + 1]) {
    names.push(decoded(parts[at + 1] ?? ''));
    at += 2;
  }
  if (names.length === 0) return null;
  const number = parts[at] ?? '';
  return { job: names.join('/'), number: /^\d{1,15}$/.test(number) ? number : null };
}

function decoded(part: string): string {
  try {
    return storable(decodeURIComponent(part)) ?? '';
  } catch {
    return storable(part) ?? '';
  }
}
