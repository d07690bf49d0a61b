import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import { join } from 'node:path';
import type { Loopback } from './loopback.ts';

const fixture = (name: string) =>
  readFileSync(join(import.meta.dirname, '../../fixtures/tls', name));

/** The authority that vouches for the certificate `vouched`, PEM. */
export const authority = fixture('authority.pem').toString('utf8');

/**
 * A server on loopback with TLS: `vouched` for by an authority no machine knows, for 127.0.0.1; or
 * with a certificate of `another-name`, which nobody vouches for.
 */
export async function startTls(
  name: 'vouched' | 'another-name',
  listener: RequestListener,
): Promise<Loopback> {
  const key = createPrivateKey({
    ...{ key: fixture(`${name}.key.der`), format: 'der', type: 'pkcs8' },
  }).export({ format: 'pem', type: 'pkcs8' });
  const server = createServer({ key, cert: fixture(`${name}.pem`) }, listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    origin: `https://127.0.0.1:${address.port}`,
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
