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
