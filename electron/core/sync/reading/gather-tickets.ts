import type { NormalisedTicket } from '#shared/model/delivery/rows.ts';
import { Refusal } from '#shared/model/refusal.ts';
import type { EtagStore } from '../http/etags.ts';
import type { FoundTickets } from '../provider.ts';
import { walkPages, type Walk } from './walk.ts';

/** Nothing is stored of what is found, so that no page can be as it was. */
const forgetful: EtagStore = { get: () => undefined, set: () => undefined };

/** The first so many tickets of a walk, each once. Refuses (`unavailable`) at a limit. */
export async function gatherTickets(
  walk: Omit<Walk<NormalisedTicket>, 'etags'>,
  most: number,
): Promise<FoundTickets> {
  const found = new Map<string, NormalisedTicket>();
  const warnings: FoundTickets['warnings'] = [];
  let hasMore = false;
  const steps = walkPages({
    ...walk,
    etags: forgetful,
    async read(answer, page) {
      const read = await walk.read(answer, page);
      hasMore = read.next !== null;
      return read;
    },
  });
  for await (const step of steps) {
    if (step.type === 'rate-limited') throw new Refusal('unavailable', step.message);
    if (step.type === 'complete') warnings.push(...step.warnings);
    if (step.type !== 'page') continue;
    for (const row of step.rows) found.set(row.externalId, row);
    warnings.push(...step.warnings);
    if (found.size >= most) break;
  }
  const rows = [...found.values()];
  return { rows: rows.slice(0, most), warnings, more: hasMore || rows.length > most };
}
