import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listRuns } from '#core/sync/github/list-runs.ts';
import type { ListStep } from '#core/sync/provider.ts';
import * as faults from '../../support/servers/faults.ts';
import type { Fault } from '../../support/servers/faults.ts';
import { startGithubServer, type GithubServer } from '../../support/servers/github.ts';
import { aRun, someRuns } from '../../support/servers/runs.ts';
import { collect, refusalFrom, sourceOf, token } from './client.ts';

let server: GithubServer;
let etags: Map<string, string>;
beforeEach(async () => {
  server = await startGithubServer({ token, basePath: '/api/v3' });
  etags = new Map();
});
afterEach(async () => {
  expect(server.problems).toEqual([]);
  await server.close();
});

const walk = (since: string | null = null) =>
  collect(listRuns({ ...sourceOf(server), since, etags }));

const typesOf = (steps: ListStep[]) => steps.map(({ type }) => type);
const keysOf = (steps: ListStep[]) =>
  steps.flatMap((step) => (step.type === 'page' ? step.rows.map((row) => row.externalId) : []));
const warningsOf = (steps: ListStep[]) =>
  steps.flatMap((step) => ('warnings' in step ? step.warnings : []));

describe('walking through the pages', () => {
  it.each([
    [0, 1],
    [1, 1],
    [100, 1],
    [101, 2],
    [200, 2],
    [250, 3],
  ])('reads %i runs in %i pages', async (count, pages) => {
    server.runs = someRuns(count);
    const steps = await walk();
    expect(typesOf(steps)).toEqual([...Array<string>(pages).fill('page'), 'complete']);
    expect(new Set(keysOf(steps)).size).toBe(count);
  });

  it.each(['absolute', 'relative', 'by-id'] as const)('follows %s links', async (links) => {
    server.behaviour.links = links;
    server.runs = someRuns(250);
    expect(keysOf(await walk())).toHaveLength(250);
  });

  it('loses nothing when runs arrive while the pages are read', async () => {
    server.runs = someRuns(250);
    const before = new Set(server.runs.map(({ id }) => `1296269/${id}`));
    server.behaviour.afterPage = (page) => {
      const id = 9_500_000_000 + page;
      server.runs.unshift(aRun({ id, created_at: `2027-01-01T00:0${page}:00Z` }));
    };
    const keys = keysOf(await walk());
    expect([...before].filter((key) => !keys.includes(key))).toEqual([]);
    // The pages overlapped: a row came twice, which storing by key absorbs.
    expect(keys.length).toBeGreaterThan(new Set(keys).size);
  });

  it('stops with a warning when the next page is one that was read', async () => {
    server.fail(faults.linkTo('?per_page=100'));
    const steps = await walk();
    expect(typesOf(steps)).toEqual(['page', 'complete']);
    expect(warningsOf(steps)).toMatchObject([{ at: 'page 2' }]);
    expect(warningsOf(steps)[0]?.reason).toContain('read before');
  });

  it('stops with a refusal after 200 pages', async () => {
    let page = 1;
    server.fail((exchange) => faults.linkTo(`?page=${(page += 1)}`)(exchange), { times: 999 });
    const refusal = await refusalFrom(walk());
    expect(refusal.message).toContain('more than 200 pages');
    expect(server.requests).toHaveLength(200);
  });

  it('reports a run it cannot read with its page and place, and reads the others', async () => {
    server.runs = someRuns(101, (n) => (n === 0 ? { pending_deployments: 42 } : {}));
    const steps = await walk();
    expect(keysOf(steps)).toHaveLength(100);
    expect(warningsOf(steps)).toMatchObject([{ at: 'page 2, workflow_runs[0]' }]);
    expect(warningsOf(steps)[0]?.reason).toMatch(/^pending_deployments: /);
  });

  it('gives the server’s own time as the next beginning', async () => {
    server.behaviour.dateSkewMs = -3_600_000;
    expect((await walk()).at(-1)).toMatchObject({ watermark: '2026-02-01T11:00:00.000Z' });
  });

  it('refuses an answer that is no page of runs', async () => {
    server.fail(faults.body('{"values":[]}'));
    const refusal = await refusalFrom(walk());
    expect(refusal.message).toContain('an object with values came');
  });
});

