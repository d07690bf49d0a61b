import { describe, expect, it, onTestFinished } from 'vitest';
import { startElsewhere } from '../../support/servers/elsewhere.ts';
import * as faults from '../../support/servers/faults.ts';
import { filesWith } from './artefacts.ts';
import { repositories, secret } from './repositories.ts';

const always = { times: 100 };

/** What each says of a right and of a place, in its own words. */
const words: Record<string, { refused: RegExp; right: RegExp; place: RegExp; noApi: RegExp }> = {
  Nexus: {
    refused: /Nexus refused the user and token \(401\)/,
    right: /The user may not browse releases \(403\).*nx-repository-view-\*-releases-browse/,
    place: /releases was not found on http:\S+ \(404\)\. Check the name as Nexus lists it/,
    noApi: /There is no Nexus at http:\S+: it answered 404\. Type the address at which Nexus opens/,
  },
  Artifactory: {
    refused: /Artifactory refused the token \(401\).*Make an access token that may read/,
    right: /The token may not read libs \(403\).*the permission Read on this repository/,
    place: /libs was not found on http:\S+ \(404\)\. Check the key of the repository/,
    noApi: /There is no Artifactory at http:\S+: it answered 404.*\/artifactory at the end/,
  },
  GitHub: {
    refused: /GitHub refused the token \(401\).*Make a classic token with read:packages/,
    right: /may not read the packages acme\/container\/shop \(403\).*fine-grained tokens cannot/,
    place: /acme\/container\/shop was not found on http:\S+ \(404\)\. Check owner, type and name/,
    noApi: /acme\/container\/shop was not found/,
  },
};

const plain404 = faults.body('not found', 'text/plain', 404);

const cases: [
  what: string,
  fault: faults.Fault,
  expected: keyof (typeof words)[string] | RegExp,
][] = [
  ['a token that is wrong', faults.failure(401, 'Bad credentials'), 'refused'],
  ['a right that is missing', faults.failure(403, 'Forbidden'), 'right'],
  ['a place that is not there', faults.failure(404, 'Not Found'), 'place'],
  ['an address that is another server', plain404, 'noApi'],
  ['a sign-in page', faults.htmlPage, /expected to answer with JSON, but an HTML page came/],
  ['another API', faults.body('{"message":"hello"}'), /was expected to .*hello/],
  ['a limit', faults.tooManyRequests('3600'), /allows no more requests.*rate limited until/],
  ['a body cut short', faults.cutShort, /ended the connection before its answer/],
  ['JSON that breaks off', faults.body('{"items":[{'), /cut short or damaged/],
  ['a failure that stays', faults.failure(503), /answered 503 and did not recover/],
  ['a question it does not accept', faults.failure(422, 'no'), /did not accept the question \(422/],
  ['10,000 levels', faults.nested(10_000), /nested deeper than 100 levels/],
];

describe.each(repositories)('A connection to %s', (called, start) => {
  it.each(cases)('names %s, in a test and in a sync that loses nothing', async (...each) => {
    const [, fault, expected] = each;
    const { server, test, connection, sync, refusedSync, artefacts } = await start();
    await sync();
    const before = await artefacts();
    expect(before).toHaveLength(3);
    server.fail(fault, always);
    const tested = await test.refused('connections.test', { id: connection.id });
    const synced = await refusedSync();
    for (const { message } of [tested, synced]) {
      const told = expected instanceof RegExp ? expected : words[called]?.[expected];
      expect(message).toMatch(told ?? /^$/);
      expect(message).not.toContain(secret);
    }
    const [listed] = await test.call('connections.list', {});
    expect(listed?.state.lastError).toBe(synced.message);
    expect(await artefacts()).toEqual(before);
    server.heal();
    expect(await sync()).toMatchObject({ added: 0, updated: 0, unchanged: 3, rejected: 0 });
    expect(test.errors).toEqual([]);
  });

  it('recovers from failures that pass, and from answers in other clothes', async () => {
    const { server, sync } = await start();
    Object.assign(server.behaviour, { gzip: true, byteOrderMark: true, dateSkewMs: -3_600_000 });
    for (const status of [408, 500, 502, 503]) server.fail(faults.failure(status));
    expect(await sync()).toMatchObject({ added: 3, rejected: 0 });
  });

  it('marks as gone what a whole list leaves out, and nothing of one that was cancelled', async () => {
    const { server, test, cast, connection, sync, artefacts } = await start();
    await sync();
    const progressId = 'cancelled-sync';
    const cancel = () => void test.call('progress.cancel', { id: progressId });
    server.fail(cancel, always);
    await test.refused('connections.sync', { id: connection.id, progressId }, cast.mara.id);
    server.heal();
    expect((await artefacts()).every(({ goneAt }) => goneAt === null)).toBe(true);
    expect(await sync()).toMatchObject({ added: 0, updated: 0, unchanged: 3 });
  });

  it('sends the token to no other server a redirect leads to, and keeps it in no file', async () => {
    const elsewhere = await startElsewhere();
    onTestFinished(() => elsewhere.close());
    const { server, test, sync, refusedSync } = await start();
    await sync();
    server.fail(faults.redirect(`${elsewhere.origin}/service/rest/v1/components`), always);
    expect((await refusedSync()).message).toContain(`another server, ${elsewhere.origin}`);
    expect(elsewhere.requests).toEqual([]);
    expect(filesWith(test, secret)).toEqual([]);
  });
});
