import type { CommitmentView, WeekLoad } from '#shared/model/planning/bookings.ts';
import { formatDate } from '#shared/rules/planning/zoned-time.ts';

/** `12 of 15 d`; nothing of nothing is a dash. */
export function loadText({ committed, available }: WeekLoad): string {
  return committed === 0 && available === 0 ? '–' : `${committed} of ${available} d`;
}

/** All a cell shows, for those who hear it. */
export function loadInWords(name: string, load: WeekLoad, today: string): string {
  const days = `${load.committed} of ${load.available} days promised`;
  return `${name}, week of ${formatDate(load.weekOn, today)}, ${days}${load.over ? ', over-booked' : ''}`;
}

/** `2.5 d` */
export function daysText({ days }: Pick<CommitmentView, 'days'>): string {
  return `${days} d`;
}
