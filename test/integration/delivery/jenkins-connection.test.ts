import { describe, expect, it, onTestFinished } from 'vitest';
import { startElsewhere } from '../../support/servers/elsewhere.ts';
import * as faults from '../../support/servers/faults.ts';
import { aFolder, aJob, startJenkinsServer } from '../../support/servers/jenkins.ts';
import { secret, someBuilds, startJenkins, token } from './jenkins.ts';

/** More often than anything is tried again. */
const always = { times: 100 };

/** A page for people, as a proxy or Jenkins sends it. */
const page = (status: number, headers: Record<string, string>): faults.Fault => {
  return ({ response }) =>
    void response
      .writeHead(status, { 'content-type': 'text/html', ...headers })
      .end('<html><body>No</body></html>');
};

/** What Jetty makes of an error for those who ask for JSON. */
const said = (status: number, message: string) =>
  faults.body(JSON.stringify({ status: String(status), message }), 'application/json', status);

const refusals: [string, faults.Fault, RegExp][] = [
  ['a wrong user or token', page(401, {}), /refused the user and token \(401\).*Security page/],
  [
    'a right that is missing',
    page(403, {
      'x-you-are-authenticated-as': 'mara',
      'x-required-permission': 'hudson.model.Hudson.Read',
    }),
    /^The user mara lacks the right Overall\/Read for shop \(403\)/,
  ],
  [
    'a right that is missing, where Jenkins does not say which',
    page(403, { 'x-jenkins': '2.516' }),
    /^The user lacks the right Job\/Read for shop \(403\)/,
  ],
  [
    'a proxy that takes the token away',
    page(403, { 'x-you-are-authenticated-as': 'anonymous' }),
    /did not reach Jenkins \(403\).*takes the Authorization header away/,
  ],
  [
    'a crumb that is asked for',
    said(403, 'No valid crumb was included in the request'),
    /asked for a crumb \(403\), which only writing takes.*Jenkins said: No valid crumb/,
  ],
  [
    'a job that is not there',
    page(404, { 'x-jenkins': '2.516' }),
    /^shop was not found on .*a slash in a branch written as %2F.*Job\/Read/,
  ],
  [
    'an address without the path of Jenkins',
    page(404, {}),
    /^There is no Jenkins at .*without the header X-Jenkins.*with its path/,
  ],
  ['a job that was deleted', page(410, { 'x-jenkins': '2.516' }), /no longer offers this \(410\)/],
  ['a sign-in page', faults.htmlPage, /an HTML page came/],
  [
    'a redirect to the sign-in page',
    (exchange) => {
      if (exchange.url.pathname.endsWith('/login')) faults.htmlPage(exchange);
      else faults.redirect('/jenkins/login?from=%2F')(exchange);
    },
    /led to an HTML page at \/jenkins\/login, as it does with people who have to sign in/,
  ],
  [
    'another API',
    faults.body('{"message":"hello"}'),
    /is no Jenkins: a job was expected, but an error, “hello” came, without the header X-Jenkins/,
  ],
  ['a question it does not take', page(400, {}), /did not accept the question \(400\)/],
  ['a server that starts', page(503, {}), /is starting, or has too much to do \(503\)/],
  ['a server that fails', page(500, {}), /answered 500 and did not recover/],
  ['a limit', faults.tooManyRequests('600'), /rate limited until .*what was read so far is kept/],
  ['a body cut short', faults.cutShort, /ended the connection before its answer was complete/],
  ['JSON that breaks off', faults.invalidJson, /cut short or damaged/],
  ['10,000 levels', faults.nested(10_000), /nested deeper than 100 levels/],
];

