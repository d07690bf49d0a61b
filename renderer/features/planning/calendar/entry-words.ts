import type { CalendarEntry } from '#shared/contract/planning/calendar.ts';
import { assertNever } from '#shared/model/refusal.ts';
import type { StatusKind } from '../../../app/theme/tokens.ts';

export type EntryStanding = { kind: StatusKind; word: string };

/** Where a planned deployment's release stands: its outcome once it has one, its gates before. */
export function standingOf(entry: CalendarEntry): EntryStanding {
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
export function placeOf(entry: CalendarEntry): string {
  return entry.region === '' ? entry.environment : `${entry.environment}, ${entry.region}`;
}

/** Address of the release; the window's own router reads it. */
export function releaseHref(releaseId: string): string {
  return `#/releases/${releaseId}/overview`;
}
