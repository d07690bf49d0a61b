/** Every bound of the HTTP layer. Times in milliseconds, sizes in bytes after decompression. */
export type HttpLimits = {
  /** For one request and its whole body; a request that ran into it is not tried again. */
  deadlineMs: number;
  maxBodyBytes: number;
  /** Levels of brackets in a JSON answer. */
  maxDepth: number;
  maxRedirects: number;
  /** Further tries after the first. */
  maxRetries: number;
  /** A rate limit is waited for when its wait is at most this; a longer one ends the request. */
  longestWaitMs: number;
  /** No "rate limited until" is further away than this, whatever the server says. */
  rateLimitCapMs: number;
  /** Requests under way to one origin. */
  perOrigin: number;
};

export const defaultLimits: HttpLimits = {
  deadlineMs: 60_000,
  maxBodyBytes: 64 * 1024 * 1024,
  maxDepth: 100,
  maxRedirects: 5,
  maxRetries: 5,
  longestWaitMs: 60_000,
  rateLimitCapMs: 15 * 60_000,
  perOrigin: 10,
};
