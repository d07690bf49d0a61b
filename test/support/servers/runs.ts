import { fullRun } from './full-run.ts';

/** A workflow run in GitHub's own words. Tests may set any key, to any value, right or wrong. */
export type GithubRun = {
  id: number;
  name: string | null;
  head_branch: string | null;
  head_sha: string;
  path: string;
  display_title: string;
  run_number: number;
  run_attempt: number;
  event: string;
  status: string | null;
  conclusion: string | null;
  workflow_id: number;
  html_url: string;
  created_at: string;
  run_started_at: string;
  updated_at: string;
  repository: { id: number; full_name: string } | null;
  [key: string]: unknown;
};

/** `full` gives all fields of the real answer, about 10 KB; without it only those that matter. */
export type RunOverrides = Partial<GithubRun> & { full?: boolean };

export const shop = { id: 1296269, full_name: 'acme/shop' };

const firstId = 9_000_000_001;
const firstCreated = Date.UTC(2026, 0, 5, 9, 0, 0);

/** A finished, successful run of acme/shop's build on main. */
export function aRun({ full = false, ...overrides }: RunOverrides = {}): GithubRun {
  const id = overrides.id ?? firstId;
  const created = overrides.created_at ?? instant(firstCreated);
  const started = overrides.run_started_at ?? created;
  const run: GithubRun = {
    id,
    name: 'Build',
    head_branch: 'main',
    head_sha: (id * 7919).toString(16).padStart(40, '0'),
    path: '.github/workflows/build.yml',
    display_title: `Change number ${id - firstId + 1}`,
    run_number: id - firstId + 1,
    run_attempt: 1,
    event: 'push',
    status: 'completed',
    conclusion: 'success',
    workflow_id: 161335,
    html_url: `https://github.com/acme/shop/actions/runs/${id}`,
    created_at: created,
    run_started_at: started,
    updated_at: overrides.updated_at ?? instant(Date.parse(started) + 5 * 60_000),
    repository: shop,
    ...overrides,
  };
  return full ? fullRun(run) : run;
}

/**
 * `count` runs an hour apart, newest first as GitHub lists them, each differing in what `make` gives
 * for its number (from 0, the oldest).
 */
export function someRuns(
  count: number,
  make: (n: number) => RunOverrides = () => ({}),
): GithubRun[] {
  return Array.from({ length: count }, (_, n) =>
    aRun({ id: firstId + n, created_at: instant(firstCreated + n * 3_600_000), ...make(n) }),
  ).reverse();
}

/** As GitHub writes instants: UTC, without fractions. */
function instant(epochMs: number): string {
  return new Date(epochMs).toISOString().replace('.000Z', 'Z');
}
