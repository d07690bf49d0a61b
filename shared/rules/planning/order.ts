import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';

/**
 * The order key of something placed behind `previous` and before `next`; null stands for the ends.
 * Keys sort as plain text by code unit (SQLite's BINARY collation), never by a locale.
 */
export function orderAfter(previous: string | null, next: string | null): string {
  return generateKeyBetween(previous, next);
}

/** Order keys for a list that is written whole. */
export function ordersFor(count: number): string[] {
  return generateNKeysBetween(null, null, count);
}
