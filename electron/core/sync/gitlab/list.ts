import { nextPage } from '../http/links.ts';
import type { GotRun, ListRuns, ListStep, Source } from '../provider.ts';
import { isRecord } from '../record.ts';
import { walkPages, type Answered } from '../reading/walk.ts';
import { runsIn } from './pipelines.ts';
import { refusalOf, unexpectedShape } from './refusal.ts';
import { ask, openGitlab, type Gitlab } from './source.ts';

/** Pipelines appear a little after the time they carry; the question goes back this much further. */
const overlapMs = 10 * 60_000;

/**
 * Walks through the project's pipelines, the last changed first: what changes meanwhile moves to the
 * front and shifts the pages, so that nothing is missed and some come twice. The question begins with
 * the day of `since`: its address stays the same for a day, and with it what an ETag is good for.
 */
export function listRuns(options: ListRuns): AsyncGenerator<ListStep, void, undefined> {
  const gitlab = openGitlab(options);
  const detail: Detail = { left: mostDetails, isWhole: options.isWhole };
  return walkPages({
    called: 'GitLab',
    first: firstUrl(gitlab, 'pipelines', options.since),
    etags: options.etags,
    ask: (url, more) => ask(gitlab, url, more),
    refused: (answer) => refusalOf(gitlab, answer),
    read: (answer) => readPage(gitlab, answer, detail),
  });
}

/** The first page of what changed since the day of an instant. */
export function firstUrl(
  { root }: Gitlab,
  what: 'pipelines' | 'deployments',
  since: string | null,
): string {
  const query = new URLSearchParams({ order_by: 'updated_at', sort: 'desc', per_page: '100' });
  if (since !== null) {
    const day = new Date(Date.parse(since) - overlapMs).toISOString().slice(0, 10);
    query.set('updated_after', `${day}T00:00:00Z`);
  }
  return `${root}/${what}?${query}`;
}

/** The most pipelines asked for one by one in one sync; the newest first. */
const mostDetails = 500;

type Detail = Pick<ListRuns, 'isWhole'> & { left: number };

async function readPage(gitlab: Gitlab, answer: Answered, detail: Detail) {
  if (!Array.isArray(answer.body))
    throw unexpectedShape(gitlab, 'a list of pipelines', answer.body);
  const listed: readonly unknown[] = answer.body;
  const fresh = listed.filter((row) => !isStored(row, detail));
  const told = await Promise.all(fresh.map((row) => detailed(gitlab, row, detail)));
  const total = Number(answer.headers.get('x-total') ?? Number.NaN);
  return {
    ...runsIn(told),
    known: listed.length - fresh.length,
    total: Number.isInteger(total) ? total : null,
    next: next(gitlab, answer),
  };
}

function isStored(row: unknown, { isWhole }: Detail): boolean {
  const [run] = runsIn([row]).rows;
  return run !== undefined && run.updatedAt !== null && isWhole(run.externalId, run.updatedAt);
}

/**
 * A list does not say when a pipeline began, nor that it passed with warnings; the pipeline itself
 * does. Where it cannot be had, or after so many, the list has to do.
 */
async function detailed(gitlab: Gitlab, row: unknown, detail: Detail): Promise<unknown> {
  if (detail.left <= 0 || !isRecord(row) || typeof row['id'] !== 'number') return row;
  detail.left -= 1;
  const answer = await ask(gitlab, `${gitlab.root}/pipelines/${row['id']}`);
  return answer.kind === 'ok' && isRecord(answer.body) ? answer.body : row;
}

/** By the Link header; some proxies drop it and leave GitLab's own, which is empty on the last page. */
export function next(gitlab: Gitlab, { headers, url }: Answered): string | null {
  const linked = nextPage(headers, url, gitlab.credential);
  const number = headers.get('x-next-page') ?? '';
  if (linked !== null || !/^\d+$/.test(number)) return linked;
  const target = new URL(url);
  target.searchParams.set('page', number);
  return target.href;
}

/** One pipeline as it is now. GitLab keeps its number when jobs of it run again. */
export async function getRun(
  source: Source,
  { externalId }: { externalId: string },
): Promise<GotRun> {
  const gitlab = openGitlab(source);
  const id = externalId.slice(externalId.lastIndexOf('/') + 1);
  const answer = await ask(gitlab, `${gitlab.root}/pipelines/${encodeURIComponent(id)}`);
  switch (answer.kind) {
    case 'rate-limited':
      return answer;
    case 'refused':
      if (answer.status === 404 || answer.status === 410) return { kind: 'gone' };
      throw refusalOf(gitlab, answer);
    case 'not-modified':
      return { kind: 'rows', rows: [], warnings: [] };
    case 'ok':
      return { kind: 'rows', ...runsIn([answer.body]) };
  }
}
