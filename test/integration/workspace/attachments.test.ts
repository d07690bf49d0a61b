import {
  mkdirSync,
  openSync,
  closeSync,
  ftruncateSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { Input } from '#shared/contract/index.ts';
import { aRelease, buildWorkspace } from '../../support/build-workspace.ts';
import type { Cast } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';
import type { TestApp } from '../../support/test-app.ts';

type Stage = { test: TestApp; cast: Cast; releaseId: string };

async function stage(): Promise<Stage> {
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  const { id: releaseId } = await aRelease(test, cast);
  return { test, cast, releaseId };
}

function put({ test }: Stage, name: string, content: string | Buffer): { path: string } {
  const path = join(test.folder, name);
  writeFileSync(path, content);
  return { path };
}

/** As the browser host does it: the bytes lie under an id, the name is what the page says. */
function upload(of: Stage, name: string, content: string | Buffer): { upload: string } {
  const id = `upload ${of.test.platform.uploads.size}`;
  const { path } = put(of, `stored-${of.test.platform.uploads.size}`, content);
  of.test.platform.uploads.set(id, { path, name });
  return { upload: id };
}

const onRelease = ({ releaseId }: Stage) =>
  ({ releaseId, subject: 'release', subjectId: releaseId }) as const;

function attach(of: Stage, file: Input<'attachments.add'>['file'], as = of.cast.mara.id) {
  return of.test.call('attachments.add', { ...onRelease(of), file }, as);
}

async function refusal(of: Stage, file: unknown): Promise<string> {
  const error = await of.test.refused(
    'attachments.add',
    { ...onRelease(of), file },
    of.cast.mara.id,
  );
  expect(of.test.errors).toEqual([]);
  return error.message;
}

const list = (of: Stage) => of.test.call('attachments.list', { releaseId: of.releaseId });

describe('An attachment', () => {
  it('comes back byte for byte, with its hash, its kind and who brought it', async () => {
    const of = await stage();
    const content = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 255, 1]);
    const added = await attach(of, put(of, 'chart.png', content));
    expect(added).toMatchObject({
      ...{ name: 'chart.png', mediaType: 'image/png', bytes: 11, byId: of.cast.mara.id },
      ...{ about: 'Payments 4.2', subject: 'release' },
    });
    expect(added.hash).toMatch(/^[0-9a-f]{64}$/);
    const got = await of.test.call('attachments.get', { id: added.id });
    expect(Buffer.from(got.content, 'base64').equals(content)).toBe(true);
    expect(await list(of)).toEqual([added]);
  });

  it('goes on a gate, a checklist item, a risk and a scope item, and nowhere else', async () => {
    const of = await stage();
    const { test, cast, releaseId } = of;
    const as = cast.mara.id;
    const risk = await test.call(
      'risks.add',
      { releaseId, title: 'Late', likelihood: 2, impact: 2, ownerId: as },
      as,
    );
    const item = await test.call('scope.add', { releaseId, title: 'Refunds', ticket: 'PAY-2' }, as);
    const gates = await test.call('gates.list', { releaseId });
    const [check] = await test.call('checklists.list', { releaseId });
    const file = put(of, 'a.txt', 'text');
    const places = [
      { subject: 'gate', subjectId: gates[0]?.id ?? '' },
      { subject: 'checklist-item', subjectId: check?.id ?? '' },
      { subject: 'risk', subjectId: risk.id },
      { subject: 'scope-item', subjectId: item.id },
    ] as const;
    for (const place of places) {
      await test.call('attachments.add', { releaseId, ...place, file }, as);
    }
    expect((await list(of)).map(({ about }) => about)).toEqual([
      ...[gates[0]?.name, check?.text, 'Late', 'PAY-2 Refunds'],
    ]);
    const onRisk = { releaseId, subject: 'risk', subjectId: risk.id } as const;
    expect(await test.call('attachments.list', onRisk)).toHaveLength(1);

    const wrong = { releaseId, subject: 'gate', subjectId: risk.id, file };
    const error = await test.refused('attachments.add', wrong, as);
    expect(error.message).toContain('This release has no gate with the id');
    const other = await aRelease(test, cast, { name: 'Other' });
    const foreign = { releaseId: other.id, subject: 'risk', subjectId: risk.id, file };
    expect((await test.refused('attachments.add', foreign, as)).code).toBe('not_found');
  });

  it('is kept once, however many things it is attached to', async () => {
    const of = await stage();
    const { test, cast, releaseId } = of;
    const first = await attach(of, put(of, 'a.txt', 'the same'));
    const item = await test.call('scope.add', { releaseId, title: 'Refunds' }, cast.mara.id);
    const place = { releaseId, subject: 'scope-item', subjectId: item.id } as const;
    const file = put(of, 'b.txt', 'the same');
    const second = await test.call('attachments.add', { ...place, file }, cast.mara.id);
    expect(second.hash).toBe(first.hash);
    await test.app.close();
    const database = new Database(join(test.folder, 'Payments.slipway'));
    expect(database.prepare('SELECT COUNT(*) AS n FROM attachment_content').get()).toEqual({
      n: 1,
    });
    database.close();
  });
});

