import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { buildWorkspace } from '../../support/build-workspace.ts';
import { startGithubServer } from '../../support/servers/github.ts';
import { startGitlabServer } from '../../support/servers/gitlab.ts';
import { aTrackerIssue } from '../../support/servers/issues.ts';
import type { TrackerIssue } from '../../support/servers/issues.ts';
import { testNow } from '../../support/surroundings.ts';
import { startTestApp } from '../../support/test-app.ts';

export const trackers = ['github-issues', 'gitlab-issues'] as const;
export type Tracker = (typeof trackers)[number];
export const token = 'canary_5f0c1d2e3a4b';

/** As GitHub writes it, to the second. */
export const ago = (minutes: number) =>
  new Date(testNow - minutes * 60_000).toISOString().replace('.000', '');

/** Issues #1, #2, …, a minute apart, the first of them the longest unchanged. */
export function someTrackerIssues(tracker: Tracker, count: number): TrackerIssue[] {
  return Array.from({ length: count }, (_, n) =>
    aTrackerIssue(tracker, { number: n + 1, updated: ago(count - n) }),
  );
}

/** A workspace connected to the issues of acme/shop on loopback. */
export async function startTracker(tracker: Tracker, issues: TrackerIssue[] = []) {
  const options = { token, clock: () => testNow };
  const server =
    tracker === 'github-issues'
      ? await startGithubServer(options)
      : await startGitlabServer(options);
  server.issues = issues;
  onTestFinished(async () => {
    await server.close();
    expect(server.problems).toEqual([]);
  });
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  const place = { provider: tracker, baseUrl: server.baseUrl, repository: 'acme/shop' };
  const connection = await test.call(
    'connections.save',
    { ...place, name: 'Shop issues', token },
    cast.mara.id,
  );
  const { id } = connection;
  return {
    ...{ server, test, cast, connection },
    sync: () => test.call('connections.sync', { id }, cast.mara.id),
    refusedSync: () => test.refused('connections.sync', { id }, cast.mara.id),
    tickets: async () =>
      (await test.call('tickets.list', { connectionId: id, limit: 1000 })).tickets,
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
