import { shop } from './runs.ts';

/** A deployment in GitHub's own words. Tests may set any key, to any value, right or wrong. */
export type GithubDeployment = Record<string, unknown> & { id: number; created_at: string };

export type GithubStatus = Record<string, unknown> & { id: number };

const firstId = 4_300_000_001;
const firstCreated = Date.UTC(2026, 0, 5, 9, 0, 0);

/** A deployment of acme/shop to production. */
export function aDeployment(overrides: Partial<GithubDeployment> = {}): GithubDeployment {
  const id = overrides.id ?? firstId;
  const created = overrides.created_at ?? instant(firstCreated);
  return {
    id,
    sha: (id * 7919).toString(16).padStart(40, '0'),
    ref: 'main',
    task: 'deploy',
    payload: {},
    original_environment: 'production',
    environment: 'production',
    description: null,
    creator: { login: 'octocat', id: 1 },
    created_at: created,
    updated_at: created,
    repository_url: `https://api.github.com/repos/${shop.full_name}`,
    ...overrides,
  };
}

/** What a deployment came to, in the words of GitHub. */
export function aStatus(
  deployment: Pick<GithubDeployment, 'id' | 'created_at'>,
  state: string | null,
  overrides: Partial<GithubStatus> = {},
): GithubStatus {
  const at = overrides['created_at'] ?? deployment.created_at;
  return {
    id: deployment.id * 10,
    state,
    environment: 'production',
    description: '',
    log_url: '',
    target_url: '',
    environment_url: '',
    deployment_url: `https://api.github.com/repos/${shop.full_name}/deployments/${deployment.id}`,
    created_at: at,
    updated_at: at,
    ...overrides,
  };
}

/** As GitHub writes instants: UTC, without fractions. */
export function instant(epochMs: number): string {
  return new Date(epochMs).toISOString().replace('.000Z', 'Z');
}
