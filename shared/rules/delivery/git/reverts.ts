import type { Commit } from './commit.ts';
import type { LandedCommits } from './landings.ts';
import { readMerge, readSquash } from './merges.ts';

/** What a commit takes back, in its own words. */
export type Revert = {
  /** What the reverted commit is called; empty where the message does not quote it. */
  title: string;
  /** Ids or their beginnings, as the message gives them. */
  commits: readonly string[];
  /** `#12`, where a request as a whole is reverted. */
  pull: string;
  /** It takes a revert back, so that something is there again. */
  bringsBack: boolean;
};

/** Reads git's own message, GitHub's and GitLab's, and the conventional `revert:`; null for others. */
export function readRevert({ subject, body }: Pick<Commit, 'subject' | 'body'>): Revert | null {
  const quoted = quotedIn(subject);
  const commits = [
    ...body.matchAll(/\bThis reverts (?:merge )?commits? ([0-9a-f]{7,64})\b/gi),
  ].flatMap(([, id]) => (id === undefined ? [] : [id.toLowerCase()]));
  const pull =
    /^(?:This )?Reverts (?:merge request )?(?:[\w.-]+(?:\/[\w.-]+){0,9})?([#!]\d{1,9})\b/m.exec(
      body,
    )?.[1] ?? '';
  if (quoted === null && commits.length === 0) return null;
  const title = quoted ?? '';
  return { title, commits, pull, bringsBack: /^(?:Revert|Reapply) "/.test(title) };
}

function quotedIn(subject: string): string | null {
  const reapplied = /^Reapply "(.*)"(?: \([#!]\d{1,9}\))?$/.exec(subject);
  if (reapplied !== null) return `Revert "${reapplied[1] ?? ''}"`;
  const quoted = /^Revert "(.*)"(?: \([#!]\d{1,9}\))?$/.exec(subject);
  if (quoted !== null) return quoted[1] ?? '';
  const conventional = /^revert(?:\([^()]{1,60}\))?!?: (\S.*)$/i.exec(subject);
  return conventional?.[1] ?? null;
}

/** What became of a commit by reverts among those that are read. */
export type Standing =
  | { kind: 'stands' }
  /** Taken back by a later commit that itself stands. */
  | { kind: 'reverted'; by: string }
  /** It takes back something that is among those read: together they change nothing. */
  | { kind: 'reverts'; of: string }
  /** It takes back something from before. */
  | { kind: 'reverts-earlier'; revert: Revert };

/**
 * Which commits stand. Read from the newest: a revert counts unless a later one took it back, so
 * that a revert of a revert lets the first commit stand again.
 */
export function standingOf(
  landings: readonly LandedCommits[],
  commits: readonly Commit[],
): Map<string, Standing> {
  const finder = createFinder(landings, commits);
  const standing = new Map<string, Standing>();
  for (const commit of commits) {
    // What was reverted reverts nothing any more.
    if (standing.get(commit.id)?.kind === 'reverted') continue;
    const revert = readRevert(commit);
    if (revert === null) {
      standing.set(commit.id, { kind: 'stands' });
      continue;
    }
    const targets = finder(revert, commit);
    const [first] = targets;
    if (first === undefined) {
      standing.set(commit.id, { kind: 'reverts-earlier', revert });
      continue;
    }
    standing.set(commit.id, { kind: 'reverts', of: first });
    for (const target of targets) standing.set(target, { kind: 'reverted', by: commit.id });
  }
  return standing;
}

/** Gives the ids a revert takes back among those that are read; of a merge all that it brought. */
function createFinder(landings: readonly LandedCommits[], commits: readonly Commit[]) {
  const places = new Map(commits.map(({ id }, place) => [id, place]));
  const groups = new Map(landings.map(({ landing, commits: all }) => [landing.id, all]));
  const sorted = commits.map(({ id }) => id).toSorted();
  const bySubject = Map.groupBy(commits, ({ subject }) => subject);
  const byPull = new Map(
    landings.flatMap(({ landing }) => {
      const isMerge = landing.parents.length > 1;
      const pull = isMerge ? readMerge(landing).pull : (readSquash(landing)?.pull ?? '');
      return pull === '' ? [] : [[pull, landing.id] as const];
    }),
  );
  const whole = (id: string): string[] => groups.get(id)?.map((each) => each.id) ?? [id];

  return (revert: Revert, by: Commit): string[] => {
    const isEarlier = (id: string) => (places.get(id) ?? -1) > (places.get(by.id) ?? 0);
    const named = revert.commits.flatMap((start) => startingWith(sorted, start)).filter(isEarlier);
    if (named.length > 0) return named.flatMap(whole);
    const pulled = byPull.get(revert.pull);
    if (pulled !== undefined && isEarlier(pulled)) return whole(pulled);
    // Rebased since, so that the id is another one: the words are the same.
    const titled = bySubject.get(revert.title)?.find(({ id }) => isEarlier(id));
    return titled === undefined ? [] : whole(titled.id);
  };
}

/** The one id that starts so; none where it is more than one. */
function startingWith(sorted: readonly string[], start: string): string[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < start) low = middle + 1;
    else high = middle;
  }
  const found = sorted.slice(low, low + 2).filter((id) => id.startsWith(start));
  return found.length === 1 ? found : [];
}
