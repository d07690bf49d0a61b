import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Input } from '#shared/contract/index.ts';
import type { ChecklistEntry } from '#shared/model/governance/checklists.ts';
import { aRelease, buildWorkspace } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';

const hostile = '<img src=x onerror=alert(1)>\u202e=cmd()';

async function start() {
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  const as = cast.mara.id;
  await test.call('workspace.actAs', { personId: as });
  const release = await aRelease(test, cast);
  const releaseId = release.id;
  const list = (id = releaseId) => test.call('checklists.list', { releaseId: id });
  const add = (text: string, more: object = {}) =>
    test.call('checklists.addItem', { releaseId, phase: 'readiness', text, ...more });
  return { test, cast, release, releaseId, list, add };
}

function called(list: readonly ChecklistEntry[], head: string): ChecklistEntry {
  const found = list.find(({ text }) => text.startsWith(head));
  if (found === undefined) throw new Error(`No item begins with ${head}`);
  return found;
}

type Content = Input<'checklists.publishTemplate'>['content'];
type Item = Content['items'][number];

const item = (key: string, more: Partial<Item> = {}): Item => ({
  ...{ key, text: `All of ${key}`, phase: 'readiness', ownerRole: null, dueDaysBefore: null },
  ...{ evidence: 'nothing', after: [], types: [], bands: [], ...more },
});

describe('the checklist of a new release', () => {
  it('has the eight points once, each with an owner by role and a date that moves with the start', async () => {
    const { test, cast, releaseId, list } = await start();
    const before = await list();
    expect(before).toHaveLength(9);
    expect(new Set(before.map(({ text }) => text)).size).toBe(9);
    expect(called(before, 'Build, test')).toMatchObject({
      ...{ owner: cast.jon.id, ownerId: null, due: '2026-11-28', dueOn: null },
      why: expect.stringContaining('major, minor and patch releases'),
    });
    expect(called(before, 'The post-release review').due).toBe('2026-12-04');

    const startAt = '2026-12-03T22:00:00.000Z';
    await test.call('checklists.setItem', { id: before[0]?.id ?? '', dueOn: '2026-11-27' });
    await test.call('releases.postpone', { id: releaseId, startAt, reason: 'A late vendor' });
    const after = await list();
    expect(called(after, 'Build, test').due).toBe('2026-11-30');
    expect(after[0]?.due).toBe('2026-11-27');
  });

  it('is told what its risk asks for beside, and takes it over in one undoable step', async () => {
    const { test, releaseId, list } = await start();
    const [offer] = await test.call('checklists.offers', { releaseId });
    expect(offer?.missing).toMatchObject([
      { key: 'stop-authority', why: expect.stringContaining('of high or critical risk') },
    ]);
    const [first] = await list();
    await test.call('checklists.setItem', { id: first?.id ?? '', state: 'done' });
    const applied = await test.call('checklists.applyTemplate', { releaseId, templateId: null });
    expect(applied).toMatchObject({ added: [{ evidenceWish: 'note' }], renewed: 0, kept: 9 });
    expect((await list())[0]?.state).toBe('done');
    expect(await test.call('checklists.offers', { releaseId })).toEqual([]);
    await test.call('edits.undo', {});
    expect(await list()).toHaveLength(9);
  });
});

