import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listRuns } from '#core/sync/github/list-runs.ts';
import type { ListStep } from '#core/sync/provider.ts';
import type { Http } from '#core/sync/http/client.ts';
import * as faults from '../../support/servers/faults.ts';
import { startGithubServer, type GithubServer } from '../../support/servers/github.ts';
import { reply } from '../../support/servers/reply.ts';
import { aRun } from '../../support/servers/runs.ts';
import { collect, now, refusalFrom, sourceOf, testHttp, token } from './client.ts';

let server: GithubServer;
beforeEach(async () => {
  server = await startGithubServer({ runs: [aRun()], token });
});
afterEach(async () => {
  expect(server.problems).toEqual([]);
  await server.close();
});

async function steps(http: Http): Promise<ListStep[]> {
  const etags = new Map<string, string>();
  return collect(listRuns({ ...sourceOf(server, http), since: null, etags }));
}

const inSeconds = (seconds: number) => new Date(now + seconds * 1000).toISOString();
const httpDate = (seconds: number) => new Date(now + seconds * 1000).toUTCString();

describe('a rate limit', () => {
  it.each([
    ['429 with seconds', faults.tooManyRequests('7'), 7_000],
    ['429 with an HTTP date', faults.tooManyRequests(httpDate(30)), 30_000],
    ['429 without a word', faults.tooManyRequests(), 60_000],
    ['429 with a wait of nothing', faults.tooManyRequests('0'), 375],
    ['429 with nonsense', faults.tooManyRequests('soon'), 60_000],
    ['403 with Retry-After', faults.secondaryLimit('20'), 20_000],
    ['403 with nothing remaining', faults.primaryLimit(45), 45_000],
    ['429 with nothing remaining', faults.primaryLimit(45, 429), 45_000],
  ])('waits as long as asked after %s', async (_name, fault, ms) => {
    server.fail(fault);
    const http = testHttp();
    expect((await steps(http)).map(({ type }) => type)).toEqual(['page', 'complete']);
    expect(http.waits).toEqual([ms]);
  });

  it('near its end is told with a good answer: the next request waits', async () => {
    server.fail((exchange) => {
      exchange.response.setHeader('retry-after', '12.5');
      reply(exchange, 200, { total_count: 0, workflow_runs: [] });
    });
    const http = testHttp();
    expect((await steps(http)).map(({ type }) => type)).toEqual(['page', 'complete']);
    expect(http.waits).toEqual([]);
    await steps(http);
    expect(http.waits).toEqual([12_500]);
  });

  it('ends with the time to come back when the wait is longer than a minute', async () => {
    server.fail(faults.primaryLimit(10 * 60));
    const http = testHttp();
    const [step, ...more] = await steps(http);
    expect(step).toMatchObject({ type: 'rate-limited', until: inSeconds(600) });
    expect(step).toHaveProperty('message', expect.stringContaining(inSeconds(600)));
    expect(more).toEqual([]);
    expect(http.waits).toEqual([]);
  });

  it('comes back after a quarter of an hour at most, whatever the server says', async () => {
    server.fail(faults.tooManyRequests('315360000'));
    expect(await steps(testHttp())).toMatchObject([{ until: inSeconds(900) }]);
  });

  it('doubles the wait the server does not name, and ends when that is too long', async () => {
    server.fail(faults.tooManyRequests(), { times: 3 });
    const http = testHttp();
    expect(await steps(http)).toMatchObject([{ type: 'rate-limited', until: inSeconds(120) }]);
    expect(http.waits).toEqual([60_000]);
  });

  it('measures the wait by the server’s clock when that is an hour ahead', async () => {
    server.behaviour.dateSkewMs = 3_600_000;
    server.fail(faults.primaryLimit(45));
    server.fail(faults.tooManyRequests(httpDate(3600 + 30)));
    const http = testHttp();
    await steps(http);
    expect(http.waits).toEqual([45_000, 30_000]);
  });

  it('is told by the headers: a 403 without them is a missing right', async () => {
    server.fail(faults.missingRight);
    const refusal = await refusalFrom(steps(testHttp()));
    expect(refusal).toMatchObject({ code: 'forbidden' });
    expect(refusal.message).toContain('Give it the repository right “Actions: read”');
    expect(refusal.message).toContain('Resource not accessible by personal access token');
  });
});
