import { z } from 'zod';
import type { RateLimited } from '../http/answer.ts';
import { nextPage } from '../http/links.ts';
import { createPageGuard } from '../http/paging.ts';
import { longestText } from '../reading/place.ts';
import type { Answered } from '../reading/walk.ts';
import type { PackagePlace } from './place.ts';
import type { GithubPackages } from './source.ts';

const listed = z.object({ name: z.string().min(1).max(longestText) });

/** A package with the address of its versions. */
export type Package = { name: string; isImage: boolean; versions: string };

export type Found = { kind: 'found'; packages: Package[]; startedAt: number };

/** An owner is an organisation or a person; only the answer says which. */
const owners = ['orgs', 'users'] as const;

/** The packages of a place. One that is named is taken to be there: its versions tell. */
export async function packagesOf(
  github: GithubPackages,
  place: PackagePlace,
): Promise<Found | RateLimited> {
  const asking = github.of(place);
  const { owner, type, name } = place;
  for (const kind of owners) {
    const root = `${github.baseUrl}/${kind}/${owner}/packages`;
    const url =
      name === null
        ? `${root}?package_type=${type}&per_page=100`
        : `${root}/${type}/${encodeURIComponent(name)}`;
    const first = await asking.ask(url);
    if (first.kind === 'rate-limited') return first;
    if (first.kind === 'refused' && first.status === 404 && kind === 'orgs') continue;
    if (first.kind === 'refused') throw asking.refused(first);
    if (first.kind === 'not-modified') throw asking.unexpected('packages', null);
    return walk(github, place, root, first);
  }
  throw asking.unexpected('packages', null);
}

async function walk(
  github: GithubPackages,
  place: PackagePlace,
  root: string,
  first: Answered,
): Promise<Found | RateLimited> {
  const asking = github.of(place);
  const isImage = place.type === 'container' || place.type === 'docker';
  const packages = new Map<string, Package>();
  const guard = createPageGuard();
  guard.enter(first.url);
  for (let answer: Answered = first; ;) {
    const rows: unknown[] = Array.isArray(answer.body) ? answer.body : [answer.body];
    if (place.name === null && !Array.isArray(answer.body)) {
      throw asking.unexpected('a list of packages', answer.body);
    }
    for (const raw of rows) {
      const found = listed.safeParse(raw);
      if (!found.success) throw asking.unexpected('packages with names', raw);
      const { name } = found.data;
      const versions = `${root}/${place.type}/${encodeURIComponent(name)}/versions?per_page=100`;
      packages.set(name, { name, isImage, versions });
    }
    const next = nextPage(answer.headers, answer.url, github.credential);
    if (next === null || !guard.enter(next)) break;
    const more = await asking.ask(next);
    if (more.kind === 'rate-limited') return more;
    if (more.kind === 'refused') throw asking.refused(more);
    if (more.kind === 'not-modified') break;
    answer = more;
  }
  return { kind: 'found', packages: [...packages.values()], startedAt: first.serverNow };
}
