import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Input } from '#shared/contract/index.ts';
import { aRelease, buildWorkspace } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';
import type { TestApp } from '../../support/test-app.ts';

type Source = Input<'imports.preview'>['source'];
type Reading = NonNullable<Input<'imports.preview'>['reading']>;

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
  expect(seen.counts).toEqual({ new: 2, changed: 0, same: 0, joined: 0, refused: 0 });
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
  expect((await app.call('gates.list', { releaseId: first.id }, me)).length).toBeGreaterThan(0);

  const { undo } = await app.call('edits.state', {}, me);
  expect(undo[0]?.what).toBe('imported 2 releases');
  await app.call('edits.undo', {}, me);
  expect((await app.call('releases.list', {}, me)).total).toBe(0);
  await app.call('edits.redo', {}, me);
  expect((await app.call('releases.list', {}, me)).total).toBe(2);
});

test('what a sheet changes of a release is told from old to new, and the rest of it stays', async () => {
  const { app, cast, me } = await setUp();
  const known = await aRelease(app, cast);
  const source = {
    text: 'Release,Owner,Version,Service,Date,Time\npayments 4.2,Jon Bell,4.2.1,payments-api,2026-12-02,21:00',
  };
  const { rows, counts } = await preview(app, me, source);
  expect(counts).toEqual({ new: 0, changed: 1, same: 0, joined: 0, refused: 0 });
  expect(rows[0]?.changes).toEqual([
    { what: 'Owner', from: 'Mara Okafor', to: 'Jon Bell' },
    { what: 'payments-api', from: '4.2.0', to: '4.2.1' },
    { what: 'Start', from: 'Tue 1 Dec 2026 22:00 London', to: 'Wed 2 Dec 2026 21:00 London' },
  ]);
  await bring(app, me, source);
  const after = await app.call('releases.get', { id: known.id }, me);
  expect(after.components).toMatchObject([{ version: '4.2.1', commit: null }]);
  expect(after.deployments).toMatchObject([
    { id: known.deployments[0]?.id, startAt: '2026-12-02T21:00:00.000Z', region: 'eu' },
  ]);
  await app.call('edits.undo', {}, me);
  const before = await app.call('releases.get', { id: known.id }, me);
  expect(before.components).toEqual(
    known.components.map((part) => ({ ...part, rev: part.rev + 2 })),
  );
  expect(before.ownerId).toBe(cast.mara.id);
});

test('the same sheet once more changes nothing, and a changed copy is read as remembered', async () => {
  const { app, me } = await setUp();
  await bring(app, me, { text: releases });
  const again = await preview(app, me, { text: releases });
  expect(again.counts).toEqual({ new: 0, changed: 0, same: 2, joined: 0, refused: 0 });
  expect(again.inTheWay).toContain('nothing to import');
  expect(again.rememberedId).not.toBeNull();

  const odd =
    'What\tWhose\tWeek of\nLedger 1\tJon Bell\t2027-01-04\nLedger 2\tJon Bell\t2027-01-11';
  const reading: Reading = { kind: 'releases', columns: ['name', 'owner', 'start'] };
  await bring(app, me, { text: odd }, reading);
  const next = await preview(app, me, { text: odd.replace('2027-01-11', '2027-01-12') });
  expect(next.reading.columns).toEqual(['name', 'owner', 'start']);
  expect(next.counts).toMatchObject({ changed: 1, same: 1 });
  const [kept] = (await app.call('imports.mappings', {}, me)).filter(({ headings }) =>
    headings.includes('whose'),
  );
  await app.call('imports.forget', { id: kept?.id ?? '' }, me);
  expect((await preview(app, me, { text: odd })).rememberedId).toBeNull();
});

test('windows and people come from sheets too, and teams take new members in', async () => {
  const { app, me } = await setUp();
  await app.call('teams.save', { name: 'Ledger', memberIds: [] }, me);
  const windows = {
    text: 'Freeze;Kind;From;To;Repeats\nQuarter end;hard freeze;27.11.2026 17:00;30.11.2026 08:00;quarterly\nXmas;soft freeze;24.12.2026;26.12.2026;',
  };
  const seen = await preview(app, me, windows);
  expect(seen.reading.kind).toBe('windows');
  expect(seen.rows.map(({ facts }) => facts[1])).toEqual([
    'Fri 27 Nov 2026 17:00 – Mon 30 Nov 2026 08:00 London',
    'Thu 24 Dec 2026 00:00 – Sun 27 Dec 2026 00:00 London',
  ]);
  await bring(app, me, windows);
  expect((await preview(app, me, windows)).counts.same).toBe(2);
  await app.call('edits.undo', {}, me);
  expect((await preview(app, me, windows)).counts.new).toBe(2);

  const people = {
    text: 'Full name\tMail\tFunction\tSquad\nEda Kaya\teda@harbour.example\tOperations\tLedger',
  };
  await bring(app, me, people);
  const { people: list } = await app.call('people.list', {}, me);
  const eda = list.find(({ name }) => name === 'Eda Kaya');
  expect(eda).toMatchObject({ email: 'eda@harbour.example', roles: ['operations'] });
  expect((await app.call('teams.list', {}, me))[0]?.memberIds).toEqual([eda?.id]);
  expect((await preview(app, me, people)).counts.same).toBe(1);
  await app.call('edits.undo', {}, me);
  expect((await app.call('people.list', {}, me)).people.length).toBe(list.length - 1);
});

