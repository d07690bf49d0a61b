import { Temporal } from 'temporal-polyfill';
import type { CriticalPath, PathStep } from '#shared/model/planning/critical-path.ts';
import { earliestAfter, lagInWords } from './finish-to-start.ts';
import type { Clock } from './finish-to-start.ts';
import { wallTime } from '../postpone.ts';
import { holdsOf, latestOf } from './slip-holds.ts';
import type { Hold } from './slip-holds.ts';
import { orderNetwork } from './slip-network.ts';
import type { SlipNetwork, SlipRelease } from './slip-network.ts';
import { leadOf } from './slip-span.ts';
import { plusWorkingDays, workingDaysIn } from '../working-days.ts';
import { dateIn, formatDate, formatWhen } from '../zoned-time.ts';

type Numbered = SlipRelease & { number: number };
type Network = Omit<SlipNetwork, 'releases'> & { releases: readonly Numbered[] };

/** Something waited for, by what waits for it. */
type Wait = {
  key: string;
  /** The release waited for; null for what is expected from outside. */
  release: Numbered | null;
  hold: Hold;
  lagDays: number;
  waiting: Numbered;
};

const nothingMoves = () => undefined;

/**
 * What says when a release can start: everything it waits for, however far away, with the working
 * days each can slip before the release would start later. What holds longest drives, and what drives
 * that, back to where nothing waits any more.
 */
export function pathTo(
  network: Network,
  id: string,
  now: string,
): Pick<CriticalPath, 'startAt' | 'earliestAt' | 'why' | 'steps'> {
  const ordered = orderNetwork(network);
  const byId = new Map(network.releases.map((each) => [each.id, each]));
  const target = byId.get(id);
  if (target === undefined) throw new Error(`The release ${id} is not in its own network`);
  const startAt = leadOf(target)?.startAt ?? null;
  const waitsOf = (waiting: Numbered) => readWaits(waiting, network, ordered, byId, now);
  const slack = slackBack(target, startAt, waitsOf, ordered.order, byId, network);
  const driving = drivers(target, waitsOf);
  const steps = [...slack].map(([key, { wait, days }]): PathStep => {
    const { release, hold, lagDays, waiting } = wait;
    const lead = release === null ? null : leadOf(release);
    const drives = driving.includes(key);
    return {
      ...{ key, releaseId: release?.id ?? null, name: hold.name, number: release?.number ?? null },
      ...{ startAt: lead?.startAt ?? null, readyAt: hold.readyAt, waiting: waiting.name, lagDays },
      ...{ slackDays: days, drives, why: whyOf(wait, days, target, network, now) },
    };
  });
  const place = ({ key, drives }: PathStep) => (drives ? driving.indexOf(key) : steps.length);
  const last = latestOf(waitsOf(target).map(({ hold }) => hold));
  return {
    startAt,
    earliestAt: last?.earliest ?? null,
    why: sumOf(target, startAt, last, network, now),
    steps: steps.toSorted(
      (a, b) => place(a) - place(b) || a.slackDays - b.slackDays || (a.key < b.key ? -1 : 1),
    ),
  };
}

function readWaits(
  waiting: Numbered,
  network: Network,
  ordered: ReturnType<typeof orderNetwork>,
  byId: ReadonlyMap<string, Numbered>,
  now: string,
): Wait[] {
  // Asked one by one, so that each hold is known by what it comes from.
  const none = { ...ordered, linksTo: () => [] };
  const ofReleases = ordered.linksTo(waiting.id).flatMap((link) => {
    const release = byId.get(link.from) ?? null;
    const only = { ...ordered, linksTo: () => [link] };
    const [hold] = holdsOf(waiting, { ...network, expected: [] }, only, nothingMoves, now);
    if (release === null || hold === undefined) return [];
    return [{ key: release.id, release, hold, lagDays: link.lagDays, waiting }];
  });
  const ofOthers = network.expected
    .filter(({ releaseId }) => releaseId === waiting.id)
    .flatMap((each, index) => {
      const [hold] = holdsOf(waiting, { ...network, expected: [each] }, none, nothingMoves, now);
      const key = `${waiting.id} ${index} ${each.title}`;
      return hold === undefined
        ? []
        : [{ key, release: null, hold, lagDays: each.lagDays, waiting }];
    });
  return [...ofReleases, ...ofOthers];
}

type Slack = { wait: Wait; days: number };

