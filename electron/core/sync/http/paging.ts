import { Refusal } from '#shared/model/refusal.ts';

const mostPages = 200;

/** Watches over one walk through pages. */
export type PageGuard = {
  /** False when this address was read before: the server turns in a circle and the walk ends. */
  enter(url: string): boolean;
};

/** Refuses (`unavailable`) to go on after `limit` pages: going on for ever or stopping silently are both wrong. */
export function createPageGuard(limit = mostPages): PageGuard {
  const seen = new Set<string>();
  return {
    enter(url) {
      if (seen.has(url)) return false;
      if (seen.size === limit) {
        throw new Refusal(
          'unavailable',
          `There are more than ${limit} pages. What was read so far is kept; ask for a shorter time, or import an exported file for older runs`,
        );
      }
      seen.add(url);
      return true;
    },
  };
}
