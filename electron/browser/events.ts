import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { App, Log } from '#core/platform.ts';
import { checkAddress, type Gatekeeper } from '../host/loopback/guard.ts';
import { HttpRefusal } from '../host/loopback/http-refusal.ts';
import type { Upgrade } from '../host/loopback/server.ts';
import type { TokenRing } from '../host/loopback/tokens.ts';

const protocol = 'slipway.v1';
/** A page that reads nothing for so long is cut off; it asks for everything anew when it returns. */
const largestBacklog = 8 * 1024 * 1024;

export type EventsOptions = { app: App; tokens: TokenRing; log: Log };

export type EventSockets = { upgrade: (keeper: Gatekeeper) => Upgrade; close(): void };

/**
 * `/api/events`: the application's events, one JSON text a message. A page cannot set headers on
 * a WebSocket, so the token travels as the subprotocol `bearer.<token>`; it is never echoed.
 */
export function eventSockets({ app, tokens, log }: EventsOptions): EventSockets {
  const server = new WebSocketServer({
    noServer: true,
    // Pages have nothing to say here.
    maxPayload: 1024,
    perMessageDeflate: false,
    handleProtocols: () => protocol,
  });
  const unsubscribe = app.subscribe((event) => {
    const text = JSON.stringify(event);
    for (const socket of server.clients) {
      if (socket.bufferedAmount > largestBacklog) socket.terminate();
      else if (socket.readyState === socket.OPEN) socket.send(text);
    }
  });
  server.on('connection', (socket) => socket.on('error', () => socket.terminate()));

  return {
    upgrade: (keeper) => (request, socket, head) => {
      try {
        checkHandshake(keeper, tokens, request);
      } catch (error) {
        if (!(error instanceof HttpRefusal)) throw error;
        log.info('Event socket refused', { status: error.status });
        refuse(socket, error);
        return;
      }
      server.handleUpgrade(request, socket, head, (open) => server.emit('connection', open));
    },
    close() {
      unsubscribe();
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
}

function checkHandshake(keeper: Gatekeeper, tokens: TokenRing, request: IncomingMessage): void {
  checkAddress(keeper, request.headers);
  if (request.url?.split('?')[0] !== '/api/events') {
    throw new HttpRefusal(404, 'not_found', 'Expected the path /api/events for a WebSocket.');
  }
  const offered = (request.headers['sec-websocket-protocol'] ?? '')
    .split(',')
    .map((name) => name.trim());
  if (!offered.includes(protocol)) {
    throw new HttpRefusal(400, 'invalid_input', `Expected the subprotocol ${protocol}.`);
  }
  const token = offered.find((name) => name.startsWith('bearer.'))?.slice('bearer.'.length);
  if (token === undefined || !tokens.accepts(token)) {
    throw new HttpRefusal(
      401,
      'forbidden',
      'Expected the subprotocol "bearer." with the token of this launch. Open the address that the program printed.',
    );
  }
}

function refuse(socket: Duplex, refusal: HttpRefusal): void {
  const error = { code: refusal.code, message: refusal.message };
  const body = JSON.stringify({ ok: false, error });
  socket.end(
    [
      `HTTP/1.1 ${refusal.status} Refused`,
      'Connection: close',
      'Content-Type: application/json',
      `Content-Length: ${Buffer.byteLength(body)}`,
      '',
      body,
    ].join('\r\n'),
  );
}
