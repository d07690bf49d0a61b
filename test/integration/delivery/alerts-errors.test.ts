import { describe, expect, it, onTestFinished } from 'vitest';
import { startElsewhere } from '../../support/servers/elsewhere.ts';
import * as faults from '../../support/servers/faults.ts';
import { monitors, monitoringSecret, startMonitoring } from './monitoring.ts';
import type { MonitorKey } from './monitoring.ts';

/** More often than anything is tried again. */
const always = { times: 100 };

const cases: { what: string; fault: faults.Fault; code: string; words: RegExp }[] = [
  {
    what: 'the proxy’s page of a wrong password',
    fault: faults.body('<html>Authorization Required</html>', 'text/html', 401),
    code: 'forbidden',
    words: /The proxy before \w+ refused what it was given \(401\).*save it with this connection$/,
  },
  {
    what: 'a right that is missing',
    fault: faults.body('RBAC: access denied', 'text/plain', 403),
    code: 'forbidden',
    words: /Reading http\S+ is not allowed \(403\).*It said: RBAC: access denied/,
  },
  {
    what: 'a path that is not there',
    fault: faults.body('404 page not found\n', 'text/plain', 404),
    code: 'not_found',
    words:
      /was not found at http\S+\/api\/v\d \(404\)\. Check the address; where a proxy serves it/,
  },
  {
    what: 'a question it does not take',
    fault: faults.failure(400, 'bad matcher format'),
    code: 'invalid_input',
    words: /did not accept the question \(400\)\. It said: "?bad matcher format/,
  },
  {
    what: 'a question it cannot work out',
    fault: faults.failure(422, 'query processing would load too many samples'),
    code: 'invalid_input',
    words: /did not accept the question \(422\)\. It said: "?query processing/,
  },
  {
    what: 'an end of it',
    fault: faults.failure(410, 'gone'),
    code: 'not_found',
    words: /no longer offers this \(410\)/,
  },
  {
    what: 'a query that takes too long',
    fault: faults.failure(503, 'query timed out in expression evaluation'),
    code: 'unavailable',
    words: /answered 503 and did not recover\. Sync again later\. It said: "?query timed out/,
  },
  {
    what: 'a gateway without words',
    fault: faults.body('<html>Bad Gateway</html>', 'text/html', 502),
    code: 'unavailable',
    words: /answered 502 and did not recover\. Sync again later$/,
  },
  {
    what: 'an HTML page with status 200',
    fault: faults.htmlPage,
    code: 'unavailable',
    words: /was expected to answer with JSON, but an HTML page came/,
  },
  {
    what: 'another API',
    fault: faults.body('{"message":"hello"}'),
    code: 'unavailable',
    words: /expected to answer with (its|a list of) alerts, but an error, “hello” came/,
  },
  {
    what: 'an error with status 200',
    fault: faults.body(
      '{"status":"error","errorType":"timeout","error":"too slow","data":{"alerts":[]}}',
    ),
    code: 'unavailable',
    words: /expected to answer with (its|a list of) alerts, but an error, “too slow” came/,
  },
  {
    what: 'a limit of the proxy',
    fault: faults.tooManyRequests('600'),
    code: 'unavailable',
    words: /allows no more requests for now: rate limited until 2026-11-24T09:30:30\.000Z/,
  },
  {
    what: 'a limit until an HTTP date',
    fault: ({ error, now }) =>
      error(429, 'slow down', { 'retry-after': new Date(now + 600_000).toUTCString() }),
    code: 'unavailable',
    words: /rate limited until 2026-11-24T09:30:[03]0\.000Z/,
  },
  {
    what: 'a limit that does not say how long',
    fault: faults.tooManyRequests(),
    code: 'unavailable',
    words: /rate limited until 2026-11-24T09:2[12]:30\.000Z/,
  },
  {
    what: 'a body cut short',
    fault: faults.cutShort,
    code: 'unavailable',
    words: /ended the connection before its answer was complete/,
  },
  {
    what: 'JSON that breaks off',
    fault: faults.invalidJson,
    code: 'unavailable',
    words: /JSON that is cut short or damaged/,
  },
  {
    what: 'JSON nested too deep',
    fault: faults.nested(10_000),
    code: 'unavailable',
    words: /nested deeper than 100 levels/,
  },
  {
    what: 'more than an answer can be',
    fault: faults.gzipBomb(65 * 1024 * 1024),
    code: 'unavailable',
    words: /more than 64 MiB/,
  },
];

const keys: readonly MonitorKey[] = ['prometheus', 'alertmanager'];

