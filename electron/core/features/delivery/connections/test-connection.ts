import type { Context } from '#core/context.ts';
import { providers } from '#core/sync/providers.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { Provider } from '#shared/model/delivery/pipelines.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { parseBaseUrl } from '#core/sync/http/base-url.ts';
import { chosenContext, throughContext } from './context.ts';
import { requireConnection } from './read.ts';
import { tokenOf } from './token.ts';
import { checkedWay, httpBy } from './way.ts';

/** Tries an address before or after it is saved; typed fields win over saved ones. */
export async function testConnection(
  input: Parsed<'connections.test'>,
  context: Context,
): Promise<Output<'connections.test'>> {
  const saved = input.id === undefined ? null : requireConnection(context.store, input.id);
  const baseUrl = input.baseUrl ?? saved?.baseUrl;
  const repository = input.repository ?? saved?.repository;
  if (baseUrl === undefined || repository === undefined) {
    throw new Refusal(
      'invalid_input',
      'Give the id of a connection, or a base URL and a repository to try.',
    );
  }
  const { signal } = context;
  const typed = checkedWay(input);
  const way = {
    ca: typed.ca === undefined ? (saved?.ca ?? null) : typed.ca,
    proxy: typed.proxy === undefined ? (saved?.proxy ?? null) : typed.proxy,
  };
  const http = httpBy(context, way);
  const provider = input.provider ?? saved?.provider ?? 'github';
  const token = input.token ?? (await keptToken(context, saved, { provider, baseUrl, repository }));
  const kept = saved === null ? null : chosenContext(context, { id: saved.id, provider });
  const named = provider === 'kubernetes' ? input.context : null;
  const chosen = named === undefined ? kept : named;
  const source = { http, baseUrl, repository, token, signal };
  const reached = await throughContext(source, chosen, way, context);
  return providers[provider].test(reached);
}

/** A kept token goes only to the addresses it was kept for, never to another one typed over them. */
async function keptToken(
  context: Context,
  saved: Place | null,
  { provider, baseUrl, repository }: Omit<Place, 'id'>,
): Promise<string | null> {
  if (saved === null || parseBaseUrl(baseUrl) !== saved.baseUrl) return null;
  const { asksTokenAt } = providers[provider];
  const asked = asksTokenAt?.(repository) ?? null;
  if (asked !== null && asked !== asksTokenAt?.(saved.repository)) return null;
  return tokenOf(context, saved.id);
}

type Place = { id: string; provider: Provider; baseUrl: string; repository: string };