/** From the start back: what waits is known before what it waits for. */
function slackBack(
  target: Numbered,
  startAt: string | null,
  waitsOf: (release: Numbered) => Wait[],
  order: readonly SlipRelease[],
  byId: ReadonlyMap<string, Numbered>,
  clock: Clock,
): Map<string, Slack> {
  const slack = new Map<string, Slack>();
  if (startAt === null) return slack;
  const latestStart = new Map([[target.id, startAt]]);
  for (const { id } of order.toReversed()) {
    const waiting = byId.get(id);
    const latest = latestStart.get(id);
    if (waiting === undefined || latest === undefined) continue;
    for (const wait of waitsOf(waiting)) {
      const days = daysLeft(wait.hold.readyAt, wait.lagDays, latest, clock);
      const known = slack.get(wait.key);
      if (known !== undefined && known.days <= days) continue;
      slack.set(wait.key, { wait, days });
      const start = wait.release === null ? null : (leadOf(wait.release)?.startAt ?? null);
      if (start === null) continue;
      latestStart.set(wait.key, later(start, Math.max(0, days), clock));
    }
  }
  return slack;
}

/** Working days something can end later for the other to start by then; negative when it cannot. */
function daysLeft(readyAt: string, lagDays: number, latest: string, clock: Clock): number {
  const fits = (days: number) =>
    earliestAfter(later(readyAt, days, clock), lagDays, clock) <= latest;
  if (!fits(0)) {
    const earliest = earliestAfter(readyAt, lagDays, clock);
    let days = 1;
    while (later(latest, days, clock) < earliest && days < mostDays) days += 1;
    return -days;
  }
  const [from, to] = [readyAt, latest].map((at) => dateIn(at, clock.zone));
  let days = Math.max(0, workingDaysIn(from ?? '', to ?? '', clock.workingDays));
  while (days > 0 && !fits(days)) days -= 1;
  return days;
}

/** Beyond ten years nobody counts. */
const mostDays = 2600;

function later(at: string, days: number, { zone, workingDays }: Clock): string {
  if (days === 0) return at;
  const wall = wallTime(at, zone);
  const date = plusWorkingDays(wall.toPlainDate().toString(), days, workingDays);
  const moved = Temporal.PlainDate.from(date).toZonedDateTime({
    ...{ timeZone: zone, plainTime: wall.toPlainTime() },
  });
  return new Date(moved.epochMilliseconds).toISOString();
}

/** The keys of what drives, from where nothing waits any more to what the release waits for itself. */
function drivers(target: Numbered, waitsOf: (release: Numbered) => Wait[]): string[] {
  const keys: string[] = [];
  for (let at: Numbered | null = target; at !== null;) {
    const waits = waitsOf(at);
    const last = latestOf(waits.map(({ hold }) => hold));
    const wait = waits.find(
      ({ hold }) => hold.earliest === last?.earliest && hold.name === last.name,
    );
    if (wait === undefined || keys.includes(wait.key)) break;
    keys.unshift(wait.key);
    at = wait.release;
  }
  return keys;
}

function whyOf(
  { release, hold, lagDays, waiting }: Wait,
  days: number,
  target: Numbered,
  { zone }: Clock,
  now: string,
): string {
  const ends = release === null ? 'is expected' : 'ends';
  const when =
    release === null
      ? formatDate(dateIn(hold.readyAt, zone), dateIn(now, zone))
      : formatWhen(hold.readyAt, zone, now);
  const lag = lagInWords(lagDays);
  const count = Math.abs(days) === 1 ? '1 working day' : `${Math.abs(days)} working days`;
  const before =
    waiting.id === target.id ? waiting.name : `${waiting.name}, and so ${target.name},`;
  if (days < 0) {
    return `It ${ends} ${when}${lag}, ${count} too late for ${waiting.name}.`;
  }
  if (days === 0) return `It ${ends} ${when}${lag}; any later, and ${before} starts later.`;
  return `It ${ends} ${when}${lag}; it can slip by ${count} before ${before} starts later.`;
}

function sumOf(
  target: Numbered,
  startAt: string | null,
  last: Hold | null,
  clock: Clock,
  now: string,
): string {
  const { name } = target;
  if (last === null) return `${name} waits for nothing that has a date.`;
  const first = last.onDay
    ? formatDate(dateIn(last.earliest, clock.zone), dateIn(now, clock.zone))
    : formatWhen(last.earliest, clock.zone, now);
  const can = `${name} can start ${first} at the earliest: it waits for ${last.what}`;
  if (startAt === null) return `${can}. No start is planned yet.`;
  const start = formatWhen(startAt, clock.zone, now);
  if (last.earliest > startAt) return `${can}. Its planned start, ${start}, is too early.`;
  return `${can}. It is planned for ${start}.`;
}
