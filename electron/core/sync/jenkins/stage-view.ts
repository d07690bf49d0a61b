import { isRecord } from '../record.ts';
import { ask, urlOf, type Jenkins } from './source.ts';

/** How many builds that go on are asked for what they wait for, in one sync. */
export const mostStageViews = 200;

/**
 * A pipeline that goes on with what its stage view says of it: only that tells that it waits for a
 * person. As it was where the plugin is absent, and for jobs that are no pipelines.
 */
export async function withStages(
  jenkins: Jenkins,
  job: string,
  build: unknown,
  budget: { left: number },
): Promise<unknown> {
  if (!isRecord(build) || build['building'] !== true) return build;
  const { number, _class: kind } = build;
  const mayHaveStages = typeof kind !== 'string' || /workflow/i.test(kind);
  if (!Number.isSafeInteger(number) || !mayHaveStages || budget.left <= 0) return build;
  budget.left -= 1;
  const answer = await ask(jenkins, `${urlOf(jenkins, job)}/${Number(number)}/wfapi/describe`);
  if (answer.kind !== 'ok' || !isRecord(answer.body)) return build;
  const { status } = answer.body;
  return typeof status === 'string' ? { ...build, wfapi: { status: status.slice(0, 100) } } : build;
}
