import { describe, expect, it, onTestFinished } from 'vitest';
import { startElsewhere } from '../../support/servers/elsewhere.ts';
import * as faults from '../../support/servers/faults.ts';
import { anImage, startRegistryServer } from '../../support/servers/registry.ts';
import { reply } from '../../support/servers/reply.ts';
import { filesWith } from './artefacts.ts';
import { secret, someTags, startRegistry, token } from './registry.ts';

const always = { times: 100, to: /./ };
const tags = { times: 100, to: /tags\/list/ };

const refusals: [what: string, fault: faults.Fault, to: typeof tags, words: RegExp][] = [
  [
    'a user or token that is wrong',
    faults.failure(401, 'incorrect username or password'),
    { times: 100, to: /^\/token/ },
    /refused the user and token \(401\).*Make a new one with the right to pull.*The registry said: incorrect username/,
  ],
  [
    'a right that is missing',
    faults.failure(403, 'requested access to the resource is denied'),
    tags,
    /The token may not pull acme\/api \(403\)\. Whoever it belongs to needs the right to read \(pull\)/,
  ],
  [
    'a repository that is not there',
    faults.failure(404, 'repository name not known to registry'),
    tags,
    /acme\/api was not found on http:\S+ \(404\)\. Check the name as it stands in the image/,
  ],
  [
    'an address that is no registry',
    faults.failure(404, 'Not Found'),
    always,
    /There is no registry at http:|acme\/api was not found on/,
  ],
  ['a sign-in page', faults.htmlPage, tags, /expected to answer with JSON, but an HTML page came/],
  [
    'another API',
    faults.body('{"version":"1.0"}'),
    tags,
    /expected to answer with a list of tags, but an object with version came/,
  ],
  ['a limit', faults.tooManyRequests('3600'), tags, /rate limited until 2026-11-24T/],
  ['a body cut short', faults.cutShort, tags, /ended the connection before its answer/],
  ['JSON that breaks off', faults.body('{"name":'), tags, /cut short or damaged/],
  ['a failure that stays', faults.failure(500), tags, /answered 500 and did not recover/],
  ['10,000 levels', faults.nested(10_000), tags, /nested deeper than 100 levels/],
];

/** A page of tags whose next one is said to be at `target`. */
function linkTo(target: string): faults.Fault {
  return (exchange) =>
    reply(exchange, 200, { name: 'acme/api', tags: [] }, { link: `<${target}>; rel="next"` });
}

describe('A connection to an OCI registry', () => {
  it.each(refusals)('names %s, in a test and in a sync that loses nothing', async (...each) => {
    const [, fault, to, words] = each;
    const { registry, test, connection, sync, refusedSync, artefacts } = await startRegistry({
      'acme/api': someTags(3),
    });
    await sync();
    const before = await artefacts();
    registry.fail(fault, to);
    const tested = await test.refused('connections.test', { id: connection.id });
    const synced = await refusedSync();
    for (const { message } of [tested, synced]) {
      expect(message).toMatch(words);
      expect(message).not.toContain(secret);
    }
    const [listed] = await test.call('connections.list', {});
    expect(listed?.state.lastError).toBe(synced.message);
    expect(await artefacts()).toEqual(before);
    registry.heal();
    expect(await sync()).toMatchObject({ added: 0, updated: 0, rejected: 0, unchanged: 3 });
    expect(test.errors).toEqual([]);
  });

  it('tells an address that is no registry from a repository that is not there', async () => {
    const { registry, test, connection } = await startRegistry({ 'acme/api': {} });
    registry.fail(faults.failure(404), always);
    const refused = await test.refused('connections.test', { id: connection.id });
    expect(refused.message).toContain('/v2/ answered 404. Type the address images are pulled from');
  });

  it('recovers from failures that pass, and from answers in other clothes', async () => {
    const { registry, sync } = await startRegistry({ 'acme/api': someTags(3) });
    Object.assign(registry.behaviour, { gzip: true, byteOrderMark: true, dateSkewMs: -3_600_000 });
    for (const status of [408, 500, 502, 503]) registry.fail(faults.failure(status));
    expect(await sync()).toMatchObject({ added: 3, rejected: 0 });
  });

  it('says what to know of a place that works', async () => {
    const { test, connection, registry } = await startRegistry(
      { 'acme/api': someTags(100), web: {} },
      { repository: 'acme/api, web' },
    );
    const { repository, notes } = await test.call('connections.test', { id: connection.id });
    expect(repository).toBe('acme/api, web');
    expect(notes).toEqual([
      expect.stringMatching(/^acme\/api has 100 tags or more\. Of new ones the digests of 500/),
      'web has no tag yet',
    ]);
    expect(registry.requests.length).toBeLessThan(12);
  });

  it.each([
    ['acme/api:1.0', 'is no name that can be read'],
    ['registry.example.com:5000/acme/api', 'is no name that can be read'],
    ['Acme/API', 'is no name that can be read'],
    ['acme/../api', 'is no name that can be read'],
    [' , ', 'No name is given'],
    ['acme/api, https://a.example/token, https://b.example/token', 'Two addresses'],
    ['acme/api, https://mara:pw@a.example/token', 'holds a user name or password'],
    [Array.from({ length: 51 }, (_, n) => `a${n}`).join(), 'reads 50 at most'],
  ])('takes %s for no place before anything is sent', async (repository, words) => {
    const { registry, test, connection } = await startRegistry({});
    const refused = await test.refused('connections.test', { id: connection.id, repository });
    expect(refused.message).toContain(words);
    expect(registry.requests).toEqual([]);
  });
});

