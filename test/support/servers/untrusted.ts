import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';

const fixture = (name: string) =>
  readFileSync(new URL(`../../fixtures/tls/${name}`, import.meta.url));

/** A server on loopback with a certificate nobody vouches for, of another name. */
export async function startUntrusted(): Promise<{
  origin: string;
  /** Paths of requests that got through all the same. */
  requests: string[];
  close(): Promise<void>;
}> {
  const requests: string[] = [];
  const key = createPrivateKey({
    ...{ key: fixture('another-name.key.der'), format: 'der', type: 'pkcs8' },
  }).export({ format: 'pem', type: 'pkcs8' });
  const tls = { key, cert: fixture('another-name.pem') };
  const server = createServer(tls, (request, response) => {
    requests.push(request.url ?? '');
    response.end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    origin: `https://127.0.0.1:${address.port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