describe.each(keys)('A connection to %s that is answered with', (provider) => {
  const { alert } = monitors[provider];

  it.each(cases)('$what says so, and keeps what it has', async ({ fault, code, words }) => {
    const { server, test, connection, sync, refusedSync, told } = await startMonitoring(provider);
    server.alerts = [alert({ alertname: 'One' })];
    await sync();
    test.advance(30_000);
    server.fail(fault, always);
    const tested = await test.refused('connections.test', { id: connection.id });
    const synced = await refusedSync();
    for (const error of [tested, synced]) {
      expect(error.message).toMatch(words);
      expect(error.code).toBe(code);
      expect(error.message).not.toContain(monitoringSecret);
    }
    const [listed] = await test.call('connections.list', {});
    expect(listed?.state.lastError).toBe(synced.message);
    expect(await told()).toEqual(['One failed']);
    server.heal();
    expect(await sync()).toMatchObject({ added: 0, updated: 0 });
    expect(test.errors).toEqual([]);
  });

  it.each([408, 500, 502, 503, 504])('%i once tries again', async (status) => {
    const { server, sync } = await startMonitoring(provider);
    server.alerts = [alert({ alertname: 'One' })];
    server.fail(faults.failure(status));
    expect(await sync()).toMatchObject({ added: 1 });
  });

  it('a redirect to another host sends neither token nor tenant there', async () => {
    const elsewhere = await startElsewhere();
    onTestFinished(() => elsewhere.close());
    const { server, test, connection } = await startMonitoring(provider, { tenant: 'team-shop' });
    server.fail(faults.redirect(`${elsewhere.origin}/api/v1/alerts`), always);
    const { message } = await test.refused('connections.test', { id: connection.id });
    expect(message).toContain(`redirects to another server, ${elsewhere.origin}`);
    expect(elsewhere.requests).toEqual([]);
  });

  it.each([
    ['a token nobody gave', { token: 'wrong' }, 'refused what it was given (401)'],
    ['no user before the colon', { token: ':secret' }, 'no user name stands before the colon'],
  ])('%s is told before or after it is sent', async (_what, typed, words) => {
    const { test, connection } = await startMonitoring(provider);
    const refused = await test.refused('connections.test', { id: connection.id, ...typed });
    expect(refused.message).toContain(words);
  });

  it('nobody let in without a token says what to type', async () => {
    const { server, test } = await startMonitoring(provider);
    const place = { provider, baseUrl: server.baseUrl, repository: '' };
    expect((await test.refused('connections.test', place)).message).toContain(
      'answers nobody without a token (401). Type user:password, or a token',
    );
  });

  it.each(['team shop', 'a/b', 'x'.repeat(151)])(
    'nothing, since %s is no tenant',
    async (repository) => {
      const { server, test, connection } = await startMonitoring(provider);
      const refused = await test.refused('connections.test', { id: connection.id, repository });
      expect(refused.fields?.['repository']).toContain('is no tenant');
      expect(server.requests).toEqual([]);
    },
  );
});

describe('A test of a connection', () => {
  it('to Prometheus tells what is there, and which rules are silent', async () => {
    const { server, test, connection } = await startMonitoring('prometheus');
    server.alerts = [monitors.prometheus.alert({ alertname: 'One' })];
    const broken = { name: 'Errors', type: 'alerting', health: 'err', lastError: 'many-to-many' };
    server.groups = [{ name: 'shop', rules: [broken, { ...broken, health: 'ok' }] }];
    expect(await test.call('connections.test', { id: connection.id })).toEqual({
      ...{ repository: '', workflows: [] },
      notes: [
        '1 alert now, of which 1 fires',
        '1 of 2 alerting rules cannot be evaluated, so alerts of theirs would not show: Errors: many-to-many',
      ],
    });
    server.fail(faults.body('no', 'text/plain', 403), { times: 9, to: /query/ });
    server.fail(faults.htmlPage, { times: 9, to: /rules/ });
    const { notes } = await test.call('connections.test', { id: connection.id });
    expect(notes[1]).toContain('Queries are not answered (403): metric checks of releases would');
    expect(notes).toHaveLength(2);
  });

  it('to Alertmanager tells what is there', async () => {
    const { test, connection } = await startMonitoring('alertmanager');
    expect(await test.call('connections.test', { id: connection.id })).toEqual({
      ...{ repository: '', workflows: [], notes: ['No alert is there now'] },
    });
  });
});

describe('What alerts are mapped by', () => {
  it('is refused where it names no label, and told by the alerts', async () => {
    const { server, sync, test, cast, connection } = await startMonitoring('alertmanager');
    server.alerts = [
      monitors.alertmanager.alert({ alertname: 'One', service: 'shop', pod: 'a-1' }),
      monitors.alertmanager.alert({ alertname: 'Two', service: 'payments-api', job: 'a "b", c' }),
    ];
    await sync();
    const { id, name, baseUrl, repository } = connection;
    const services = [{ name: 'shop', serviceId: cast.payments.id }];
    const values = { id, name, baseUrl, repository, services };
    const refused = await test.refused('connections.save', values, cast.mara.id);
    expect(refused.fields?.['services.0.name']).toContain('“shop” does not say which alerts');
    const names = await test.call('connections.names', { connectionId: id });
    expect(names.map((each) => [each.name, each.alerts, each.serviceId, each.suggestedId])).toEqual(
      [
        ['job="a \\"b\\", c"', 1, null, null],
        ['service=payments-api', 1, null, cast.payments.id],
        ['service=shop', 1, cast.payments.id, null],
      ],
    );
  });
});
