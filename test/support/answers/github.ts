import { aRun } from '../servers/runs.ts';

/** One full row of each answer, as GitHub documents it. */
export const github = {
  'workflow-runs': aRun(),
  jobs: {
    id: 21_709_234_873,
    run_id: 7_920_001,
    run_attempt: 2,
    head_sha: 'a91957a858320c0e17f3a0eca7cfacbff50ea29a',
    status: 'completed',
    conclusion: 'success',
    name: 'build (ubuntu)',
    workflow_name: 'Build',
    started_at: '2026-02-01T09:00:05Z',
    completed_at: '2026-02-01T09:03:05Z',
    html_url: 'https://github.com/acme/shop/actions/runs/7920001/job/21709234873',
    steps: [{ name: 'Checkout', status: 'completed', conclusion: 'success', number: 1 }],
  },
  deployments: {
    id: 1_170_001_234,
    sha: 'a91957a858320c0e17f3a0eca7cfacbff50ea29a',
    ref: 'feature/größe',
    task: 'deploy',
    payload: '{"canary":true}',
    environment: 'production',
    description: null,
    creator: null,
    created_at: '2026-02-01T10:00:00Z',
    updated_at: '2026-02-01T10:07:00Z',
    repository_url: 'https://api.github.com/repos/acme/shop',
    statuses: [
      { id: 2, state: 'success', created_at: '2026-02-01T10:07:00Z', environment: 'production' },
      { id: 1, state: 'in_progress', created_at: '2026-02-01T10:00:30Z' },
    ],
  },
  'deployment-statuses': {
    id: 2,
    state: 'success',
    environment: 'production',
    description: 'Deployed by the pipeline',
    log_url: 'https://github.com/acme/shop/actions/runs/7920001',
    environment_url: '',
    target_url: '',
    deployment_url: 'https://api.github.com/repos/acme/shop/deployments/1170001234',
    created_at: '2026-02-01T10:07:00Z',
    updated_at: '2026-02-01T10:07:00Z',
  },
};
