import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phases } from '#shared/model/planning/releases.ts';
import { startAppProcess } from '../../support/app-process.ts';
import type { AppProcess } from '../../support/app-process.ts';
import { aRelease, buildWorkspace } from '../../support/build-workspace.ts';
import { livingRows } from '../../support/living-rows.ts';
import { temporaryFolder, testNow } from '../../support/surroundings.ts';
import { startTestApp } from '../../support/test-app.ts';
import { buildWorkflow, paymentsRun } from '../delivery/delivery.ts';
import { perform } from './life-steps.ts';
import type { Step, World } from './life-steps.ts';

/** `npm run test:nightly` lives three hundred lives. */
const lives = process.env['SLIPWAY_NIGHTLY'] === '1' ? 300 : 3;

const step: fc.Arbitrary<Step> = fc.record({
  by: fc.constantFrom(0, 1),
  does: fc.oneof(
    {
      weight: 5,
      arbitrary: fc.constantFrom(
        'item',
        'rename',
        'notes',
        'risk',
        'tick',
        'rollback',
        'undo',
        'undo',
        'redo',
      ),
    },
    { weight: 4, arbitrary: fc.constantFrom('settle', 'advance', 'settle', 'advance', 'decide') },
    {
      weight: 1,
      arbitrary: fc.constantFrom('withdraw', 'hold', 'resume', 'postpone', 'deploy', 'incident'),
    },
    { weight: 1, arbitrary: fc.constantFrom('kill', 'kill', 'kill', 'close', 'cancel') },
  ),
  at: fc.nat({ max: 7 }),
});

/** What edits change; the rest of a release is its life, which is not undone. */
const edited = ['scope_item', 'risk', 'checklist_item', 'rollback_plan', 'incident'];

function editedRows(path: string): Record<string, unknown> {
  const rows = livingRows(path);
  const notes = rows['release']?.map((row) => pick(row, 'notes'));
  return { notes, ...Object.fromEntries(edited.map((table) => [table, rows[table]])) };
}

function pick(row: unknown, field: string): unknown {
  return new Map(Object.entries(Object(row))).get(field);
}

/** A patch whose pipeline is green, in a closed file to copy. */
async function beginning() {
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  const connection = await test.call(
    'connections.save',
    {
      ...{ name: 'CI', baseUrl: 'http://127.0.0.1:9', repository: 'acme/shop' },
      workflows: [{ workflow: buildWorkflow, serviceId: cast.payments.id, required: true }],
    },
    cast.mara.id,
  );
  const runs = join(test.folder, 'runs.json');
  writeFileSync(runs, JSON.stringify({ workflow_runs: [paymentsRun()] }));
  const input = { connectionId: connection.id, file: { path: runs } };
  await test.call('pipelines.importFile', input, cast.mara.id);
  const release = await aRelease(test, cast, { type: 'patch' });
  await test.call('workspace.close', {});
  return { path: join(test.folder, 'Payments.slipway'), cast, releaseId: release.id };
}

type Stored = { id: string };

/** Every decision ever recorded, as the file has it. */
function decisionsIn(path: string): Map<string, Stored> {
  const database = new Database(path, { readonly: true });
  const rows = database.prepare<[], Stored>('SELECT * FROM decision ORDER BY id').all();
  database.close();
  return new Map(rows.map((row) => [row.id, row]));
}

async function expectNoOpenGateBehind(app: AppProcess, releaseId: string): Promise<void> {
  const release = await app.call('releases.get', { id: releaseId });
  if (release.outcome === 'cancelled') return;
  const now = phases.indexOf(release.phase);
  const left = (await app.call('gates.list', { releaseId })).filter(
    ({ phase }) => phases.indexOf(phase) < now,
  );
  expect(left.filter(({ status }) => !['passed', 'not-applicable'].includes(status))).toEqual([]);
}

describe('The life of a release, whatever two people do and however often the power fails', () => {
  it(
    'passes no phase with an open gate, changes no decision, loses nothing, and can be undone',
    { timeout: 30 * 60_000 },
    async () => {
      const { path: source, cast, releaseId } = await beginning();
      const folder = temporaryFolder();
      let life = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.array(step, { minLength: 10, maxLength: 50, size: 'max' }),
          async (steps) => {
            life += 1;
            const path = join(folder, `Life ${life}.slipway`);
            copyFileSync(source, path);
            const first = editedRows(path);
            let now = testNow;
            const start = () => startAppProcess(path, () => now);
            const world: World = {
              ...{ path, releaseId, app: await start(), start, inForce: [] },
              people: [cast.ana.id, cast.jon.id],
              recorder: cast.mara.id,
            };
            let decisions = decisionsIn(path);
            for (const [count, each] of steps.entries()) {
              now += 60_000;
              await perform(world, each, count);
              const later = decisionsIn(path);
              for (const [id, decision] of decisions) expect(later.get(id)).toEqual(decision);
              decisions = later;
            }
            await expectNoOpenGateBehind(world.app, releaseId);
            const { phase } = await world.app.call('releases.get', { id: releaseId });
            const ended = editedRows(path);
            for (const { by, command } of world.inForce.toReversed()) {
              const undone = await world.app.ask('edits.undo', { command }, world.people[by]);
              if (phase !== 'closed') expect(undone).toMatchObject({ ok: true });
            }
            // What ended stays as it ended, but for what became known of its incidents.
            const { incident, ...last } = editedRows(path);
            const { incident: _known, ...expected } = phase === 'closed' ? ended : first;
            expect(last).toEqual(expected);
            expect(incident).toEqual([]);
            expect(await world.app.call('workspace.verify', {})).toMatchObject({ ok: true });
            await world.app.stop();
          },
        ),
        { numRuns: lives },
      );
    },
  );
});
