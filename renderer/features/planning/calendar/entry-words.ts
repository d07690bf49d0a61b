import type { CalendarEntry } from '#shared/contract/planning/calendar.ts';
import type { RangeEntry } from '#shared/model/planning/calendar-range.ts';
import { assertNever } from '#shared/model/refusal.ts';
import type { StatusKind } from '../../../app/theme/tokens.ts';

/** A deployment on the screen: where its gates stand comes a moment after the rest. */
export type ShownEntry = RangeEntry & {
  readiness: CalendarEntry['readiness'];
  isJudged: boolean;
};

/** Where a deployment stands in as many words as fit a card; null until that is known. */
export function shownStanding(entry: ShownEntry): EntryStanding | null {
  const isKnown = entry.isJudged || entry.result !== null || entry.outcome !== null;
  return isKnown ? standingOf(entry) : null;
}

type Standing = Pick<CalendarEntry, 'result' | 'outcome' | 'readiness'>;

export type EntryStanding = { kind: StatusKind; word: string };

/** How a deployment went once that is known; before, how its release ended or where its gates stand. */
export function standingOf(entry: Standing): EntryStanding {
  if (entry.result !== null) return resultStanding(entry.result);
  if (entry.outcome !== null) return outcomeStanding(entry.outcome);
  if (entry.readiness === null) return { kind: 'not-applicable', word: 'no gates' };
  const { passed, total, worst } = entry.readiness;
  const count = `${passed} of ${total}`;
  switch (worst) {
    case 'passed':
    case 'not-applicable':
      return { kind: 'passed', word: `ready, ${count}` };
    case 'failed':
      return { kind: 'failed', word: `blocked, ${count}` };
    case 'out-of-date':
      return { kind: 'out-of-date', word: `out of date, ${count}` };
    case 'running':
      return { kind: 'running', word: `running, ${count}` };
    case 'waiting':
      return { kind: 'waiting', word: `waiting, ${count}` };
    default:
      return assertNever(worst);
  }
}

function resultStanding(result: NonNullable<CalendarEntry['result']>): EntryStanding {
  switch (result) {
    case 'succeeded':
      return { kind: 'passed', word: 'deployed' };
    case 'failed':
      return { kind: 'failed', word: 'failed' };
    case 'rolled-back':
      return { kind: 'failed', word: 'rolled back' };
    default:
      return assertNever(result);
  }
}

/** `QA sign-off: QA lead has not decided`; empty where nothing is in the way or it is over. */
export function inTheWayOf({ result, outcome, readiness }: Standing): string {
  const first = readiness?.firstInTheWay ?? null;
  if (first === null || result !== null || outcome !== null) return '';
  return `${first.gate}: ${first.summary}`;
}

function outcomeStanding(outcome: NonNullable<CalendarEntry['outcome']>): EntryStanding {
  switch (outcome) {
    case 'released':
      return { kind: 'passed', word: 'released' };
    case 'rolled-back':
      return { kind: 'failed', word: 'rolled back' };
    case 'cancelled':
      return { kind: 'not-applicable', word: 'cancelled' };
    default:
      return assertNever(outcome);
  }
}

/** Environment and region as one place: `prod-eu`, or `prod, eu-west-1`. */
export function placeOf(entry: Pick<CalendarEntry, 'environment' | 'region'>): string {
  return entry.region === '' ? entry.environment : `${entry.environment}, ${entry.region}`;
}

/** `by 1 exception` */
export function exceptionsOf(count: number): string {
  return count === 1 ? 'by 1 exception' : `by ${count} exceptions`;
}

/** Address of the release; the window's own router reads it. */
export function releaseHref(releaseId: string): string {
  return `#/releases/${releaseId}/overview`;
}
