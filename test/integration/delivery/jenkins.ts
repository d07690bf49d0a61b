import { expect, onTestFinished } from 'vitest';
import { buildWorkspace } from '../../support/build-workspace.ts';
import { aBuild, startJenkinsServer } from '../../support/servers/jenkins.ts';
import type { JenkinsBuild, JenkinsItem } from '../../support/servers/jenkins.ts';
import { testNow } from '../../support/surroundings.ts';
import { startTestApp } from '../../support/test-app.ts';

export const secret = '11canary5f0c1d2e3a4b';
export const token = `mara:${secret}`;

export function someBuilds(count: number): JenkinsBuild[] {
  return Array.from({ length: count }, (_, n) => aBuild({ number: n + 1 }));
}

/** A workspace connected to a Jenkins on loopback, whose job `shop` is required for payments-api. */
export async function startJenkins(items: JenkinsItem[]) {
  const jenkins = await startJenkinsServer({ items, token, clock: () => testNow });
  onTestFinished(async () => {
    await jenkins.close();
    expect(jenkins.problems).toEqual([]);
  });
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  const connection = await test.call(
    'connections.save',
    {
      ...{ provider: 'jenkins', name: 'Shop on Jenkins', baseUrl: jenkins.baseUrl, token },
      repository: 'shop',
      workflows: [{ workflow: 'shop', serviceId: cast.payments.id, required: true }],
    },
    cast.mara.id,
  );
  const { id } = connection;
  return {
    ...{ jenkins, test, cast, connection },
    sync: () => test.call('connections.sync', { id }, cast.mara.id),
    refusedSync: () => test.refused('connections.sync', { id }, cast.mara.id),
    runs: async () => (await test.call('pipelines.list', { limit: 1000 })).runs,
  };
}
