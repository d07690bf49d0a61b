import { Temporal } from 'temporal-polyfill';
import type { Phase } from '#shared/model/planning/releases.ts';
import { isPlannable } from '#shared/model/primitives.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { refuseOver } from './life.ts';
import type { Living } from './life.ts';
import { moved, wallTime } from './postpone.ts';
import { dateIn, daysBetween, formatInFull, toInstant } from './zoned-time.ts';

export type Planned = {
  id: string;
  /** Environment and region, as people call it. */
  place: string;
  startAt: string;
  zone: string;
  actualStartAt: string | null;
};

/** By whole days on the wall clock, or to an instant. */
export type Wanted = { byDays: number } | { toAt: string };

export type Rescheduled = {
  /** New starts by deployment. */
  starts: Map<string, string>;
  /** Calendar days by which the dates of phases ahead move; none where one deployment moves alone. */
  days: number;
  fromAt: string;
  toAt: string;
  zone: string;
  /** What a change of clocks makes of the time; null where it keeps its time of day. */
  note: string | null;
};

/**
 * Where planned deployments come to lie when people move them: the named one alone, or all that are
 * ahead, led by the one the release starts with. Each keeps its time of day over a change of clocks.
 * Refuses what ended, what has happened, what would not move and what would lie in the past.
 */
export function reschedule(
  release: Living,
  deployments: readonly Planned[],
  moving: { deploymentId: string } | { leadId: string | null },
  wanted: Wanted,
  now: string,
): Rescheduled {
  refuseOver(release);
  const alone = 'deploymentId' in moving;
  const ahead = deployments.filter(({ actualStartAt }) => actualStartAt === null);
  const lead = alone
    ? movable(release, deployments, moving.deploymentId)
    : ahead.find(({ id }) => id === moving.leadId);
  if (lead === undefined) {
    throw new Refusal(
      'precondition_failed',
      `${release.name} has no deployment ahead to move. Plan one on its page first.`,
    );
  }
  const shift = shiftOf(lead, wanted);
  const toAt = moved(lead, shift);
  if (!isPlannable(toAt)) {
    throw new Refusal(
      'invalid_input',
      `${formatInFull(toAt, lead.zone)} is not between 2000 and 2199. Choose a nearer day.`,
    );
  }
  if (Date.parse(toAt) === Date.parse(lead.startAt)) {
    throw new Refusal(
      'invalid_input',
      `The deployment to ${lead.place} is planned for ${formatInFull(toAt, lead.zone)} already. Choose another day or time.`,
    );
  }
  const starts = new Map((alone ? [lead] : ahead).map((each) => [each.id, moved(each, shift)]));
  for (const [id, at] of starts) {
    const before = deployments.find((each) => each.id === id);
    // One that is overdue may come nearer; none may be put where nothing can happen any more.
    if (Date.parse(at) >= Date.parse(now) || before === undefined) continue;
    if (id !== lead.id && Date.parse(at) > Date.parse(before.startAt)) continue;
    throw new Refusal(
      'precondition_failed',
      `${formatInFull(at, before.zone)} lies in the past, so the deployment to ${before.place} cannot be planned for it. Choose a day ahead; if it has happened, record how it went on the release’s page.`,
    );
  }
  return {
    starts,
    days: alone ? 0 : daysBetween(dateIn(lead.startAt, lead.zone), dateIn(toAt, lead.zone)),
    fromAt: lead.startAt,
    toAt,
    zone: lead.zone,
    note: clockNote(lead, shift),
  };
}

/** Where a planned start comes to lie by a move, whether or not it may be moved there. */
export function movedStart(planned: Pick<Planned, 'startAt' | 'zone'>, wanted: Wanted): string {
  return moved(planned, shiftOf(planned, wanted));
}

/** Where something else comes to lie by the same step of the wall clock. */
export function alongWith(
  other: Pick<Planned, 'id' | 'startAt' | 'zone'>,
  { fromAt, toAt, zone }: Pick<Rescheduled, 'fromAt' | 'toAt' | 'zone'>,
): string {
  return moved(other, wallTime(fromAt, zone).until(wallTime(toAt, zone)));
}

function movable(release: Living, deployments: readonly Planned[], deploymentId: string): Planned {
  const found = deployments.find(({ id }) => id === deploymentId);
  if (found === undefined) {
    throw new Refusal(
      'not_found',
      `${release.name} has no deployment with the id ${deploymentId}. It may have been taken out of the plan; reload the calendar.`,
    );
  }
  if (found.actualStartAt === null) return found;
  throw new Refusal(
    'precondition_failed',
    `The deployment to ${found.place} began ${formatInFull(found.actualStartAt, found.zone)}, so it stays where it was. Plan a further deployment on the release’s page.`,
  );
}

function shiftOf(
  { startAt, zone }: Pick<Planned, 'startAt' | 'zone'>,
  wanted: Wanted,
): Temporal.Duration {
  if ('byDays' in wanted) return Temporal.Duration.from({ days: wanted.byDays });
  return wallTime(startAt, zone).until(wallTime(wanted.toAt, zone));
}

function clockNote({ startAt, zone }: Planned, shift: Temporal.Duration): string | null {
  const wall = wallTime(startAt, zone).add(shift);
  const [date = '', time = ''] = wall.toString({ smallestUnit: 'minute' }).split('T');
  return toInstant({ date, time, zone }).note;
}

/**
 * Whether the move is one that people who decided or prepared for it should find the reason of: later
 * than it was, after approvals of the start or close before the deployment.
 */
export function asksForReason(
  phase: Phase,
  { fromAt, toAt }: Pick<Rescheduled, 'fromAt' | 'toAt'>,
  boundDecisions: number,
): boolean {
  const near = phase === 'readiness' || phase === 'deployment';
  return Date.parse(toAt) > Date.parse(fromAt) && (near || boundDecisions > 0);
}
