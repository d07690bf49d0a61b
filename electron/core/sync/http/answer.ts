import type { Credential } from './credential.ts';
import type { HttpLimits } from './limits.ts';

/** One GET of a JSON answer, or one HEAD where the headers say it all: reading is all that is done. */
export type GetRequest = {
  /** GET where nothing else is said; the body of a HEAD is null. */
  method?: 'HEAD';
  /** Absolute, on the origin of `baseUrl`: the one place the credential may go. */
  url: string;
  baseUrl: string;
  /** The provider's name, for messages. */
  provider: string;
  credential: Credential | null;
  accept: string;
  headers?: Record<string, string>;
  /** A redirect to an address like this asks for a sign-in: it is not followed, but refused. */
  signIn?: RegExp;
  /** Sent as If-None-Match; only then can the answer be `not-modified`. */
  etag?: string;
  /** What to do where an answer is larger than is read; a wrong address where nothing else is said. */
  whenTooLarge?: string;
  signal?: AbortSignal;
  limits?: Partial<HttpLimits>;
};

export type Answer =
  | {
      kind: 'ok';
      /** Where it was read in the end, after redirects on the same origin. */
      url: string;
      headers: Headers;
      body: unknown;
      /** The server's clock, epoch milliseconds. */
      serverNow: number;
    }
  | { kind: 'not-modified'; url: string; headers: Headers; serverNow: number }
  | RateLimited
  | Refused;

/** The provider asks to wait longer than a request should: ask again from `until` (ISO 8601) on. */
export type RateLimited = { kind: 'rate-limited'; until: string; message: string };

/** A status that is no success and will not become one by trying again. */
export type Refused = {
  kind: 'refused';
  status: number;
  headers: Headers;
  /** The server's own words, one line, secrets taken out; empty when it had none. */
  said: string;
};
