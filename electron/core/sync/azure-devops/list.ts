import type { ImportWarning, NormalisedRun } from '#shared/model/delivery/pipelines.ts';
import type { GotRun, ListRuns, ListStep, Source } from '../provider.ts';
import { isOver } from '../reading/blank-rows.ts';
import { word } from '../reading/place.ts';
import { walkPages, type Answered } from '../reading/walk.ts';
import { isRecord } from '../record.ts';
import { runsIn } from './builds.ts';
import { listOf, nextPage } from './page.ts';
import { refusalOf } from './refusal.ts';
import { ask, openAzure, type Azure } from './source.ts';

/** With the most pages of a walk that is more builds than a project keeps. */
const pageSize = '500';

/** The most timelines asked for in one sync. */
const mostTimelines = 500;

type Walk = Pick<ListRuns, 'isWhole' | 'newest'> & {
  timelinesLeft: number;
  /** Builds that one of the questions has brought, and what they were then. */
  seen: Map<string, string>;
};

/**
 * Walks through the project's builds. The first time all that are kept, the newest first; afterwards
 * those queued since, those that ended since, and those that go on: a stage that runs again takes an
 * old build up again, which no time it is listed by shows before it has ended.
 */
export async function* listRuns(options: ListRuns): AsyncGenerator<ListStep, void, undefined> {
  const azure = openAzure(options);
  const { isWhole, newest, etags } = options;
  const walk: Walk = { isWhole, newest, timelinesLeft: mostTimelines, seen: new Map() };
  let watermark: string | null = null;
  const warnings: ImportWarning[] = [];
  for (const question of questions(options.since)) {
    const steps = walkPages({
      called: 'Azure DevOps',
      first: `${azure.root}/build/builds?${new URLSearchParams({ ...question, $top: pageSize })}`,
      etags,
      ask: (url, more) => ask(azure, url, more),
      refused: (answer) => refusalOf(azure, answer),
      read: (answer) => readPage(azure, answer, walk),
    });
    for await (const step of steps) {
      if (step.type !== 'complete') yield step;
      if (step.type === 'rate-limited') return;
      if (step.type !== 'complete') continue;
      watermark ??= step.watermark;
      warnings.push(...step.warnings);
    }
  }
  yield { type: 'complete', watermark: watermark ?? '', warnings };
}

/** `minTime` is of the time the order goes by. */
function questions(since: string | null): Record<string, string>[] {
  if (since === null) return [{ queryOrder: 'queueTimeDescending' }];
  return [
    { queryOrder: 'queueTimeAscending', minTime: since },
    { queryOrder: 'finishTimeAscending', minTime: since, statusFilter: 'completed' },
    { queryOrder: 'queueTimeDescending', statusFilter: 'inProgress' },
  ];
}

async function readPage(azure: Azure, answer: Answered, walk: Walk) {
  const listed = listOf(azure, answer, 'a list of builds');
  let known = 0;
  const news = listed.flatMap((raw, n) => {
    const [row] = runsIn([raw]).rows;
    // What cannot be read is kept for its warning.
    if (row === undefined) return [{ n, told: raw }];
    const { externalId } = row;
    const mark = `${row.rawStatus} ${row.finishedAt}`;
    const before = walk.seen.get(externalId);
    walk.seen.set(externalId, mark);
    if (before === mark || isAskedForLater(row, walk)) return [];
    if (isStored(row, walk)) {
      known += 1;
      return [];
    }
    return [{ n, told: detailed(azure, raw, row, walk, before !== undefined) }];
  });
  const told = await Promise.all(news.map((each) => each.told));
  const { rows, warnings } = runsIn(told, (n) => `value[${news[n]?.n}]`);
  return {
    ...{ rows: rows.map((row) => atItsAttempt(row, walk)), warnings, known },
    ...{ total: null, next: nextPage(answer) },
  };
}

function isStored(row: NormalisedRun, { isWhole }: Walk): boolean {
  return isOver(row.status) && isWhole(row.externalId, row.updatedAt);
}

/** What goes on and was known to: after the list each of these is asked for by itself. */
function isAskedForLater({ externalId, status }: NormalisedRun, { newest }: Walk): boolean {
  const stored = newest(externalId);
  return stored !== null && !isOver(stored.status) && !isOver(status);
}

/**
 * A list does not say that a build waits for an approval, nor which attempt it is at; its timeline
 * does, and is asked for where either can be: what is in progress, and what was stored otherwise.
 */
async function detailed(
  azure: Azure,
  raw: unknown,
  row: NormalisedRun,
  walk: Walk,
  seenBefore: boolean,
): Promise<unknown> {
  const goesOn = word(row.rawStatus) === 'inprogress';
  const changed = isOver(row.status) && (seenBefore || walk.newest(row.externalId) !== null);
  if ((!goesOn && !changed) || walk.timelinesLeft <= 0) return raw;
  walk.timelinesLeft -= 1;
  return withTimeline(azure, raw);
}

/** A row whose timeline could not be had stays at the attempt that is stored, never at one before. */
function atItsAttempt(row: NormalisedRun, { newest }: Walk): NormalisedRun {
  const attempt = newest(row.externalId)?.attempt ?? 1;
  return attempt > row.attempt ? { ...row, attempt } : row;
}

/** The build with its timeline beside it, as an export may have it; without, where there is none yet. */
async function withTimeline(azure: Azure, build: unknown): Promise<unknown> {
  if (!isRecord(build) || !hasBegun(build['status'])) return build;
  const id = encodeURIComponent(String(build['id']));
  const answer = await ask(azure, `${azure.root}/build/builds/${id}/timeline`);
  return answer.kind === 'ok' && isRecord(answer.body)
    ? { ...build, timeline: answer.body }
    : build;
}

function hasBegun(status: unknown): boolean {
  return typeof status === 'string' && ['inprogress', 'completed'].includes(word(status));
}

/** One build as it is now, and what became of the attempt asked about when there is a later one. */
export async function getRun(
  source: Source,
  { externalId, attempt }: { externalId: string; attempt: number },
): Promise<GotRun> {
  const azure = openAzure(source);
  const id = externalId.slice(externalId.lastIndexOf('/') + 1);
  const answer = await ask(azure, `${azure.root}/build/builds/${encodeURIComponent(id)}`);
  switch (answer.kind) {
    case 'rate-limited':
      return answer;
    case 'refused':
      if (answer.status === 404 || answer.status === 410) return { kind: 'gone' };
      throw refusalOf(azure, answer);
    case 'not-modified':
      return { kind: 'rows', rows: [], warnings: [] };
    case 'ok': {
      const { rows, warnings } = runsIn([await withTimeline(azure, answer.body)]);
      return { kind: 'rows', rows: rows.flatMap((row) => besideEarlier(row, attempt)), warnings };
    }
  }
}

/** Azure keeps no outcome of a build for an attempt that a later one followed. */
function besideEarlier(row: NormalisedRun, asked: number): NormalisedRun[] {
  if (row.attempt < asked) return [{ ...row, attempt: asked }];
  if (row.attempt === asked) return [row];
  const unseen = { rawStatus: null, rawResult: null, updatedAt: null, finishedAt: null };
  const before: NormalisedRun = { ...row, ...unseen, status: 'unknown', warnings: false };
  return [{ ...before, attempt: asked }, row];
}