describe('A file that cannot be attached', () => {
  it('is told why: empty, too large, gone, a folder, no upload', async () => {
    const of = await stage();
    expect(await refusal(of, put(of, 'empty.log', ''))).toMatch(/empty\.log is empty \(0 bytes\)/);
    expect(await refusal(of, { path: join(of.test.folder, 'gone.txt') })).toMatch(
      /gone\.txt is not there.*Choose a file you can open/,
    );
    mkdirSync(join(of.test.folder, 'folder'));
    expect(await refusal(of, { path: join(of.test.folder, 'folder') })).toContain('is no file');
    expect(await refusal(of, { path: '/dev/zero' })).toContain('is no file');
    expect(await refusal(of, { upload: 'nothing' })).toContain('Choose the file again');
    expect(await list(of)).toEqual([]);
  });

  it('of 2 GB is refused by its size, without being read', async () => {
    const of = await stage();
    const path = join(of.test.folder, 'film.mp4');
    const file = openSync(path, 'w');
    ftruncateSync(file, 2 * 1024 ** 3);
    closeSync(file);
    expect(await refusal(of, { path })).toBe(
      'film.mp4 has 2 GB, and an attachment has at most 25 MB. Compress it or attach the part that matters; or leave it where it is and write its address in a comment.',
    );
  });

  it('takes 25 MB to the byte and gives it back', async () => {
    const of = await stage();
    const content = Buffer.alloc(25 * 1024 * 1024, 7);
    const added = await attach(of, put(of, 'full.bin', content));
    expect(added.bytes).toBe(content.length);
    const got = await of.test.call('attachments.get', { id: added.id });
    expect(Buffer.from(got.content, 'base64').equals(content)).toBe(true);
    const more = Buffer.concat([content, Buffer.from('x')]);
    expect(await refusal(of, put(of, 'more.bin', more))).toContain('has 25.1 MB');
  }, 30_000);

  it('twice on the same thing is said in words; nothing is added', async () => {
    const of = await stage();
    await attach(of, put(of, 'a.txt', 'text'), of.cast.jon.id);
    expect(await refusal(of, put(of, 'a.txt', 'text'))).toBe(
      'a.txt is attached here already (by Jon Bell, Tue 24 Nov 09:20), so nothing was added. Change the file first if it should be another one.',
    );
    expect(await refusal(of, put(of, 'b.txt', 'text'))).toContain(
      'b.txt has the same content as a.txt, which is attached here already',
    );
    expect(await list(of)).toHaveLength(1);
  });

  it('has its name made safe, and its kind taken from what it is', async () => {
    const of = await stage();
    const hostile = '<script>alert(1)</script>';
    const names = ['../../x', 'CON', 'a.html', 'logo.svg', 'evil.png', `${'n'.repeat(250)}.txt`];
    for (const [index, name] of names.entries()) {
      await attach(of, upload(of, name, `${hostile}${index}`));
    }
    const files = await list(of);
    expect(files.map(({ name }) => name)).toEqual([
      ...['x', '_CON', 'a.html', 'logo.svg', 'evil.png', `${'n'.repeat(115)}.txt`],
    ]);
    expect(new Set(files.map(({ mediaType }) => mediaType))).toEqual(
      new Set(['application/octet-stream', 'text/plain']),
    );
  });

  it('is refused on a release that is closed', async () => {
    const of = await stage();
    const added = await attach(of, put(of, 'a.txt', 'text'));
    const as = of.cast.mara.id;
    await of.test.call('releases.cancel', { id: of.releaseId, reason: 'Not needed' }, as);
    expect(await refusal(of, put(of, 'b.txt', 'more'))).toContain('is closed');
    expect((await of.test.refused('attachments.remove', { id: added.id }, as)).message).toContain(
      'is closed',
    );
    expect((await of.test.call('attachments.get', { id: added.id })).name).toBe('a.txt');
  });
});

