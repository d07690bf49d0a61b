import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { errorCodes } from '#shared/model/refusal.ts';
import { call, send, start, startHost, type Answer } from './start-host.ts';

const refusal = z.strictObject({
  ok: z.literal(false),
  error: z.strictObject({ code: z.enum(errorCodes), message: z.string() }),
});

/** A refusal is an envelope with a message that says more than that it failed. */
function refused(answer: Answer, status: number): void {
  expect(answer.status).toBe(status);
  const { error } = refusal.parse(JSON.parse(answer.text));
  expect(error.message).toMatch(/^[A-Z].{20,}\.$/);
  expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  expect(answer.headers['set-cookie']).toBeUndefined();
}

/** For requests that no HTTP client would send. */
async function raw(port: number, head: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.end(`${head}\r\n\r\n`);
  return text(socket);
}

describe('the browser host lets a call through', () => {
  it('with the token of the launch, and answers the envelope', async () => {
    const host = await startHost();
    const answer = await call(host, 'releases.list', '{"which":"open"}');
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).toEqual({
      ok: true,
      value: { name: 'releases.list', input: { which: 'open' }, actingAs: null },
    });
  });

  it('from its own page, by either name of this machine', async () => {
    const host = await startHost();
    for (const name of ['127.0.0.1', 'localhost']) {
      const own = `${name}:${host.port}`;
      const headers = { host: own, origin: `http://${own}` };
      expect((await call(host, 'releases.list', '{}', headers)).status).toBe(200);
    }
  });

  it('and passes the acting person on', async () => {
    const host = await startHost();
    const answer = await call(host, 'releases.list', '', { 'slipway-as': 'Zo%C3%AB' });
    expect(JSON.parse(answer.text)).toMatchObject({ value: { actingAs: 'Zoë' } });
  });

  it('from the development server only when it was named', async () => {
    const origin = 'http://127.0.0.1:5173';
    const host = await startHost({ devOrigin: origin });
    expect((await call(host, 'releases.list', '{}', { origin })).status).toBe(200);
    refused(await call(await startHost(), 'releases.list', '{}', { origin }), 403);
  });
});

