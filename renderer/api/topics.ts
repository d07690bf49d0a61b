import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { Topic } from '#shared/contract/procedure.ts';

/** Every query of the core is kept under `[name, input]`. */
function nameIn(key: QueryKey): string {
  return typeof key[0] === 'string' ? key[0] : '';
}

/**
 * Marks every answer that depends on one of the topics as out of date; those on screen are asked
 * for again. The contract says what depends on what; it comes with all its schemas, so it is
 * fetched when the first change arrives rather than with the first screen.
 */
export async function invalidateTopics(
  queries: QueryClient,
  topics: readonly Topic[],
): Promise<void> {
  const { contract, isProcedure } = await import('#shared/contract/index.ts');
  const touched = new Set<string>(topics);
  await queries.invalidateQueries({
    predicate: ({ queryKey }) => {
      const name = nameIn(queryKey);
      return isProcedure(name) && contract[name].topics.some((topic) => touched.has(topic));
    },
  });
}

/** What the command's own answer makes out of date, without waiting for the event that tells it. */
export async function invalidateAfter(queries: QueryClient, command: string): Promise<void> {
  const { contract, isProcedure } = await import('#shared/contract/index.ts');
  if (isProcedure(command)) await invalidateTopics(queries, contract[command].topics);
}
