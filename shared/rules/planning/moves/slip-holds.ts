import { Temporal } from 'temporal-polyfill';
import { earliestAfter, lagInWords } from './finish-to-start.ts';
import type { OrderedNetwork, SlipNetwork, SlipRelease } from './slip-network.ts';
import { finishOf } from './slip-span.ts';
import { plusWorkingDays } from '../working-days.ts';
import { dateIn, formatDate, formatWhen } from '../zoned-time.ts';

/** Something a release must not start before. */
export type Hold = {
  earliest: string;
  /** Whether what is waited for moves itself. */
  moves: boolean;
  /** What is waited for, by its name, and that it ends when: `Ledger 3.0, which ends …`. */
  what: string;
  name: string;
  /** When what is waited for is there, without the lag. */
  readyAt: string;
  /** Expected on a day, without a time. */
  onDay: boolean;
};

/**
 * What a release waits for. `finishOfMoved` gives when a release ends that was moved, null where it
 * has no end, and undefined for one that was not moved. What is closed holds nothing any more.
 */
export function holdsOf(
  release: SlipRelease,
  network: SlipNetwork,
  { byId, linksTo }: OrderedNetwork,
  finishOfMoved: (id: string) => string | null | undefined,
  now: string,
): Hold[] {
  const { zone, workingDays } = network;
  const ofReleases = linksTo(release.id).flatMap(({ from, lagDays }) => {
    const other = byId.get(from);
    if (other === undefined || other.phase === 'closed') return [];
    const anew = finishOfMoved(from);
    const readyAt = anew === undefined ? finishOf(other, new Map()) : anew;
    if (readyAt === null) return [];
    const ends = `which ends ${formatWhen(readyAt, zone, now)}${lagInWords(lagDays)}`;
    const earliest = earliestAfter(readyAt, lagDays, network);
    const { name } = other;
    return [
      {
        earliest,
        moves: anew !== undefined,
        name,
        what: `${name}, ${ends}`,
        readyAt,
        onDay: false,
      },
    ];
  });
  const today = dateIn(now, zone);
  const ofOthers = network.expected
    .filter(({ releaseId }) => releaseId === release.id)
    .map(({ title, expectedOn, lagDays }) => {
      const day = `which is expected ${formatDate(expectedOn, today)}${lagInWords(lagDays)}`;
      return {
        earliest: startOfDay(plusWorkingDays(expectedOn, lagDays, workingDays), zone),
        ...{ moves: false, name: title, what: `${title}, ${day}` },
        ...{ readyAt: startOfDay(expectedOn, zone), onDay: true },
      };
    });
  return [...ofReleases, ...ofOthers];
}

/** The one that holds longest; of those that hold as long the first by name. */
export function latestOf(holds: readonly Hold[]): Hold | null {
  const [last] = holds.toSorted((a, b) =>
    a.earliest === b.earliest ? compare(a.name, b.name) : compare(b.earliest, a.earliest),
  );
  return last ?? null;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function startOfDay(date: string, zone: string): string {
  const at = Temporal.PlainDate.from(date).toZonedDateTime(zone);
  return new Date(at.epochMilliseconds).toISOString();
}
