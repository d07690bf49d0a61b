import {
  existsSync,
  readFileSync,
  readdirSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { request } from 'node:http';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { endpointPath, readEndpoint } from '#core/endpoint.ts';
import { call, send, startHost, temporaryFolder, type Answer } from './start-host.ts';

type Host = Awaited<ReturnType<typeof startHost>>;

describe('a client that goes away', () => {
  function callAndLeave(host: Host, name: string) {
    const sent = request({
      host: '127.0.0.1',
      port: host.port,
      method: 'POST',
      path: `/api/call/${name}`,
      headers: { authorization: `Bearer ${host.token}` },
    });
    sent.on('error', () => undefined);
    sent.end();
    return sent;
  }

  it('stops the query it asked for', async () => {
    const host = await startHost();
    const sent = callAndLeave(host, 'pipelines.list');
    const signal = await host.app.waiting;
    expect(signal?.aborted).toBe(false);
    const aborted = new Promise<void>((resolve) =>
      signal?.addEventListener('abort', () => resolve()),
    );
    sent.destroy();
    await aborted;
  });

  it('does not stop a command: its signal never reaches it', async () => {
    const host = await startHost({ isQuery: () => false });
    callAndLeave(host, 'pipelines.list');
    expect(await host.app.waiting).toBeUndefined();
  });

  it('is stopped when the host closes', async () => {
    const host = await startHost();
    callAndLeave(host, 'pipelines.list');
    const signal = await host.app.waiting;
    await host.close();
    expect(signal?.aborted).toBe(true);
    expect(host.app.closed).toBe(true);
  });
});

describe('events', () => {
  function connect(
    host: Host,
    protocols: string[],
    { origin, path = '/api/events' }: { origin?: string; path?: string } = {},
  ): Promise<WebSocket | number> {
    const socket = new WebSocket(`ws://127.0.0.1:${host.port}${path}`, protocols, { origin });
    return new Promise((resolve, reject) => {
      socket.once('open', () => resolve(socket));
      socket.once('unexpected-response', (_request, response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      socket.once('error', reject);
    });
  }

  it('reach a page that shows the token, which is never echoed', async () => {
    const host = await startHost();
    const origin = `http://127.0.0.1:${host.port}`;
    const socket = await connect(host, ['slipway.v1', `bearer.${host.token}`], { origin });
    if (typeof socket === 'number') throw new Error(`refused with ${socket}`);
    expect(socket.protocol).toBe('slipway.v1');
    const message = new Promise<string>((resolve) =>
      socket.once('message', (data: Buffer) => resolve(data.toString())),
    );
    host.app.publish({ type: 'changed', topics: ['releases'] });
    expect(JSON.parse(await message)).toEqual({ type: 'changed', topics: ['releases'] });
    const closed = new Promise((resolve) => socket.once('close', resolve));
    await host.close();
    await closed;
  });

  it('refuse a socket without protocol, without token, with a wrong one or from another page', async () => {
    const host = await startHost();
    const bearer = `bearer.${host.token}`;
    expect(await connect(host, [])).toBe(400);
    expect(await connect(host, [bearer])).toBe(400);
    expect(await connect(host, ['slipway.v1'])).toBe(401);
    expect(await connect(host, ['slipway.v1', `bearer.${'A'.repeat(22)}`])).toBe(401);
    expect(await connect(host, ['slipway.v1', `bearer.${host.code}`])).toBe(401);
    const right = ['slipway.v1', bearer];
    expect(await connect(host, right, { origin: 'https://evil.example' })).toBe(403);
    expect(await connect(host, right, { origin: 'null' })).toBe(403);
    expect(await connect(host, right, { path: '/api/other' })).toBe(404);
    expect(await connect(host, ['slipway.v1'], { path: `/api/events?token=${host.token}` })).toBe(
      401,
    );
  });

  it('are cut off for a client that talks too much', async () => {
    const host = await startHost();
    const socket = await connect(host, ['slipway.v1', `bearer.${host.token}`]);
    if (typeof socket === 'number') throw new Error(`refused with ${socket}`);
    const closed = new Promise<number>((resolve) => socket.once('close', resolve));
    socket.send('x'.repeat(2000));
    expect(await closed).toBe(1009);
  });
});

describe('an uploaded file', () => {
  const upload = (host: Host, name: string, body: Buffer, headers = {}): Promise<Answer> =>
    send(host.port, {
      method: 'POST',
      path: `/api/files?name=${encodeURIComponent(name)}`,
      headers: { authorization: `Bearer ${host.token}`, ...headers },
      body,
    });

  it('is registered under an id, readable by its owner only, and removed at the end', async () => {
    const host = await startHost();
    const answer = await upload(host, 'runs.json', Buffer.from('[1]'));
    const [[id, file] = []] = [...host.platform.uploads];
    expect(JSON.parse(answer.text)).toEqual({
      ok: true,
      value: { upload: id, name: 'runs.json', bytes: 3 },
    });
    const path = file?.path ?? '';
    expect(readFileSync(path, 'utf8')).toBe('[1]');
    expect(statSync(path).mode & 0o077).toBe(0);
    expect(statSync(dirname(path)).mode & 0o077).toBe(0);
    await host.close();
    expect(existsSync(dirname(path))).toBe(false);
  });

  it('keeps only the last part of its name, and never as the name on disk', async () => {
    const host = await startHost();
    await upload(host, '../../etc/cron.d/evil', Buffer.from('x'));
    await upload(host, 'C:\\runs.json', Buffer.from('x'));
    const files = [...host.platform.uploads.values()];
    expect(files.map(({ name }) => name)).toEqual(['evil', 'runs.json']);
    expect(files.every(({ path }) => /slipway-uploads-\w+\/[\w-]{36}$/.test(path))).toBe(true);
  });

  it('is refused when too large, announced or not, and leaves nothing behind', async () => {
    const host = await startHost({ largestUpload: 10 });
    await upload(host, 'fits', Buffer.alloc(10));
    const folder = dirname([...host.platform.uploads.values()][0]?.path ?? '');
    expect((await upload(host, 'large', Buffer.alloc(11))).status).toBe(413);
    const chunked = { 'transfer-encoding': 'chunked' };
    const answer = await upload(host, 'large', Buffer.alloc(200_000), chunked);
    expect(answer.status).toBe(413);
    expect(answer.text).toContain('larger than 10 bytes');
    expect(readdirSync(folder)).toHaveLength(1);
    expect(host.platform.uploads.size).toBe(1);
  });

  it('needs a name and a token', async () => {
    const host = await startHost();
    expect((await upload(host, '', Buffer.alloc(1))).status).toBe(400);
    expect((await upload(host, 'a\nb', Buffer.alloc(1))).status).toBe(400);
    expect((await upload(host, 'a/', Buffer.alloc(1))).status).toBe(400);
    const wrong = { authorization: 'Bearer x' };
    expect((await upload(host, 'a', Buffer.alloc(1), wrong)).status).toBe(401);
  });

  it('that breaks off leaves nothing behind', async () => {
    const host = await startHost();
    await upload(host, 'whole', Buffer.alloc(1));
    const folder = dirname([...host.platform.uploads.values()][0]?.path ?? '');
    const sent = request({
      host: '127.0.0.1',
      port: host.port,
      method: 'POST',
      path: '/api/files?name=half',
      headers: { authorization: `Bearer ${host.token}`, 'content-length': 1000 },
    });
    sent.on('error', () => undefined);
    sent.write(Buffer.alloc(500));
    await expect.poll(() => readdirSync(folder).length).toBe(2);
    sent.destroy();
    await expect.poll(() => readdirSync(folder).length).toBe(1);
    expect(host.platform.uploads.size).toBe(1);
  });
});

describe('the endpoint file beside the workspace', () => {
  it('is there while the workspace is open and lets its owner call', async () => {
    const host = await startHost();
    const path = join(realpathSync(temporaryFolder()), 'a.slipway');
    writeFileSync(path, '');
    await call(host, 'workspace.open', JSON.stringify({ path }));
    await host.settled();
    const endpoint = readEndpoint(path);
    expect(endpoint).toMatchObject({ pid: process.pid, host: 'browser' });
    expect(statSync(endpointPath(path)).mode & 0o777).toBe(0o600);
    expect(endpoint?.token).not.toBe(host.token);
    const through = { port: host.port, token: endpoint?.token ?? '' };
    expect((await call(through, 'releases.list')).status).toBe(200);

    await call(host, 'workspace.close');
    await host.settled();
    expect(existsSync(endpointPath(path))).toBe(false);
    expect((await call(through, 'releases.list')).status).toBe(401);
  });

  it('moves with the workspace, and its token dies with it', async () => {
    const host = await startHost();
    const folder = realpathSync(temporaryFolder());
    const [one, two] = [join(folder, 'one.slipway'), join(folder, 'two.slipway')];
    writeFileSync(one, '');
    writeFileSync(two, '');
    await call(host, 'workspace.open', JSON.stringify({ path: one }));
    await host.settled();
    const before = { port: host.port, token: readEndpoint(one)?.token ?? '' };
    await call(host, 'workspace.open', JSON.stringify({ path: two }));
    await host.settled();
    expect(readEndpoint(one)).toBeNull();
    expect(readEndpoint(two)).not.toBeNull();
    expect((await call(before, 'releases.list')).status).toBe(401);
    await host.close();
    expect(existsSync(endpointPath(two))).toBe(false);
  });
});
