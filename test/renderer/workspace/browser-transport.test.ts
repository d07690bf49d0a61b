// @vitest-environment node
import { createServer } from 'node:http';
import { onTestFinished, describe, expect, it } from 'vitest';
import { WebSocketServer } from 'ws';
import type { AppEvent } from '#shared/contract/procedure.ts';
import { browserTransport } from '../../../renderer/api/browser-transport.ts';
import type { LinkState } from '../../../renderer/api/transport.ts';

/** A host that answers as the real one does, and whose sockets can be cut. */
async function startHost() {
  const server = createServer((request, response) => {
    const known = request.headers.authorization === 'Bearer right';
    const answer = known
      ? { ok: true, value: { asked: request.url } }
      : { ok: false, error: { code: 'forbidden', message: 'wrong token' } };
    if (request.url === '/api/call/broken.html') response.end('<!doctype html>');
    else response.writeHead(known ? 200 : 401).end(JSON.stringify(answer));
  });
  const sockets = new WebSocketServer({ server, handleProtocols: () => 'slipway.v1' });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const cut = () => sockets.clients.forEach((socket) => socket.terminate());
  onTestFinished(() => {
    cut();
    sockets.close();
    server.close();
    server.closeAllConnections();
  });
  return {
    origin: `http://127.0.0.1:${address.port}`,
    cut,
    tell: (text: string) => sockets.clients.forEach((socket) => socket.send(text)),
    connected: () => new Promise((resolve) => sockets.once('connection', resolve)),
  };
}

describe('the way to a browser host', () => {
  it('gives the answer of a call', async () => {
    const { origin } = await startHost();
    const transport = browserTransport({ origin, token: 'right' });
    expect(await transport.call('people.list', {})).toEqual({
      ok: true,
      value: { asked: '/api/call/people.list' },
    });
  });

  it('answers unavailable, with what to do, when something else than Slipway answers', async () => {
    const { origin } = await startHost();
    const transport = browserTransport({ origin, token: 'right' });
    const answer = await transport.call('broken.html', {});
    expect(answer).toMatchObject({ ok: false, error: { code: 'unavailable' } });
  });

  it('rejects a call whose signal was aborted, and only such a one', async () => {
    const { origin } = await startHost();
    const transport = browserTransport({ origin, token: 'right' });
    await expect(transport.call('people.list', {}, AbortSignal.abort())).rejects.toThrow();
  });

  it('tells events, and leaves out what is none', async () => {
    const host = await startHost();
    const open = host.connected();
    const transport = browserTransport({ origin: host.origin, token: 'right' });
    const events: AppEvent[] = [];
    const told = new Promise<void>((resolve) =>
      transport.onEvent((event) => {
        events.push(event);
        resolve();
      }),
    );
    await open;
    host.tell('not json');
    host.tell('{"type":"unheard of"}');
    host.tell('{"type":"changed","topics":["people"]}');
    await told;
    expect(events).toEqual([{ type: 'changed', topics: ['people'] }]);
  });

  it('tells that the connection was lost, and that it is back', async () => {
    const host = await startHost();
    const open = host.connected();
    const transport = browserTransport({ origin: host.origin, token: 'right' });
    const states: LinkState[] = [];
    const back = new Promise<void>((resolve) =>
      transport.onLink((state) => {
        states.push(state);
        if (state === 'connected' && states.length > 1) resolve();
      }),
    );
    await open;
    host.cut();
    await back;
    expect(states).toEqual(['connected', 'lost', 'connected']);
  });

  it('stays refused once the token was, so that no later socket hides it', async () => {
    const host = await startHost();
    const open = host.connected();
    const transport = browserTransport({ origin: host.origin, token: 'wrong' });
    const states: LinkState[] = [];
    transport.onLink((state) => states.push(state));
    await open;
    await transport.call('people.list', {});
    host.cut();
    expect(states).toEqual(['connected', 'refused']);
  });
});
