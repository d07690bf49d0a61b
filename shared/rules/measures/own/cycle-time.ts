import type { Ledger } from '../ledger.ts';
import type { Part, Reckoning, RowIn, RowOut } from '../measure.ts';
import type { Release } from '../rows.ts';
import { percentile, ascending } from '../statistics.ts';
import { median } from '../times.ts';
import { covered, within } from '../waiting.ts';
import type { Span } from '../waiting.ts';
import { leftOut, minutesBetween, outsideOf } from '../window.ts';
import { everyReleaseOut } from './releases-out.ts';

/** Where the time of a release went, whole minutes; the three add up to its cycle time. */
export type CycleSplit = {
  id: string;
  /** From the idea to the start of the work; 0 where the start is not known. */
  beforeStart: number;
  /** Between start and release while at least one gate was asked for and not decided. */
  waiting: number;
  active: number;
  /** Of each gate its own waiting in that time; two at once both count. */
  gates: readonly Part[];
};

/**
 * Idea accepted -> released to users, of each release whose first production deployment reached
 * users in the window. The medians of its parts stand in `parts`; medians do not add up, the parts
 * of one release do (`splitCycle`).
 */
export function cycleTime(ledger: Ledger): Reckoning {
  const rows: RowIn[] = [];
  const excluded: RowOut[] = [];
  const splits: CycleSplit[] = [];
  const liveAt = releasedAt(ledger);
  for (const release of ledger.releases) {
    const { id, ideaAt } = release;
    const at = liveAt.get(id);
    const outside = at === undefined ? 'notReleased' : outsideOf(ledger, at);
    if (outside !== null) excluded.push(leftOut('release', id, outside));
    else if (ideaAt === null) excluded.push(leftOut('release', id, 'noIdea'));
    else if (at === undefined || at < ideaAt) {
      excluded.push(leftOut('release', id, 'negativeSpan'));
    } else {
      splits.push(splitCycle(release, ideaAt, at));
      rows.push({
        ...{ id, kind: 'release', counts: true, reason: 'released', causes: [] },
        minutes: minutesBetween(ideaAt, at),
      });
    }
  }
  return { ...median({ counted: 'release', rows, excluded }), parts: mediansOf(splits) };
}

/** Splits the time from `ideaAt` to `liveAt`, milliseconds. */
export function splitCycle(release: Release, ideaAt: number, liveAt: number): CycleSplit {
  const start = Math.min(Math.max(release.startedAt ?? ideaAt, ideaAt), liveAt);
  const bounds: Span = { from: start, to: liveAt };
  const waits = release.gates.flatMap(({ name, requestedAt, decidedAt }) => {
    const span = within({ from: requestedAt, to: decidedAt ?? liveAt }, bounds);
    return span === null ? [] : [{ name, ...span }];
  });
  const total = minutesBetween(ideaAt, liveAt);
  const beforeStart = minutesBetween(ideaAt, start);
  const waiting = Math.floor(covered(waits) / 60_000);
  return {
    ...{ id: release.id, beforeStart, waiting, active: total - beforeStart - waiting },
    gates: waits.map(({ name, from, to }) => ({ name, value: minutesBetween(from, to) })),
  };
}

/** When the first production deployment of each release reached users, milliseconds. */
export function releasedAt(ledger: Ledger): ReadonlyMap<string, number> {
  return new Map(
    everyReleaseOut(ledger).flatMap(({ id, live: [first] }) =>
      first === undefined ? [] : [[id, first.finishedAt] as const],
    ),
  );
}

function mediansOf(splits: readonly CycleSplit[]): Part[] {
  if (splits.length === 0) return [];
  const gates = Map.groupBy(
    splits.flatMap((split) => split.gates),
    ({ name }) => name,
  );
  return [
    part(
      'before the start',
      splits.map(({ beforeStart }) => beforeStart),
    ),
    part(
      'active',
      splits.map(({ active }) => active),
    ),
    part(
      'waiting for gates',
      splits.map(({ waiting }) => waiting),
    ),
    ...[...gates].map(([name, all]) =>
      part(
        `waiting for ${name}`,
        all.map(({ value }) => value),
      ),
    ),
  ];
}

function part(name: string, values: readonly number[]): Part {
  return { name, value: percentile(ascending(values), 0.5) ?? 0 };
}
