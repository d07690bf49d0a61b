import { renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Context } from '#core/context.ts';
import { writeMeta } from '#core/database/meta.ts';
import { iso } from '#core/database/select.ts';
import { dateIn, plusDays } from '#shared/rules/planning/zoned-time.ts';
import { createCalendarVersions } from './calendar-versions.ts';
import { calendarWays } from './calendar-ways.ts';
import { boardMoments } from './board.ts';
import { bookedMoments } from './booked.ts';
import { at } from './days.ts';
import { demoPath } from './demo-path.ts';
import { failSync, foundWorkspace, idOf } from './found-workspace.ts';
import { planImports, storeImport } from './import-runs.ts';
import { ownWays } from './own-ways.ts';
import { pastPlot } from './past.ts';
import { perform } from './perform.ts';
import { everydayRuns, runsOfCommits } from './runs.ts';
import { readSample } from './sample.ts';
import type { Sample } from './sample.ts';
import { saidMoments } from './said.ts';
import { createChance } from './seeded-chance.ts';
import { openStage } from './stage.ts';
import type { Stage } from './stage.ts';
import type { Moment } from './story.ts';
import { lessonMoments } from './teach-lessons.ts';
import { upcomingPlot } from './upcoming.ts';

/** The time of day the demo stands at: what it says about "now" is true from then on. */
const presentTime = '09:20';

const day = 86_400_000;

/**
 * Makes the demo workspace and gives its path. Everything in it is counted from the date, so the
 * same date gives the same rows. Without a date it is the last day whose morning has come in the
 * workspace's zone: nothing in the demo lies ahead of the clock that should not.
 */
export async function createDemo(
  input: { path?: string | undefined; date?: string | undefined },
  context: Context,
): Promise<string> {
  const sample = readSample();
  const path = demoPath(input.path, context.platform.documentsFolder);
  const date = input.date ?? presentDate(context.now, sample.workspace.zone);
  // Made beside its place under a name of its own: half a demo never stands where a whole one should.
  const tag = Buffer.from(context.randomBytes(4)).toString('hex');
  const making = join(dirname(path), `.${basename(path, '.slipway')}-${tag}.slipway`);
  try {
    await make(making, date, sample, context);
    renameSync(making, path);
    return path;
  } catch (error) {
    rmSync(making, { force: true });
    throw error;
  }
}

function presentDate(now: number, zone: string): string {
  const today = dateIn(iso(now), zone);
  return at(today, presentTime, zone) <= now ? today : plusDays(today, -1);
}

type Scheduled = { at: number; run(): Promise<void> | void };

async function make(path: string, date: string, sample: Sample, context: Context): Promise<void> {
  const { name, zone, profile } = sample.workspace;
  const chance = createChance(9_142);
  const input = { sample, date, chance, nextCalendarVersion: createCalendarVersions() };
  const past = pastPlot(input);
  const upcoming = upcomingPlot(input);
  const plots = [past, upcoming];
  const moments = plots.flatMap((plot) => plot.moments);
  const commits = plots.flatMap((plot) => plot.stories.flatMap((story) => story.commits));
  const begin = Math.min(...moments.map((moment) => moment.at)) - 14 * day;
  const present = at(date, presentTime, zone);
  const runs = [...runsOfCommits(commits, sample), ...everydayRuns(sample, date, chance)];

  const stage = openStage({ path, name, zone, profile }, begin, context);
  try {
    writeMeta(stage.store.raw, 'demo_date', date);
    const known = await foundWorkspace(stage, sample);
    const performance = { stage, known, sample, date, chance, releases: new Map() };
    const imports = sample.workspace.connections.flatMap((connection, place) =>
      planImports(connection, {
        place,
        runs: runs.filter((run) => run.connection === connection.key),
        asked: whenBuildEnds(moments, connection),
        present,
      }),
    );
    const mara = idOf(known.people, 'mara');
    await play(stage, context, [
      ...moments.map((moment) => ({ at: moment.at, run: () => perform(moment, performance) })),
      ...ownWays(performance, upcoming.stories),
      ...lessonMoments(performance, upcoming.stories),
      ...calendarWays(performance),
      ...imports.map((each) => ({
        at: each.at,
        run: () => storeImport(stage, each, idOf(known.connections, each.connection.key), mara),
      })),
      ...saidMoments(performance, upcoming.stories),
      ...bookedMoments(performance, upcoming.stories),
      ...boardMoments(performance),
      ...failedSyncs(stage, sample, known.connections, present),
    ]);
  } finally {
    stage.close();
  }
}

/** Whoever goes on to readiness looks first how the pipelines stand. */
function whenBuildEnds(
  moments: readonly Moment[],
  { workflows }: Sample['workspace']['connections'][number],
): number[] {
  const services = new Set(workflows.map(({ service }) => service));
  return moments.flatMap(({ at: time, happening, story }) => {
    if (happening.do !== 'enter' || happening.phase !== 'readiness') return [];
    return Object.keys(story.versions).some((key) => services.has(key)) ? [time - 60_000] : [];
  });
}

function failedSyncs(
  stage: Stage,
  { workspace }: Sample,
  connections: Map<string, string>,
  present: number,
): Scheduled[] {
  return workspace.connections.flatMap(({ key, error }) =>
    error === null
      ? []
      : [{ at: present - 12 * 60_000, run: () => failSync(stage, idOf(connections, key), error) }],
  );
}

/** Everything in the order of time; what falls together happens in the order it was planned. */
async function play(stage: Stage, context: Context, scheduled: Scheduled[]): Promise<void> {
  const progress = context.startProgress(undefined, 'Make the demo workspace');
  try {
    for (const [index, { at: time, run }] of scheduled.toSorted((a, b) => a.at - b.at).entries()) {
      stage.setClock(time);
      await run();
      if (index % 50 > 0) continue;
      progress.report(index, scheduled.length);
      // Lets other calls in, among them the one that cancels this.
      await setImmediate();
      progress.signal.throwIfAborted();
    }
    progress.end('done');
  } catch (error) {
    progress.end(progress.signal.aborted ? 'cancelled' : 'failed');
    throw error;
  }
}
