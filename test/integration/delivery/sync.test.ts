import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { failure } from '../../support/servers/faults.ts';
import { aRun } from '../../support/servers/runs.ts';
import { paymentsRun, pipelineGate, releaseOf, startDelivery, sync, token } from './delivery.ts';

const manyRuns = (count: number) =>
  Array.from({ length: count }, (_, index) => aRun({ id: 9_000_000_001 + index }));

describe('A sync', () => {
  it('says what was left out also afterwards, whoever began it', async () => {
    const delivery = await startDelivery([paymentsRun(), aRun({ id: 7, run_attempt: -1 })]);
    const { warnings } = await sync(delivery);
    expect(warnings).toHaveLength(1);
    const [{ state } = { state: null }] = await delivery.test.call('connections.list', {});
    expect(state).toMatchObject({ counts: { rejected: 1 }, warnings });
  });

  it('imports every page, and a second one of unchanged data changes nothing', async () => {
    const delivery = await startDelivery(manyRuns(230));
    expect(await sync(delivery)).toMatchObject({ added: 230, updated: 0, rejected: 0 });
    const { open: before } = await delivery.test.call('workspace.state', {});
    expect(await sync(delivery)).toMatchObject({ added: 0, updated: 0 });
    const { open: after } = await delivery.test.call('workspace.state', {});
    expect(after?.head).toBe(before?.head);
    const { total } = await delivery.test.call('pipelines.list', {});
    expect(total).toBe(230);
    expect(delivery.github.problems).toEqual([]);
  });

  it('shows what it imported, with the provider’s own words beside the status', async () => {
    const delivery = await startDelivery([paymentsRun({ conclusion: 'timed_out' })]);
    await sync(delivery);
    const { runs } = await delivery.test.call('pipelines.list', {});
    expect(runs[0]).toMatchObject({
      status: 'failed',
      rawStatus: 'completed',
      rawResult: 'timed_out',
    });
  });

  it('keeps a re-run beside the attempt before it', async () => {
    const run = paymentsRun({ conclusion: 'failure' });
    const delivery = await startDelivery([run]);
    await sync(delivery);
    delivery.github.rerun(run.id, { conclusion: 'success' });
    await sync(delivery);
    const { runs } = await delivery.test.call('pipelines.list', {});
    expect(runs.map(({ attempt, status, superseded }) => [attempt, status, superseded])).toEqual([
      [2, 'succeeded', false],
      [1, 'failed', true],
    ]);
  });

  it('keeps the token out of the workspace, the answers and the log', async () => {
    const delivery = await startDelivery([paymentsRun()]);
    await sync(delivery);
    const list = await delivery.test.call('connections.list', {});
    expect(list[0]?.hasToken).toBe(true);
    expect(JSON.stringify(list)).not.toContain(token);
    await delivery.test.call('workspace.close', {});
    const file = readFileSync(`${delivery.test.folder}/Payments.slipway`);
    expect(file.includes(token)).toBe(false);
    expect(file.includes(Buffer.from(token).toString('base64'))).toBe(false);
  });

  it.each([
    [401, /token/i],
    [404, /acme\/shop/],
  ])('that is answered %i says what to do, and keeps what was there', async (status, words) => {
    const delivery = await startDelivery([paymentsRun()]);
    await sync(delivery);
    delivery.github.fail(failure(status), { times: 20 });
    const { id } = delivery.connection;
    const error = await delivery.test.refused('connections.sync', { id }, delivery.cast.mara.id);
    expect(error.message).toMatch(words);
    const [listed] = await delivery.test.call('connections.list', {});
    expect(listed?.state.lastError).toBe(error.message);
    expect((await delivery.test.call('pipelines.list', {})).total).toBe(1);
    expect(delivery.test.errors).toEqual([]);
  });

  it('can be cancelled, keeps what it had, and is made good by the next one', async () => {
    const delivery = await startDelivery(manyRuns(350));
    const { test, connection, cast } = delivery;
    const stop = test.app.subscribe((event) => {
      if (event.type === 'progress' && event.progress.state === 'running') {
        void test.app.call('progress.cancel', { id: 'sync-1' });
      }
    });
    const input = { id: connection.id, progressId: 'sync-1' };
    const cancelled = await test.refused('connections.sync', input, cast.mara.id);
    expect(cancelled.message).toContain('Cancelled');
    stop();
    await sync(delivery);
    expect((await test.call('pipelines.list', {})).total).toBe(350);
  });

  it('reports how far it has come', async () => {
    const delivery = await startDelivery(manyRuns(120));
    await sync(delivery);
    const states = delivery.test.events.flatMap((event) =>
      event.type === 'progress' ? event.progress.state : [],
    );
    expect(states.at(0)).toBe('running');
    expect(states.at(-1)).toBe('done');
  });

  it('takes a token for this one time, and keeps nothing of it', async () => {
    const { test, cast, connection, github } = await startDelivery([paymentsRun()]);
    const { baseUrl } = github;
    const input = { name: 'Again', baseUrl, repository: 'acme/shop' };
    const other = await test.call('connections.save', input, cast.mara.id);
    await test.refused('connections.sync', { id: other.id }, cast.mara.id);
    const once = { id: other.id, token };
    expect(await test.call('connections.sync', once, cast.mara.id)).toMatchObject({ added: 1 });
    const listed = await test.call('connections.list', {});
    expect(listed.find(({ id }) => id === other.id)).toMatchObject({ hasToken: false });
    expect(listed.find(({ id }) => id === connection.id)).toMatchObject({ hasToken: true });
    await test.refused('connections.sync', { id: other.id }, cast.mara.id);
  });

  it('is not sent anywhere but the typed address once the address is changed', async () => {
    const delivery = await startDelivery([paymentsRun()]);
    const { id, name, repository } = delivery.connection;
    const moved = await delivery.test.call(
      'connections.save',
      { id, name, repository, baseUrl: 'http://127.0.0.1:9' },
      delivery.cast.mara.id,
    );
    expect(moved.hasToken).toBe(false);
  });
});

