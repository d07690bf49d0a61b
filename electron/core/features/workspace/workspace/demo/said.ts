import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { resourceFolder } from '#core/resources.ts';
import { assertNever } from '#shared/model/refusal.ts';
import type { Place } from '#shared/model/workspace/attached.ts';
import { at, workday } from './days.ts';
import { idOf } from './found-workspace.ts';
import type { Performance } from './perform.ts';
import type { Story } from './story.ts';

/** What is said and attached in the demo, in files that can be edited by hand. */
const folder = () => resourceFolder('sample');

/** Nothing is the release itself. */
const about = z.union([
  z.strictObject({ gate: z.string() }),
  z.strictObject({ risk: z.string() }),
  z.strictObject({ scope: z.string() }),
  z.strictObject({}),
]);

const common = { release: z.string(), day: z.number(), time: z.string(), as: z.string() };
const said = z.discriminatedUnion('do', [
  z.strictObject({ ...common, do: z.literal('comment'), about, text: z.string() }),
  z.strictObject({ ...common, do: z.literal('attach'), about, file: z.string() }),
  /** Everything said by then was read. */
  z.strictObject({ ...common, do: z.literal('read') }),
]);
type Said = z.infer<typeof said>;

/** Who says or attaches what, when; the releases are there by then. */
export function saidMoments(performance: Performance, stories: readonly Story[]) {
  const { date, sample } = performance;
  const text = readFileSync(join(folder(), 'said.json'), 'utf8');
  return z
    .array(said)
    .parse(JSON.parse(text))
    .map((each) => ({
      at: at(workday(date, each.day), each.time, sample.workspace.zone),
      run: () => say(each, performance, stories),
    }));
}

async function say(
  each: Said,
  { stage, known, releases }: Performance,
  stories: readonly Story[],
): Promise<void> {
  const story = stories.find(({ name }) => name === each.release);
  const releaseId = story && releases.get(story);
  if (releaseId === undefined)
    throw new Error(`said.json names ${each.release}, which is not there`);
  const as = idOf(known.people, each.as);
  switch (each.do) {
    case 'comment': {
      const place = await placeOf(each.about, releaseId, as, stage);
      await stage.call('comments.add', { ...place, text: each.text }, as);
      return;
    }
    case 'attach': {
      const place = await placeOf(each.about, releaseId, as, stage);
      const path = join(folder(), 'attachments', each.file);
      await stage.call('attachments.add', { ...place, file: { path } }, as);
      return;
    }
    case 'read':
      await stage.call('comments.seen', { releaseId }, as);
      return;
    default:
      assertNever(each);
  }
}

async function placeOf(
  where: z.infer<typeof about>,
  releaseId: string,
  as: string,
  stage: Performance['stage'],
): Promise<Place> {
  if ('gate' in where) {
    const gates = await stage.call('gates.list', { releaseId }, as);
    const found = gates.find(({ key }) => key === where.gate);
    return { releaseId, subject: 'gate', subjectId: found?.id ?? where.gate };
  }
  if ('risk' in where) {
    const { risks } = await stage.call('risks.list', { releaseId }, as);
    const found = risks.find(({ title }) => title === where.risk);
    return { releaseId, subject: 'risk', subjectId: found?.id ?? where.risk };
  }
  if ('scope' in where) {
    const items = await stage.call('scope.list', { releaseId }, as);
    const found = items.find(({ ticket }) => ticket === where.scope);
    return { releaseId, subject: 'scope-item', subjectId: found?.id ?? where.scope };
  }
  return { releaseId, subject: 'release', subjectId: releaseId };
}
