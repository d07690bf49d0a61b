import type { Dependency } from '#shared/model/planning/plan.ts';
import type { Outcome, Phase } from '#shared/model/planning/releases.ts';
import { earliestAfter, lagInWords } from './moves/finish-to-start.ts';
import type { Clock } from './moves/finish-to-start.ts';
import { plusWorkingDays } from './working-days.ts';
import { dateIn, formatDate, formatWhen } from './zoned-time.ts';

/** A release as a dependency sees it. */
export type DependedOn = {
  name: string;
  phase: Phase;
  outcome: Outcome | null;
  startAt: string | null;
  /** When the last of its deployments that count is over. */
  finishAt: string | null;
};

type Needing = { startAt: string | null; called: string };
type Needed = Pick<Dependency, 'kind' | 'state' | 'neededOn' | 'lagDays' | 'expectedOn'>;
type Standing = { late: boolean; why: string };

/**
 * Whether what a release needs comes too late for it, and how it stands, in a sentence. `called` is
 * how the needing release is spoken of where the sentence is read: “this release”, or its name.
 */
export function dependencyStanding(
  needed: Needed,
  needing: Needing,
  target: DependedOn | null,
  time: Clock & { now: string },
): Standing {
  const { kind, state, neededOn } = needed;
  const { now, zone } = time;
  if (state === 'met') return { late: false, why: '' };
  const today = dateIn(now, zone);
  const named = kind === 'release' && target !== null;
  if (named && target.phase === 'closed') return ofClosed(target);
  if (neededOn !== null && neededOn < today) {
    return { late: true, why: `It was needed ${formatDate(neededOn, today)} and is not met.` };
  }
  if (named) return ofStarts(target, needed, needing, time);
  const expected = ofExpected(needed, needing, time);
  if (expected?.late === true) return expected;
  if (needing.startAt === null) return expected ?? { late: false, why: '' };
  const startOn = dateIn(needing.startAt, zone);
  if (needing.startAt < now) {
    const started = `It is not met, and ${needing.called} was to start ${formatDate(startOn, today)}.`;
    return { late: true, why: started };
  }
  if (neededOn !== null && neededOn > startOn) {
    const [needed, start] = [neededOn, startOn].map((date) => formatDate(date, today));
    return {
      late: false,
      why: `It is needed ${needed}, after ${needing.called} starts (${start}).`,
    };
  }
  return expected ?? { late: false, why: '' };
}

/** What is no release is there from the day it is expected on, and its lag counts from that day. */
function ofExpected(
  { expectedOn, neededOn, lagDays }: Needed,
  { startAt, called }: Needing,
  { now, zone, workingDays }: Clock & { now: string },
): Standing | null {
  if (expectedOn === null) return null;
  const today = dateIn(now, zone);
  const day = formatDate(expectedOn, today);
  if (expectedOn < today) return { late: true, why: `It was expected ${day} and is not met.` };
  const startOn = startAt === null ? null : dateIn(startAt, zone);
  if (startOn !== null && expectedOn > startOn) {
    const start = formatDate(startOn, today);
    return { late: true, why: `It is expected ${day}, after ${called} starts (${start}).` };
  }
  const earliest = plusWorkingDays(expectedOn, lagDays, workingDays);
  if (startOn !== null && earliest > startOn) {
    const [first, start] = [earliest, startOn].map((date) => formatDate(date, today));
    const why = `It is expected ${day}${lagInWords(lagDays)}, so ${called} can start ${first} at the earliest, not ${start}.`;
    return { late: true, why };
  }
  if (neededOn !== null && expectedOn > neededOn) {
    const needed = formatDate(neededOn, today);
    return { late: true, why: `It is expected ${day}, after the day it is needed (${needed}).` };
  }
  return { late: false, why: `It is expected ${day}.` };
}

function ofClosed({ name, outcome }: DependedOn): Standing {
  if (outcome === 'released') return { late: false, why: `${name} is released.` };
  const end = outcome === 'rolled-back' ? 'was rolled back' : 'was cancelled';
  const why = `${name} ${end}, so it does not bring what is needed. Choose another release, or take the dependency out.`;
  return { late: true, why };
}

function ofStarts(
  { name, startAt, finishAt }: DependedOn,
  { neededOn, lagDays }: Needed,
  needing: Needing,
  time: Clock & { now: string },
): Standing {
  const { now, zone } = time;
  if (startAt === null) return { late: false, why: `${name} has no planned start yet.` };
  const today = dateIn(now, zone);
  const theirs = dateIn(startAt, zone);
  const own = needing.startAt === null ? null : dateIn(needing.startAt, zone);
  const says = (word: string, what: string, date: string) =>
    `${name} starts ${formatDate(theirs, today)}, ${word} ${what} (${formatDate(date, today)}).`;
  if (own !== null && needing.startAt !== null && startAt > needing.startAt) {
    if (own !== theirs) return { late: true, why: says('after', needing.called, own) };
    const [at, before] = [startAt, needing.startAt].map((each) => formatWhen(each, zone, now));
    return { late: true, why: `${name} starts ${at}, after ${needing.called} (${before}).` };
  }
  if (needing.startAt !== null && finishAt !== null) {
    const earliest = earliestAfter(finishAt, lagDays, time);
    if (earliest > needing.startAt) {
      const [end, first, start] = [finishAt, earliest, needing.startAt].map((at) =>
        formatWhen(at, zone, now),
      );
      const why =
        finishAt > needing.startAt
          ? `${name} ends ${end}, after ${needing.called} starts (${start}).`
          : `${name} ends ${end}${lagInWords(lagDays)}, so ${needing.called} can start ${first} at the earliest, not ${start}.`;
      return { late: true, why };
    }
  }
  if (neededOn !== null && theirs > neededOn) {
    return { late: true, why: says('after', 'the day it is needed', neededOn) };
  }
  if (own === null) return { late: false, why: `${name} starts ${formatDate(theirs, today)}.` };
  return { late: false, why: says('before', needing.called, own) };
}
