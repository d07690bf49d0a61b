import type { Context } from '#core/context.ts';
import { providers } from '#core/sync/providers.ts';
import type { Provider, Source } from '#core/sync/provider.ts';
import { requireConnection } from './read.ts';
import { refuseLocked, tokenOf } from './token.ts';

/** A connection as it can be asked now, with the token kept for it. */
export type KeptSource = { name: string; provider: Provider; source: Source };

/** Refuses (`precondition_failed`) while the tokens are locked. */
export async function keptSource(
  context: Context,
  connectionId: string,
  signal: AbortSignal,
): Promise<KeptSource> {
  refuseLocked(context, 'ask');
  const { name, baseUrl, repository, provider } = requireConnection(context.store, connectionId);
  const token = await tokenOf(context, connectionId);
  return {
    name,
    provider: providers[provider],
    source: { http: context.http, baseUrl, repository, token, signal },
  };
}
