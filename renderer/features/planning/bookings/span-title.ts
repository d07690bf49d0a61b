import { formatDate } from '#shared/rules/planning/zoned-time.ts';

/** `Mon 23 Nov – Sun 20 Dec` */
export function spanTitle(from: string, last: string, now: string): string {
  const today = now.slice(0, 10);
  return `${formatDate(from, today)} – ${formatDate(last, today)}`;
}