describe('an item', () => {
  it('is done only with the evidence it asks for', async () => {
    const { test, list, add } = await start();
    const linked = await add('Scan is clean', { evidenceWish: 'link' });
    const bare = { id: linked.id, state: 'done' };
    expect((await test.refused('checklists.setItem', bare)).fields).toHaveProperty('evidenceUrl');
    const script = { ...bare, evidenceUrl: 'javascript:alert(1)' };
    expect((await test.refused('checklists.setItem', script)).message).toContain('https://');
    const url = 'https://scan.example.test/42';
    await test.call('checklists.setItem', { id: linked.id, state: 'done', evidenceUrl: url });
    const cleared = { id: linked.id, evidenceUrl: '' };
    expect((await test.refused('checklists.setItem', cleared)).message).toContain('a link');

    const report = join(test.folder, 'report.txt');
    writeFileSync(report, 'No findings');
    const filed = await add('Report is attached', { evidenceWish: 'file' });
    const done = { id: filed.id, state: 'done' } as const;
    expect((await test.refused('checklists.setItem', done)).message).toContain('Attach the file');
    const file = await test.call('attachments.add', {
      ...{ releaseId: filed.releaseId, subject: 'checklist-item', subjectId: filed.id },
      file: { path: report },
    });
    expect(await test.call('checklists.setItem', done)).toMatchObject({
      evidenceAttachmentId: file.id,
    });
    const elsewhere = { id: linked.id, evidenceAttachmentId: file.id };
    expect((await test.refused('checklists.setItem', elsewhere)).message).toContain('attach it');
    expect(called(await list(), 'Report').state).toBe('done');
  });

  it('waits for others, never in a circle, and lets go of one that is removed', async () => {
    const { test, list, add } = await start();
    const [a, b, c] = [await add('Alpha'), await add('Beta'), await add('Gamma')];
    await test.call('checklists.setItem', { id: b.id, afterIds: [a.id] });
    await test.call('checklists.setItem', { id: c.id, afterIds: [b.id] });
    const circle = { id: a.id, afterIds: [c.id] };
    expect((await test.refused('checklists.setItem', circle)).message).toContain(
      '“Alpha” → “Gamma” → “Beta” → “Alpha”',
    );
    const early = await test.refused('checklists.setItem', { id: c.id, state: 'done' });
    expect(early.message).toContain('waits for “Beta”');
    await test.call('checklists.removeItem', { id: b.id });
    expect(called(await list(), 'Gamma').afterIds).toEqual([]);
    await test.call('edits.undo', {});
    expect(called(await list(), 'Gamma').waitsFor).toEqual([b.id]);
  });

  it('is shown as typed however hostile, and refused where it is too long', async () => {
    const { test, add, releaseId } = await start();
    expect((await add(hostile)).text).toBe(hostile);
    const long = { releaseId, phase: 'build', text: 'x'.repeat(5000) };
    expect((await test.refused('checklists.addItem', long)).fields?.['text']).toContain('200');
    const role = { releaseId, phase: 'build', text: 'x', ownerRole: 'nobody-here' };
    expect((await test.refused('checklists.addItem', role)).fields).toHaveProperty('ownerRole');
    const closed = { releaseId, phase: 'closed', text: 'x' };
    expect((await test.refused('checklists.addItem', closed)).fields).toHaveProperty('phase');
  });

  it('moves within its phase', async () => {
    const { test, list, add } = await start();
    const [a, b] = [await add('Alpha'), await add('Beta')];
    await test.call('checklists.moveItem', { id: b.id, afterId: null });
    const texts = (await list()).filter(({ phase }) => phase === 'readiness');
    expect(texts.map(({ text }) => text).indexOf('Beta')).toBe(0);
    const other = (await list()).find(({ phase }) => phase === 'planning')?.id ?? '';
    const wrong = await test.refused('checklists.moveItem', { id: a.id, afterId: other });
    expect(wrong.message).toContain('same phase');
  });
});

describe('many items at once', () => {
  it('are settled together in the order they wait for each other, and come back by one undo', async () => {
    const { test, cast, list, add } = await start();
    const [a, b] = [await add('Alpha'), await add('Beta')];
    await test.call('checklists.setItem', { id: a.id, afterIds: [b.id] });
    const wanted = { ownerId: cast.iris.id, dueOn: '2026-11-30', state: 'done' } as const;
    const ids = [a.id, b.id];
    expect(await test.call('checklists.setMany', { ids, ...wanted })).toEqual({ changed: 2 });
    expect(called(await list(), 'Alpha')).toMatchObject({ ...wanted, owner: cast.iris.id });
    await test.call('edits.undo', {});
    expect((await list()).filter(({ state }) => state === 'done')).toEqual([]);
  });

  it('stay as they are where one of them cannot be', async () => {
    const { test, list, add } = await start();
    const [a, b] = [await add('Alpha'), await add('Beta', { evidenceWish: 'note' })];
    const refusal = await test.refused('checklists.setMany', { ids: [a.id, b.id], state: 'done' });
    expect(refusal.message).toContain('“Beta” asks for a note');
    expect(called(await list(), 'Alpha').state).toBe('open');
    expect((await test.refused('checklists.setMany', { ids: [a.id] })).message).toContain(
      'Nothing',
    );
  });
});

