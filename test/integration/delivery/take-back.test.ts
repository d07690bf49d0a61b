import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { RunOverrides } from '../../support/servers/runs.ts';
import { paymentsRun, pipelineGate, releaseOf, startDelivery, sync } from './delivery.ts';
import type { Delivery } from './delivery.ts';

async function importRuns(delivery: Delivery, name: string, runs: RunOverrides[]) {
  const { test, cast, connection } = delivery;
  const path = join(test.folder, name);
  writeFileSync(path, JSON.stringify({ workflow_runs: runs.map((run) => paymentsRun(run)) }));
  test.advance(1_000);
  const input = { connectionId: connection.id, file: { path } };
  return test.call('pipelines.importFile', input, cast.mara.id);
}

async function runsIn(delivery: Delivery) {
  const { runs } = await delivery.test.call('pipelines.list', {});
  return runs.map(({ externalId, status, title }) => ({ externalId, status, title }));
}

async function newestImport({ test, connection }: Delivery) {
  const [newest] = await test.call('pipelines.imports', { connectionId: connection.id });
  if (newest === undefined) throw new Error('nothing was imported');
  return newest;
}

function takeBack({ test, cast }: Delivery, id: string) {
  return test.call('pipelines.takeBack', { id }, cast.mara.id);
}

describe('An import that is taken back', () => {
  it('leaves the runs as they were: those it brought go, those it changed are put back', async () => {
    const delivery = await startDelivery();
    const running = { id: 1, status: 'in_progress', conclusion: null, display_title: 'First' };
    await importRuns(delivery, 'monday.json', [running]);
    const before = await runsIn(delivery);
    const done = { id: 1, status: 'completed', conclusion: 'failure', display_title: 'Renamed' };
    await importRuns(delivery, 'tuesday.json', [done, { id: 2, display_title: 'Second' }]);
    expect(await runsIn(delivery)).toHaveLength(2);
    const { id } = await newestImport(delivery);
    expect(await takeBack(delivery, id)).toEqual({ removed: 1, restored: 1 });
    expect(await runsIn(delivery)).toEqual(before);
    const [taken, first] = await delivery.test.call('pipelines.imports', {
      connectionId: delivery.connection.id,
    });
    expect(taken).toMatchObject({ name: 'tuesday.json', added: 1, updated: 1 });
    expect(taken?.takenBackAt).not.toBeNull();
    expect(first).toMatchObject({ name: 'monday.json', takenBackAt: null });
    expect(await delivery.test.call('workspace.verify', {})).toMatchObject({ ok: true });
  });

  it('judges gates anew, and is found no more', async () => {
    const delivery = await startDelivery();
    const release = await releaseOf(delivery);
    await importRuns(delivery, 'green.json', [{ display_title: 'Zanzibar' }]);
    expect((await pipelineGate(delivery, release.id)).status).toBe('passed');
    await takeBack(delivery, (await newestImport(delivery)).id);
    expect((await pipelineGate(delivery, release.id)).status).not.toBe('passed');
    const found = await delivery.test.call('search.find', { text: 'Zanzibar' });
    expect(JSON.stringify(found)).not.toContain('Zanzibar');
  });

  it('comes back with the next sync, which reads everything the provider still tells', async () => {
    const delivery = await startDelivery([paymentsRun({ id: 7 })]);
    expect(await sync(delivery)).toMatchObject({ added: 1 });
    await takeBack(delivery, (await newestImport(delivery)).id);
    expect(await runsIn(delivery)).toEqual([]);
    const [connection] = await delivery.test.call('connections.list', {});
    expect(connection?.state.lastSuccessAt).toBeNull();
    expect(await sync(delivery)).toMatchObject({ added: 1 });
  });

  it('is refused while a later import built on it, twice, and by an id nobody knows', async () => {
    const delivery = await startDelivery();
    const { test, cast, connection } = delivery;
    await importRuns(delivery, 'one.json', [{ id: 1, status: 'in_progress', conclusion: null }]);
    const first = await newestImport(delivery);
    await importRuns(delivery, 'two.json', [{ id: 1 }]);
    const refused = await test.refused('pipelines.takeBack', { id: first.id }, cast.mara.id);
    expect(refused.message).toMatch(/One of its rows was changed by a later import/);
    await takeBack(delivery, (await newestImport(delivery)).id);
    await takeBack(delivery, first.id);
    expect(await runsIn(delivery)).toEqual([]);
    const again = await test.refused('pipelines.takeBack', { id: first.id }, cast.mara.id);
    expect(again.message).toContain('was taken back already');
    expect(await test.refused('pipelines.takeBack', { id: connection.id })).toMatchObject({
      code: 'not_found',
    });
  });

  it('is refused once somebody acknowledged one of its runs', async () => {
    const delivery = await startDelivery();
    const { test, cast } = delivery;
    const release = await releaseOf(delivery);
    await importRuns(delivery, 'warned.json', [{}]);
    // GitHub does not tell of warnings; other providers do.
    const file = new Database(join(test.folder, 'Payments.slipway'));
    file.exec('UPDATE pipeline_run SET warnings = 1');
    file.close();
    const gate = await pipelineGate(delivery, release.id);
    const { runs } = await test.call('pipelines.list', {});
    const run = runs[0];
    const input = { gateId: gate.id, runId: run?.id ?? '', reason: 'Known, harmless' };
    const acknowledged = await test.app.call('gates.acknowledge', input, { actingAs: cast.jon.id });
    expect(acknowledged).toMatchObject({ ok: true });
    const { id } = await newestImport(delivery);
    const refused = await test.refused('pipelines.takeBack', { id }, cast.mara.id);
    expect(refused.message).toMatch(/^Jon Bell acknowledged .* What people relied on stays/);
    expect(await runsIn(delivery)).toHaveLength(1);
  });

  it('of before imports could be taken back says what to do instead', async () => {
    const delivery = await startDelivery();
    const { test, cast } = delivery;
    await importRuns(delivery, 'old.json', [{}]);
    const file = new Database(join(test.folder, 'Payments.slipway'));
    file.exec('UPDATE import_batch SET import_id = NULL');
    file.close();
    const { id } = await newestImport(delivery);
    const refused = await test.refused('pipelines.takeBack', { id }, cast.mara.id);
    expect(refused).toMatchObject({ code: 'precondition_failed' });
    expect(refused.message).toContain('Import a newer file of the same runs');
  });
});
