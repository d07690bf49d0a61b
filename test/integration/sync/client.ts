import { createHttp, type Http } from '#core/sync/http/client.ts';
import type { HttpLimits } from '#core/sync/http/limits.ts';
import type { ListRuns, Source } from '#core/sync/provider.ts';
import type { GithubServer } from '../../support/servers/github.ts';

export const token = 'ghp_canary0123456789abcdefABCDEF';
export const now = Date.UTC(2026, 1, 1, 12, 0, 0);

/** The HTTP layer with a fixed clock, no chance, and waits that are noted instead of waited. */
export type TestHttp = Http & { waits: number[] };

export function testHttp(limits: Partial<HttpLimits> = {}): TestHttp {
  const waits: number[] = [];
  const http = createHttp({
    userAgent: 'Slipway/test',
    clock: () => now,
    random: () => 0.5,
    wait: async (ms, signal) => {
      signal?.throwIfAborted();
      waits.push(ms);
    },
    limits,
  });
  return { ...http, waits };
}

/** The test server as a connection knows it, of which nothing is stored yet. */
export function sourceOf(
  server: GithubServer,
  http: Http = testHttp(),
): Source & Pick<ListRuns, 'isWhole' | 'newest'> {
  return {
    ...{ isWhole: () => false, newest: () => null },
    ...{ http, baseUrl: server.baseUrl, repository: 'acme/shop', token },
  };
}

/** What a promise is rejected with; a test that expects a refusal must not pass without one. */
export async function refusalFrom(work: Promise<unknown>): Promise<Error> {
  const outcome = await work.then(
    () => null,
    (error: unknown) => error,
  );
  if (outcome instanceof Error) return outcome;
  throw new Error('expected a refusal, but the work succeeded');
}

/** All that a generator gives. */
export async function collect<T>(source: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const each of source) all.push(each);
  return all;
}
