import type { Context } from '#core/context.ts';
import { providers } from '#core/sync/providers.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { Provider } from '#shared/model/delivery/pipelines.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { parseBaseUrl } from '#core/sync/http/base-url.ts';
import { requireConnection } from './read.ts';
import { tokenOf } from './token.ts';

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
  const { http, signal } = context;
  const provider = input.provider ?? saved?.provider ?? 'github';
  const token = input.token ?? (await keptToken(context, saved, { provider, baseUrl, repository }));
  return providers[provider].test({ http, baseUrl, repository, token, signal });
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
