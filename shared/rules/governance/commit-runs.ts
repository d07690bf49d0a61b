import type { PipelineRun } from '#shared/model/delivery/pipelines.ts';

export type CommitRun = Pick<
  PipelineRun,
  | 'id'
  | 'connectionId'
  | 'externalId'
  | 'attempt'
  | 'number'
  | 'workflow'
  | 'status'
  | 'warnings'
  | 'rawStatus'
  | 'rawResult'
  | 'commit'
  | 'url'
  | 'createdAt'
>;

/** Commit ids may be abbreviated on either side, but not to fewer digits than these. */
const shortestCommit = 7;

/** Whether two commit ids, either of them perhaps abbreviated, can name the same commit. */
export function sameCommit(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  if (length < shortestCommit) return false;
  // Lists ask this millions of times: without it, each would make two texts to compare.
  if (a.charAt(0).toLowerCase() !== b.charAt(0).toLowerCase()) return false;
  return a.slice(0, length).toLowerCase() === b.slice(0, length).toLowerCase();
}

/** The different commits of runs that all fit one id; more than one means the id names none of them. */
export function differentCommits(runs: readonly { commit: string }[]): string[] {
  const fitting = new Set(runs.map((run) => run.commit.toLowerCase()));
  // A run told with an abbreviated id is no commit beside the one it abbreviates.
  return [...fitting]
    .filter((one) => ![...fitting].some((other) => other !== one && other.startsWith(one)))
    .toSorted();
}

/**
 * The attempt whose status counts: the newest of the newest run. Runs go by when they were created,
 * then by number; one without a time is older than any with one, so that it hides no later failure.
 */
export function newestRun(attempts: readonly CommitRun[]): CommitRun | null {
  const runs = Map.groupBy(attempts, ({ connectionId, externalId }) =>
    JSON.stringify([connectionId, externalId]),
  );
  const [newest] = [...runs.values()].map(asRun).toSorted((a, b) => byAge(b, a));
  return newest?.attempts[0] ?? null;
}

type Run = { key: string; createdMs: number; number: number; attempts: CommitRun[] };

/** The latest time any attempt gives: a further attempt then never makes its run look older. */
function asRun(attempts: CommitRun[]): Run {
  const created = attempts.flatMap(({ createdAt }) =>
    createdAt === null ? [] : Date.parse(createdAt),
  );
  return {
    key: attempts[0]?.externalId ?? '',
    createdMs: created.length > 0 ? Math.max(...created) : 0,
    number: Math.max(...attempts.map(({ number }) => number ?? 0)),
    attempts: attempts.toSorted((a, b) => b.attempt - a.attempt || compareText(a.id, b.id)),
  };
}

/** Runs alike in time and number are settled by their keys, so that the order of rows never matters. */
function byAge(a: Run, b: Run): number {
  return a.createdMs - b.createdMs || a.number - b.number || compareText(a.key, b.key);
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