describe('A connection to Jenkins', () => {
  it.each(refusals)('names %s, in a test and in a sync that loses nothing', async (...each) => {
    const [, fault, words] = each;
    const { jenkins, test, connection, sync, refusedSync, runs } = await startJenkins([
      aJob('shop', someBuilds(3)),
    ]);
    await sync();
    const before = await runs();
    jenkins.fail(fault, always);
    const tested = await test.refused('connections.test', { id: connection.id });
    const synced = await refusedSync();
    for (const { message } of [tested, synced]) {
      expect(message).toMatch(words);
      expect(message).not.toContain(secret);
    }
    const [listed] = await test.call('connections.list', {});
    expect(listed?.state.lastError).toBe(synced.message);
    expect(await runs()).toEqual(before);
    jenkins.heal();
    expect(await sync()).toMatchObject({ added: 0, updated: 0, rejected: 0 });
    expect(test.errors).toEqual([]);
  });

  it('recovers from failures that pass, and from answers in other clothes', async () => {
    const { jenkins, sync } = await startJenkins([aJob('shop', someBuilds(3))]);
    Object.assign(jenkins.behaviour, { gzip: true, byteOrderMark: true, dateSkewMs: -3_600_000 });
    for (const status of [408, 500, 502, 503]) jenkins.fail(page(status, {}));
    expect(await sync()).toMatchObject({ added: 3, rejected: 0 });
    expect(jenkins.requests).toHaveLength(6);
  });

  it('sends the token to no other server a redirect leads to', async () => {
    const elsewhere = await startElsewhere();
    onTestFinished(() => elsewhere.close());
    const { jenkins, refusedSync } = await startJenkins([aJob('shop', someBuilds(3))]);
    jenkins.fail(faults.redirect(`${elsewhere.origin}/jenkins/job/shop/api/json`), always);
    expect((await refusedSync()).message).toContain(`another server, ${elsewhere.origin}`);
    expect(elsewhere.requests).toEqual([]);
  });

  it('repeats the token in no message, as it was sent or as it is', async () => {
    const { jenkins, test, connection } = await startJenkins([]);
    const sent = Buffer.from(token).toString('base64');
    jenkins.fail(said(403, `refused ${token}, Basic ${sent} and ${sent}`), always);
    const { message } = await test.refused('connections.test', { id: connection.id });
    expect(message).toContain('Jenkins said: refused mara:[redacted]');
    expect(message).not.toContain(secret);
    expect(message).not.toContain(sent);
  });

  it('says what was reached: the jobs in a folder, and what is seen without a token', async () => {
    const open = await startJenkinsServer({
      items: [aFolder('shop'), aJob('shop/web'), aJob('shop/feature%2Fx')],
    });
    onTestFinished(() => open.close());
    const { test } = await startJenkins([]);
    const place = { provider: 'jenkins' as const, baseUrl: open.baseUrl };
    expect(await test.call('connections.test', { ...place, repository: 'shop' })).toEqual({
      repository: 'shop',
      workflows: [
        { workflow: 'shop/feature%2Fx', name: 'shop » feature/x' },
        { workflow: 'shop/web', name: 'shop » web' },
      ],
      notes: ['Without a user and token only what is public is seen'],
    });
    open.items.splice(1);
    const empty = await test.call('connections.test', { ...place, repository: 'shop' });
    expect(empty.notes[1]).toContain('No job in it is seen yet');
  });

  it('asks for a user where nobody may read without one', async () => {
    const { jenkins, test } = await startJenkins([aJob('shop')]);
    const place = { provider: 'jenkins', baseUrl: jenkins.baseUrl, repository: 'shop' };
    const refused = await test.refused('connections.test', place);
    expect(refused.message).toMatch(/^Nobody may read shop without signing in \(403\).*user:token/);
  });

  it.each([
    ['shop/web', 'shop/web'],
    [' shop » web ', 'shop/web'],
    ['/job/shop/job/web/', 'shop/web'],
    ['shop/feature%2Fx', 'shop/feature%2Fx'],
    ['the shop/größe', 'the shop/größe'],
    ['BASE/job/shop/job/feature%252Fx/12/console', 'shop/feature%2Fx'],
    ['BASE/view/all/job/shop/view/Builds/job/web/', 'shop/web'],
  ])('takes %s as the job %s', async (typed, job) => {
    const { jenkins, test, cast } = await startJenkins([aJob(job)]);
    const repository = typed.replace('BASE', jenkins.baseUrl);
    const place = { provider: 'jenkins' as const, baseUrl: jenkins.baseUrl, repository, token };
    const saved = await test.call('connections.save', { ...place, name: 'again' }, cast.mara.id);
    expect(saved.repository).toBe(job);
    expect((await test.call('connections.test', { id: saved.id })).repository).toBe(job);
  });

  it.each([
    ['shop/../admin', 'is no job'],
    ['shop//web', 'is no job'],
    ['BASE/manage/', 'is no job'],
    ['https://other.example/jenkins/job/shop', 'lies on https://other.example/jenkins, but'],
    ['BASE/deeper/job/shop', '/jenkins/deeper, but the address of the controller is'],
  ])('takes %s for no job of it before anything is sent', async (typed, words) => {
    const { jenkins, test, connection } = await startJenkins([]);
    const repository = typed.replace('BASE', jenkins.baseUrl);
    const refused = await test.refused('connections.test', { id: connection.id, repository });
    expect(refused.fields?.['repository']).toContain(words);
    expect(jenkins.requests).toEqual([]);
  });

  it.each([
    [secret, 'there is no colon'],
    [`:${secret}`, 'no user name stands before the colon'],
    ['mara:', 'it is empty'],
    [`mara:${secret} ${secret}`, 'no blanks'],
  ])('refuses a token without its user, as it is saved or tried: %s', async (given, words) => {
    const { jenkins, test, cast, connection } = await startJenkins([]);
    const { id, name, baseUrl, repository } = connection;
    const place = { id, baseUrl, repository, token: given };
    const tried = await test.refused('connections.test', place);
    const saved = await test.refused('connections.save', { ...place, name }, cast.mara.id);
    for (const refused of [tried, saved]) {
      expect(refused.fields?.['token']).toContain(words);
      expect(refused.message).not.toContain(secret);
    }
    expect(jenkins.requests).toEqual([]);
  });
});
