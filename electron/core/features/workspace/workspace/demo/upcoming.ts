import { dateIn, plusDays } from '#shared/rules/planning/zoned-time.ts';
import { nameWith, resolveVersions } from './calendar-versions.ts';
import { at, notOnWeekend, workday } from './days.ts';
import type { Happening } from './happenings.ts';
import type { Sample, UpcomingRelease } from './sample.ts';
import type { Chance } from './seeded-chance.ts';
import type { Moment, Plot, Story } from './story.ts';

export type PlotInput = {
  sample: Sample;
  /** The day the demo is made for, in the zone of its workspace. */
  date: string;
  chance: Chance;
  nextCalendarVersion(startDate: string): string;
};

/** The releases ahead, as resources/sample/upcoming.json tells them day by day. */
export function upcomingPlot(input: PlotInput): Plot {
  const plots = input.sample.upcoming.map((release) => plotOf(release, input));
  return {
    stories: plots.map(({ story }) => story),
    moments: plots.flatMap(({ moments }) => moments),
  };
}

function plotOf(release: UpcomingRelease, input: PlotInput) {
  const { date, chance, sample } = input;
  const { zone } = sample.workspace;
  const deployments = release.starts.map((start) => {
    const ahead = plusDays(date, start.day);
    const day =
      start.day < 0 ? workday(date, start.day) : start.anyDay ? ahead : notOnWeekend(ahead);
    const where = start.zone ?? zone;
    const { environment, minutes } = start;
    return { environment, minutes, zone: where, startAt: at(day, start.time, where) };
  });
  const last = deployments.at(-1);
  const startDate = last === undefined ? date : dateIn(new Date(last.startAt).toISOString(), zone);
  const versions = resolveVersions(release.versions, startDate, input.nextCalendarVersion);
  const story: Story = {
    name: nameWith(release.name, versions),
    sampleName: release.name,
    type: release.type,
    requester: release.as,
    owner: release.owner,
    notes: release.notes,
    dataMigration: release.dataMigration,
    versions,
    deployments,
    commits: release.commits.map(({ day, time, ...commit }) => ({
      ...commit,
      sha: chance.hex(40),
      at: at(workday(date, day), time, zone),
    })),
  };
  const created = at(workday(date, release.created.day), release.created.time, zone);
  const moments = release.events.map(({ day, time, as, happening }) => ({
    at: at(workday(date, day), time, zone),
    as,
    story,
    happening: withVersion(happening, versions),
  }));
  const create = { at: created, as: release.as, story, happening: { do: 'create' } as const };
  return { story, moments: [create, ...moments, ...planMoments(story, release.name, input)] };
}

/** When the plan was made and its tasks were done, as resources/sample/plan.json tells. */
function planMoments(story: Story, name: string, { sample, date }: PlotInput): Moment[] {
  const plan = sample.plans[name];
  if (plan === undefined) return [];
  const { day, time, as, done, ...planned } = plan;
  const { zone } = sample.workspace;
  const made = { do: 'plan' as const, ...planned };
  return [
    { at: at(workday(date, day), time, zone), as, story, happening: made },
    ...done.map((each) => ({
      ...{ at: at(workday(date, each.day), each.time, zone), as: each.as, story },
      happening: { do: 'finish' as const, task: each.task },
    })),
  ];
}

function withVersion(happening: Happening, versions: Record<string, string>): Happening {
  if (happening.do !== 'component' || happening.version !== 'calendar') return happening;
  return { ...happening, version: versions[happening.service] ?? happening.version };
}
