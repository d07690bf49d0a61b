import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { providers, type Provider } from '#shared/model/delivery/pipelines.ts';
import { isRecord } from '#core/sync/record.ts';
import { fullRows, wellSaid } from '../../support/answers/index.ts';
import { buildWorkspace } from '../../support/build-workspace.ts';
import { anyToken, places } from '../../support/places.ts';
import { listenOnLoopback } from '../../support/servers/loopback.ts';
import { startTestApp } from '../../support/test-app.ts';

/** A slice on each commit; 10,000 answers and more with the long suites. */
const syncs = process.env['SLIPWAY_NIGHTLY'] === '1' ? 250 : 12;

/** The names under which one provider or another puts its list. */
const lists = ['workflow_runs', 'workflows', 'value', 'items', 'Items', 'jobs', 'builds'] as const;
const moreLists = [
  'issues',
  'values',
  'results',
  'children',
  'tags',
  'alerts',
  'versions',
] as const;

/** An answer of the provider in which anything may stand anywhere. */
function answersOf(provider: Provider): fc.Arbitrary<unknown> {
  const rows = Object.values(fullRows[provider]);
  const row = fc
    .record({
      row: fc.constantFrom(...rows),
      seeds: fc.array(fc.tuple(fc.nat(), odd), { maxLength: 4 }),
    })
    .map(({ row: whole, seeds }) => seeds.reduce<unknown>(changed, structuredClone(whole)));
  return fc.oneof(
    // What one request answers as a list, another takes as a row: this is both.
    {
      weight: 6,
      arbitrary: fc
        .array(row, { maxLength: 4 })
        .map((rows) => ({ ...rows.find(isRecord), ...enveloped(rows) })),
    },
    { weight: 3, arbitrary: fc.array(row, { maxLength: 4 }) },
    { weight: 3, arbitrary: row },
    { weight: 1, arbitrary: fc.jsonValue() },
  );
}

const odd = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom('', 'banana', 'unheard-of', -1, 2 ** 53, '0001-01-01T00:00:00Z', '2026-13-40'),
);

function enveloped(rows: unknown[]): Record<string, unknown> {
  return Object.fromEntries([...lists, ...moreLists].map((name) => [name, rows]));
}

/** The value with what stands at one of its places, however deep, taken away or replaced. */
function changed(value: unknown, [seed, by]: [number, unknown]): unknown {
  const places: { holder: Record<string, unknown>; key: string }[] = [];
  const walk = (each: unknown): void => {
    if (Array.isArray(each)) each.forEach(walk);
    if (!isRecord(each)) return;
    for (const [key, inner] of Object.entries(each)) {
      places.push({ holder: each, key });
      walk(inner);
    }
  };
  walk(value);
  const place = places[seed % Math.max(places.length, 1)];
  if (place === undefined) return by;
  if (seed % 3 === 0) delete place.holder[place.key];
  else place.holder[place.key] = by;
  return value;
}

describe.each(providers)('Answers of %s with anything in them', (provider) => {
  it('never break a sync, and bring no row that succeeded unless that was said', async () => {
    let answers: unknown[] = [null];
    let served = 0;
    const server = await listenOnLoopback((_request, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(answers[served % answers.length]));
      served += 1;
    });
    onTestFinished(() => server.close());
    const test = startTestApp();
    const { mara } = await buildWorkspace(test);
    const place = { provider, baseUrl: server.origin, repository: places[provider] };
    const given = { ...place, name: 'Anything', token: anyToken };
    const { id } = await test.call('connections.save', given, mara.id);
    const path = (await test.call('workspace.state', {})).open?.path ?? '';
    const expected = ['unavailable', 'not_found', 'forbidden', 'invalid_input'];
    await fc.assert(
      fc.asyncProperty(
        fc.array(answersOf(provider), { minLength: 3, maxLength: 8 }),
        async (given) => {
          answers = given;
          const envelope = await test.app.call('connections.sync', { id }, { actingAs: mara.id });
          if (!envelope.ok) expect(expected).toContain(envelope.error.code);
          expect(test.errors).toEqual([]);
        },
      ),
      { numRuns: syncs },
    );
    expect(served).toBeGreaterThanOrEqual(syncs);
    for (const said of succeeded(path)) expect(said).toMatch(wellSaid);
  });
});

/** The provider's words of each stored row that succeeded. */
function succeeded(path: string): string[] {
  const database = new Database(path, { readonly: true });
  try {
    return ['pipeline_run', 'provider_deployment', 'rollout', 'ticket', 'alert'].flatMap((table) =>
      database
        .prepare<[], { said: string }>(
          `SELECT ifnull(raw_status, '') || ' ' || ifnull(raw_result, '') AS said
           FROM ${table} WHERE status = 'succeeded'`,
        )
        .all()
        .map(({ said }) => said),
    );
  } finally {
    database.close();
  }
}
