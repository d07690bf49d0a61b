import { z } from 'zod';
import type { ImportWarning } from '#shared/model/delivery/pipelines.ts';
import type { GetRequest, RateLimited } from '../http/answer.ts';
import { milliseconds, numericId, text } from '../reading/fields.ts';
import { isRecord } from '../record.ts';
import type { Answered } from '../reading/walk.ts';
import { isJobName, jobPathIn } from './job-path.ts';
import { refusalOf, unexpectedShape } from './refusal.ts';
import { ask, treeUrl, urlOf, type Jenkins } from './source.ts';
import { jobTree } from './tree.ts';

/** A job that can have builds. */
export type Job = {
  /** Its full name. */
  job: string;
  next: number | null;
  /** What waits to become the next build. */
  queueItem: Record<string, unknown> | null;
  last: BuildMark | null;
};

/** A build of a job; the number alone begins anew when a job is made again. */
export type BuildMark = { number: number; timestamp: number };

export type FoundJobs = {
  kind: 'found';
  /** The full name of the place as Jenkins spells it. */
  name: string;
  jobs: Job[];
  warnings: ImportWarning[];
  /** The server's clock, epoch milliseconds. */
  serverNow: number;
};

const item = z.object({
  _class: z.string(),
  name: text,
  fullName: text,
  url: text,
  color: text,
  nextBuildNumber: numericId.nullish(),
  queueItem: z.record(z.string(), z.unknown()).nullish(),
  lastBuild: z.object({ number: numericId, timestamp: milliseconds }).nullish(),
  jobs: z.array(z.unknown()).nullish(),
});

/** Levels of folders that come with one answer. */
const levels = 3;

/** More are no place somebody meant; a warning says that the others were left out. */
const mostJobs = 5_000;
const mostFolders = 1_000;

/**
 * The job itself, or all jobs in a folder, an organisation or a multibranch project, in as few
 * questions as its depth takes. Refuses when the place cannot be read; a folder inside that cannot is
 * a warning.
 */
export async function findJobs(
  jenkins: Jenkins,
  more?: Pick<GetRequest, 'limits'>,
): Promise<FoundJobs | RateLimited> {
  const folders = new Set([jenkins.job]);
  const jobs = new Map<string, Job>();
  const found: FoundJobs = { kind: 'found', name: '', jobs: [], warnings: [], serverNow: 0 };
  const warn = (at: string, reason: string) => found.warnings.push({ at, reason });
  for (const folder of folders) {
    const answer = await ask(jenkins, treeUrl(urlOf(jenkins, folder), jobTree(levels)), more);
    if (answer.kind === 'rate-limited') return answer;
    const isPlace = folder === jenkins.job;
    if (answer.kind === 'refused') {
      if (!isPlace && isLost(answer.status)) {
        warn(folder, `could not be read (${answer.status}), and was left out`);
        continue;
      }
      throw refusalOf({ ...jenkins, job: folder }, answer);
    }
    if (answer.kind === 'not-modified') continue;
    const told = item.safeParse(answer.body);
    if (!told.success) throw unexpectedShape(jenkins, 'a job', answer);
    if (isPlace) begin(found, answer, told.data.fullName ?? jenkins.job);
    take({ ...told.data, url: null, fullName: folder }, levels);
  }
  return { ...found, jobs: [...jobs.values()] };

  function take(told: z.infer<typeof item>, left: number): void {
    const job = jobPathIn(told.url)?.job ?? told.fullName ?? '';
    if (!isJobName(job)) {
      warn(job.slice(0, 100) || 'a job', 'has no name an address can be made of; left out');
    } else if (!isFolder(told)) {
      if (jobs.size < mostJobs) jobs.set(job, jobOf(job, told));
      else warn(job, `is one more than the ${mostJobs} jobs that are read; left out`);
    } else if (left > 0) {
      for (const raw of told.jobs ?? []) takeRaw(raw, job, left - 1);
    } else if (folders.size < mostFolders) folders.add(job);
    else warn(job, `is one more than the ${mostFolders} folders that are read; left out`);
  }

  function takeRaw(raw: unknown, folder: string, left: number): void {
    const told = item.safeParse(raw);
    if (told.success) take(told.data, left);
    else warn(folder, `holds something that is no job; left out`);
  }
}

/** Deleted meanwhile, or not for this user: the others can be read all the same. */
export function isLost(status: number): boolean {
  return status === 403 || status === 404 || status === 410;
}

/** What a job tells of itself, for one that is asked for alone. */
export function jobIn(job: string, body: unknown): Job | null {
  const told = item.safeParse(body);
  return told.success ? jobOf(job, told.data) : null;
}

function begin(found: FoundJobs, answer: Answered, name: string): void {
  found.name = name;
  found.serverNow = answer.serverNow;
}

/** Plugins add kinds of folders; what they have in common is jobs, and neither ball nor builds. */
function isFolder({ _class: kind, jobs, color, nextBuildNumber }: z.infer<typeof item>): boolean {
  if (jobs) return true;
  const isKnown = /\b(?:Folder|OrganizationFolder|WorkflowMultiBranchProject)$/.test(kind);
  return isKnown || (isAbsent(color) && isAbsent(nextBuildNumber));
}

function isAbsent(value: unknown): boolean {
  return value === null || value === undefined;
}

function jobOf(job: string, { nextBuildNumber, queueItem, lastBuild }: z.infer<typeof item>): Job {
  return {
    job,
    next: isAbsent(nextBuildNumber) ? null : Number(nextBuildNumber),
    queueItem: isRecord(queueItem) ? queueItem : null,
    last: lastBuild
      ? { number: Number(lastBuild.number), timestamp: lastBuild.timestamp ?? 0 }
      : null,
  };
}
