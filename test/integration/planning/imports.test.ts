import { expect, test } from 'vitest';
import type { Input } from '#shared/contract/index.ts';
import { buildWorkspace } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';
import type { TestApp } from '../../support/test-app.ts';

type Source = Input<'imports.preview'>['source'];
type Reading = Input<'imports.preview'>['reading'];

const releases = `Release\tType\tOwner\tServices\tEnvironment\tPlanned start\tTime\tDuration\tChange no.
Payments 4.3\tminor\tMara Okafor\tpayments-api 4.3.0\tprod-eu\t14/12/2026\t22:00\t90\tCHG001
Checkout winter\tpatch\tJon Bell\tcheckout 2026.12.1\tprod-eu\t2026-12-15\t21:30\t1:30\tCHG002`;

async function setUp() {
  const app = startTestApp();
  const cast = await buildWorkspace(app);
  return { app, cast, me: cast.mara.id };
}

function preview(app: TestApp, me: string, source: Source, reading: Reading = {}) {
  return app.call('imports.preview', { source, reading }, me);
}

async function bring(app: TestApp, me: string, source: Source, reading: Reading = {}) {
  const { digest } = await preview(app, me, source, reading);
  return app.call('imports.apply', { source, reading, digest, leaveOutRefused: true }, me);
}

test('releases of a sheet come with gates, checklist and plan, and one undo takes them back', async () => {
  const { app, me } = await setUp();
  const seen = await preview(app, me, { text: releases });
  expect(seen.reading.kind).toBe('releases');
  expect(seen.counts).toEqual({ new: 2, changed: 0, same: 0, refused: 0 });
  expect(seen.rows[0]?.facts).toContain('Mon 14 Dec 2026 22:00 London');
  expect((await app.call('releases.list', {}, me)).total).toBe(0);

  await bring(app, me, { text: releases });
  const { releases: list } = await app.call('releases.list', {}, me);
  expect(list.map(({ name, startAt }) => [name, startAt])).toEqual([
    ['Payments 4.3', '2026-12-14T22:00:00.000Z'],
    ['Checkout winter', '2026-12-15T21:30:00.000Z'],
  ]);
  const first = await app.call('releases.get', { id: list[0]?.id ?? '' }, me);
  expect(first.changeNumber).toBe('CHG001');
  expect(first.deployments[0]?.durationMinutes).toBe(90);
  expect(first.phases.length).toBe(6);
  expect((await app.call('gates.list', { releaseId: first.id }, me)).length).toBeGreaterThan(0);

  const { undo } = await app.call('edits.state', {}, me);
  expect(undo[0]?.what).toBe('imported 2 releases');
  await app.call('edits.undo', {}, me);
  expect((await app.call('releases.list', {}, me)).total).toBe(0);
  await app.call('edits.redo', {}, me);
  expect((await app.call('releases.list', {}, me)).total).toBe(2);
});
