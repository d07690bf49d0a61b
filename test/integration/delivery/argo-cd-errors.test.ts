import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startElsewhere } from '../../support/servers/elsewhere.ts';
import * as faults from '../../support/servers/faults.ts';
import { anApplication } from '../../support/servers/argo-cd.ts';
import { argoToken, startArgo } from './argo-cd.ts';
import { commonErrors, type ErrorCase } from './error-cases.ts';

/** More often than anything is tried again. */
const toApplications = { to: /\/applications/, times: 100 };

const cases: readonly ErrorCase[] = [
  ...commonErrors,
  {
    what: 'a token that does not count',
    fault: faults.failure(401, 'invalid session: token is expired'),
    code: 'forbidden',
    words: /refused the token \(401\): it is wrong, expired.*said: invalid session: token is exp/,
  },
  {
    what: 'a right that is missing',
    fault: faults.failure(403, 'permission denied: applications, get, default/shop'),
    code: 'forbidden',
    words: /may not read applications here, or the place is not there.*get, default\/\*, allow/,
  },
  {
    what: 'nothing there',
    fault: faults.failure(404, 'error getting application'),
    code: 'not_found',
    words: /Argo CD at .* has nothing there \(404\)\. Check the address and the names/,
  },
  {
    what: 'the page of another server',
    fault: faults.body('<html>404</html>', 'text/html', 404),
    code: 'not_found',
    words: /There is no Argo CD at .* \(404\)\. Type the address at which Argo CD opens/,
  },
  {
    what: 'another API',
    fault: faults.body('{"message":"hello"}'),
    code: 'unavailable',
    words: /expected to answer with a list of applications, but an error, “hello” came\. Check/,
  },
  {
    what: 'a question it does not take',
    fault: faults.failure(400, 'invalid argument'),
    code: 'invalid_input',
    words: /did not accept the question \(400\)/,
  },
];

describe('A connection to Argo CD that is answered with', () => {
  it.each(cases)('$what says so, and keeps what it has', async ({ fault, code, words }) => {
    const { argo, test, connection, sync, refusedSync, told } = await startArgo(
      ['shop', 'web'],
      'default',
    );
    await sync();
    test.advance(30_000);
    argo.fail(fault, toApplications);
    const tested = await test.refused('connections.test', { id: connection.id });
    const synced = await refusedSync();
    for (const error of [tested, synced]) {
      expect(error.code).toBe(code);
      expect(error.message).toMatch(words);
      expect(error.message).not.toContain(argoToken);
    }
    const [listed] = await test.call('connections.list', {});
    expect(listed?.state.lastError).toBe(synced.message);
    // An answer that did not come says of nothing that it is gone.
    expect(await told()).toEqual(['shop succeeded', 'web succeeded']);
    argo.heal();
    expect(await sync()).toMatchObject({ added: 0, updated: 0, unchanged: 6, rejected: 0 });
    expect(test.errors).toEqual([]);
  });

  it('more than is read says how to read less', async () => {
    const { argo, refusedSync } = await startArgo(['shop']);
    argo.fail(faults.gzipBomb(65 * 1024 * 1024), toApplications);
    expect((await refusedSync()).message).toContain('read them project by project');
  });

  it.each([408, 500, 502, 503, 504])('%i once tries again', async (status) => {
    const { argo, sync } = await startArgo(['shop']);
    argo.fail(faults.failure(status));
    expect(await sync()).toMatchObject({ added: 3, rejected: 0 });
  });

  it('a redirect to another host sends the token nowhere', async () => {
    const elsewhere = await startElsewhere();
    onTestFinished(() => elsewhere.close());
    const { argo, test, connection, refusedSync } = await startArgo(['shop']);
    argo.fail(faults.redirect(`${elsewhere.origin}/api/v1/applications`, 307), toApplications);
    const tested = await test.refused('connections.test', { id: connection.id });
    for (const { message } of [tested, await refusedSync()]) {
      expect(message).toContain(`redirects to another server, ${elsewhere.origin}`);
    }
    expect(elsewhere.requests).toEqual([]);
  });
});

