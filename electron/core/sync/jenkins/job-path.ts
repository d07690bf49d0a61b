import { storable } from '../reading/place.ts';

export type JobPath = { job: string; number: string | null };

/**
 * The job's full name and the build's number in one of Jenkins's addresses, whatever root they stand
 * under: `/job/shop/job/feature%252Fx/12/`. A branch stays encoded once, which is its name there.
 * Views that were clicked through on the way say nothing of the job.
 */
export function jobPathIn(url: string | null | undefined): JobPath | null {
  const path = (url ?? '').replace(/^[a-z]+:\/\/[^/]*/i, '').split(/[?#]/)[0] ?? '';
  const names: string[] = [];
  const parts = path.split('/');
  let at = parts.indexOf('job');
  while (at !== -1 && parts[at] === 'job' && parts[at + 1]) {
    names.push(decoded(parts[at + 1] ?? ''));
    at += 2;
    while (parts[at] === 'view' && parts[at + 1]) at += 2;
  }
  if (names.length === 0) return null;
  const number = parts[at] ?? '';
  return { job: names.join('/'), number: /^\d{1,15}$/.test(number) ? number : null };
}

/** Where a job lies under the root, from its full name: `shop/feature%2Fx` is `/job/shop/job/feature%252Fx`. */
export function pathOf(job: string): string {
  return job
    .split('/')
    .map((name) => `/job/${encodeURIComponent(name)}`)
    .join('');
}

/** Whether a text can be a job's full name. Dots alone would lead an address elsewhere. */
export function isJobName(job: string): boolean {
  return (
    job.length <= longestName &&
    job.isWellFormed() &&
    job.split('/').every((name) => /^[^\p{Cc}?#\\]+$/u.test(name) && !/^\.+$/.test(name.trim()))
  );
}

/** As long as the key of its builds takes, with a number behind. */
const longestName = 280;

/** A job as Jenkins writes it for people: `shop » feature/x`. */
export function calledOf(job: string): string {
  return job.split('/').map(decoded).join(' » ');
}

function decoded(part: string): string {
  try {
    return storable(decodeURIComponent(part)) ?? '';
  } catch {
    return storable(part) ?? '';
  }
}
