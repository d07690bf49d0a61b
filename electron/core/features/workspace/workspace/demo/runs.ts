import type { RunStatus } from '#shared/model/delivery/pipelines.ts';
import { plusDays } from '#shared/rules/planning/zoned-time.ts';
import { at, isWorkday } from './days.ts';
import type { Conclusion, Sample } from './sample.ts';
import type { Chance } from './seeded-chance.ts';
import type { Commit } from './story.ts';

const minute = 60_000;

type Workflow = Sample['workspace']['connections'][number]['workflows'][number];

/** One run of a workflow with all its attempts, before it has a number. */
export type PlannedRun = {
  connection: string;
  workflow: Workflow;
  commit: Pick<Commit, 'sha' | 'title' | 'branch' | 'at'>;
  event: 'push' | 'pull_request' | 'schedule';
  attempts: readonly Conclusion[];
};

/** The raw words GitHub would have used, and what they mean; times are added by the attempt. */
export const outcomes: Record<
  Conclusion,
  { status: RunStatus; warnings: boolean; rawStatus: string; rawResult: string | null }
> = {
  success: finished('succeeded', 'success'),
  warnings: { ...finished('succeeded', 'success'), warnings: true },
  failure: finished('failed', 'failure'),
  cancelled: finished('cancelled', 'cancelled'),
  running: { status: 'running', warnings: false, rawStatus: 'in_progress', rawResult: null },
  queued: { status: 'queued', warnings: false, rawStatus: 'queued', rawResult: null },
};

function finished(status: RunStatus, rawResult: string) {
  return { status, warnings: false, rawStatus: 'completed', rawResult };
}

/** Runs of the releases' commits: every workflow of the service but the nightly ones. */
export function runsOfCommits(commits: readonly Commit[], sample: Sample): PlannedRun[] {
  return commits.flatMap((commit) =>
    workflowsOf(commit.service, sample).map(({ connection, workflow }) => ({
      connection,
      workflow,
      commit,
      event: 'push' as const,
      attempts: commit.results[workflow.workflow] ?? ['success'],
    })),
  );
}

/** What else went through the pipelines in a year: a few pushes each working day, and a run each Sunday night. */
export function everydayRuns(sample: Sample, date: string, chance: Chance): PlannedRun[] {
  const runs: PlannedRun[] = [];
  for (let ago = 364; ago > 0; ago -= 1) {
    const day = plusDays(date, -ago);
    if (isWorkday(day)) runs.push(...pushesOf(day, sample, chance));
    else if (isWorkday(plusDays(day, 1))) runs.push(...nightly(day, sample, chance));
  }
  return runs;
}

function pushesOf(day: string, sample: Sample, chance: Chance): PlannedRun[] {
  return Array.from({ length: chance.whole(0, 3) }, () => {
    const service = chance.pick(['payments', 'payments', 'checkout', 'checkout', 'ledger']);
    const { connection, workflow } = chance.pick(workflowsOf(service, sample));
    const hours = String(chance.whole(8, 17)).padStart(2, '0');
    const minutes = String(chance.whole(0, 59)).padStart(2, '0');
    const when = at(day, `${hours}:${minutes}`, sample.workspace.zone);
    const isPull = chance.happens(0.3);
    const title = titleOf(service, sample, chance);
    return {
      connection,
      workflow,
      commit: {
        sha: chance.hex(40),
        title,
        branch: isPull ? branchName(title) : 'main',
        at: when + chance.whole(0, 59) * 1000,
      },
      event: isPull ? 'pull_request' : 'push',
      attempts: attemptsOf(chance),
    };
  });
}

function nightly(day: string, sample: Sample, chance: Chance): PlannedRun[] {
  return sample.workspace.connections.flatMap(({ key, workflows }) =>
    workflows.filter(isNightly).map((workflow) => ({
      connection: key,
      workflow,
      commit: {
        sha: chance.hex(40),
        title: workflow.name,
        branch: 'main',
        at: at(day, '02:00', sample.workspace.zone),
      },
      event: 'schedule' as const,
      attempts: attemptsOf(chance),
    })),
  );
}

/** Most succeed; some fail and do so again or not; a few are cancelled or warn of something. */
function attemptsOf(chance: Chance): Conclusion[] {
  const lot = chance.whole(1, 100);
  if (lot <= 84) return ['success'];
  if (lot <= 87) return ['warnings'];
  if (lot <= 90) return ['cancelled'];
  if (lot <= 95) return ['failure', 'success'];
  return lot <= 97 ? ['failure', 'failure', 'success'] : ['failure'];
}

function titleOf(service: string, sample: Sample, chance: Chance): string {
  const pool = sample.scope[service] ?? [];
  if (pool.length === 0 || chance.happens(0.35)) return chance.pick(sample.words.chores);
  return chance.pick(pool)[1];
}

function branchName(title: string): string {
  const words = title
    .toLowerCase()
    .replace(/[^a-z0-9 ]+/g, '')
    .split(' ');
  return words.slice(0, 4).join('-');
}

function workflowsOf(service: string, { workspace }: Sample) {
  return workspace.connections.flatMap(({ key, workflows }) =>
    workflows
      .filter((workflow) => workflow.service === service && !isNightly(workflow))
      .map((workflow) => ({ connection: key, workflow })),
  );
}

function isNightly({ workflow }: Workflow): boolean {
  return workflow.includes('nightly');
}

/** When an attempt was started and ended; one that goes on has no end. */
export function attemptTimes({ commit, workflow }: PlannedRun, attempt: number) {
  const startedAt = commit.at + 20_000 + attempt * (workflow.minutes + 25) * minute;
  return { startedAt, endedAt: startedAt + workflow.minutes * minute };
}
