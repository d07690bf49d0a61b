import type { Commit } from './commit.ts';
import { readMerge } from './merges.ts';

/** A commit on the line that is released, with all that came onto the line by it. */
export type LandedCommits = {
  landing: Commit;
  /** The landing itself among them, the newest first. */
  commits: readonly Commit[];
};

type Line = { tip: string; steps: Commit[] };

/**
 * Divides the commits between two points into landings, the oldest first. Along first parents each
 * commit is one landing; a merge takes what only it brought. A merge that brings another line in
 * (main into a release branch) is opened: the landings of that line stand for themselves. `tip` is
 * the commit the history is read from; `commits` are in the order of `git log --topo-order`.
 */
export function landingsOf(commits: readonly Commit[], tip: string): LandedCommits[] {
  const byId = new Map(commits.map((commit) => [commit.id, commit]));
  const places = new Map(commits.map(({ id }, place) => [id, place]));
  const landed = new Set<string>();
  const found: LandedCommits[] = [];

  const lineTo = (from: string): Line => {
    const steps: Commit[] = [];
    for (let at = open(from); at !== undefined; at = open(at.parents[0])) steps.push(at);
    return { tip: from, steps };
  };
  const open = (id: string | undefined): Commit | undefined =>
    id === undefined || landed.has(id) ? undefined : byId.get(id);
  const take = (landing: Commit) => {
    const group: Commit[] = [];
    const waiting = [landing];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (landed.has(next.id)) continue;
      landed.add(next.id);
      group.push(next);
      waiting.push(...next.parents.flatMap((parent) => open(parent) ?? []));
    }
    group.sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
    found.push({ landing, commits: group });
  };

  // Lines within lines, the innermost on top: recursion would be as deep as a history is long.
  const lines: Line[] = [lineTo(tip)];
  for (let line = lines.at(-1); line !== undefined; line = lines.at(-1)) {
    const step = line.steps.at(-1);
    if (step === undefined) {
      lines.pop();
      continue;
    }
    const [, ...sides] = step.parents;
    const side = isOpened(step) ? sides.find((id) => open(id) !== undefined) : undefined;
    if (side !== undefined) {
      lines.push(lineTo(side));
      continue;
    }
    line.steps.pop();
    if (!landed.has(step.id)) take(step);
  }
  return found;
}

/** A merge of another line alone changes nothing; it is told as its own landing with one commit. */
export function isOpened(commit: Commit): boolean {
  return commit.parents.length > 1 && readMerge(commit).opened;
}
