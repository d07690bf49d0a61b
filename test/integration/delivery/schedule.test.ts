import { describe, expect, it } from 'vitest';
import { paymentsRun, startDelivery } from './delivery.ts';

const minute = 60_000;

async function scheduled(given: { everyMinutes?: number | null; onFocus?: boolean } = {}) {
  const delivery = await startDelivery([paymentsRun()]);
  const { test, cast, connection } = delivery;
  const { id, name, baseUrl, repository, workflows } = connection;
  await test.call('workspace.actAs', { personId: cast.mara.id });
  const save = (more: object) =>
    test.call('connections.save', { id, name, baseUrl, repository, workflows, ...more });
  await save({ everyMinutes: 15, ...given });
  const due = async (focus = false) =>
    (await test.call('connections.syncDue', { focus })).synced.map(({ failed }) => failed);
  const view = async () => {
    const [found] = await test.call('connections.list', {});
    if (found === undefined) throw new Error('The connection is gone');
    return found;
  };
  return { ...delivery, save, due, view };
}

describe('A connection with a schedule', () => {
  it('is synced when it is due, and says when next', async () => {
    const { test, github, due, view } = await scheduled();
    expect(await due()).toEqual([null]);
    const { state, paused } = await view();
    expect([state.counts?.added, paused]).toEqual([1, null]);
    const wait = Date.parse(state.nextSyncAt ?? '') - Date.parse(state.lastTriedAt ?? '');
    expect(wait).toBeGreaterThanOrEqual(15 * minute);
    expect(wait).toBeLessThanOrEqual(16.5 * minute);
    github.requests.length = 0;
    expect(await due()).toEqual([]);
    test.advance(17 * minute);
    expect(await due()).toEqual([null]);
    expect(github.requests.length).toBeGreaterThan(0);
  });

  it('keeps to it after a failure, which stays on the connection', async () => {
    const { test, github, due, view } = await scheduled();
    github.fail((exchange) => exchange.error(401, 'Bad credentials'), { times: 5 });
    expect(await due()).toEqual([expect.stringMatching(/token/i)]);
    expect((await view()).state.lastError).toMatch(/token/i);
    github.heal();
    expect(await due()).toEqual([]);
    test.advance(17 * minute);
    expect(await due()).toEqual([null]);
    expect((await view()).state.lastError).toBeNull();
  });

  it('is left alone while the computer is offline, and taken up again after', async () => {
    // A host of its own: what is on this machine is reached without a network.
    const { test, save, due, view, github } = await scheduled();
    await save({ baseUrl: 'https://ci.invalid' });
    test.platform.online = () => false;
    expect(await due()).toEqual([]);
    expect((await view()).paused).toMatch(/offline/);
    await save({ baseUrl: github.baseUrl });
    expect((await view()).paused).toBeNull();
    expect(await due()).toEqual([expect.anything()]);
  });

  it('waits for somebody to be chosen', async () => {
    const { test, due, view } = await scheduled();
    const { settings } = test.platform;
    settings.write({ ...settings.read(), actingAs: {} });
    expect((await view()).paused).toMatch(/nobody is chosen/);
    expect(await due()).toEqual([]);
  });

  it('on coming back to the window is synced once a minute at most', async () => {
    const { test, due } = await scheduled({ everyMinutes: null, onFocus: true });
    expect(await due(false)).toEqual([]);
    expect(await due(true)).toEqual([null]);
    expect(await due(true)).toEqual([]);
    test.advance(minute);
    expect(await due(true)).toEqual([null]);
  });

  it('without a schedule is never synced by itself', async () => {
    const { due, view } = await scheduled({ everyMinutes: null });
    expect(await due(true)).toEqual([]);
    expect((await view()).state.nextSyncAt).toBeNull();
  });

  it.each([[4], [10_081], [7.5]])('refuses every %s minutes', async (everyMinutes) => {
    const { test, connection, cast } = await startDelivery();
    const { id, name, baseUrl, repository } = connection;
    const input = { id, name, baseUrl, repository, everyMinutes };
    const { code } = await test.refused('connections.save', input, cast.mara.id);
    expect(code).toBe('invalid_input');
  });
});
