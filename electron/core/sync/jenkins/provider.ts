import { Refusal } from '#shared/model/refusal.ts';
import type { Provider, Reached, Source } from '../provider.ts';
import { findJobs } from './find-jobs.ts';
import { getRun } from './get-run.ts';
import { calledOf } from './job-path.ts';
import { listRuns } from './list.ts';
import { readFile } from './read-file.ts';
import { jobNameIn, openJenkins, placeOf } from './source.ts';

/** What can be mapped in one connection. */
const mostWorkflows = 200;

/** Jenkins: a job, or the jobs of a folder or of a multibranch project. */
export const jenkins: Provider = {
  called: 'Jenkins',
  check: placeOf,
  nameOf: (typed) => jobNameIn(typed) ?? typed,
  runs: { list: listRuns, get: getRun },
  test,
  readFile,
};

/** Somebody waits for the answer, so it is not tried for long. */
async function test(source: Source): Promise<Reached> {
  const place = openJenkins(source);
  const found = await findJobs(place, { limits: { maxRetries: 1, longestWaitMs: 5000 } });
  if (found.kind === 'rate-limited') throw new Refusal('unavailable', found.message);
  const jobs = found.jobs.toSorted((a, b) => (a.job < b.job ? -1 : 1));
  const more = jobs.length - mostWorkflows;
  const notes = [
    place.credential === null ? 'Without a user and token only what is public is seen' : '',
    jobs.length === 0
      ? 'No job in it is seen yet: a folder without jobs, or without the right'
      : '',
    more > 0 ? `${more} more jobs are in it than are listed here; all of them are read` : '',
    ...found.warnings.slice(0, 20).map(({ at, reason }) => `${at} ${reason}`),
  ];
  return {
    repository: found.name,
    workflows: jobs
      .slice(0, mostWorkflows)
      .map(({ job }) => ({ workflow: job, name: calledOf(job) })),
    notes: notes.filter((note) => note !== ''),
  };
}
