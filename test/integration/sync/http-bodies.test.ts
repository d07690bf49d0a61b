import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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

describe('an answer that is not what was asked for', () => {
  it('reads JSON that is gzipped and begins with a byte order mark', async () => {
    server.behaviour.gzip = true;
    server.behaviour.byteOrderMark = true;
    await expect(testConnection(sourceOf(server))).resolves.toMatchObject({
      repository: 'acme/shop',
    });
  });

  it.each([
    ['an HTML page', faults.htmlPage, /expected to answer with JSON, but an HTML page came/],
    [
      'HTML that claims to be JSON',
      faults.body('  <html>'),
      /an HTML page came. Check that the base URL is the API root/,
    ],
    ['plain text', faults.body('hello', 'text/plain'), /but “text\/plain” came/],
    ['nothing', faults.body(''), /answered with nothing/],
    ['invalid JSON', faults.invalidJson, /cut short or damaged \(37 bytes\)/],
    ['10,000 levels', faults.nested(10_000), /nested deeper than 100 levels/],
    ['JSON of another shape', faults.body('[1]'), /expected to answer with a repository/],
    ['no place to move to', faults.redirect(undefined, 302), /without saying where to/],
  ])('refuses %s with a message that says what came', async (_name, fault, message) => {
    server.fail(fault);
    const refusal = await refusalFrom(testConnection(sourceOf(server)));
    expect(refusal).toMatchObject({ name: 'Refusal', code: 'unavailable' });
    expect(refusal.message).toMatch(message);
  });

  it('tells a sign-in page by the redirect that led to it', async () => {
    server.fail(faults.redirect('/login?from=%2Frepos'));
    server.fail(faults.htmlPage, { to: /^\/login/ });
    const refusal = await refusalFrom(testConnection(sourceOf(server)));
    expect(refusal.message).toMatch(/led to an HTML page at \/login, as it does with people who/);
  });

  it('stops reading an endless answer at the limit', async () => {
    server.fail(faults.endless);
    const http = testHttp({ maxBodyBytes: 1024 * 1024 });
    const refusal = await refusalFrom(testConnection(sourceOf(server, http)));
    expect(refusal.message).toContain('more than 1 MiB');
  });

  it('counts what a gzip bomb unpacks to, not what was sent', async () => {
    server.fail(faults.gzipBomb(4 * 1024 * 1024));
    const http = testHttp({ maxBodyBytes: 1024 * 1024 });
    const refusal = await refusalFrom(testConnection(sourceOf(server, http)));
    expect(refusal.message).toContain('more than 1 MiB');
  });

  it('gives up at the deadline on a body that never ends, and does not try again', async () => {
    server.fail(faults.stalled);
    const http = testHttp({ deadlineMs: 60 });
    const refusal = await refusalFrom(testConnection(sourceOf(server, http)));
    expect(refusal.message).toContain('no complete answer within 0.06 seconds');
    expect(server.requests).toHaveLength(1);
  });

  it('tries again after a body that was cut short, and then says so', async () => {
    server.fail(faults.cutShort, { times: 2 });
    const refusal = await refusalFrom(testConnection(sourceOf(server)));
    expect(refusal.message).toContain('ended the connection before its answer was complete');
    await expect(testConnection(sourceOf(server))).resolves.toMatchObject({ runs: 1 });
  });
});
