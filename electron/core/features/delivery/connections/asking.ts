import type { Context } from '#core/context.ts';
import type { Provider, Source } from '#core/sync/provider.ts';
import { providers } from '#core/sync/providers.ts';
import { requireConnection } from './read.ts';
import { refuseLocked, tokenOf } from './token.ts';

/** A connection’s provider and how to ask it outside of a sync, with the token that is kept. */
export async function askingOf(
  context: Context,
  connectionId: string,
): Promise<{ provider: Provider; source: Source }> {
  const { provider, baseUrl, repository } = requireConnection(context.store, connectionId);
  refuseLocked(context);
  const token = await tokenOf(context, connectionId);
  const { http, signal } = context;
  return { provider: providers[provider], source: { http, baseUrl, repository, token, signal } };
}
