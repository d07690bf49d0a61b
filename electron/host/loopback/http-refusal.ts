import type { ServerResponse } from 'node:http';
import { protectiveHeaders } from '../page/policy.ts';
import type { Envelope } from '#shared/contract/procedure.ts';
import { assertNever, type ErrorCode } from '#shared/model/refusal.ts';

/** A request that does not reach the application: its HTTP status and what to do about it. */
export class HttpRefusal extends Error {
  readonly status: number;
  readonly code: ErrorCode;
  readonly headers: Record<string, string>;

  constructor(
    status: number,
    code: ErrorCode,
    message: string,
    headers: Record<string, string> = {},
  ) {
    super(message);
    this.name = 'HttpRefusal';
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

export function sendEnvelope(
  response: ServerResponse,
  status: number,
  envelope: Envelope,
  headers: Record<string, string> = {},
): void {
  // The caller may have gone away, or the answer may have begun before something failed.
  if (response.headersSent || response.destroyed) return;
  const body = Buffer.from(JSON.stringify(envelope));
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': body.length,
    'cache-control': 'no-store',
    ...protectiveHeaders,
    ...headers,
  });
  response.end(body);
}

export function sendRefusal(response: ServerResponse, refusal: HttpRefusal): void {
  const error = { code: refusal.code, message: refusal.message };
  sendEnvelope(response, refusal.status, { ok: false, error }, refusal.headers);
}

/** The HTTP status for an answer of the application; the envelope in the body says more. */
export function statusOf(envelope: Envelope): number {
  if (envelope.ok) return 200;
  const { code } = envelope.error;
  switch (code) {
    case 'invalid_input':
      return 400;
    case 'forbidden':
      return 403;
    case 'not_found':
      return 404;
    case 'conflict':
      return 409;
    case 'precondition_failed':
      return 412;
    case 'internal':
      return 500;
    case 'unavailable':
      return 503;
    default:
      return assertNever(code);
  }
}
