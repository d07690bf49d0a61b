import { z } from 'zod';
import type { NormalisedRow } from '#shared/model/delivery/rows.ts';
import { isRecord } from '../record.ts';
import { shaped, type AnswerKind } from '../reading/answer-kinds.ts';
import { blankRun, keyFrom } from '../reading/blank-rows.ts';
import { text } from '../reading/fields.ts';
import { placeAt, storable, type Place } from '../reading/place.ts';
import { readBuild } from './builds.ts';
import { jobPathIn } from './job-path.ts';
import { colourStatus } from './status.ts';

const job = z.object({ name: text, fullName: text, url: text, color: text });

/** Deeper than folders are made by people; a file can be made deeper. */
const deepest = 50;

/** Jobs by their colour; folders are opened, and a build that is told goes before the colour. */
export const jobs: AnswerKind = {
  kinds: ['jobs', 'job'],
  listAt: ['jobs'],
  isRow: (value) => 'name' in value && ('color' in value || 'jobs' in value),
  read: (value, place) => readJob(value, place, 0),
};

function readJob(value: Record<string, unknown>, place: Place, depth: number): NormalisedRow[] {
  const inside = value['jobs'];
  if (Array.isArray(inside) && depth < deepest) {
    return inside.flatMap((each: unknown, n) => {
      const here = within(place, `jobs[${n}]`);
      if (isRecord(each)) return readJob(each, here, depth + 1);
      here.warn('', 'expected a job');
      return [];
    });
  }
  const last = value['lastBuild'];
  if (isRecord(last) && ('building' in last || 'result' in last)) {
    return readBuild(last, within(place, 'lastBuild'));
  }
  const found = shaped(job, value, place, 'the job');
  if (found === null) return [];
  const name = storable(found.fullName) || jobPathIn(found.url)?.job || storable(found.name);
  if (found.color === undefined || found.color === null) {
    place.warn('', 'has no colour and no build, so it says nothing of a status; left out');
    return [];
  }
  const externalId = keyFrom(place, name);
  if (externalId === null) return [];
  return [
    {
      ...blankRun,
      ...colourStatus(found.color),
      externalId,
      workflow: name ?? '',
      workflowName: storable(found.name) ?? '',
      title: storable(found.name) ?? '',
      rawStatus: storable(found.color),
      url: place.link('url', found.url),
    },
  ];
}

function within(place: Place, part: string): Place {
  return placeAt(`${place.at}.${part}`, place.warnings);
}
