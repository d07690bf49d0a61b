import type { ImportWarning, NormalisedRun } from '#shared/model/delivery/pipelines.ts';
import type { RateLimited } from '../http/answer.ts';
import { isRecord } from '../record.ts';
import type { ListRuns, ListStep } from '../provider.ts';
import { findJobs, isLost, type BuildMark, type Job } from './find-jobs.ts';
import { refusalOf, unexpectedShape } from './refusal.ts';
import { located, queuedRun, runsIn } from './runs.ts';
import { ask, openJenkins, treeUrl, urlOf, type Jenkins } from './source.ts';
import { mostStageViews, withStages } from './stage-view.ts';
import { buildsTree } from './tree.ts';

const pageSize = 100;

/** Builds read again on the next page: one that is deleted meanwhile moves the others forward. */
const shiftRoom = 5;

/** The newest 19,000 builds of a job; a warning says when there are more. */
const mostPages = 200;

/**
 * Walks through the builds of every job, the newest first. How far each job was read is kept beside
 * it, in the place of the ETags that Jenkins has none of: a job whose last build is known is not
 * asked, and one that comes in later, or was made again, is read whole.
 */
export async function* listRuns(options: ListRuns): AsyncGenerator<ListStep, void, undefined> {
  const jenkins = openJenkins(options);
  const found = await findJobs(jenkins);
  if (found.kind === 'rate-limited') {
    yield limited(found);
    return;
  }
  const walk: Walk = { jenkins, stageViews: { left: mostStageViews }, read: 0 };
  for (const job of found.jobs) {
    const queued = queuedRun(jenkins, job);
    if (queued !== null) yield page(walk, [queued], []);
    const key = markKey(jenkins, job);
    const before = readMark(options.etags.get(key));
    if (job.last === null || isSame(job.last, before)) continue;
    const last = yield* readJob(walk, job, before);
    if (last === 'rate-limited') return;
    // Only now, when all pages were taken: a job half read is read again from its newest build.
    if (last !== null) options.etags.set(key, `${last.number} ${last.timestamp}`);
  }
  const watermark = new Date(found.serverNow).toISOString();
  yield { type: 'complete', watermark, warnings: found.warnings };
}

type Walk = { jenkins: Jenkins; stageViews: { left: number }; read: number };

/** The newest build that was seen; null where there is nothing to remember. */
async function* readJob(
  walk: Walk,
  { job }: Job,
  before: BuildMark | null,
): AsyncGenerator<ListStep, BuildMark | 'rate-limited' | null, undefined> {
  const { jenkins } = walk;
  let newest: BuildMark | null = null;
  for (let n = 0, from = 0; n < mostPages; n += 1, from += pageSize - shiftRoom) {
    const list = n === 0 ? 'builds' : 'allBuilds';
    const tree = buildsTree(list, from, from + pageSize);
    const answer = await ask(jenkins, treeUrl(urlOf(jenkins, job), tree));
    if (answer.kind === 'rate-limited') {
      yield limited(answer);
      return 'rate-limited';
    }
    if (answer.kind === 'refused') {
      if (job === jenkins.job || !isLost(answer.status)) {
        throw refusalOf({ ...jenkins, job }, answer);
      }
      const reason = `could not be read (${answer.status}), and was left out`;
      yield page(walk, [], [{ at: job, reason }]);
      return null;
    }
    if (answer.kind === 'not-modified') return newest;
    const builds = isRecord(answer.body) ? answer.body[list] : undefined;
    if (!Array.isArray(builds)) throw unexpectedShape(jenkins, 'a list of builds', answer);
    newest ??= markIn(builds);
    const fresh = builds.filter((build) => isNew(markOf(build), before));
    const told = await Promise.all(
      fresh.map((build) => withStages(jenkins, job, build, walk.stageViews)),
    );
    const { rows, warnings } = runsIn(
      told.map((build) => located(jenkins.baseUrl, job, build)),
      (place) => `${job}, build ${from + place + 1} of the newest`,
    );
    yield page(walk, rows, warnings);
    if (builds.length < pageSize || fresh.length < builds.length) return newest;
  }
  const reason = `has more builds than the newest ${mostPages * (pageSize - shiftRoom)}; the older ones were left out. Import an exported file for them`;
  yield page(walk, [], [{ at: job, reason }]);
  return newest;
}

/** Progress counts pages of a hundred, wherever the rows of them came from. */
function page(walk: Walk, rows: NormalisedRun[], warnings: ImportWarning[]): ListStep {
  walk.read += rows.length;
  const number = Math.floor(walk.read / pageSize);
  return { type: 'page', page: number, rows, warnings, known: 0, total: null };
}

function limited({ until, message }: RateLimited): ListStep {
  return { type: 'rate-limited', until, message };
}

/** Where it is kept how far a job was read; no address that is ever asked. */
function markKey(jenkins: Jenkins, { job }: Job): string {
  return `${urlOf(jenkins, job)}#read-up-to`;
}

function readMark(text: string | undefined): BuildMark | null {
  const [, number, timestamp] = /^(\d+) (\d+)$/.exec(text ?? '') ?? [];
  return number === undefined
    ? null
    : { number: Number(number), timestamp: Number(timestamp ?? 0) };
}

function isSame(last: BuildMark, before: BuildMark | null): boolean {
  return before?.number === last.number && before.timestamp === last.timestamp;
}

/** A build with a lower number can be new, of a job that was made again: its time tells. */
function isNew(mark: BuildMark | null, before: BuildMark | null): boolean {
  if (mark === null || before === null) return true;
  return mark.number > before.number || mark.timestamp > before.timestamp;
}

function markOf(build: unknown): BuildMark | null {
  if (!isRecord(build)) return null;
  const { number, timestamp } = build;
  const time = typeof timestamp === 'number' && timestamp > 0 ? Math.floor(timestamp) : 0;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0
    ? { number, timestamp: time }
    : null;
}

function markIn(builds: readonly unknown[]): BuildMark | null {
  return builds.map(markOf).find((mark) => mark !== null) ?? null;
}
