import { QueryClient } from '@tanstack/react-query';

/** Some facts turn out of date by the clock alone; a screen left open notices within this time. */
const refreshEvery = 5 * 60_000;

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // The core is on this machine: whether there is a network says nothing about it.
        networkMode: 'always',
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        staleTime: 30_000,
        refetchInterval: refreshEvery,
      },
    },
  });
}
