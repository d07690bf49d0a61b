import type { CommitmentView, WeekLoad } from '#shared/model/planning/bookings.ts';
import { formatDate } from '#shared/rules/planning/zoned-time.ts';

/** `12 of 15 d`; nothing of nothing is none. */
export function loadText({ committed, available }: WeekLoad): string {
  return committed === 0 && available === 0 ? 'none' : `${committed} of ${available} d`;
}

/** `over by 1.5 d`; null where it fits. */
export function overText({ committed, available, over }: WeekLoad): string | null {
  return over ? `over by ${committed - available} d` : null;
}

/** All a cell shows, for those who hear it, in the words that stand there. */
export function loadInWords(name: string, load: WeekLoad, today: string): string {
  const shown = [loadText(load), overText(load)].filter((part) => part !== null).join(' ');
  return `${name}, week of ${formatDate(load.weekOn, today)}, ${shown}`;
}

/** `2.5 d` */
export function daysText({ days }: Pick<CommitmentView, 'days'>): string {
  return `${days} d`;
}