describe('What happens to an attachment', () => {
  it('is undone and done again: added, removed', async () => {
    const of = await stage();
    const as = of.cast.mara.id;
    const added = await attach(of, put(of, 'a.txt', 'text'));
    const undone = await of.test.call('edits.undo', {}, as);
    expect(undone.what).toBe('Undid: added the attachment a.txt');
    expect(await list(of)).toEqual([]);
    await of.test.call('edits.redo', {}, as);
    expect(await list(of)).toMatchObject([{ id: added.id }]);
    await of.test.call('attachments.remove', { id: added.id }, as);
    expect((await of.test.refused('attachments.get', { id: added.id })).message).toContain(
      'undo its removal',
    );
    await of.test.call('edits.undo', {}, as);
    const got = await of.test.call('attachments.get', { id: added.id });
    expect(Buffer.from(got.content, 'base64').toString()).toBe('text');
  });

  it('is seen when the disk spoiled its content, and mended by attaching the original again', async () => {
    const of = await stage();
    const { test } = of;
    const added = await attach(of, put(of, 'a.txt', 'text'));
    const path = join(test.folder, 'Payments.slipway');
    const spoil = new Database(path);
    spoil.prepare('UPDATE attachment_content SET content = ?').run(Buffer.from('tExt'));
    spoil.close();
    const error = await test.refused('attachments.get', { id: added.id });
    expect(error.message).toMatch(/a\.txt is damaged in this workspace.*not given out/);
    await test.call('attachments.remove', { id: added.id }, of.cast.mara.id);
    const again = await attach(of, put(of, 'a.txt', 'text'));
    expect(
      Buffer.from(
        (await test.call('attachments.get', { id: again.id })).content,
        'base64',
      ).toString(),
    ).toBe('text');
  });

  it('stands in history and dossier, escaped, and is left behind by a copy', async () => {
    const of = await stage();
    const { test, releaseId } = of;
    const as = of.cast.mara.id;
    const added = await attach(of, upload(of, `<img src=x onerror='alert(1)'>.txt`, 'text'));
    const { entries } = await test.call('releases.history', { id: releaseId, limit: 5 });
    expect(entries[0]).toMatchObject({ command: 'attachments.add', entity: 'attachment' });
    const { text } = await test.call('reports.dossier', { releaseId });
    expect(text).toContain('Attachments');
    expect(text).toContain(added.hash.slice(0, 12));
    expect(text).not.toContain('<img src=x');
    const copy = { id: releaseId, name: 'Payments 4.3', startAt: '2026-12-20T22:00:00.000Z' };
    const copied = await test.call('releases.copy', copy, as);
    expect(await test.call('attachments.list', { releaseId: copied.id })).toEqual([]);
    expect(await test.call('workspace.verify', {})).toMatchObject({ ok: true, findings: [] });
  });

  it('goes along when its scope item moves, and back when the move is undone', async () => {
    const of = await stage();
    const { test, cast, releaseId } = of;
    const as = cast.mara.id;
    const other = await aRelease(test, cast, { name: 'Other' });
    const item = await test.call('scope.add', { releaseId, title: 'Refunds' }, as);
    const place = { releaseId, subject: 'scope-item', subjectId: item.id } as const;
    await test.call('attachments.add', { ...place, file: put(of, 'a.txt', 'text') }, as);
    await test.call('comments.add', { ...place, text: 'See the file' }, as);
    await test.call('scope.move', { id: item.id, toReleaseId: other.id }, as);
    expect(await list(of)).toEqual([]);
    expect(await test.call('attachments.list', { releaseId: other.id })).toMatchObject([
      { about: 'Refunds' },
    ]);
    expect(await test.call('comments.list', { releaseId: other.id })).toHaveLength(1);
    await test.call('edits.undo', {}, as);
    expect(await list(of)).toMatchObject([{ name: 'a.txt', about: 'Refunds' }]);
  });

  it('stays with the release when its thing is removed, and keeps what it is on from being undone', async () => {
    const of = await stage();
    const { test, cast, releaseId } = of;
    const as = cast.mara.id;
    const risk = await test.call(
      'risks.add',
      { releaseId, title: 'Late', likelihood: 2, impact: 2, ownerId: as },
      as,
    );
    const place = { releaseId, subject: 'risk', subjectId: risk.id } as const;
    const file = put(of, 'a.txt', 'text');
    await test.call('attachments.add', { ...place, file }, cast.jon.id);
    const refused = await test.refused('edits.undo', {}, as);
    expect(refused.message).toContain('named by the attachment a.txt');
    await test.call('risks.remove', { id: risk.id }, as);
    expect(await list(of)).toMatchObject([{ name: 'a.txt', about: null }]);
    expect((await test.call('reports.dossier', { releaseId })).text).toContain('removed since');
  });

  it('never leaves the file it came from changed', async () => {
    const of = await stage();
    const file = put(of, 'a.txt', 'text');
    const added = await attach(of, file);
    await of.test.call('attachments.remove', { id: added.id }, of.cast.mara.id);
    expect(readFileSync(file.path, 'utf8')).toBe('text');
  });
});
