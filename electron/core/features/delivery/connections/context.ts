import type { Context } from '#core/context.ts';
import type { ChosenContext } from '#core/platform.ts';
import { parseBaseUrl } from '#core/sync/http/base-url.ts';
import { parseProxy, type Way } from '#core/sync/http/way.ts';
import { enterContext } from '#core/sync/kubernetes/contexts.ts';
import type { Source } from '#core/sync/provider.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { Provider } from '#shared/model/delivery/pipelines.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { requireConnection } from './read.ts';

/** Connections are dozens; what was remembered for ones long gone is let go beyond it. */
const mostContexts = 500;

function keyOf({ store }: Context, connectionId: string): string {
  return `${store.workspaceId} ${connectionId}`;
}

/** By which context this device reaches a connection's cluster; null where it does by its token. */
export function chosenContext(
  context: Context,
  { id, provider }: { id: string; provider: Provider },
): ChosenContext | null {
  if (provider !== 'kubernetes') return null;
  return context.platform.settings.read().contexts?.[keyOf(context, id)] ?? null;
}

/**
 * Kept beside the workspace: a kubeconfig of one machine means nothing on another, and a workspace
 * somebody sent must not make this device run the program of a context.
 */
export function useContext(
  { connectionId, context: chosen }: Parsed<'connections.useContext'>,
  context: Context,
): Output<'connections.useContext'> {
  const { provider, name } = requireConnection(context.store, connectionId);
  if (provider !== 'kubernetes') {
    throw new Refusal(
      'invalid_input',
      `${name} is no connection to Kubernetes, so it has no context.`,
    );
  }
  keepContext(context, connectionId, chosen);
  return chosen;
}

/** Of a connection that was removed. */
export function forgetContext(context: Context, connectionId: string): void {
  if (context.platform.settings.read().contexts?.[keyOf(context, connectionId)] === undefined)
    return;
  keepContext(context, connectionId, null);
}

function keepContext(context: Context, connectionId: string, chosen: ChosenContext | null): void {
  const { settings } = context.platform;
  const before = settings.read();
  const key = keyOf(context, connectionId);
  const { [key]: _former, ...others } = before.contexts ?? {};
  const kept = Object.fromEntries(Object.entries(others).slice(-mostContexts + 1));
  const contexts = chosen === null ? kept : { ...kept, [key]: chosen };
  settings.write({ ...before, contexts });
}

/**
 * The source as this device reaches it: by the chosen context with what that signs in with, instead
 * of the token. Refuses a context of another server than the connection's.
 */
export async function throughContext(
  source: Source,
  chosen: ChosenContext | null,
  { ca, proxy }: Pick<Way, 'ca' | 'proxy'>,
  { platform, http }: Context,
): Promise<Source> {
  if (chosen === null) return source;
  const { server, token, way } = await enterContext(platform.machine, chosen, source.signal);
  if (parseBaseUrl(server) !== parseBaseUrl(source.baseUrl)) {
    throw new Refusal(
      'precondition_failed',
      `The context ${chosen.name} is of ${server}, the connection of ${source.baseUrl}. Choose a context of that server, or change the address`,
    );
  }
  const authorities = [ca, way.ca].filter((each) => each !== null);
  return {
    ...{ ...source, token },
    http: http.through({
      ...way,
      ca: authorities.length > 0 ? authorities.join('\n') : null,
      proxy: proxy ?? (way.proxy === null ? null : parseProxy(way.proxy)),
    }),
  };
}
