import { describe, expect, it } from 'vitest';
import { rowsOfTable } from '#shared/rules/planning/release-table.ts';
import { aRelease, buildWorkspace } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';
import type { TestApp } from '../../support/test-app.ts';

const rowsIn = async (test: TestApp, which: 'open' | 'closed' | 'all') =>
  rowsOfTable(await test.call('releases.table', { which }));

async function someReleases() {
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  const as = cast.mara.id;
  const plan = (environmentId: string, startAt: string) => ({
    ...{ environmentId, startAt, zone: 'Europe/London', durationMinutes: 60 },
  });
  // The first deployment is to staging: the release starts with production all the same.
  const first = await aRelease(test, cast, {
    deployments: [
      plan(cast.staging.id, '2026-11-25T09:00:00.000Z'),
      plan(cast.production.id, '2026-12-08T22:00:00.000Z'),
    ],
  });
  const undated = await aRelease(test, cast, { name: 'Undated', deployments: [], components: [] });
  const soon = await aRelease(test, cast, { name: 'Soon', dataMigration: true });
  const over = await aRelease(test, cast, { name: 'Over' });
  await test.call('releases.cancel', { id: over.id, reason: 'Not needed' }, as);
  await test.call('releases.hold', { id: soon.id, reason: 'Waits for a vendor' }, as);
  await test.call(
    'risks.add',
    { releaseId: first.id, title: 'Queues fill up', likelihood: 4, impact: 5 },
    as,
  );
  await test.call(
    'rollback.save',
    { releaseId: undated.id, steps: 'Switch back', durationMinutes: 20 },
    as,
  );
  return { test, cast, first, undated, soon, over };
}

describe('the table of all releases', () => {
  it('says of each what the list says of it, in the same order', async () => {
    const { test } = await someReleases();
    for (const which of ['open', 'closed', 'all'] as const) {
      const { releases } = await test.call('releases.list', { which });
      const rows = await rowsIn(test, which);
      expect(rows).toEqual(
        releases.map((release) => ({
          ...{ id: release.id, number: release.number, name: release.name, type: release.type },
          ...{ phase: release.phase, outcome: release.outcome, onHold: release.onHold },
          ...{ ownerId: release.ownerId, services: release.services, zone: release.zone },
          start: release.startAt === null ? null : Date.parse(release.startAt),
          risk: { score: release.risk.score, band: release.risk.band },
          ...{ parent: null, train: null },
        })),
      );
    }
  });

  it('says what each is part of, also where that is not in the list', async () => {
    const { test, cast, first, soon, over } = await someReleases();
    const as = cast.mara.id;
    await test.call('releases.setParent', { id: soon.id, parentId: first.id }, as);
    const parentOf = async (which: 'open' | 'closed') =>
      (await rowsIn(test, which)).map(({ name, parent }) => [name, parent?.name ?? null]);
    expect(await parentOf('open')).toContainEqual(['Soon', 'Payments 4.2']);
    await test.call('releases.cancel', { id: soon.id, reason: 'Not needed' }, as);
    expect(await parentOf('closed')).toEqual(
      expect.arrayContaining([
        ['Soon', 'Payments 4.2'],
        [over.name, null],
      ]),
    );
  });

  it('knows risk bands: the highest open risk, raised by what is hard to take back', async () => {
    const { test, first, undated } = await someReleases();
    const band = async (id: string) =>
      (await rowsIn(test, 'open')).find((row) => row.id === id)?.risk.band;
    expect(await band(first.id)).toBe('critical');
    expect(await band(undated.id)).toBe('low');
  });

  it('is judged for the releases somebody looks at; ids that are gone are left out', async () => {
    const { test, first } = await someReleases();
    const gone = '0190a0a0-0000-7000-8000-00000000ffff';
    const [standing, ...rest] = await test.call('releases.standing', { ids: [gone, first.id] });
    expect(rest).toEqual([]);
    const { readiness, risk } = await test.call('releases.get', { id: first.id });
    expect(standing).toEqual({ id: first.id, readiness, risk, lateMinutes: null });
  });
});

describe('a change of many releases', () => {
  it('changes all that can be, names those that refuse, and is undone at once', async () => {
    const { test, cast, first, soon, over } = await someReleases();
    const as = cast.mara.id;
    const ids = [first.id, soon.id, over.id];
    const change = { ownerId: cast.jon.id, moveDays: 7 };
    const preview = await test.call('releases.previewMany', { ids, change }, as);
    expect(preview.map(({ lines, refused }) => [lines.length, refused !== null])).toEqual([
      ...[
        [2, false],
        [2, false],
        [0, true],
      ],
    ]);
    expect(preview[2]?.refused).toContain('Over is closed');
    expect(preview[0]?.lines[1]).toMatchObject({ to: 'Tue 15 Dec 2026 22:00 London' });

    const done = await test.call('releases.updateMany', { ids, change }, as);
    expect(done).toMatchObject({ changed: [first.id, soon.id], unchanged: 0 });
    expect(done.refused).toMatchObject([{ id: over.id, name: 'Over' }]);
    const moved = await test.call('releases.get', { id: first.id });
    expect(moved).toMatchObject({ ownerId: cast.jon.id, startAt: '2026-12-15T22:00:00.000Z' });
    expect(moved.deployments.map(({ startAt }) => startAt)).toEqual([
      ...['2026-12-02T09:00:00.000Z', '2026-12-15T22:00:00.000Z'],
    ]);
    const dates = (release: typeof first) => release.phases.map(({ plannedOn }) => plannedOn);
    expect(dates(moved)).not.toEqual(dates(first));

    const state = await test.call('edits.state', {}, as);
    expect(state.undo[0]?.what).toBe('changed 2 releases at once');
    await test.call('edits.undo', {}, as);
    const back = await test.call('releases.get', { id: first.id });
    expect(back).toMatchObject({ ownerId: cast.mara.id, startAt: first.startAt });
    expect(dates(back)).toEqual(dates(first));
    const other = await test.call('releases.get', { id: soon.id });
    expect(other).toMatchObject({ ownerId: cast.mara.id, startAt: soon.startAt });
  });

  it('puts a role, a note and a data migration on each, with the gates those ask for', async () => {
    const { test, cast, first, undated } = await someReleases();
    const as = cast.mara.id;
    const ids = [first.id, undated.id];
    const role = { roleKey: 'release-manager', personId: cast.ana.id };
    const change = { role, note: 'See the board.', dataMigration: true };
    const { changed } = await test.call('releases.updateMany', { ids, change }, as);
    expect(changed).toEqual(ids);
    const after = await test.call('releases.get', { id: undated.id });
    expect(after).toMatchObject({ notes: 'See the board.', dataMigration: true });
    expect(after.roles).toContainEqual(role);
    const again = await test.call('releases.updateMany', { ids, change: { role } }, as);
    expect(again).toEqual({ changed: [], unchanged: 2, refused: [] });
  });

  it('refuses somebody who is not here, and more than 500 releases, before anything is written', async () => {
    const { test, cast, first } = await someReleases();
    const as = cast.mara.id;
    const stranger = '0190a0a0-0000-7000-8000-00000000fffe';
    const given = { ids: [first.id], change: { ownerId: stranger } };
    expect((await test.refused('releases.updateMany', given, as)).code).toBe('invalid_input');
    const many = { ids: Array.from({ length: 501 }, () => first.id), change: { moveDays: 1 } };
    expect((await test.refused('releases.updateMany', many, as)).message).toContain('500');
  });
});
