import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aRelease, buildWorkspace } from '../../support/build-workspace.ts';
import { livingRows } from '../../support/living-rows.ts';
import { startTestApp } from '../../support/test-app.ts';
import type { TestApp } from '../../support/test-app.ts';

/** `npm run test:nightly` tries five hundred. */
const runs = process.env['SLIPWAY_NIGHTLY'] === '1' ? 500 : 40;

type Step = {
  by: 0 | 1;
  does: 'add' | 'rename' | 'note' | 'remove' | 'notes' | 'risk' | 'undo' | 'redo';
  at: number;
};

const step: fc.Arbitrary<Step> = fc.record({
  by: fc.constantFrom(0, 1),
  does: fc.constantFrom('add', 'rename', 'note', 'remove', 'notes', 'risk', 'undo', 'undo', 'redo'),
  at: fc.nat({ max: 5 }),
});

/** Edits that stand, by whom, in the order they came into force: undoing goes backwards. */
type InForce = (0 | 1)[];

function takeLast(inForce: InForce, by: 0 | 1): void {
  const at = inForce.lastIndexOf(by);
  if (at >= 0) inForce.splice(at, 1);
}

async function perform(
  test: TestApp,
  { by, does, at }: Step,
  people: readonly string[],
  releaseId: string,
  count: number,
): Promise<boolean> {
  const items = await test.call('scope.list', { releaseId });
  const item = items[at % Math.max(items.length, 1)];
  const id = item?.id;
  const text = `Change ${count}`;
  const edits: Record<Step['does'], { name: string; input: object } | null> = {
    add: { name: 'scope.add', input: { releaseId, title: text } },
    rename: id === undefined ? null : { name: 'scope.update', input: { id, title: text } },
    note: id === undefined ? null : { name: 'scope.update', input: { id, note: text } },
    remove: id === undefined ? null : { name: 'scope.remove', input: { id } },
    notes: { name: 'releases.update', input: { id: releaseId, notes: text } },
    risk: { name: 'risks.add', input: { releaseId, title: text, likelihood: 2, impact: 2 } },
    undo: { name: 'edits.undo', input: {} },
    redo: { name: 'edits.redo', input: {} },
  };
  const edit = edits[does];
  if (edit === null) return false;
  const actingAs = people[by] ?? '';
  return (await test.app.call(edit.name, edit.input, { actingAs })).ok;
}

describe('Whatever two people edit, undo and do again', () => {
  it(
    'undoing all that stands, newest first, gives the rows of the beginning',
    { timeout: 600_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 30 }), async (steps) => {
          const test = startTestApp();
          const cast = await buildWorkspace(test);
          const people = [cast.ana.id, cast.jon.id];
          const { id } = await aRelease(test, cast);
          const path = join(test.folder, 'Payments.slipway');
          // What was done before is not theirs to undo: Mara set everything up.
          const first = livingRows(path);
          const inForce: InForce = [];
          for (const [count, each] of steps.entries()) {
            test.advance(1_000);
            if (!(await perform(test, each, people, id, count))) continue;
            if (each.does === 'undo') takeLast(inForce, each.by);
            else inForce.push(each.by);
          }
          for (const by of inForce.toReversed()) await test.call('edits.undo', {}, people[by]);
          expect(livingRows(path)).toEqual(first);
          expect(await test.call('workspace.verify', {})).toMatchObject({ ok: true });
          expect(test.errors).toEqual([]);
          await test.app.close();
        }),
        { numRuns: runs },
      );
    },
  );
});