describe('the items of all open releases', () => {
  it('say what is due and whose it is', async () => {
    const { test, cast, add } = await start();
    await add('Late', { dueOn: '2020-01-01', ownerId: cast.ana.id });
    await add('Anybody in operations', { ownerRole: 'operations' });
    const [first, ...others] = await test.call('checklists.across', {}, cast.ana.id);
    expect(first).toMatchObject({ text: 'Late', standing: 'overdue', mine: 'owner' });
    expect(others.find(({ text }) => text.startsWith('Anybody'))).toMatchObject({
      ...{ mine: 'role', standing: 'undated', release: 'Payments 4.2' },
    });
    const day = await test.call('today.get', {}, cast.ana.id);
    expect(day.waiting).toContainEqual(
      expect.objectContaining({ kind: 'checklist', late: true, what: 'Settle “Late”' }),
    );
  });
});

describe('a checklist template of one’s own', () => {
  it('fills new releases, and its next version is offered to those it filled', async () => {
    const { test, cast, list } = await start();
    const content: Content = { types: ['minor'], bands: [], items: [item('audit'), item('notes')] };
    const about = 'What payments need';
    const made = await test.call('checklists.publishTemplate', {
      ...{ name: 'Payments', about, content },
    });
    const release = await aRelease(test, cast, { name: 'Payments 4.3' });
    const items = await list(release.id);
    expect(items.filter(({ templateName }) => templateName === 'Payments, version 1')).toHaveLength(
      2,
    );
    await test.call('checklists.setItem', { id: called(items, 'All of notes').id, state: 'done' });

    const next: Content = {
      ...content,
      items: [
        item('audit', { text: 'Audited by two', dueDaysBefore: 3 }),
        item('notes', { text: 'Notes in two languages' }),
        item('fonts', { after: ['audit'] }),
      ],
    };
    const input = { id: made.id, rev: 1, name: 'Payments', about, content: next };
    expect((await test.call('checklists.publishTemplate', input)).rev).toBe(2);
    expect((await test.refused('checklists.publishTemplate', input)).code).toBe('conflict');
    const changes = await test.call('checklists.compareTemplate', { id: made.id, from: 1, to: 2 });
    expect(changes.map(({ what }) => what)).toContain('“Audited by two”: due');

    const offers = await test.call('checklists.offers', { releaseId: release.id });
    expect(offers).toMatchObject([
      { name: 'Payments, version 2', had: 'Payments, version 1', renewed: 1 },
    ]);
    expect(offers[0]?.missing.map(({ key }) => key)).toEqual(['fonts']);
    await test.call('checklists.applyTemplate', { releaseId: release.id, templateId: made.id });
    const after = await list(release.id);
    const audit = called(after, 'Audited by two');
    expect(audit.due).toBe('2026-11-28');
    expect(called(after, 'All of fonts').waitsFor).toEqual([audit.id]);
    // What was done stays as it was done.
    expect(called(after, 'All of notes').state).toBe('done');
  });

  it('is refused with the place of what is wrong, and comes back by undo once removed', async () => {
    const { test } = await start();
    const wrong: Content = {
      ...{ types: [], bands: [] },
      items: [
        item('a', { after: ['b'] }),
        item('b', { after: ['a'], text: ' ' }),
        item('a', { ownerRole: 'no-such-role', dueDaysBefore: 0.5 }),
      ],
    };
    const called = { name: hostile, about: 'x' };
    const refusal = await test.refused('checklists.publishTemplate', { ...called, content: wrong });
    expect(Object.keys(refusal.fields ?? {})).toEqual([
      'items.0.after',
      'items.1.text',
      'items.1.after',
      'items.2.key',
      'items.2.ownerRole',
      'items.2.dueDaysBefore',
    ]);
    const content = { types: [], bands: [], items: [item('a')] };
    const { id } = await test.call('checklists.publishTemplate', { ...called, content });
    await test.call('checklists.removeTemplate', { id });
    expect(await test.call('checklists.templates', {})).toHaveLength(1);
    await test.call('edits.undo', {});
    expect((await test.call('checklists.templates', {}))[0]).toMatchObject({ id, number: 1 });
  });
});
