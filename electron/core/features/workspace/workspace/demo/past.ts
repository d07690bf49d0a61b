import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resourceFolder } from '#core/resources.ts';
import { releaseTemplate } from '#shared/model/planning/templates.ts';
import { roleOfPlace } from '#shared/rules/governance/policy/policy-places.ts';
import { readPolicy } from '#shared/rules/governance/policy/read-policy.ts';
import { dateIn, daysBetween, plusDays } from '#shared/rules/planning/zoned-time.ts';
import { at } from './days.ts';
import { nameWith, resolveVersions } from './calendar-versions.ts';
import type { Happening } from './happenings.ts';
import { decisionActs } from './past-decisions.ts';
import type { Act, DecidedGate } from './past-decisions.ts';
import { deploymentActs, plannedStarts } from './past-deployments.ts';
import { createScopeSource } from './past-scope.ts';
import type { ScopeSource } from './past-scope.ts';
import { pastDate, pastTimes } from './past-times.ts';
import type { PastTimes } from './past-times.ts';
import { spread } from './spread.ts';
import type { PastRelease, Sample } from './sample.ts';
import type { Moment, Plot, Story } from './story.ts';
import type { PlotInput } from './upcoming.ts';

const minute = 60_000;

/** A year of releases that are over, each from one entry of resources/sample/past.json. */
export function pastPlot(input: PlotInput): Plot {
  const scope = createScopeSource(input.sample, input.chance);
  const gates = decidedGates(input.sample.workspace.profile);
  const plots = input.sample.past.map((release) => plotOf(release, input, scope, gates));
  return {
    stories: plots.map(({ story }) => story),
    moments: plots.flatMap(({ moments }) => moments),
  };
}

function plotOf(
  release: PastRelease,
  input: PlotInput,
  scope: ScopeSource,
  gates: readonly DecidedGate[],
) {
  const { sample, chance, date } = input;
  const { zone } = sample.workspace;
  const { type, time, dataMigration } = release;
  const template = releaseTemplate.parse(
    JSON.parse(readFileSync(join(resourceFolder('templates'), 'release', `${type}.json`), 'utf8')),
  );
  const planned = plusDays(date, -release.daysBefore);
  const times = pastTimes({ type, date: planned, time, zone, template });
  const startDate = pastDate({ type, date: planned });
  const versions = resolveVersions(release.versions, startDate, input.nextCalendarVersion);
  const services = Object.keys(versions);
  const urgent = release.fixes !== undefined;
  const items = scope.take(release, services);
  const story: Story = {
    name: nameWith(release.name, versions),
    type,
    requester: urgent ? 'jon' : 'mara',
    owner: services[0] === 'ledger' ? 'jon' : 'priya',
    notes: release.fixes ?? release.note,
    dataMigration,
    versions,
    deployments: plannedStarts(release, services, times.start, zone),
    commits: services.map((service) => ({
      key: service,
      sha: chance.hex(40),
      service,
      title: `${items.find((item) => item.service === service)?.ticket ?? ''} ${items[0]?.title ?? ''}`,
      branch: urgent ? `hotfix/${versions[service] ?? ''}` : 'main',
      at: times.commit,
      results: {},
    })),
  };
  const ofBuild = gates.filter(({ phase }) => phase === 'build');
  const after = gates.filter(({ phase }) => phase !== 'build');
  const decisionsAt = (decided: readonly DecidedGate[]) =>
    decisionActs({
      gates: decided,
      story: release.story.filter(({ gate }) => decided.some(({ key }) => key === gate)),
      holders: holdersOf(sample, urgent),
      recorder: 'mara',
      dropped: items.at(-1)?.title ?? '',
      words: sample.words,
      chance,
    });
  const acts = decisionsAt(after);
  const timed = [
    ...planningActs(story, items, times, input),
    ...buildActs(story, { ofBuild, after }, times, input, release.daysBefore),
    ...spread(decisionsAt(ofBuild), times.component + 2 * minute, times.decideFrom, null),
    ...spread(acts, times.decideFrom + 3 * minute, times.decideTo, urgent ? null : zone),
    ...endingActs(release, times, acts),
  ];
  return { story, moments: timed.map((act): Moment => ({ ...act, story })) };
}

/** Every gate people decide at before a release starts; which of them one has, its risk will say. */
function decidedGates(profile: Sample['workspace']['profile']): DecidedGate[] {
  const text = readFileSync(join(resourceFolder('templates'), 'policy', `${profile}.yaml`), 'utf8');
  const { policy } = readPolicy(text);
  if (policy === null) throw new Error(`The policy ${profile} that is shipped cannot be read`);
  return policy.gates
    .filter(({ check, phase }) => check === 'decision' && phase !== 'post-release')
    .map(({ key, phase, places }) => ({ key, phase, roles: places.map(roleOfPlace) }));
}

