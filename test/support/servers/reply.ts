import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';

/** How the server dresses its answers; change it at any time. */
export type Behaviour = {
  /** How the next page is named: in full, relative to the server, or by the repository's number. */
  links: 'absolute' | 'relative' | 'by-id';
  etags: boolean;
  gzip: boolean;
  byteOrderMark: boolean;
  /** How far the Date header is from the clock, in milliseconds. */
  dateSkewMs: number;
  /** Called after each page of runs was answered: push a run here and pages shift. */
  afterPage: (page: number) => void;
};

export const plainBehaviour: Behaviour = {
  links: 'absolute',
  etags: true,
  gzip: false,
  byteOrderMark: false,
  dateSkewMs: 0,
  afterPage: () => undefined,
};

/** One request under way and what is needed to answer it; faults get the same. */
export type Exchange = {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  origin: string;
  /** The server's clock, epoch milliseconds. */
  now: number;
  behaviour: Behaviour;
  /** Answers with an error in the shape of this provider. */
  error(status: number, message: string, headers?: Record<string, string>): void;
};

/** Answers JSON: weak ETag, 304 without a body, a Date of its own. */
export function reply(
  { request, response, behaviour }: Exchange,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  const text = `${behaviour.byteOrderMark ? '\uFEFF' : ''}${JSON.stringify(body)}`;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (status === 200 && behaviour.etags) {
    const digest = createHash('sha256')
      .update(text)
      .update(headers['link'] ?? '');
    const etag = `W/"${digest.digest('hex')}"`;
    response.setHeader('etag', etag);
    if (request.headers['if-none-match'] === etag) {
      // A 304 has no Link header to go on by.
      response.removeHeader('link');
      response.writeHead(304).end();
      return;
    }
  }
  response.setHeader('content-type', 'application/json; charset=utf-8');
  const bytes = behaviour.gzip ? gzipSync(text) : Buffer.from(text);
  if (behaviour.gzip) response.setHeader('content-encoding', 'gzip');
  response.writeHead(status, { 'content-length': String(bytes.length) }).end(bytes);
}

/** GitHub's shape of an error. */
export function githubError(
  exchange: Exchange,
  status: number,
  message: string,
  headers: Record<string, string> = {},
): void {
  const body = {
    message,
    documentation_url: 'https://docs.github.com/rest',
    status: String(status),
  };
  reply(exchange, status, body, headers);
}