describe('asking again', () => {
  it('reads no body when nothing changed', async () => {
    server.runs = someRuns(250);
    await walk('2026-01-01T08:30:00.000Z');
    const again = await walk('2026-01-01T17:45:00.000Z');
    expect(typesOf(again)).toEqual(['unchanged', 'unchanged', 'unchanged', 'complete']);
  });

  it('reads only the page that changed', async () => {
    server.runs = someRuns(250);
    await walk();
    server.rerun(server.runs[120]?.id ?? 0, { status: 'in_progress', conclusion: null });
    expect(typesOf(await walk())).toEqual(['unchanged', 'page', 'unchanged', 'complete']);
  });

  it('reads a page again that was fetched but never stored', async () => {
    server.runs = someRuns(1);
    for await (const step of listRuns({ ...sourceOf(server), since: null, etags })) {
      // The caller fails to store the page and leaves.
      if (step.type === 'page') break;
    }
    expect(typesOf(await walk())).toEqual(['page', 'complete']);
  });

  it('keeps an earlier attempt and the new one as rows of one run', async () => {
    server.runs = [aRun({ conclusion: 'failure' })];
    const [first] = await walk();
    server.rerun(server.runs[0]?.id ?? 0, { conclusion: 'success' });
    const [second] = await walk();
    expect(first).toMatchObject({ rows: [{ attempt: 1, status: 'failed' }] });
    expect(second).toMatchObject({ rows: [{ attempt: 2, status: 'succeeded' }] });
    expect(keysOf([first, second].filter((step) => step !== undefined))).toEqual([
      '1296269/9000000001',
      '1296269/9000000001',
    ]);
  });
});

describe('asking since a date', () => {
  it('goes back to the beginning of that day', async () => {
    await walk('2026-01-07T15:20:00.000Z');
    expect(server.requests[0]?.query.get('created')).toBe('>=2026-01-07T00:00:00Z');
  });

  it('goes back a day further just after midnight, for runs that show up late', async () => {
    await walk('2026-01-07T00:05:00.000Z');
    expect(server.requests[0]?.query.get('created')).toBe('>=2026-01-06T00:00:00Z');
  });

  it('goes on with older runs where GitHub stops listing', async () => {
    server.runs = someRuns(1234);
    const steps = await walk('2026-01-01T00:00:00.000Z');
    expect(new Set(keysOf(steps)).size).toBe(1234);
    const asked = new Set(server.requests.map(({ query }) => query.get('created')));
    expect(asked.size).toBe(2);
  });

  it('needs no body for any of it when nothing changed', async () => {
    server.runs = someRuns(1234);
    await walk('2026-01-01T00:00:00.000Z');
    const steps = await walk('2026-01-01T00:00:00.000Z');
    expect(new Set(typesOf(steps))).toEqual(new Set(['unchanged', 'complete']));
  });
});

describe('a run that waits', () => {
  it.each([
    ['for a person', [{ wait_timer: 0, reviewers: [{ type: 'User' }] }], 'needs-approval'],
    ['for a timer', [{ wait_timer: 30, reviewers: [] }], 'queued'],
    ['for nothing known', [], 'queued'],
  ])('%s', async (_name, pending, status) => {
    server.runs = [aRun({ status: 'waiting', conclusion: null })];
    server.pendingDeployments.set(server.runs[0]?.id ?? 0, pending);
    expect((await walk())[0]).toMatchObject({ rows: [{ status, finishedAt: null }], warnings: [] });
  });

  it('is queued with a warning when the token may not see why', async () => {
    server.runs = [aRun({ status: 'waiting', conclusion: null })];
    server.fail(faults.missingRight, { to: /pending_deployments/ });
    const steps = await walk();
    expect(steps[0]).toMatchObject({ rows: [{ status: 'queued' }] });
    expect(warningsOf(steps)[0]?.reason).toContain('Deployments: read');
  });

  it('is asked about with at most ten requests at once', async () => {
    server.runs = someRuns(40, () => ({ status: 'waiting', conclusion: null }));
    const held: ServerResponse[] = [];
    let most = 0;
    const release = () => {
      for (const response of held.splice(0)) {
        response.writeHead(200, { 'content-type': 'application/json' }).end('[]');
      }
    };
    const hold: Fault = ({ response }) => {
      most = Math.max(most, held.push(response));
      // Fewer than ten would wait here for ever; more than ten have time to show themselves.
      if (held.length === 10) setTimeout(release, 20);
    };
    server.fail(hold, { times: 40, to: /pending_deployments/ });
    expect((await walk())[0]).toMatchObject({ warnings: [] });
    expect(server.requests).toHaveLength(41);
    expect(most).toBe(10);
  });
});