describe('A sync with Argo CD', () => {
  it('that is cancelled marks nothing gone, and is made good', async () => {
    const { argo, sync, test, cast, connection, told } = await startArgo(['shop', 'web']);
    await sync();
    argo.applications = [anApplication('shop')];
    argo.behaviour.afterPage = () => void test.app.call('progress.cancel', { id: 'sync-1' });
    const input = { id: connection.id, progressId: 'sync-1' };
    const cancelled = await test.refused('connections.sync', input, cast.mara.id);
    expect(cancelled.message).toContain('Cancelled');
    expect(await told()).toEqual(['shop succeeded', 'web succeeded']);
    argo.behaviour.afterPage = () => undefined;
    await sync();
    expect(await told()).toEqual(['shop succeeded', 'web gone']);
  });

  it.each([
    ['packed, behind a byte order mark', { gzip: true, byteOrderMark: true }],
    ['from a server whose clock is an hour ahead', { dateSkewMs: 3_600_000 }],
    ['with an ETag from a proxy', { etags: true }],
  ])('%s is read like any other', async (_what, behaviour) => {
    const { argo, sync, told } = await startArgo(['shop']);
    Object.assign(argo.behaviour, behaviour);
    expect(await sync()).toMatchObject({ added: 3, rejected: 0 });
    expect(await sync()).toMatchObject({ added: 0, unchanged: 3 });
    expect(await told()).toEqual(['shop succeeded']);
  });

  it('leaves the token in no file', async () => {
    const { argo, sync, test } = await startArgo(['shop']);
    argo.fail(faults.failure(500, argoToken));
    await sync();
    for (const name of readdirSync(test.folder)) {
      expect(readFileSync(join(test.folder, name)).includes(argoToken)).toBe(false);
    }
    expect(JSON.stringify(test.events)).not.toContain(argoToken);
  });
});

describe('The place of a connection to Argo CD', () => {
  it.each([
    ['', ['shop', 'web', 'other']],
    ['default', ['shop', 'web']],
    [' default / shop ', ['shop']],
    ['payments', ['other']],
  ])('“%s” reads %j', async (repository, names) => {
    const { argo, sync, told } = await startArgo(['shop', 'web'], repository, {
      basePath: '/argo',
    });
    argo.applications.push(anApplication('other', { spec: { project: 'payments' } }));
    await sync();
    expect(await told()).toEqual(names.map((name) => `${name} succeeded`).toSorted());
    expect(argo.requests[0]?.path).toBe('/argo/api/v1/applications');
  });

  it.each(['default/shop/web', 'Default', 'default/*', '../api'])(
    '%s is refused before anything is sent',
    async (repository) => {
      const { argo, test, connection } = await startArgo();
      const refused = await test.refused('connections.test', { id: connection.id, repository });
      expect(refused.fields?.['repository']).toContain('is no project or application');
      expect(argo.requests).toEqual([]);
    },
  );
});

describe('A test of a connection to Argo CD', () => {
  it.each([
    ['', 'all projects'],
    ['default', 'default'],
    ['default/shop', 'default/shop'],
  ])('of “%s” reaches %s, and asks for little', async (repository, reached) => {
    const { argo, test, connection } = await startArgo(['shop']);
    const found = await test.call('connections.test', { id: connection.id, repository });
    expect(found).toEqual({ repository: reached, workflows: [], notes: [] });
    expect(argo.requests.map(({ path }) => path)).toEqual(['/api/version', '/api/v1/applications']);
    expect(argo.requests[0]?.headers.authorization).toBeUndefined();
    expect(argo.requests[1]?.query.get('fields')).toContain('items.metadata.name');
  });

  it('tells an empty project from none, as far as Argo CD does', async () => {
    const { test, connection } = await startArgo();
    const tested = (repository: string) => ({ id: connection.id, repository });
    const { notes } = await test.call('connections.test', tested('default'));
    expect(notes).toEqual([expect.stringContaining('No application is seen')]);
    const project = await test.refused('connections.test', tested('payments'));
    expect(project.code).toBe('not_found');
    expect(project.message).toMatch(/^The project payments was not found .*get, payments\/\*$/);
    const application = await test.refused('connections.test', tested('default/web'));
    expect(application.message).toMatch(/^The application web of .*get, default\/web$/);
  });

  it('says that nobody is let in without a token, and what is not Argo CD', async () => {
    const { argo, test, connection } = await startArgo();
    const place = { provider: 'argo-cd', baseUrl: argo.baseUrl, repository: '' };
    const { message } = await test.refused('connections.test', place);
    expect(message).toContain('answers nobody without a token (401)');
    argo.requests.length = 0;
    argo.fail(faults.body('{"version":"1"}'), { to: /version/ });
    const other = await test.refused('connections.test', { id: connection.id });
    expect(other.message).toContain('expected to answer with its version');
    expect(argo.requests.map(({ headers }) => headers.authorization)).toEqual([undefined]);
    const below = { ...place, baseUrl: `${argo.baseUrl}/elsewhere`, token: argoToken };
    expect((await test.refused('connections.test', below)).message).toContain('an HTML page came');
  });
});
