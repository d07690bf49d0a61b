import { gzipSync } from 'node:zlib';
import { reply, type Exchange } from './reply.ts';

/** Answers one request in the real answer's stead. */
export type Fault = (exchange: Exchange) => void;

const limitMessage = 'API rate limit exceeded for user ID 583231.';
const secondaryMessage =
  'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';

/** `retryAfter`: seconds, an HTTP date, or nothing. */
export const tooManyRequests =
  (retryAfter?: string): Fault =>
  (exchange) =>
    exchange.error(429, secondaryMessage, retryAfter ? { 'retry-after': retryAfter } : {});

export const secondaryLimit =
  (retryAfter: string): Fault =>
  (exchange) =>
    exchange.error(403, secondaryMessage, { 'retry-after': retryAfter });

/** The hourly limit: nothing remains until the reset, in epoch seconds of the server's own clock. */
export const primaryLimit =
  (resetInSeconds: number, status: 403 | 429 = 403): Fault =>
  (exchange) => {
    const { now, behaviour } = exchange;
    const reset = Math.floor((now + behaviour.dateSkewMs) / 1000) + resetInSeconds;
    exchange.error(status, limitMessage, {
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': String(reset),
    });
  };

export const missingRight: Fault = (exchange) =>
  exchange.error(403, 'Resource not accessible by personal access token');

export const singleSignOn: Fault = (exchange) =>
  exchange.error(403, 'Resource protected by organization SAML enforcement.', {
    'x-github-sso': 'required; url=https://github.com/orgs/acme/sso',
  });

export const failure =
  (status: number, message = 'Server Error'): Fault =>
  (exchange) =>
    exchange.error(status, message);

/** Any bytes at all. */
export const body =
  (text: string | Buffer, contentType = 'application/json; charset=utf-8', status = 200): Fault =>
  ({ response }) =>
    void response.writeHead(status, { 'content-type': contentType }).end(text);

export const htmlPage: Fault = body(
  '<!DOCTYPE html><html><body>Sign in</body></html>',
  'text/html',
);
export const invalidJson: Fault = body('{"total_count": 3, "workflow_runs": [');

/** Promises more bytes than come before the connection ends. */
export const cutShort: Fault = ({ response }) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' });
  response.write('{"total_count":1,"workflow_runs":[{"id":1,', () => response.destroy());
};

/** Sends a beginning and then nothing more, without ending. */
export const stalled: Fault = ({ response }) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('{"total_count":');
};

/** Sends the same piece until the client has had enough. */
export const endless: Fault = ({ response }) => {
  const piece = Buffer.alloc(64 * 1024, ' ');
  response.writeHead(200, { 'content-type': 'application/json' });
  const more = () => {
    while (!response.destroyed && response.write(piece));
  };
  response.on('drain', more);
  more();
};

/** Unpacks to a thousand times its size. */
export const gzipBomb =
  (unpackedBytes: number): Fault =>
  ({ response }) => {
    const packed = gzipSync(Buffer.alloc(unpackedBytes, ' '));
    response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
    response.end(packed);
  };

export const nested =
  (levels: number): Fault =>
  (exchange) =>
    body('['.repeat(levels) + ']'.repeat(levels))(exchange);

/** `location` is sent as it is; without one the header is missing. */
export const redirect =
  (location: string | undefined, status = 302): Fault =>
  ({ response }) => {
    if (location !== undefined) response.setHeader('location', location);
    response.writeHead(status).end();
  };

/** A page of no runs whose next page is said to be at `target`. */
export const linkTo =
  (target: string): Fault =>
  (exchange) =>
    reply(
      exchange,
      200,
      { total_count: 0, workflow_runs: [] },
      { link: `<${target}>; rel="next"` },
    );
