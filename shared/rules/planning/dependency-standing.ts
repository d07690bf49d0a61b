import type { Dependency } from '#shared/model/planning/plan.ts';
import type { Outcome, Phase } from '#shared/model/planning/releases.ts';
import { dateIn, formatDate, formatWhen } from './zoned-time.ts';

/** A release as a dependency sees it. */
export type DependedOn = {
  name: string;
  phase: Phase;
  outcome: Outcome | null;
  startAt: string | null;
};

type Needing = { startAt: string | null; called: string };
type Standing = { late: boolean; why: string };

/**
 * Whether what a release needs comes too late for it, and how it stands, in a sentence. `called` is
 * how the needing release is spoken of where the sentence is read: “this release”, or its name.
 */
export function dependencyStanding(
  { kind, state, neededOn }: Pick<Dependency, 'kind' | 'state' | 'neededOn'>,
  needing: Needing,
  target: DependedOn | null,
  { now, zone }: { now: string; zone: string },
): Standing {
  if (state === 'met') return { late: false, why: '' };
  const today = dateIn(now, zone);
  const named = kind === 'release' && target !== null;
  if (named && target.phase === 'closed') return ofClosed(target);
  if (neededOn !== null && neededOn < today) {
    return { late: true, why: `It was needed ${formatDate(neededOn, today)} and is not met.` };
  }
  if (named) return ofStarts(target, neededOn, needing, now, zone);
  if (needing.startAt === null) return { late: false, why: '' };
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
  return { late: false, why: '' };
}

function ofClosed({ name, outcome }: DependedOn): Standing {
  if (outcome === 'released') return { late: false, why: `${name} is released.` };
  const end = outcome === 'rolled-back' ? 'was rolled back' : 'was cancelled';
  return { late: true, why: `${name} ${end}, so it does not bring what is needed.` };
}

function ofStarts(
  { name, startAt }: DependedOn,
  neededOn: string | null,
  needing: Needing,
  now: string,
  zone: string,
): Standing {
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
  if (neededOn !== null && theirs > neededOn) {
    return { late: true, why: says('after', 'the day it is needed', neededOn) };
  }
  if (own === null) return { late: false, why: `${name} starts ${formatDate(theirs, today)}.` };
  const word = startAt === needing.startAt ? 'together with' : 'before';
  return { late: false, why: says(word, needing.called, own) };
}
