import { Temporal } from 'temporal-polyfill';
import type { WaitingItem } from '#shared/model/reports/today.ts';
import type { StatusKind } from '../../../app/theme/tokens.ts';
import { longDay } from '../../../components/date-names.ts';
import type { Today } from './view.ts';

/** `Tuesday, 24 November` */
export function dayInFull(day: string): string {
  return longDay(Temporal.PlainDate.from(day));
}

/** The day in a sentence: how much is planned within a week, and what stands in the way first. */
export function dayInWords({ day, next }: Today): string {
  const end = Temporal.PlainDate.from(day).add({ days: 7 }).toString();
  const soon = next.filter(({ startAt }) => startAt !== null && startAt.slice(0, 10) <= end);
  if (soon.length === 0) return 'No release within a week.';
  const count = soon.length === 1 ? 'One release' : `${soon.length} releases`;
  const blocked = soon.find(({ readiness }) => readiness?.firstInTheWay);
  if (blocked === undefined) return `${count} within a week, all of them ready.`;
  const left = (blocked.readiness?.total ?? 0) - (blocked.readiness?.passed ?? 0);
  const things = left === 1 ? 'One gate stands' : `${left} gates stand`;
  return `${count} within a week. ${things} in the way of ${blocked.name}.`;
}

/** How a thing that waits is marked. */
export const waitingLook: Record<WaitingItem['kind'], StatusKind> = {
  decide: 'waiting',
  'decide-again': 'out-of-date',
  consult: 'waiting',
  'ask-again': 'out-of-date',
  condition: 'waiting',
  record: 'waiting',
  incident: 'failed',
  mention: 'waiting',
  task: 'waiting',
  dependency: 'waiting',
  exception: 'exception',
  checklist: 'waiting',
  lesson: 'waiting',
};

/** The verb of the button that leads to it. */
export const waitingAction: Record<WaitingItem['kind'], string> = {
  decide: 'Review',
  'decide-again': 'Review',
  consult: 'Open',
  'ask-again': 'Ask again',
  condition: 'Open',
  record: 'Record',
  incident: 'Open',
  mention: 'Read',
  task: 'Open',
  dependency: 'Open',
  exception: 'Review',
  checklist: 'Open',
  lesson: 'Open',
};
