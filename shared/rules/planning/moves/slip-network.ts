import type { Outcome, Phase } from '#shared/model/planning/releases.ts';
import type { Clock } from './finish-to-start.ts';

export type SlipDeployment = {
  id: string;
  /** The environment, as people call it. */
  place: string;
  startAt: string;
  zone: string;
  durationMinutes: number;
  actualStartAt: string | null;
  actualEndAt: string | null;
  /** Whether it says when the release starts and ends: to production, or any where none is. */
  counts: boolean;
};

export type SlipRelease = {
  id: string;
  name: string;
  phase: Phase;
  outcome: Outcome | null;
  holdReason: string | null;
  parentId: string | null;
  deployments: readonly SlipDeployment[];
};

/** `to` starts when `from` has ended and its lag is over. What is met is none any more. */
export type SlipLink = { from: string; to: string; lagDays: number };

/** What a release waits for outside of all releases, from the day it is expected on. */
export type SlipExpected = {
  releaseId: string;
  title: string;
  expectedOn: string;
  lagDays: number;
};

/** Releases with what ties them to each other, in any order. */
export type SlipNetwork = Clock & {
  releases: readonly SlipRelease[];
  links: readonly SlipLink[];
  expected: readonly SlipExpected[];
};

type Edge = { from: string; to: string };

/** A network without circles, in an order in which each release stands behind what it waits for. */
export type OrderedNetwork = {
  byId: ReadonlyMap<string, SlipRelease>;
  order: readonly SlipRelease[];
  /** What a release waits for. */
  linksTo: (id: string) => readonly SlipLink[];
  /** The parent it goes along with when that is pushed. */
  follows: (id: string) => string | null;
};

/**
 * Links that run in a circle hold nothing: both may come of merged copies, and no order of the
 * releases could keep them. A child does not go along with a parent that waits for it, or each
 * would push the other without an end. Neither hangs on the order of the rows.
 */
export function orderNetwork({ releases, links }: SlipNetwork): OrderedNetwork {
  const byId = new Map(releases.map((each) => [each.id, each]));
  const known = links.filter(({ from, to }) => from !== to && byId.has(from) && byId.has(to));
  const circled = tangle(known);
  const kept = known.filter(({ from, to }) => !(circled.has(from) && circled.has(to)));
  const family = releases.flatMap(({ id, parentId }) =>
    parentId !== null && byId.has(parentId) ? [{ from: parentId, to: id }] : [],
  );
  const knotted = tangle([...kept, ...family]);
  const followed = family.filter(({ from, to }) => !(knotted.has(from) && knotted.has(to)));
  const reached = walk([...kept, ...followed], new Set(byId.keys()));
  const linksTo = Map.groupBy(kept, ({ to }) => to);
  const parents = new Map(followed.map(({ from, to }) => [to, from]));
  return {
    byId,
    order: [...reached].flatMap((id) => byId.get(id) ?? []),
    linksTo: (id) => linksTo.get(id) ?? [],
    follows: (id) => parents.get(id) ?? null,
  };
}

/** The ends of what is left when all that nothing leads to, or that leads nowhere, is taken away. */
function tangle(edges: readonly Edge[]): ReadonlySet<string> {
  const ahead = behindCircles(edges);
  const turned = ahead.map(({ from, to }) => ({ from: to, to: from }));
  return new Set(behindCircles(turned).map(({ from }) => from));
}

/** The edges of circles, and of all that comes behind one: a walk along the others never gets there. */
function behindCircles(edges: readonly Edge[]): Edge[] {
  const reached = walk(edges, new Set(edges.flatMap(({ from, to }) => [from, to])));
  return edges.filter(({ from }) => !reached.has(from));
}

/** Each name behind all that leads to it, those that are free at once by their names. */
function walk(edges: readonly Edge[], names: ReadonlySet<string>): Set<string> {
  const outOf = Map.groupBy(edges, ({ from }) => from);
  const waiting = new Map<string, number>();
  for (const { to } of edges) waiting.set(to, (waiting.get(to) ?? 0) + 1);
  const reached = new Set([...names].filter((name) => !waiting.has(name)).toSorted());
  // What a set is given while it is walked through is walked through too.
  for (const name of reached) {
    const freed = (outOf.get(name) ?? []).filter(({ to }) => {
      const left = (waiting.get(to) ?? 0) - 1;
      waiting.set(to, left);
      return left === 0;
    });
    for (const { to } of freed.toSorted((a, b) => (a.to < b.to ? -1 : 1))) reached.add(to);
  }
  return reached;
}

/** A release and all below it in the family, each once, even where parents run in a circle. */
export function descendantsOf(id: string, releases: readonly SlipRelease[]): string[] {
  const children = Map.groupBy(releases, ({ parentId }) => parentId);
  const found = new Set([id]);
  for (const at of found) for (const child of children.get(at) ?? []) found.add(child.id);
  return [...found].slice(1);
}
