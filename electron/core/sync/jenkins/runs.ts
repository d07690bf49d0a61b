import type { ImportWarning, NormalisedRun } from '#shared/model/delivery/pipelines.ts';
import { blankRun } from '../reading/blank-rows.ts';
import { placeAt } from '../reading/place.ts';
import { isRecord, kindOfValue } from '../record.ts';
import { readBuild } from './builds.ts';
import type { Job } from './find-jobs.ts';
import { calledOf, jobPathIn } from './job-path.ts';
import { queue } from './queue.ts';
import { urlOf, type Jenkins } from './source.ts';

type Runs = { rows: NormalisedRun[]; warnings: ImportWarning[] };

/** The runs in a list of builds; what is none is left out with its place in the list. */
export function runsIn(list: readonly unknown[], placeOf = (n: number) => `[${n}]`): Runs {
  const warnings: ImportWarning[] = [];
  const rows = list.flatMap((raw, n) => {
    const place = placeAt(placeOf(n), warnings);
    if (isRecord(raw)) return readBuild(raw, place).filter((row) => row.kind === 'run');
    place.warn('', `expected a build, found ${kindOfValue(raw)}`);
    return [];
  });
  return { rows, warnings };
}

/** A build of a job with its address on the root of the connection: Jenkins's own setting can be wrong. */
export function located(baseUrl: string, job: string, raw: unknown): unknown {
  if (!isRecord(raw)) return raw;
  const number = String(raw['number']);
  return /^\d{1,15}$/.test(number) ? { ...raw, url: `${urlOf({ baseUrl }, job)}/${number}/` } : raw;
}

/** The same of a build whose job only its own address tells. */
export function rebased(baseUrl: string, raw: unknown): unknown {
  const url = isRecord(raw) ? raw['url'] : null;
  const path = typeof url === 'string' ? jobPathIn(url) : null;
  return path === null ? raw : located(baseUrl, path.job, raw);
}

/**
 * What waits in the queue, as the build it will be: the build then takes the place of this row. Null
 * when nothing waits, or when the job does not say which number comes next.
 */
export function queuedRun(jenkins: Jenkins, { job, next, queueItem }: Job): NormalisedRun | null {
  if (queueItem === null || next === null) return null;
  const task = { name: job, url: `${urlOf(jenkins, job)}/` };
  const [row] = queue.read({ ...queueItem, task }, placeAt(job, []), []);
  if (row?.kind !== 'run' || row.status !== 'queued') return null;
  return { ...row, externalId: `${job}/${next}`, number: next };
}

/** One that waited and will be no build, or whose job was deleted, which stops its builds. */
export function leftRun(job: string, number: number): NormalisedRun {
  return {
    ...blankRun,
    externalId: `${job}/${number}`,
    ...{ number, workflow: job, workflowName: calledOf(job) },
    title: 'Left the queue without being built',
    status: 'cancelled',
    rawStatus: null,
  };
}
