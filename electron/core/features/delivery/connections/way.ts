import type { Context } from '#core/context.ts';
import type { Http } from '#core/sync/http/client.ts';
import { authoritiesIn, parseProxy, type Way } from '#core/sync/http/way.ts';

type Given = { [Field in 'ca' | 'proxy']?: string | null | undefined };

/** The way as it is kept. Refuses (`invalid_input`) what is no certificate or no address of a proxy. */
export function checkedWay({ ca, proxy }: Given): Given {
  if (ca) authoritiesIn(ca);
  return {
    ...(ca === undefined ? {} : { ca }),
    ...(proxy === undefined ? {} : { proxy: proxy === null ? null : parseProxy(proxy) }),
  };
}

/** The HTTP layer by the way of a connection. */
export function httpBy({ http }: Context, { ca, proxy }: Pick<Way, 'ca' | 'proxy'>): Http {
  return http.through({ ca, proxy });
}
