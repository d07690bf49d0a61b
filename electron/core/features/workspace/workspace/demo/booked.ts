import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { resourceFolder } from '#core/resources.ts';
import { absenceKind } from '#shared/model/planning/bookings.ts';
import { iso } from '#core/database/select.ts';
import { mondayOf } from '#shared/rules/planning/capacity/capacity.ts';
import { plusDays } from '#shared/rules/planning/zoned-time.ts';
import { at, workday } from './days.ts';
import { idOf } from './found-workspace.ts';
import type { Performance } from './perform.ts';
import type { Story } from './story.ts';

/** Working days from the day of the demo, and a time of the day. */
const moment = z.strictObject({ day: z.number(), time: z.string() });

/** Who needs which environment, who is away, and whose days are promised; a file edited by hand. */
const booked = z.strictObject({
  bookings: z.array(
    z.strictObject({
      ...{ as: z.string(), environment: z.string(), release: z.string().nullable() },
      ...{ purpose: z.string(), from: moment, to: moment, shared: z.boolean(), note: z.string() },
    }),
  ),
  absences: z.array(
    z.strictObject({
      ...{ as: z.string(), person: z.string(), kind: absenceKind, deputy: z.string() },
      ...{ firstDay: z.number(), lastDay: z.number(), note: z.string() },
    }),
  ),
  commitments: z.array(
    z.strictObject({
      ...{ release: z.string(), role: z.string(), person: z.string().nullable() },
      /** 0 is the week of the demo. */
      ...{ week: z.number(), days: z.number() },
    }),
  ),
});
type Booked = z.infer<typeof booked>;

/** All of it is entered on the afternoon before, when the releases ahead are there. */
export function bookedMoments(performance: Performance, stories: readonly Story[]) {
  const { date, sample } = performance;
  const text = readFileSync(join(resourceFolder('sample'), 'booked.json'), 'utf8');
  const given = booked.parse(JSON.parse(text));
  const idOfRelease = (name: string) => {
    const story = stories.find((each) => each.name === name);
    const id = story && performance.releases.get(story);
    if (id === undefined) throw new Error(`booked.json names ${name}, which is not there`);
    return id;
  };
  return [
    {
      at: at(workday(date, -1), '15:40', sample.workspace.zone),
      run: async () => {
        await book(given.bookings, performance, idOfRelease);
        await recordAbsences(given.absences, performance);
        await commit(given.commitments, performance, idOfRelease);
      },
    },
  ];
}

async function book(
  bookings: Booked['bookings'],
  { stage, known, sample, date }: Performance,
  idOfRelease: (name: string) => string,
): Promise<void> {
  const { zone } = sample.workspace;
  for (const { as, environment, release, from, to, ...values } of bookings) {
    const start = at(workday(date, from.day), from.time, zone);
    const end = at(workday(date, to.day), to.time, zone);
    const input = {
      environmentId: idOf(known.environments, environment),
      releaseId: release === null ? null : idOfRelease(release),
      ...{ ...values, zone, startAt: iso(start), endAt: iso(end) },
    };
    await stage.call('bookings.create', input, idOf(known.people, as));
  }
}

async function recordAbsences(
  absences: Booked['absences'],
  { stage, known, date }: Performance,
): Promise<void> {
  for (const { as, person, deputy, firstDay, lastDay, ...values } of absences) {
    const input = {
      ...values,
      personId: idOf(known.people, person),
      deputyId: idOf(known.people, deputy),
      firstOn: workday(date, firstDay),
      lastOn: workday(date, lastDay),
    };
    await stage.call('absences.save', input, idOf(known.people, as));
  }
}

async function commit(
  commitments: Booked['commitments'],
  { stage, known, date }: Performance,
  idOfRelease: (name: string) => string,
): Promise<void> {
  const mara = idOf(known.people, 'mara');
  for (const { release, role, person, week, days } of commitments) {
    const input = {
      ...{ releaseId: idOfRelease(release), roleKey: role, days },
      personId: person === null ? null : idOf(known.people, person),
      weekOn: plusDays(mondayOf(date), week * 7),
    };
    await stage.call('capacity.commit', input, mara);
  }
}
