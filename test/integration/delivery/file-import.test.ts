import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { paymentsCommit } from '../../support/build-workspace.ts';
import { aRun } from '../../support/servers/runs.ts';
import { paymentsRun, pipelineGate, releaseOf, startDelivery, sync } from './delivery.ts';
import type { Delivery } from './delivery.ts';

function importFile({ test, cast, connection }: Delivery, path: string) {
  const input = { connectionId: connection.id, file: { path } };
  return test.call('pipelines.importFile', input, cast.mara.id);
}

async function stored({ test }: Delivery) {
  const { runs } = await test.call('pipelines.list', {});
  return runs.map(({ id: _id, connectionId: _connection, ...facts }) => facts);
}

function write(delivery: Delivery, name: string, text: string): string {
  const path = join(delivery.test.folder, name);
  writeFileSync(path, text);
  return path;
}

describe('An exported file', () => {
  const runs = [
    paymentsRun({ id: 9_000_000_500 }),
    aRun({ id: 9_000_000_501, conclusion: 'failure', head_branch: 'feature/ümlaut' }),
    aRun({ id: 9_000_000_502, status: 'in_progress', conclusion: null }),
  ];

  it('has the same result as a sync of the same runs, and again changes nothing', async () => {
    const synced = await startDelivery(runs);
    await sync(synced);
    const imported = await startDelivery([]);
    const page = JSON.stringify({ total_count: runs.length, workflow_runs: runs });
    const path = write(imported, 'runs.json', page);
    expect(await importFile(imported, path)).toMatchObject({ added: 3, rejected: 0 });
    expect(await stored(imported)).toEqual(await stored(synced));
    expect(await importFile(imported, path)).toMatchObject({ added: 0, updated: 0, unchanged: 3 });
  });

  it('turns the gate, with the age of the file', async () => {
    const delivery = await startDelivery([]);
    const { id } = await releaseOf(delivery);
    const path = write(delivery, 'runs.json', JSON.stringify([paymentsRun()]));
    const { connection, cast, test } = delivery;
    const exportedAt = '2026-11-24T08:00:00.000Z';
    const input = { connectionId: connection.id, file: { path }, exportedAt };
    await test.call('pipelines.importFile', input, cast.mara.id);
    expect(await pipelineGate(delivery, id)).toMatchObject({ status: 'passed', asOf: exportedAt });
  });

  it('with a bad row imports the others and says which and why', async () => {
    const delivery = await startDelivery([]);
    const path = write(delivery, 'runs.json', JSON.stringify([paymentsRun(), { id: 'x' }, 7]));
    const counts = await importFile(delivery, path);
    expect(counts).toMatchObject({ added: 1, rejected: 2 });
    expect(counts.warnings[0]?.at).toMatch(/element 2/);
  });

  it.each([
    ['cut short', JSON.stringify([paymentsRun(), aRun()]).slice(0, -40), /cut|end|incomplete/i],
    ['of another kind', JSON.stringify([{ title: 'a song' }]), /Expected workflow runs/],
    ['that is HTML', '<!doctype html><title>Sign in</title>', /JSON|expected/i],
    ['without content', '', /empty|no runs|expected/i],
  ])('%s is refused in words', async (_what, text, words) => {
    const delivery = await startDelivery([]);
    const path = write(delivery, 'runs.json', text);
    const input = { connectionId: delivery.connection.id, file: { path } };
    const error = await delivery.test.refused('pipelines.importFile', input, delivery.cast.mara.id);
    expect(error.code).toBe('invalid_input');
    expect(error.message).toMatch(words);
    expect(delivery.test.errors).toEqual([]);
  });

  it('that is not there is refused with its path', async () => {
    const delivery = await startDelivery([]);
    const input = { connectionId: delivery.connection.id, file: { path: '/nowhere/runs.json' } };
    const error = await delivery.test.refused('pipelines.importFile', input, delivery.cast.mara.id);
    expect(error).toMatchObject({ code: 'not_found' });
    expect(error.message).toContain('/nowhere/runs.json');
  });
});

describe('A run with warnings', () => {
  it('does not pass its gate until somebody acknowledges exactly that attempt by name', async () => {
    const delivery = await startDelivery([]);
    const { test, cast } = delivery;
    const { id } = await releaseOf(delivery);
    await importFile(delivery, write(delivery, 'runs.json', JSON.stringify([paymentsRun()])));
    const gate = await pipelineGate(delivery, id);
    const [run] = (await test.call('pipelines.list', { releaseId: id })).runs;
    expect(run?.commit).toBe(paymentsCommit);
    const input = {
      gateId: gate.id,
      runId: run?.id ?? '',
      reason: 'Known flake in the browser tests',
    };
    const early = await test.refused('gates.acknowledge', input, cast.jon.id);
    expect(early.message).toContain('does not wait for an acknowledgement');

    warn(delivery);
    expect(await pipelineGate(delivery, id)).toMatchObject({
      status: 'waiting',
      evidence: [{ acknowledgeable: true, runId: run?.id }],
    });
    await test.call('gates.acknowledge', input, cast.jon.id);
    const after = await pipelineGate(delivery, id);
    expect(after.status).toBe('passed');
    expect(after.evidence[0]?.what).toContain('Jon Bell');
  });
});

/** GitHub has no word for success with warnings; other providers do, and their rows look like this. */
function warn({ test }: Delivery): void {
  const raw = new Database(join(test.folder, 'Payments.slipway'));
  raw.exec('UPDATE pipeline_run SET warnings = 1');
  raw.close();
}
