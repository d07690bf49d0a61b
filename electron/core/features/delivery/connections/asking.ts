import type { Context } from '#core/context.ts';
import type { Provider, Source } from '#core/sync/provider.ts';
import { providers } from '#core/sync/providers.ts';
import { chosenContext, throughContext } from './context.ts';
import { requireConnection } from './read.ts';
import { refuseLocked, tokenOf } from './token.ts';
import { httpBy } from './way.ts';

/** A connection’s provider and how to ask it outside of a sync, with the token that is kept. */
export async function askingOf(
  context: Context,
  connectionId: string,
  signal: AbortSignal = context.signal,
): Promise<{ name: string; provider: Provider; source: Source }> {
  const row = requireConnection(context.store, connectionId);
  refuseLocked(context, 'ask');
  const token = await tokenOf(context, connectionId);
  const { baseUrl, repository } = row;
  const place = { baseUrl, repository, token, signal };
  const source = { ...place, http: httpBy(context, row) };
  return {
    name: row.name,
    provider: providers[row.provider],
    source: await throughContext(source, chosenContext(context, row), row, context),
  };
}
