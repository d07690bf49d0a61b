import type { ImportWarning } from '#shared/model/delivery/pipelines.ts';
import type { Refusal } from '#shared/model/refusal.ts';
import type { Answer, RateLimited, Refused } from '../http/answer.ts';
import { readValidator, writeValidator, type EtagStore } from '../http/etags.ts';
import { createPageGuard } from '../http/paging.ts';
import type { ListStep } from '../provider.ts';

export type Answered = Extract<Answer, { kind: 'ok' }>;

/** A walk through a provider's pages. */
export type Walk<Row> = {
  called: string;
  /** The address of the first page. */
  first: string;
  etags: EtagStore;
  /** The most pages that are read, where a provider’s are small. */
  mostPages?: number;
  ask(url: string, more: { etag?: string }): Promise<Answer>;
  refused(answer: Refused): Refusal;
  /** What a page holds, and the address of the one after it. */
  read(
    answer: Answered,
    page: number,
  ): Promise<{
    rows: Row[];
    warnings: ImportWarning[];
    /** Rows left out because they are stored as they are. */
    known?: number;
    total: number | null;
    next: string | null;
    /** A limit met while more was asked about the rows: the walk ends behind those given. */
    limited?: RateLimited | null;
  }>;
};

/**
 * Walks through the pages. A page's ETag is kept only when the next step is asked for, which is after
 * its rows were stored: a page that was never stored must not answer "unchanged".
 */
export async function* walkPages<Row>(
  walk: Walk<Row>,
): AsyncGenerator<ListStep<Row>, void, undefined> {
  const { etags } = walk;
  const guard = createPageGuard(walk.mostPages);
  let watermark = '';
  let url: string | null = walk.first;
  for (let page = 1; url !== null; page += 1) {
    if (!guard.enter(url)) {
      yield { type: 'complete', watermark, warnings: [circle(walk.called, page)] };
      return;
    }
    const known = readValidator(etags.get(url));
    const answer = await walk.ask(url, known ? { etag: known.etag } : {});
    if (answer.kind === 'refused') throw walk.refused(answer);
    if (answer.kind === 'rate-limited') {
      yield { type: 'rate-limited', until: answer.until, message: answer.message };
      return;
    }
    if (page === 1) watermark = new Date(answer.serverNow).toISOString();
    if (answer.kind === 'not-modified') {
      yield { type: 'unchanged', page };
      url = known?.next ?? null;
      continue;
    }
    const { next, rows, total, known: left = 0, ...read } = await walk.read(answer, page);
    const warnings = read.warnings.map(({ at, reason }) => ({ at: `page ${page}, ${at}`, reason }));
    yield { type: 'page', page, rows, known: left, warnings, total };
    if (read.limited) {
      yield { type: 'rate-limited', until: read.limited.until, message: read.limited.message };
      return;
    }
    const etag = answer.headers.get('etag');
    if (etag !== null) etags.set(url, writeValidator({ etag, next }));
    url = next;
  }
  yield { type: 'complete', watermark, warnings: [] };
}

function circle(called: string, page: number): ImportWarning {
  return {
    at: `page ${page}`,
    reason: `${called} named a page that was read before as the next one; reading stopped there`,
  };
}
