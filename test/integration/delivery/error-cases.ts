import * as faults from '../../support/servers/faults.ts';

export type ErrorCase = { what: string; fault: faults.Fault; code: string; words: RegExp };

/** What any server, or what stands before it, can answer with, and what each provider says then. */
export const commonErrors: readonly ErrorCase[] = [
  {
    what: 'an HTML page with status 200',
    fault: faults.htmlPage,
    code: 'unavailable',
    words: /was expected to answer with JSON, but an HTML page came/,
  },
  {
    what: 'a limit with Retry-After',
    fault: faults.tooManyRequests('600'),
    code: 'unavailable',
    words: /allows no more requests for now: rate limited until 2026-11-24T09:3\d:\d0\.000Z/,
  },
  {
    what: 'a limit until an HTTP date',
    fault: ({ error, now }) =>
      error(429, 'Too many', { 'retry-after': new Date(now + 600_000).toUTCString() }),
    code: 'unavailable',
    words: /rate limited until 2026-11-24T09:3\d:\d0\.000Z/,
  },
  {
    what: 'a limit that does not say how long',
    fault: faults.tooManyRequests(),
    code: 'unavailable',
    words: /rate limited until 2026-11-24T09:2\d:\d0\.000Z/,
  },
  {
    what: '503 that stays',
    fault: faults.failure(503, 'In maintenance'),
    code: 'unavailable',
    words: /503.* did not recover\. Sync again later/,
  },
  {
    what: 'a body cut short',
    fault: faults.cutShort,
    code: 'unavailable',
    words: /ended the connection before its answer was complete/,
  },
  {
    what: 'JSON that breaks off',
    fault: faults.invalidJson,
    code: 'unavailable',
    words: /JSON that is cut short or damaged/,
  },
  {
    what: 'JSON nested too deep',
    fault: faults.nested(10_000),
    code: 'unavailable',
    words: /nested deeper than 100 levels/,
  },
  {
    what: 'more than an answer can be',
    fault: faults.gzipBomb(65 * 1024 * 1024),
    code: 'unavailable',
    words: /more than 64 MiB/,
  },
];
