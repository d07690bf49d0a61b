import { describe, expect, it, onTestFinished } from 'vitest';
import { buildWorkspace } from '../../support/build-workspace.ts';
import { startProxy } from '../../support/servers/proxy.ts';
import { authority, startTls } from '../../support/servers/tls.ts';
import { startTestApp } from '../../support/test-app.ts';

const token = 'glpat-canary5f0c1d2e3a4b';

/** A GitLab on loopback that only says what its project is, with a certificate of its own authority. */
async function start() {
  const asked: string[] = [];
  const server = await startTls('vouched', (request, response) => {
    asked.push(request.url ?? '');
    response.setHeader('content-type', 'application/json');
    const isList = /pipelines|deployments/.test(request.url ?? '');
    response.end(JSON.stringify(isList ? [] : { id: 7, path_with_namespace: 'acme/shop' }));
  });
  onTestFinished(() => server.close());
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  const place = { provider: 'gitlab', baseUrl: server.origin, repository: 'acme/shop', token };
  return { test, cast, asked, place: { ...place, provider: 'gitlab' as const } };
}

async function proxied(status?: number) {
  const proxy = await startProxy(status);
  onTestFinished(() => proxy.close());
  return proxy;
}

describe('A connection to a server of its own authority', () => {
  it('is refused without that authority, and says where to add it', async () => {
    const { test, place, asked } = await start();
    const { message } = await test.refused('connections.test', place);
    expect(message).toMatch(/certificate .* was not accepted .*How it is reached/);
    expect(asked).toEqual([]);
  });

  it('is reached with it, to test and to sync, and shows whose it is', async () => {
    const { test, cast, place } = await start();
    expect(await test.call('connections.test', { ...place, ca: authority })).toMatchObject({
      repository: 'acme/shop',
    });
    const saved = await test.call(
      'connections.save',
      { ...place, name: 'Shop', ca: authority },
      cast.mara.id,
    );
    expect(saved.authorities).toEqual([
      { subject: 'O=Example Works, CN=Example Works Root', validTo: expect.any(String) },
    ]);
    const synced = await test.call('connections.sync', { id: saved.id }, cast.mara.id);
    expect(synced).toMatchObject({ added: 0, rejected: 0 });
  });

  it('does not make another connection trust it', async () => {
    const { test, place } = await start();
    await test.call('connections.test', { ...place, ca: authority });
    expect((await test.refused('connections.test', place)).message).toMatch(/was not accepted/);
  });

  it.each([
    [
      'a private key',
      '-----BEGIN PRIVATE KEY-----\nAA==\n-----END PRIVATE KEY-----',
      /private key/,
    ],
    ['other text', 'hello', /no certificate/],
    [
      'a damaged certificate',
      '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----',
      /Certificate 1 cannot be read/,
    ],
  ])('refuses %s', async (_what, ca, why) => {
    const { test, cast, place } = await start();
    const refused = await test.refused(
      'connections.save',
      { ...place, name: 'Shop', ca },
      cast.mara.id,
    );
    expect(refused).toMatchObject({ code: 'invalid_input', fields: { ca: expect.anything() } });
    expect(refused.message).toMatch(why);
  });
});

describe('A connection through a proxy', () => {
  it('goes there for everything, and its token is seen by nobody on the way', async () => {
    const { test, cast, place } = await start();
    const proxy = await proxied();
    const way = { ca: authority, proxy: `${proxy.origin}/` };
    await test.call('connections.test', { ...place, ...way });
    const saved = await test.call(
      'connections.save',
      { ...place, name: 'Shop', ...way },
      cast.mara.id,
    );
    expect(saved.proxy).toBe(proxy.origin);
    await test.call('connections.sync', { id: saved.id }, cast.mara.id);
    expect(new Set(proxy.asked)).toEqual(new Set([new URL(place.baseUrl).host]));
    expect(proxy.plain).toEqual([]);
  });

  it('says that the proxy refused, and that it is not there', async () => {
    const { test, place } = await start();
    const proxy = await proxied(407);
    const refused = await test.refused('connections.test', {
      ...{ ...place, ca: authority, proxy: proxy.origin },
    });
    expect(refused.message).toMatch(/^The proxy did not let the request through .*407/);
    await proxy.close();
    const gone = await test.refused('connections.test', {
      ...{ ...place, ca: authority, proxy: proxy.origin },
    });
    expect(gone.message).toMatch(/refused the connection/);
  });

  it.each([
    ['proxy.example.com:3128', /no address of a proxy/],
    ['http://mara:secret@proxy.example.com', /user name or password/],
    ['http://proxy.example.com/path', /no path/],
  ])('refuses %s', async (proxy, why) => {
    const { test, cast, place } = await start();
    const refused = await test.refused(
      'connections.save',
      { ...place, name: 'Shop', proxy },
      cast.mara.id,
    );
    expect(refused.message).toMatch(why);
    expect(refused.message).not.toContain('secret@');
  });
});
