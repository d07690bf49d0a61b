import type { ImportWarning, NormalisedRun } from '#shared/model/delivery/pipelines.ts';
import type { GotRun, ListRuns, ListStep, Source } from '../provider.ts';
import { isOver } from '../reading/blank-rows.ts';
import { askInTens } from '../reading/in-tens.ts';
import { word } from '../reading/place.ts';
import { walkPages, type Answered } from '../reading/walk.ts';
import { runsIn } from './builds.ts';
import { listOf, nextPage } from './page.ts';
import { refusalOf } from './refusal.ts';
import { ask, openAzure, type Azure } from './source.ts';
import { withTimeline, type Told } from './with-timeline.ts';

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
  const news: News[] = listed.flatMap((raw, n) => {
    const [row] = runsIn([raw]).rows;
    // What cannot be read is kept for its warning.
    if (row === undefined) return [{ n, raw, ask: false }];
    const { externalId } = row;
    const mark = `${row.rawStatus} ${row.finishedAt}`;
    const before = walk.seen.get(externalId);
    walk.seen.set(externalId, mark);
    if (before === mark || isAskedForLater(row, walk)) return [];
    if (isStored(row, walk)) {
      known += 1;
      return [];
    }
    return [{ n, raw, ask: wantsTimeline(row, walk, before !== undefined) }];
  });
  // What a limit left without its timeline waits for the next sync.
  const { told, limited } = await askInTens(news, async ({ n, raw, ask: isAsked }) => {
    const answer = isAsked ? await withTimeline(azure, raw) : listedOnly(raw);
    return answer.kind === 'told' ? { kind: 'told', told: { ...answer, n } } : answer;
  });
  const { rows, warnings } = runsIn(
    told.map(({ build }) => build),
    (n) => `value[${told[n]?.n}]`,
  );
  const lacking = told.flatMap(({ n, lacking: reason }) =>
    reason === null ? [] : [{ at: `value[${n}]`, reason }],
  );
  return {
    ...{ rows: rows.map((row) => atItsAttempt(row, walk)), warnings: [...warnings, ...lacking] },
    ...{ known, total: null, next: nextPage(answer), limited },
  };
}

function listedOnly(build: unknown): Told {
  return { kind: 'told', build, lacking: null };
}

/** A build of a page that has to be stored; `n` is its place there. */
type News = { n: number; raw: unknown; ask: boolean };

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
function wantsTimeline(row: NormalisedRun, walk: Walk, seenBefore: boolean): boolean {
  const goesOn = word(row.rawStatus) === 'inprogress';
  const changed = isOver(row.status) && (seenBefore || walk.newest(row.externalId) !== null);
  if ((!goesOn && !changed) || walk.timelinesLeft <= 0) return false;
  walk.timelinesLeft -= 1;
  return true;
}

/** A row whose timeline could not be had stays at the attempt that is stored, never at one before. */
function atItsAttempt(row: NormalisedRun, { newest }: Walk): NormalisedRun {
  const attempt = newest(row.externalId)?.attempt ?? 1;
  return attempt > row.attempt ? { ...row, attempt } : row;
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
      const told = await withTimeline(azure, answer.body);
      if (told.kind === 'rate-limited') return told;
      const { rows, warnings } = runsIn([told.build], () => `build ${id}`);
      if (told.lacking !== null) warnings.push({ at: `build ${id}`, reason: told.lacking });
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
