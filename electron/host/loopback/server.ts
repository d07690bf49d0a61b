import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Log } from '#core/platform.ts';
import { checkAddress, checkToken, gatekeeper, type Gatekeeper } from './guard.ts';
import { HttpRefusal, sendRefusal } from './http-refusal.ts';
import type { TokenRing } from './tokens.ts';

export type Handler = (
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
) => Promise<void>;

export type Route = {
  method: 'GET' | 'POST';
  /** A whole path, or the beginning of one when it ends with a slash. */
  path: string;
  needsToken: boolean;
  handle: Handler;
};

/** Takes a WebSocket handshake whose address was checked. */
export type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

export type LoopbackOptions = {
  /** 0 takes any free port. */
  port: number;
  devOrigin: string | null;
  tokens: TokenRing;
  routes: (port: number) => readonly Route[];
  upgrade?: (keeper: Gatekeeper) => Upgrade;
  log: Log;
};

export type LoopbackServer = {
  port: number;
  /** Takes no new requests; those that run may still be answered. */
  stop(): void;
  /** Cuts what is left. */
  close(): Promise<void>;
};

/** An HTTP server only this machine can reach. Resolves when it listens; rejects when the port is taken. */
export async function startLoopback(options: LoopbackOptions): Promise<LoopbackServer> {
  const { devOrigin, tokens, log } = options;
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 30 * 60_000 });
  // A page opens a handful of connections; the cap keeps a runaway client from taking every handle.
  server.maxConnections = 256;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  const { port } = address;
  const keeper = gatekeeper(port, devOrigin);
  const routes = options.routes(port);
  const upgrade = options.upgrade?.(keeper);
  const closed = new Promise<void>((resolve) => server.once('close', resolve));

  server.on('request', (request, response) => {
    answer(request, response).catch((error: unknown) => fail(request, response, error));
  });
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    if (upgrade) upgrade(request, socket, head);
    else socket.destroy();
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    checkAddress(keeper, request.headers);
    if (!server.listening) throw closing();
    const url = urlOf(request, port);
    const route = routeFor(routes, url.pathname, request.method);
    if (route.needsToken) checkToken(tokens, request.headers);
    await route.handle(request, response, url);
  }

  function fail(request: IncomingMessage, response: ServerResponse, error: unknown): void {
    if (request.destroyed && !response.writable) return;
    if (error instanceof HttpRefusal) {
      log.info('Request refused', { status: error.status, path: request.url?.split('?')[0] });
      sendRefusal(response, error);
    } else {
      log.error(`The request ${request.url?.split('?')[0]} failed`, error);
      const message =
        'Slipway could not answer because of a fault of its own. Try again; the log on standard error has the details.';
      sendRefusal(response, new HttpRefusal(500, 'internal', message));
    }
    discardRest(request);
  }

  return {
    port,
    stop() {
      server.close();
      server.closeIdleConnections();
    },
    close() {
      server.close();
      server.closeAllConnections();
      return closed;
    },
  };
}

function closing(): HttpRefusal {
  return new HttpRefusal(
    503,
    'unavailable',
    'Slipway is closing. Start it again, then try again.',
    {
      connection: 'close',
    },
  );
}

function urlOf(request: IncomingMessage, port: number): URL {
  const target = request.url ?? '';
  // The absolute form ("GET http://elsewhere/") is for proxies, and this is none.
  if (!target.startsWith('/')) {
    throw new HttpRefusal(400, 'invalid_input', 'Expected a path that starts with "/".');
  }
  return new URL(`http://127.0.0.1:${port}${target}`);
}

function routeFor(routes: readonly Route[], path: string, method: string | undefined): Route {
  const here = routes.filter((route) =>
    route.path.endsWith('/') ? path.startsWith(route.path) : path === route.path,
  );
  const longest = here.toSorted((a, b) => b.path.length - a.path.length)[0];
  if (!longest || (path.startsWith('/api/') && !longest.path.startsWith('/api/'))) {
    throw new HttpRefusal(
      404,
      'not_found',
      'There is nothing at this path. Calls go to /api/call/<procedure>; the README lists the others.',
    );
  }
  if (method !== longest.method && !(method === 'HEAD' && longest.method === 'GET')) {
    throw new HttpRefusal(
      405,
      'invalid_input',
      `Expected the method ${longest.method} and found ${method}.`,
      { allow: longest.method },
    );
  }
  return longest;
}

/**
 * Reads what a refused client still sends, so that it sees the answer rather than a reset
 * connection, but not for ever.
 */
function discardRest(request: IncomingMessage): void {
  let left = 64 * 1024 * 1024;
  request.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) request.destroy();
  });
  request.resume();
}
