import { startTls } from './tls.ts';

/** A server on loopback with a certificate nobody vouches for, of another name. */
export async function startUntrusted(): Promise<{
  origin: string;
  /** Paths of requests that got through all the same. */
  requests: string[];
  close(): Promise<void>;
}> {
  const requests: string[] = [];
  const server = await startTls('another-name', (request, response) => {
    requests.push(request.url ?? '');
    response.end('{}');
  });
  return { ...server, requests };
}
