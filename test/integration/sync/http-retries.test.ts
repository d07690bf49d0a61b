import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listWorkflows } from '#core/sync/github/list-workflows.ts';
import { testConnection } from '#core/sync/github/test-connection.ts';
import * as faults from '../../support/servers/faults.ts';
import { startGithubServer, type GithubServer } from '../../support/servers/github.ts';
import { aRun } from '../../support/servers/runs.ts';
import { refusalFrom, sourceOf, testHttp, token } from './client.ts';

let server: GithubServer;
beforeEach(async () => {
  server = await startGithubServer({ runs: [aRun()], token });
});
afterEach(async () => {
  expect(server.problems).toEqual([]);
  await server.close();
});

describe('trying again', () => {
  it('waits twice as long after each failure of the server, and goes on when it is back', async () => {
    server.fail(faults.failure(500), { times: 2 });
    server.fail(faults.failure(503), { times: 2 });
    const http = testHttp();
    await expect(listWorkflows(sourceOf(server, http))).resolves.toHaveLength(1);
    expect(http.waits).toEqual([375, 750, 1500, 3000]);
  });

  it('gives up after five further tries and says what the server answered', async () => {
    server.fail(faults.failure(502, 'Bad gateway'), { times: 9 });
    const http = testHttp();
    const refusal = await refusalFrom(listWorkflows(sourceOf(server, http)));
    expect(refusal).toMatchObject({ code: 'unavailable' });
    expect(refusal.message).toMatch(/answered 502.*GitHub said: Bad gateway/);
    expect(server.requests).toHaveLength(6);
  });

  it.each([
    [400, 'unavailable'],
    [401, 'forbidden'],
    [403, 'forbidden'],
    [404, 'not_found'],
    [410, 'not_found'],
    [422, 'invalid_input'],
  ])('does not repeat a question that was answered with %i', async (status, code) => {
    server.fail(faults.failure(status, 'No'), { times: 2 });
    const refusal = await refusalFrom(listWorkflows(sourceOf(server)));
    expect(refusal).toMatchObject({ code });
    expect(server.requests).toHaveLength(1);
  });

  it('says that nothing listens when the connection is refused', async () => {
    const gone = await startGithubServer({ token });
    await gone.close();
    const refusal = await refusalFrom(testConnection(sourceOf(gone)));
    expect(refusal).toMatchObject({ code: 'unavailable' });
    expect(refusal.message).toContain('nothing listens there');
  });

  it('says that the address may be https when the server does not speak it', async () => {
    const source = { ...sourceOf(server), baseUrl: server.baseUrl.replace('http:', 'https:') };
    const refusal = await refusalFrom(testConnection(source));
    expect(refusal.message).toContain('Check whether it is http:// or https://');
  });
});

describe('stopping', () => {
  it('ends with the signal’s own reason while an answer is awaited', async () => {
    const stop = new AbortController();
    server.fail((exchange) => {
      faults.stalled(exchange);
      stop.abort(new Error('cancelled by the person'));
    });
    const work = listWorkflows({ ...sourceOf(server), signal: stop.signal });
    await expect(work).rejects.toThrow('cancelled by the person');
  });

  it('ends while it waits to try again', async () => {
    const stop = new AbortController();
    server.fail((exchange) => {
      faults.failure(500)(exchange);
      stop.abort(new Error('cancelled by the person'));
    });
    const work = listWorkflows({ ...sourceOf(server), signal: stop.signal });
    await expect(work).rejects.toThrow('cancelled by the person');
  });

  it('sends nothing when it was stopped before', async () => {
    const work = listWorkflows({ ...sourceOf(server), signal: AbortSignal.abort('before') });
    await expect(work).rejects.toBe('before');
    expect(server.requests).toHaveLength(0);
  });
});
