import { describe, expect, it, onTestFinished } from 'vitest';
import { connection } from '#core/database/schema/delivery.ts';
import { rolloutTable } from '#core/imported/index.ts';
import { openMarks } from '#core/features/delivery/connections/marks.ts';
import { importThings } from '#core/features/delivery/connections/sync/things.ts';
import { nextPage } from '#core/sync/http/links.ts';
import type { ThingSource } from '#core/sync/provider.ts';
import { providers } from '#core/sync/providers.ts';
import { blankRollout } from '#core/sync/reading/blank-rows.ts';
import { walkPages } from '#core/sync/reading/walk.ts';
import type { NormalisedRollout } from '#shared/model/delivery/rows.ts';
import { Refusal } from '#shared/model/refusal.ts';
import * as faults from '../../support/servers/faults.ts';
import { startProviderServer } from '../../support/servers/provider-server.ts';
import { reply } from '../../support/servers/reply.ts';
import { testNow } from '../../support/surroundings.ts';
import { createTestStore } from '../../support/test-store.ts';
import { testHttp } from '../sync/client.ts';

const textOf = (value: unknown) => (Array.isArray(value) ? value.map(String) : []);

/** A whole feed whose list comes in pages, each with an ETag. */
const things: ThingSource<NormalisedRollout> = {
  isWhole: true,
  list: ({ http, baseUrl, etags }) =>
    walkPages({
      called: 'Pages',
      first: `${baseUrl}/?page=0`,
      etags,
      ask: (url, more) =>
        http.get({
          ...more,
          ...{ url, baseUrl, provider: 'Pages', credential: null, accept: 'application/json' },
        }),
      refused: ({ status }) => new Refusal('unavailable', `answered ${status}`),
      async read({ body, headers, url }) {
        const rows = textOf(body).map((name) => ({
          ...blankRollout,
          ...{ externalId: name, name, status: 'succeeded' as const },
        }));
        return { rows, warnings: [], total: null, next: nextPage(headers, url, null) };
      },
    }),
};

async function start(...pages: string[][]) {
  const state = { pages };
  const server = await startProviderServer(
    {},
    {
      objections: () => [],
      error: (exchange, status, message, headers) => reply(exchange, status, { message }, headers),
      answer(exchange) {
        const page = Number(exchange.url.searchParams.get('page'));
        const link = `</?page=${page + 1}>; rel="next"`;
        const headers: Record<string, string> = page + 1 < state.pages.length ? { link } : {};
        reply(exchange, 200, state.pages[page] ?? [], headers);
      },
    },
  );
  onTestFinished(() => server.close());
  const store = createTestStore();
  const place = { provider: 'octopus', baseUrl: server.origin, repository: '' } as const;
  const { id } = store.transact('connections.save', null, (write) =>
    write.insert(connection, { ...place, name: 'Pages', workflows: [] }),
  );
  const sync = async () => {
    const importId = store.newId();
    const origin = { connectionId: id, source: 'sync', name: 'Pages', asOf: testNow, importId };
    const marks = openMarks(store, id);
    const read = await importThings(
      things,
      rolloutTable,
      {
        connectionId: id,
        provider: providers.octopus,
        source: { http: testHttp(), baseUrl: server.origin, repository: '', token: null },
        origin: { ...origin, source: 'sync' },
        marks,
        isOpen: () => true,
        report: () => undefined,
      },
      {
        store,
        now: testNow,
        transact: (work) => store.transact('connections.sync', null, work),
      },
    ).finally(() => store.transact('connections.sync', null, marks.flush));
    const { added, updated, unchanged } = read?.counts ?? {};
    return [added, updated, unchanged];
  };
  const standing = () =>
    store.raw
      .prepare<[], { name: string }>('SELECT name FROM rollout WHERE gone_at IS NULL ORDER BY name')
      .all()
      .map(({ name }) => name)
      .join(' ');
  return { server, state, sync, standing };
}

describe('A whole feed in pages', () => {
  it('is not read again where nothing changed, and loses nothing by it', async () => {
    const { server, sync, standing } = await start(['a', 'b'], ['c']);
    expect(await sync()).toEqual([3, 0, 0]);
    expect(await sync()).toEqual([0, 0, 0]);
    expect(server.requests).toHaveLength(4);
    expect(standing()).toBe('a b c');
  });

  it('marks what is gone of one page while another stays as it was', async () => {
    const { state, sync, standing } = await start(['a', 'b'], ['c']);
    await sync();
    state.pages = [['a'], ['c']];
    // Each is counted once, though the page that stayed had to be read after all.
    expect(await sync()).toEqual([0, 1, 2]);
    expect(standing()).toBe('a c');
    expect(await sync()).toEqual([0, 0, 0]);
  });

  it('marks nothing by a reading that was cut short, and all of it by the next', async () => {
    const { server, state, sync, standing } = await start(['a', 'b'], ['c']);
    await sync();
    state.pages = [['a', 'd'], ['c']];
    server.fail(faults.failure(403), { to: /page=1/, times: 1 });
    await expect(sync()).rejects.toThrow('answered 403');
    expect(standing()).toBe('a b c d');
    expect(await sync()).toEqual([0, 1, 3]);
    expect(standing()).toBe('a c d');
  });

  it('cut short while it is read after all is made good as well', async () => {
    const { server, state, sync, standing } = await start(['a', 'b'], ['c']);
    await sync();
    state.pages = [['a'], ['c']];
    let asked = 0;
    server.fail(
      (exchange) => {
        asked += 1;
        // The first time it is unchanged; the second it is asked for without conditions.
        if (exchange.request.headers['if-none-match'] === undefined) {
          exchange.error(403, 'no');
        } else exchange.response.writeHead(304).end();
      },
      { to: /page=1/, times: 2 },
    );
    await expect(sync()).rejects.toThrow('answered 403');
    expect([asked, standing()]).toEqual([2, 'a b c']);
    await sync();
    expect(standing()).toBe('a c');
  });
});
