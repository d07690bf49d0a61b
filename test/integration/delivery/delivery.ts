import { onTestFinished } from 'vitest';
import type { ConnectionView } from '#shared/contract/delivery/connections.ts';
import type { GateView } from '#shared/model/governance/gates.ts';
import { aRelease, buildWorkspace, paymentsCommit } from '../../support/build-workspace.ts';
import type { Cast } from '../../support/build-workspace.ts';
import { startGithubServer } from '../../support/servers/github.ts';
import type { GithubServer } from '../../support/servers/github.ts';
import { aRun } from '../../support/servers/runs.ts';
import type { RunOverrides } from '../../support/servers/runs.ts';
import { testNow } from '../../support/surroundings.ts';
import { startTestApp } from '../../support/test-app.ts';
import type { TestApp } from '../../support/test-app.ts';

export const token = 'ghp_canary_5f0c1d2e3a4b';
export const buildWorkflow = '.github/workflows/build.yml';

export type Delivery = {
  test: TestApp;
  cast: Cast;
  github: GithubServer;
  connection: ConnectionView;
};

/** A run of the release's commit, an hour ago. */
export function paymentsRun(overrides: RunOverrides = {}) {
  const at = new Date(testNow - 3_600_000).toISOString();
  return aRun({ head_sha: paymentsCommit, created_at: at, ...overrides });
}

/** A workspace connected to a GitHub on loopback, whose build workflow is required for payments-api. */
export async function startDelivery(
  runs: ReturnType<typeof aRun>[] = [],
  folder?: string,
): Promise<Delivery> {
  const github = await startGithubServer({ runs, token, clock: () => testNow });
  onTestFinished(() => github.close());
  const test = startTestApp({ folder });
  const cast = await buildWorkspace(test);
  const connection = await test.call(
    'connections.save',
    {
      name: 'Shop on GitHub',
      baseUrl: github.baseUrl,
      repository: 'acme/shop',
      token,
      workflows: [{ workflow: buildWorkflow, serviceId: cast.payments.id, required: true }],
    },
    cast.mara.id,
  );
  return { test, cast, github, connection };
}

export function sync({ test, cast, connection }: Delivery) {
  return test.call('connections.sync', { id: connection.id }, cast.mara.id);
}

/** A release of payments-api at the commit the runs are of. */
export function releaseOf({ test, cast }: Pick<Delivery, 'test' | 'cast'>) {
  return aRelease(test, cast);
}

export async function pipelineGate(
  { test }: Pick<Delivery, 'test'>,
  releaseId: string,
): Promise<GateView> {
  const gates = await test.call('gates.list', { releaseId });
  const found = gates.find((gate) => gate.check === 'pipeline-green');
  if (found === undefined) throw new Error('The template brings no gate “pipeline green”');
  return found;
}