describe('What a registry is trusted with', () => {
  it('is refused when it sends people elsewhere for a token, and nothing goes there', async () => {
    const elsewhere = await startElsewhere();
    onTestFinished(() => elsewhere.close());
    const { registry, refusedSync } = await startRegistry({ 'acme/api': someTags(1) });
    registry.realm = `${elsewhere.origin}/token`;
    const { code, message } = await refusedSync();
    expect([code, message]).toEqual([
      'forbidden',
      expect.stringContaining(`${elsewhere.origin}/token. Nothing was sent there`),
    ]);
    expect(elsewhere.requests).toEqual([]);
    // Nor without a password: what it is asked is what a stranger would like to have asked.
    for (const { headers } of registry.requests) expect(headers.authorization).toBeUndefined();
  });

  it.each([
    [
      'a redirect',
      (to: string) => faults.redirect(`${to}/v2/acme/api/tags/list`),
      'redirects to another server',
    ],
    [
      'a link to the next page',
      (to: string) => linkTo(`${to}/v2/next`),
      'The link to the next page leads to another server',
    ],
  ])('does not follow %s to another origin', async (_what, fault, words) => {
    const elsewhere = await startElsewhere();
    onTestFinished(() => elsewhere.close());
    const { registry, refusedSync } = await startRegistry({ 'acme/api': someTags(1) });
    registry.fail(fault(elsewhere.origin), { times: 5, to: /tags\/list/ });
    expect((await refusedSync()).message).toContain(words);
    expect(elsewhere.requests).toEqual([]);
  });

  it('sends user and token to the token server people typed, and to that alone', async () => {
    const server = await startRegistryServer({ token });
    onTestFinished(() => server.close());
    const { registry, test, cast, connection, sync, artefacts } = await startRegistry({
      'acme/api': { '1.0.0': anImage() },
    });
    registry.realm = `${server.origin}/token`;
    const repository = `acme/api, ${server.origin}/token`;
    const { id, name, baseUrl } = connection;
    const place = { id, name, baseUrl, repository };

    // The kept token was typed for the registry alone.
    await test.refused('connections.test', { id, repository });
    expect(server.requests.every(({ headers }) => headers.authorization === undefined)).toBe(true);
    const saved = await test.call('connections.save', place, cast.mara.id);
    expect([saved.repository, saved.hasToken]).toEqual([repository, false]);

    await test.call('connections.save', { ...place, token }, cast.mara.id);
    expect(await sync()).toMatchObject({ added: 1 });
    expect(await artefacts()).toHaveLength(1);
    const given = `Basic ${Buffer.from(token).toString('base64')}`;
    expect(server.requests.at(-1)?.headers.authorization).toBe(given);
    const seen = registry.requests.map(({ headers }) => headers.authorization);
    expect(seen).not.toContain(given);
    expect(server.problems).toEqual([]);

    // Another one than was typed gets nothing, wherever the registry points.
    registry.issued = 'issued-2';
    registry.realm = `${server.origin}/other`;
    const asked = server.requests.length;
    const refused = await test.refused('connections.sync', { id }, cast.mara.id);
    expect(refused.message).toContain(`${server.origin}/other. Nothing was sent there`);
    expect(server.requests).toHaveLength(asked);
  });

  it('repeats the token in no message and leaves it in no file', async () => {
    const { registry, test, connection, sync } = await startRegistry({ 'acme/api': someTags(2) });
    await sync();
    const sent = Buffer.from(token).toString('base64');
    const asked = `Bearer realm="${registry.origin}/token",service="registry.example.com"`;
    registry.fail(({ request: { headers }, error }) => {
      if (!headers.authorization) error(401, 'sign in', { 'www-authenticate': asked });
      else error(403, `denied to ${token}, Basic ${sent} and ${headers.authorization}`);
    }, tags);
    const { message } = await test.refused('connections.test', { id: connection.id });
    expect(message).toContain(
      'The registry said: denied to mara:[redacted], [redacted] and [redacted]',
    );
    for (const each of [secret, sent, 'issued-1']) expect(message).not.toContain(each);
    expect(filesWith(test, secret)).toEqual([]);
    expect(filesWith(test, 'issued-1')).toEqual([]);
  });

  it('takes no token of a registry that no header can carry', async () => {
    const { registry, refusedSync } = await startRegistry({ 'acme/api': someTags(1) });
    registry.fail(faults.body('{"token":"a\\r\\nHost: b"}'), { times: 5, to: /^\/token/ });
    expect((await refusedSync()).message).toContain(
      'was expected to give a token to read acme/api',
    );
  });
});