type TimedAct = Act & { at: number };

function planningActs(
  story: Story,
  items: ReturnType<ScopeSource['take']>,
  { created, rollback, build, start }: PastTimes,
  { sample, chance, date }: PlotInput,
): (TimedAct | { at: number; as: string; happening: { do: 'create' } })[] {
  const [service = ''] = Object.keys(story.versions);
  const step = Math.min(20 * minute, Math.floor((rollback - created) / 12));
  const risks = sample.words.risks[service] ?? [];
  const risk = chance.pick(risks);
  const { zone } = sample.workspace;
  const dayOf = (instant: number) => dateIn(new Date(instant).toISOString(), zone);
  // Lately enough that it still says something when the release starts.
  const rehearsedOn = plusDays(dayOf(start), -chance.whole(8, 24));
  const written = Math.max(rollback, at(rehearsedOn, '16:10', zone));
  return [
    { at: created, as: story.requester, happening: { do: 'create' } },
    ...(story.requester === 'jon' ? [{ at: created, as: 'jon', happening: assignReviewer }] : []),
    ...items.map(({ service: _service, ...item }, index) => ({
      at: created + step * (index + 1),
      as: index % 3 === 2 ? 'jon' : 'priya',
      happening: { do: 'scope', note: '', ...item } as const,
    })),
    {
      at: rollback - step,
      as: 'jon',
      happening: {
        ...{ do: 'risk', ...risk, owner: chance.pick(['jon', 'tomas', 'iris']) },
        state: chance.happens(0.4) ? 'mitigated' : 'open',
      } as const,
    },
    {
      at: written,
      as: 'tomas',
      happening: {
        do: 'rollback',
        service,
        rehearsedDaysBefore: daysBetween(rehearsedOn, date),
        result: 'as planned',
      },
    },
    { at: build, as: 'mara', happening: { do: 'settle', phase: 'planning' } },
    { at: build + minute, as: 'mara', happening: { do: 'enter', phase: 'build' } },
  ];
}

/** The developers read each other's work: who asks for a release does not review it. */
const assignReviewer = { do: 'assign', roles: { 'development-lead': 'ana' } } as const;

function buildActs(
  story: Story,
  gates: { ofBuild: readonly DecidedGate[]; after: readonly DecidedGate[] },
  { component, decideFrom: ready }: PastTimes,
  { chance }: PlotInput,
  daysBefore: number,
): TimedAct[] {
  const number = `CHG00${12_300 - daysBefore * 2}`;
  const reason = chance.happens(0.3) ? 'No customer sees this change.' : null;
  return [
    ...Object.entries(story.versions).map(([service, version]): TimedAct => {
      const part = { service, version, commit: service, changeNumber: number };
      return { at: component, as: 'jon', happening: { do: 'component', ...part } };
    }),
    { at: component, as: 'jon', happening: { do: 'work', status: 'done' } },
    { at: component + minute, as: 'jon', happening: { do: 'settle', phase: 'build' } },
    { at: component + 2 * minute, as: story.requester, happening: ask(gates.ofBuild) },
    { at: ready, as: 'mara', happening: { do: 'enter', phase: 'readiness' } },
    { at: ready, as: story.requester, happening: ask(gates.after) },
    {
      at: ready + minute,
      as: 'yael',
      happening: {
        ...{ do: 'settle', phase: 'readiness' },
        notApplicable: reason === null ? undefined : { item: 3, reason },
      } as const,
    },
  ];
}

function ask(gates: readonly DecidedGate[]): Happening {
  return { do: 'request', gates: gates.map(({ key }) => key), note: '' };
}

function endingActs(release: PastRelease, times: PastTimes, acts: readonly Act[]): TimedAct[] {
  if (release.outcome === 'cancelled') {
    const at = times.start - 20 * minute;
    return [{ at, as: 'mara', happening: { do: 'close', outcome: 'cancelled' } }];
  }
  if (acts.length === 0) throw new Error(`${release.name} has no gate that is decided`);
  return deploymentActs(release, times);
}

function holdersOf(sample: Sample, urgent: boolean): Map<string, string> {
  const holders = new Map(
    sample.workspace.people.flatMap(({ key, roles }) =>
      roles.map((role): [string, string] => [role, key]),
    ),
  );
  if (urgent) holders.set('development-lead', 'ana');
  return holders;
}
