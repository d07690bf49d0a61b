import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { buildWorkspace } from '../../support/build-workspace.ts';
import { anIssue, jiraDate, startJiraServer } from '../../support/servers/jira.ts';
import type { JiraIssue, JiraServer } from '../../support/servers/jira.ts';
import { testNow } from '../../support/surroundings.ts';
import { startTestApp } from '../../support/test-app.ts';

export const secret = 'ATATT3canary5f0c1d2e3a4b';
export const tokens = { cloud: `mara@acme.example:${secret}`, server: secret } as const;
export type Kind = JiraServer['kind'];

/** Issues PAY-1, PAY-2, …, a minute apart, the first of them the longest unchanged. */
export function someIssues(count: number): JiraIssue[] {
  return Array.from({ length: count }, (_, n) =>
    anIssue({ number: n + 1, updated: jiraDate(testNow - (count - n) * 60_000) }),
  );
}

/** A workspace connected to a Jira on loopback. */
export async function startJira(
  issues: JiraIssue[] = [],
  kind: Kind = 'cloud',
  repository = 'PAY, OPS',
) {
  const clock = { now: testNow };
  const options = { issues, kind, token: tokens[kind], clock: () => clock.now };
  const jira = await startJiraServer({ ...options, basePath: kind === 'server' ? '/jira' : '' });
  onTestFinished(async () => {
    await jira.close();
    expect(jira.problems).toEqual([]);
  });
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  const place = { provider: 'jira', baseUrl: jira.baseUrl, repository } as const;
  const connection = await test.call(
    'connections.save',
    { ...place, name: 'Payments board', token: tokens[kind] },
    cast.mara.id,
  );
  const { id } = connection;
  return {
    ...{ jira, test, cast, connection, clock },
    sync: () => test.call('connections.sync', { id }, cast.mara.id),
    refusedSync: () => test.refused('connections.sync', { id }, cast.mara.id),
    tickets: async (more: object = {}) =>
      (await test.call('tickets.list', { connectionId: id, limit: 1000, ...more })).tickets,
    importing: (content: unknown) => {
      const path = join(test.folder, 'issues.json');
      writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
      const input = { connectionId: id, file: { path } };
      return {
        take: () => test.call('pipelines.importFile', input, cast.mara.id),
        refuse: () => test.refused('pipelines.importFile', input, cast.mara.id),
      };
    },
  };
}
