const unsaidMs = 60_000;

/**
 * Whether an answer is a rate limit. 429 always; 403 only by its headers, because the same status
 * says "missing right" and its wording is no contract.
 */
export function isRateLimit(status: number, headers: Headers): boolean {
  if (status === 429) return true;
  return (
    status === 403 &&
    (headers.get('retry-after') !== null || headers.get('x-ratelimit-remaining')?.trim() === '0')
  );
}

/**
 * Milliseconds the server asks to wait: Retry-After (seconds or an HTTP date), else the reset header
 * (epoch seconds, or an instant) when nothing remains; null when it does not say. `serverNow` is the server's own
 * clock in epoch milliseconds: a local clock that is off must not shorten or stretch the wait.
 */
export function serverWaitMs(headers: Headers, serverNow: number): number | null {
  const after = headers.get('retry-after')?.trim();
  if (after !== undefined && /^\d+(\.\d+)?$/.test(after)) return Number(after) * 1000;
  // Only a form with a month's name: Date.parse would also take "-5" or "2001" for a date.
  const date = after !== undefined && /[a-z]{3}/i.test(after) ? Date.parse(after) : Number.NaN;
  if (!Number.isNaN(date)) return Math.max(0, date - serverNow);
  const reset = (headers.get('x-ratelimit-reset') ?? headers.get('ratelimit-reset'))?.trim();
  if (reset !== undefined && /^\d{9,11}$/.test(reset)) {
    return Math.max(0, Number(reset) * 1000 - serverNow);
  }
  // Jira writes an instant.
  const at = /^\d{4}-\d{2}-\d{2}T/.test(reset ?? '') ? Date.parse(reset ?? '') : Number.NaN;
  if (!Number.isNaN(at)) return Math.max(0, at - serverNow);
  return null;
}

/** The wait when the server does not say: a minute, doubling with each further refusal. */
export function unsaidWaitMs(retry: number): number {
  return unsaidMs * 2 ** retry;
}

/** The server's clock from its Date header in epoch milliseconds, or `fallback` when it sends none. */
export function serverTime(headers: Headers, fallback: number): number {
  const sent = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(sent) ? fallback : sent;
}
