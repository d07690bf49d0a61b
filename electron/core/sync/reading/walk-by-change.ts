import type { NormalisedTicket } from '#shared/model/delivery/rows.ts';
import type { ListStep } from '../provider.ts';
import { walkPages, type Walk } from './walk.ts';

/** What one sync reads; the next one goes on behind it. */
const mostPages = 200;

/**
 * Walks through tickets that come in the order they changed. After so many pages the walk ends with
 * the newest change it has seen as its watermark: nothing before it is missing, and however many
 * there are, some syncs have them all.
 */
export async function* walkByChange(
  walk: Walk<NormalisedTicket>,
): AsyncGenerator<ListStep<NormalisedTicket>, void, undefined> {
  let newest = '';
  let hasMore = false;
  const steps = walkPages({
    ...walk,
    async read(answer, page) {
      const read = await walk.read(answer, page);
      for (const { updatedAt } of read.rows) {
        if (updatedAt !== null && updatedAt > newest) newest = updatedAt;
      }
      hasMore = read.next !== null;
      return read;
    },
  });
  for await (const step of steps) {
    yield step;
    if (step.type === 'page' && step.page >= mostPages && hasMore && newest !== '') {
      const at = `page ${step.page}`;
      const reason = `${walk.called} has more changes than one sync reads; the next sync goes on with those after ${newest}`;
      yield { type: 'complete', watermark: newest, warnings: [{ at, reason }] };
      return;
    }
  }
}
