import { describe, expect, it } from 'vitest';
import { paymentsRun, pipelineGate, releaseOf, startDelivery, sync, token } from './delivery.ts';

async function start() {
  const delivery = await startDelivery([paymentsRun()]);
  const { test, cast, connection } = delivery;
  await test.call('workspace.actAs', { personId: cast.mara.id });
  await sync(delivery);
  const release = await releaseOf(delivery);
  const remove = () => test.call('connections.remove', { id: connection.id });
  return { ...delivery, release, remove };
}

describe('A connection that is removed', () => {
  it('takes along what it told, and its token', async () => {
    const { test, connection, release, remove, github } = await start();
    expect((await pipelineGate({ test }, release.id)).status).toBe('passed');
    const { open } = await test.call('workspace.state', {});
    const kept = `${open?.workspace.id}/${connection.id}`;
    expect(await test.platform.secrets.get(kept)).toBe(token);
    await remove();
    expect(await test.call('connections.list', {})).toEqual([]);
    expect((await test.call('pipelines.list', {})).total).toBe(0);
    expect((await pipelineGate({ test }, release.id)).status).not.toBe('passed');
    expect(await test.refused('connections.sync', { id: connection.id })).toMatchObject({
      code: 'not_found',
    });

    expect(await test.platform.secrets.get(kept)).toBeNull();
    expect(github.problems).toEqual([]);
  });
});

describe('A connection that is led elsewhere', () => {
  it('keeps its place while it is synced: what is written then is of that', async () => {
    const { test, connection, github } = await start();
    const { id, name, baseUrl, workflows } = connection;
    const syncing = test.call('connections.sync', { id });
    const other = { id, name, baseUrl, workflows, repository: 'acme/other' };
    expect(await test.refused('connections.save', other)).toMatchObject({ code: 'conflict' });
    expect(await test.refused('connections.remove', { id })).toMatchObject({ code: 'conflict' });
    await syncing;
    expect(await test.call('connections.save', other)).toMatchObject({ repository: 'acme/other' });
    expect(github.problems).toEqual([]);
  });

  it('waits for the tokens to be unlocked: a locked file could not forget the one it has', async () => {
    const { test, connection } = await start();
    const { id, name, repository, workflows } = connection;
    test.platform.secrets.locked = () => true;
    const moved = { id, name, repository, workflows, baseUrl: 'https://ci.invalid' };
    expect((await test.refused('connections.save', moved)).message).toMatch(/locked.*Unlock/);
    expect((await test.refused('connections.remove', { id })).message).toMatch(/locked.*Unlock/);
    const [still] = await test.call('connections.list', {});
    expect(still?.baseUrl).toBe(connection.baseUrl);
  });
});
