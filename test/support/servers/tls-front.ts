import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { request as ask } from 'node:http';
import { createServer } from 'node:https';
import { join } from 'node:path';
import { TLSSocket } from 'node:tls';
import type { Loopback } from './loopback.ts';
import { authority } from './tls.ts';

const fixture = (name: string) =>
  readFileSync(join(import.meta.dirname, '../../fixtures/tls', name));

/** A certificate the authority vouches for with its key, of the server and of whoever signs in by it. */
export const vouched = {
  cert: fixture('vouched.pem').toString('utf8'),
  key: String(
    createPrivateKey({
      ...{ key: fixture('vouched.key.der'), format: 'der', type: 'pkcs8' },
    }).export({ format: 'pem', type: 'pkcs8' }),
  ),
};

/**
 * TLS before a server on loopback: whoever comes with a certificate of the authority is passed on with
 * the token, all others as they came.
 */
export async function startTlsFront(
  target: string,
  token: string,
): Promise<Loopback & { signedIn: (string | null)[] }> {
  const signedIn: (string | null)[] = [];
  const asksBack = { ca: authority, requestCert: true, rejectUnauthorized: false };
  const server = createServer({ ...vouched, ...asksBack }, (request, response) => {
    const { socket } = request;
    const isKnown = socket instanceof TLSSocket && socket.authorized;
    signedIn.push(isKnown ? String(socket.getPeerCertificate().subject.CN) : null);
    const headers = isKnown
      ? { ...request.headers, authorization: `Bearer ${token}` }
      : request.headers;
    ask(`${target}${request.url ?? '/'}`, { headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    ...{ origin: `https://127.0.0.1:${address.port}`, port: address.port, signedIn },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