test('nothing is written that was not looked at', async () => {
  const { app, me } = await setUp();
  const source = { text: `${releases}\nNo such owner\tminor\tNobody Known\t\t\t\t\t\t` };
  const { digest, counts, rows } = await preview(app, me, source);
  expect(counts.refused).toBe(1);
  expect(rows[2]?.reason).toContain('“Nobody Known” is nobody');
  const unsaid = await app.refused('imports.apply', { source, digest }, me);
  expect(unsaid.message).toContain('would be left out');
  await app.call('people.save', { name: 'Nobody Known' }, me);
  const stale = await app.refused('imports.apply', { source, digest, leaveOutRefused: true }, me);
  expect(stale.code).toBe('conflict');
  expect((await app.call('releases.list', {}, me)).total).toBe(0);
});

test('an import of more than undo looks back over is undone and done again whole', async () => {
  const { app, me } = await setUp();
  const rows = Array.from(
    { length: 60 },
    (_, at) => `Release ${at}\tmajor\t2027-01-${10 + (at % 20)}`,
  );
  const source = { text: ['Release\tType\tDate', ...rows].join('\n') };
  await bring(app, me, source);
  await app.call('people.save', { name: 'Eda Kaya' }, me);
  expect((await app.call('releases.list', {}, me)).total).toBe(60);
  await app.call('edits.undo', {}, me);
  await app.call('edits.undo', {}, me);
  expect((await app.call('releases.list', {}, me)).total).toBe(0);
  const { redo } = await app.call('edits.state', {}, me);
  expect(redo[0]?.what).toBe('imported 60 releases');
});

test('a file is read by what it is, and one that is too much is refused', async () => {
  const { app, me } = await setUp();
  const file = (name: string, content: string | Buffer) => {
    const path = join(app.folder, name);
    writeFileSync(path, content);
    return { source: { file: { path } } };
  };
  const western = Buffer.from('Release;Owner\nZ\xfcrich 1;Mara Okafor', 'latin1');
  const read = await app.call('imports.preview', file('west.csv', western), me);
  expect(read.rows[0]?.name).toBe('Zürich 1');
  expect(read.assumed[0]).toContain('not UTF-8');
  const wide = `Release,${Array.from({ length: 999 }, (_, at) => `c${at}`).join(',')}\n`;
  expect((await app.refused('imports.preview', file('wide.csv', wide), me)).message).toContain(
    '1,000 columns; at most 200',
  );
  const long = `Release\n${'Payments\n'.repeat(60_000)}`;
  expect((await app.refused('imports.preview', file('long.csv', long), me)).message).toContain(
    'at most 50,000',
  );
  const old = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  expect((await app.refused('imports.preview', file('old.xls', old), me)).message).toContain(
    'Save it as .xlsx',
  );
});

test('rows of one release are its components, unless that is turned off or they differ', async () => {
  const { app, cast, me } = await setUp();
  const head = 'Release\tService\tVersion\tDate\tTime';
  const rows = [
    'Winter\tpayments-api\t4.3.0\t2026-12-14\t22:00',
    'winter\tcheckout\t2026.12.1\t\t',
    'Winter\tpayments-api\t4.3.1\t\t',
    'Winter\tcheckout\t2026.12.2\t2026-12-15\t22:00',
    'Winter\t\t\t\t',
  ];
  const source = { text: [head, ...rows].join('\n') };
  const seen = await preview(app, me, source);
  expect(seen.counts).toEqual({ new: 1, changed: 0, same: 0, joined: 1, refused: 3 });
  expect(seen.rows[0]?.facts).toContain('payments-api 4.3.0, checkout 2026.12.1');
  expect(seen.rows[1]).toMatchObject({
    state: 'joined',
    facts: [expect.stringContaining('row 2')],
  });
  expect(seen.assumed.at(-1)).toContain('One row names a release that stands above');
  expect(seen.rows.slice(2).map(({ reason }) => reason)).toEqual([
    expect.stringContaining('“Winter” stands in row 2 already. payments-api stands there too.'),
    expect.stringContaining('Its start date is another one there: “2026-12-14”'),
    expect.stringContaining('It names no service here'),
  ]);
  const apart = await preview(app, me, source, { joins: false });
  expect(apart.counts).toMatchObject({ new: 1, joined: 0, refused: 4 });

  await bring(app, me, source);
  const { releases: list } = await app.call('releases.list', {}, me);
  expect(list.map(({ services }) => services)).toEqual([
    [
      { serviceId: cast.payments.id, version: '4.3.0' },
      { serviceId: cast.checkout.id, version: '2026.12.1' },
    ],
  ]);
  const two = { text: [head, ...rows.slice(0, 2)].join('\n') };
  expect((await preview(app, me, two)).counts).toMatchObject({ same: 1, joined: 1 });
  await app.call('edits.undo', {}, me);
  expect((await app.call('releases.list', {}, me)).total).toBe(0);
});