describe('The gate “pipeline green”', () => {
  it('waits while nothing is known, and passes by itself once the required workflow succeeded', async () => {
    const delivery = await startDelivery([paymentsRun()]);
    const { id } = await releaseOf(delivery);
    expect((await pipelineGate(delivery, id)).status).toBe('waiting');
    await sync(delivery);
    const gate = await pipelineGate(delivery, id);
    expect(gate).toMatchObject({ status: 'passed', asOf: '2026-11-24T09:20:00.000Z' });
    expect(gate.evidence[0]).toMatchObject({ status: 'passed', source: 'Shop on GitHub' });
  });

  it('fails when the newest attempt failed, whatever succeeded before', async () => {
    const run = paymentsRun();
    const delivery = await startDelivery([run]);
    const { id } = await releaseOf(delivery);
    await sync(delivery);
    delivery.github.rerun(run.id, { conclusion: 'failure' });
    await sync(delivery);
    expect((await pipelineGate(delivery, id)).status).toBe('failed');
  });

  it('goes out of date when nobody synced for a day', async () => {
    const delivery = await startDelivery([paymentsRun()]);
    const { id } = await releaseOf(delivery);
    await sync(delivery);
    delivery.test.setNow('2026-11-25T09:30:00.000Z');
    const gate = await pipelineGate(delivery, id);
    expect(gate.status).toBe('out-of-date');
    expect(gate.summary).toContain('as of Tue 24 Nov');
  });

  it('does not take a run of another commit', async () => {
    const delivery = await startDelivery([aRun()]);
    const { id } = await releaseOf(delivery);
    await sync(delivery);
    expect((await pipelineGate(delivery, id)).status).toBe('waiting');
  });
});
