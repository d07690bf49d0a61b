import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as faults from '../../support/servers/faults.ts';
import { ago, monitors, monitoringSecret, monitoringToken, startMonitoring } from './monitoring.ts';
import type { MonitorKey } from './monitoring.ts';

const keys: readonly MonitorKey[] = ['prometheus', 'alertmanager'];

describe.each(keys)('The alerts of %s', (provider) => {
  const { alert, quiet, file, other } = monitors[provider];

  it('are none, then all there are; again they change nothing', async () => {
    const { server, sync, test, alerts } = await startMonitoring(provider);
    expect(await sync()).toMatchObject({ added: 0, rejected: 0 });
    server.alerts = Array.from({ length: 230 }, (_, n) =>
      alert({ alertname: `Ümlaut/${n}`, service: 'shop', path: 'a/b "c"\\d' }),
    );
    expect(await sync()).toMatchObject({ added: 230, rejected: 0 });
    const { open: before } = await test.call('workspace.state', {});
    expect(await sync()).toMatchObject({ added: 0, updated: 0, unchanged: 230 });
    expect((await test.call('workspace.state', {})).open?.head).toEqual(before?.head);
    expect((await alerts())[0]).toMatchObject({
      ...{ status: 'failed', startedAt: ago(20), note: 'More than 5 % of calls fail' },
      labels: { service: 'shop', path: 'a/b "c"\\d' },
    });
    expect(await test.call('workspace.verify', {})).toMatchObject({ ok: true });
  });

  it('that are no longer told are gone, and come back where they do', async () => {
    const { server, sync, told } = await startMonitoring(provider);
    const [one, two] = [alert({ alertname: 'One' }), alert({ alertname: 'Two' })];
    server.alerts = [one, two];
    await sync();
    server.alerts = [{ ...two, ...quiet }];
    expect(await sync()).toMatchObject({ added: 0, updated: 2 });
    const changed = provider === 'prometheus' ? 'running' : 'skipped';
    expect(await told()).toEqual(['One gone', `Two ${changed}`]);
    server.alerts = [one];
    await sync();
    expect(await told()).toEqual(['One failed', 'Two gone']);
  });

  it('that fire again are another row, so that what was shown before stays', async () => {
    const { server, sync, alerts } = await startMonitoring(provider);
    server.alerts = [alert({ alertname: 'One' }, 60)];
    await sync();
    server.alerts = [alert({ alertname: 'One' }, 5)];
    expect(await sync()).toMatchObject({ added: 1, updated: 1 });
    expect((await alerts()).map(({ startedAt, goneAt }) => [startedAt, goneAt !== null])).toEqual([
      [ago(5), false],
      [ago(60), true],
    ]);
    expect(new Set((await alerts()).map(({ externalId }) => externalId)).size).toBe(1);
  });

  it('say what they are in the server’s words, whatever is unknown or missing', async () => {
    const { server, sync, alerts } = await startMonitoring(provider);
    const state = 'muted-by-moon';
    const unknown = provider === 'prometheus' ? { state } : { status: { state } };
    server.alerts = [
      alert({ alertname: 'Odd' }, 20, unknown),
      alert({ alertname: 'Bare' }, 20, {
        ...{ annotations: null, generatorURL: null, receivers: null, value: null },
        ...(provider === 'prometheus' ? { activeAt: null } : { startsAt: null, endsAt: null }),
      }),
      { labels: 'none', state: 'firing', startsAt: 'x' },
    ];
    const synced = await sync();
    expect(synced).toMatchObject({ added: 2, rejected: 1 });
    expect(synced.warnings[0]?.at).toMatch(/^page 1, (data\.alerts)?\[2\]$/);
    const byName = new Map((await alerts()).map((each) => [each.name, each]));
    expect(byName.get('Odd')).toMatchObject({ status: 'unknown', rawStatus: state });
    expect(byName.get('Bare')).toMatchObject({ status: 'failed', startedAt: null, note: '' });
  });

  it('of an exported file are the same, row for row', async () => {
    const rows = [
      alert({ alertname: 'One' }),
      alert({ alertname: 'Two', path: 'ü/b' }, 9, quiet),
      alert({ alertname: 'One' }, 20, quiet),
    ];
    const synced = await startMonitoring(provider);
    synced.server.alerts = rows;
    await synced.sync();
    const imported = await startMonitoring(provider);
    const input = imported.importFile(file(rows));
    const { mara } = imported.cast;
    expect(await imported.test.call('pipelines.importFile', input, mara.id)).toMatchObject({
      ...{ added: 2, rejected: 0 },
    });
    const facts = async ({ alerts }: typeof synced) =>
      (await alerts()).map(({ id: _id, connectionId: _connection, ...rest }) => rest);
    expect(await facts(imported)).toEqual(await facts(synced));
    expect(await imported.test.call('pipelines.importFile', input, mara.id)).toMatchObject({
      ...{ added: 0, updated: 0 },
    });
  });

  it.each([
    ['of something else', JSON.stringify(other), /Expected an answer of .* \(alerts\), found/],
    ['cut short', '{"status":"success","data":{"alerts":[', /no JSON, or is cut short/],
    ['that is HTML', '<!doctype html><title>Sign in</title>', /no JSON/],
  ])('of a file %s are refused with how to export them', async (_what, content, words) => {
    const { test, cast, importFile } = await startMonitoring(provider);
    const refused = await test.refused('pipelines.importFile', importFile(content), cast.mara.id);
    expect(refused.message).toMatch(words);
    expect(refused.message).toContain(`curl https://HOST${monitors[provider].api}/alerts`);
  });

  it('stay, and are right next time, when a sync is cut or cancelled', async () => {
    const { server, sync, refusedSync, test, cast, connection, told } =
      await startMonitoring(provider);
    server.alerts = [alert({ alertname: 'One' })];
    await sync();
    server.alerts = [alert({ alertname: 'Two' })];
    server.fail(faults.cutShort, { times: 100 });
    expect((await refusedSync()).message).toContain('ended the connection');
    expect(await told()).toEqual(['One failed']);
    server.heal();
    const progressId = 'sync-1';
    // It never answers; somebody has had enough.
    server.fail(() => void test.app.call('progress.cancel', { id: progressId }));
    await test.refused('connections.sync', { id: connection.id, progressId }, cast.mara.id);
    expect(await told()).toEqual(['One failed']);
    server.heal();
    await sync();
    expect(await told()).toEqual(['One gone', 'Two failed']);
  });

  it('are read below a path, of a tenant, with a token alone', async () => {
    const options = { basePath: '/monitoring', tenant: 'team-shop', token: monitoringSecret };
    const { server, sync, test, connection } = await startMonitoring(provider, options);
    server.alerts = [alert({ alertname: 'One' })];
    expect(await sync()).toMatchObject({ added: 1 });
    const typed = { id: connection.id, baseUrl: `${server.baseUrl}${monitors[provider].api}/` };
    const { repository } = await test.call('connections.test', {
      ...typed,
      token: monitoringSecret,
    });
    expect(repository).toBe('team-shop');
    const without = { id: connection.id, repository: '' };
    expect((await test.refused('connections.test', without)).message).toContain(
      'has several tenants and was not told which (401). Type the tenant',
    );
  });

  it('need no token where the server asks for none', async () => {
    const { server, sync } = await startMonitoring(provider, { token: null });
    server.alerts = [alert({ alertname: 'One' })];
    expect(await sync()).toMatchObject({ added: 1 });
    expect(server.requests[0]?.headers.authorization).toBeUndefined();
  });

  it('leave the token in no file', async () => {
    const { server, sync, test } = await startMonitoring(provider);
    server.alerts = [alert({ alertname: monitoringToken.replace(/./g, 'x') })];
    await sync();
    const files = readdirSync(test.folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(test.folder, name))
      .filter((path) => statSync(path).isFile());
    expect(files.length).toBeGreaterThan(0);
    for (const path of files) {
      expect(readFileSync(path).includes(monitoringSecret), path).toBe(false);
    }
  });
});

describe('Alertmanager', () => {
  it('is asked for what is silenced, too', async () => {
    const { server, sync } = await startMonitoring('alertmanager');
    await sync();
    const [asked] = server.requests;
    expect(Object.fromEntries(asked?.query ?? [])).toEqual({
      ...{ active: 'true', silenced: 'true', inhibited: 'true', unprocessed: 'true' },
    });
  });
});