describe('the browser host refuses', () => {
  it.each([
    ['another name', 'evil.example'],
    ['another name with the right port', 'evil.example:PORT'],
    ['another port', '127.0.0.1:1'],
    ['no port', '127.0.0.1'],
    ['another loopback address', '127.0.0.2:PORT'],
    ['the IPv6 loopback', '[::1]:PORT'],
    ['a decimal address', '2130706433:PORT'],
    ['a trailing dot', 'localhost.:PORT'],
    ['user information', 'localhost:PORT@evil.example'],
  ])('a Host header with %s, for calls and for the page', async (_what, value) => {
    const host = await startHost();
    const headers = { host: value.replace('PORT', String(host.port)) };
    refused(await call(host, 'releases.list', '{}', headers), 403);
    refused(await send(host.port, { path: '/', headers }), 403);
    expect(host.app.calls.map(({ name }) => name)).not.toContain('releases.list');
  });

  it.each([
    ['none', 'GET / HTTP/1.1'],
    ['none, as HTTP 1.0 allows', 'GET / HTTP/1.0'],
    ['an empty one', 'GET / HTTP/1.1\r\nHost:'],
    ['a false one before the right one', 'GET / HTTP/1.1\r\nHost: evil.example\r\nHost: RIGHT'],
  ])('a request whose Host header is %s', async (_what, head) => {
    const host = await startHost();
    const answer = await raw(host.port, head.replace('RIGHT', `127.0.0.1:${host.port}`));
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
  });

  it('connections to any other address of this machine', async () => {
    const host = await startHost();
    for (const address of ['127.0.0.2', '::1']) {
      await expect(send(host.port, { host: address, path: '/' })).rejects.toThrow(
        /ECONNREFUSED|EADDRNOTAVAIL|ENETUNREACH|EAFNOSUPPORT/,
      );
    }
  });

  it.each([
    'null',
    '',
    'https://evil.example',
    'http://127.0.0.1',
    'http://127.0.0.1:1',
    'https://127.0.0.1:PORT',
    'http://127.0.0.1:PORT.evil.example',
    'http://localhost:PORT, https://evil.example',
  ])('the origin "%s", even with the token', async (value) => {
    const host = await startHost();
    const origin = value.replace('PORT', String(host.port));
    refused(await call(host, 'releases.list', '{}', { origin }), 403);
    refused(await send(host.port, { path: '/', headers: { origin } }), 403);
  });

  it.each([
    ['none', undefined],
    ['an empty one', 'Bearer '],
    ['another one', `Bearer ${'A'.repeat(22)}`],
    ['one without its scheme', 'TOKEN'],
    ['a longer one', 'Bearer TOKENx'],
    ['a shorter one', 'Bearer SHORT'],
    ['one in Basic', 'Basic TOKEN'],
    ['two of them', 'Bearer x, Bearer TOKEN'],
  ])('a token that is %s', async (_what, given) => {
    const host = await startHost();
    const authorization = given
      ?.replace('TOKEN', host.token)
      .replace('SHORT', host.token.slice(0, -1));
    const answer = await call(host, 'releases.list', '{}', { authorization });
    refused(answer, 401);
    expect(answer.text).not.toContain(host.token);
  });

  it('a token in the query string', async () => {
    const host = await startHost();
    const path = `/api/call/releases.list?token=${host.token}`;
    refused(await send(host.port, { method: 'POST', path, body: '' }), 401);
  });

  it.each(['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'TRACE'])(
    'the method %s for a call',
    async (method) => {
      const host = await startHost();
      const headers = { authorization: `Bearer ${host.token}`, 'x-http-method-override': 'POST' };
      const answer = await send(host.port, { method, path: '/api/call/releases.list', headers });
      expect(answer.status).toBe(405);
      expect(answer.headers.allow).toBe('POST');
    },
  );

  it('a form from another page', async () => {
    const host = await startHost();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    refused(await call(host, 'releases.list', 'which=open', headers), 415);
  });

  it.each([
    ['cut short', '{"which":'],
    ['something else', 'which=open'],
    ['not UTF-8', Buffer.from([0x22, 0xff, 0x22])],
  ])('JSON that is %s', async (_what, body) => {
    refused(await call(await startHost(), 'releases.list', body), 400);
  });

  it('a body larger than 8 MiB, announced or not', async () => {
    const host = await startHost();
    const body = Buffer.alloc(8 * 1024 * 1024 + 1, 0x20);
    refused(await call(host, 'releases.list', body), 413);
    refused(await call(host, 'releases.list', body, { 'transfer-encoding': 'chunked' }), 413);
    expect((await call(host, 'releases.list')).status).toBe(200);
  });

  it('a compressed body', async () => {
    const headers = { 'content-encoding': 'gzip' };
    refused(await call(await startHost(), 'releases.list', '{}', headers), 415);
  });

  it.each(['', 'releases', 'releases.list/x', '__proto__.x', '%2e%2e.x', 'a.b.c'])(
    'the procedure name "%s"',
    async (name) => {
      const host = await startHost();
      refused(await call(host, name), 404);
      expect(host.app.calls.map((made) => made.name)).not.toContain(name);
    },
  );

  it('an unknown procedure, in the words of the application', async () => {
    refused(await call(await startHost(), 'no.such'), 404);
  });

  it.each(['/api', '/api/', '/api/sessions', '/api/call', '/API/call/releases.list'])(
    'the path %s',
    async (path) => {
      const host = await startHost();
      const headers = { authorization: `Bearer ${host.token}` };
      const answer = await send(host.port, { method: 'POST', path, headers });
      expect([404, 405]).toContain(answer.status);
    },
  );

  it('a request meant for a proxy', async () => {
    const host = await startHost();
    const headers = { host: `127.0.0.1:${host.port}` };
    refused(await send(host.port, { path: 'http://evil.example/', headers }), 400);
  });
});

describe('the code in an opened address', () => {
  const exchange = (port: number, code: string) =>
    send(port, {
      method: 'POST',
      path: '/api/session',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
    });

  it('gives the token once', async () => {
    const host = await startHost();
    const first = await exchange(host.port, host.code);
    expect(JSON.parse(first.text)).toEqual({ ok: true, value: { token: host.token } });
    refused(await exchange(host.port, host.code), 401);
  });

  it('is not spent by a wrong guess', async () => {
    const host = await startHost();
    refused(await exchange(host.port, 'A'.repeat(22)), 401);
    expect((await exchange(host.port, host.code)).status).toBe(200);
  });

  it('works for 60 seconds', async () => {
    const early = await startHost();
    early.time.now = start + 60_000;
    expect((await exchange(early.port, early.code)).status).toBe(200);
    const late = await startHost();
    late.time.now = start + 60_001;
    refused(await exchange(late.port, late.code), 401);
  });

  it('is not the token, and the token is no code', async () => {
    const host = await startHost();
    refused(await exchange(host.port, host.token), 401);
    const withCode = { port: host.port, token: host.code };
    refused(await call(withCode, 'releases.list'), 401);
  });

  it('must come in a body of the right shape', async () => {
    const host = await startHost();
    refused(await exchange(host.port, ''), 400);
  });
});

describe('the log of the browser host', () => {
  it('never holds the token', async () => {
    const host = await startHost();
    await call(host, 'releases.list', '{', {});
    await send(host.port, { method: 'POST', path: `/api/nothing?token=${host.token}` });
    expect(host.logged.length).toBeGreaterThan(1);
    expect(host.logged.join('\n')).not.toContain(host.token);
  });
});
