import type { ImportWarning, NormalisedRun } from '#shared/model/delivery/pipelines.ts';
import { readValidator, writeValidator, type EtagStore } from '../http/etags.ts';
import { nextPage } from '../http/links.ts';
import { createPageGuard } from '../http/paging.ts';
import { normaliseRuns } from './normalise-runs.ts';
import { readPending } from './pending.ts';
import { refusalOf, unexpectedShape } from './refusal.ts';
import { runsPage } from './schema.ts';
import { ask, openGithub, type Github, type Github200, type GithubSource } from './source.ts';
import { firstUrl, olderUrl } from './windows.ts';

export type ListRuns = GithubSource & {
  /** Runs created at or after this instant (ISO 8601); null lists everything GitHub keeps. */
  since: string | null;
  etags: EtagStore;
};

/** One thing that happened on the way through the pages, newest runs first. */
export type ListStep =
  | {
      type: 'page';
      page: number;
      rows: NormalisedRun[];
      warnings: ImportWarning[];
      /** Runs GitHub counts for the whole question; null when it does not say. */
      total: number | null;
    }
  | { type: 'unchanged'; page: number }
  /** The walk stops here, incomplete: keep the old watermark. */
  | { type: 'rate-limited'; until: string; message: string }
  /** Everything was read; `watermark`, the server's clock at the start, is the next `since`. */
  | { type: 'complete'; watermark: string; warnings: ImportWarning[] };

/**
 * Walks through a repository's runs. A page's ETag is kept only when the next step is asked for,
 * which is after its rows were stored: a page that was never stored must not answer "unchanged".
 * The same run can come twice, because pages shift while they are read: store by key.
 * Throws a Refusal when GitHub cannot be read, and the signal's reason when that fires.
 */
export async function* listRuns(options: ListRuns): AsyncGenerator<ListStep, void, undefined> {
  const { since, etags } = options;
  const github = openGithub(options);
  const guard = createPageGuard();
  let watermark = '';
  let url: string | null = firstUrl(github.root, since);
  for (let page = 1; url !== null; page += 1) {
    if (!guard.enter(url)) {
      yield { type: 'complete', watermark, warnings: [circle(page)] };
      return;
    }
    const known = readValidator(etags.get(url));
    const answer = await ask(github, url, known ? { etag: known.etag } : {});
    if (answer.kind === 'refused') throw refusalOf(github, answer, 'Actions');
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
    const { step, next } = await readPage(github, answer, page, since);
    yield step;
    const etag = answer.headers.get('etag');
    if (etag !== null) etags.set(url, writeValidator({ etag, next }));
    url = next;
  }
  yield { type: 'complete', watermark, warnings: [] };
}

async function readPage(github: Github, answer: Github200, page: number, since: string | null) {
  const parsed = runsPage.safeParse(answer.body);
  if (!parsed.success) throw unexpectedShape(github, 'a page of workflow runs', answer.body);
  const { workflow_runs: runs, total_count: total = null } = parsed.data;
  const warnings: ImportWarning[] = [];
  const pending = await readPending(github, runs, warnings);
  const read = normaliseRuns(answer.body, (id) => pending.get(id));
  const places = read.warnings.map(({ at, reason }) => ({ at: `page ${page}, ${at}`, reason }));
  const next =
    nextPage(answer.headers, answer.url, github.credential) ??
    olderUrl(github.root, since, total, runs);
  const step: ListStep = {
    type: 'page',
    page,
    rows: read.rows,
    warnings: [...places, ...warnings],
    total,
  };
  return { step, next };
}

function circle(page: number): ImportWarning {
  return {
    at: `page ${page}`,
    reason: 'GitHub named a page that was read before as the next one; reading stopped there',
  };
}
