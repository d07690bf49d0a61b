import { describe, expect, it } from 'vitest';
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

async function say({ test, releaseId }: Stage, text: string, as: string, gateId?: string) {
  // A comment of the same millisecond as a reading would count as read.
  test.advance(1000);
  const place =
    gateId === undefined
      ? ({ releaseId, subject: 'release', subjectId: releaseId } as const)
      : ({ releaseId, subject: 'gate', subjectId: gateId } as const);
  return test.call('comments.add', { ...place, text }, as);
}

const list = ({ test, releaseId }: Stage, as: string) =>
  test.call('comments.list', { releaseId }, as);

async function unread(of: Stage, as: string): Promise<string[]> {
  return (await list(of, as)).filter((comment) => comment.unread).map(({ text }) => text);
}

async function mentions({ test }: Stage, as: string) {
  const { waiting } = await test.call('today.get', {}, as);
  return waiting.filter(({ kind }) => kind === 'mention');
}

const gateOf = async ({ test, releaseId }: Stage): Promise<string> =>
  (await test.call('gates.list', { releaseId }))[0]?.id ?? '';

describe('A comment', () => {
  it('stays as it was typed, with who it mentions', async () => {
    const of = await stage();
    const { mara, jon, iris } = of.cast;
    const text = '  @Jon Bell and @iris lindqvist:\n\n\tlook at this\r\n';
    const added = await say(of, text, mara.id);
    expect(added).toMatchObject({ text, byId: mara.id, editedAt: null, unread: false });
    expect(added.mentions).toEqual([jon.id, iris.id]);
    expect(await list(of, mara.id)).toEqual([added]);
  });

  it('is refused with a sentence: empty, too long, NUL, no such place, nobody', async () => {
    const of = await stage();
    const { test, releaseId, cast } = of;
    const place = { releaseId, subject: 'release', subjectId: releaseId };
    const refused = async (input: object, as: string | undefined = cast.mara.id) =>
      (await test.refused('comments.add', { ...place, ...input }, as)).message;
    expect(await refused({ text: ' \n ' })).toContain('text: is empty; type what you want to say');
    expect(await refused({ text: 'x'.repeat(10_001) })).toContain('attach a file instead');
    expect(await refused({ text: 'a\0b' })).toContain('NUL');
    expect(await refused({ text: 'a', subject: 'risk' })).toContain('has no risk');
    const nobody = await test.refused('comments.add', { ...place, text: 'a' });
    expect(nobody.message).toContain('Nobody is chosen');
  });

  it('is changed and removed by its author alone, says that it was edited, and is undone', async () => {
    const of = await stage();
    const { test, cast } = of;
    const { id } = await say(of, 'Helo', cast.mara.id);
    const other = await test.refused('comments.update', { id, text: 'Hi' }, cast.jon.id);
    expect(other.message).toContain(
      'This comment is by Mara Okafor, so only they can have it changed',
    );
    expect((await test.refused('comments.remove', { id }, cast.jon.id)).code).toBe('forbidden');
    test.advance(60_000);
    const changed = await test.call(
      'comments.update',
      { id, text: 'Hello @Jon Bell' },
      cast.mara.id,
    );
    expect(changed).toMatchObject({
      mentions: [cast.jon.id],
      editedAt: '2026-11-24T09:21:01.000Z',
    });
    const undone = await test.call('edits.undo', {}, cast.mara.id);
    expect(undone.what).toBe('Undid: changed the text of “Helo”');
    expect(await list(of, cast.mara.id)).toMatchObject([
      { text: 'Helo', mentions: [], editedAt: null },
    ]);
    await test.call('comments.remove', { id }, cast.mara.id);
    expect(await list(of, cast.mara.id)).toEqual([]);
    await test.call('edits.undo', {}, cast.mara.id);
    expect(await list(of, cast.mara.id)).toHaveLength(1);
  });

  it('is not lost when two windows edit it: the second one hears of the first', async () => {
    const of = await stage();
    const { test, cast } = of;
    const { id, rev } = await say(of, 'First', cast.mara.id);
    await test.call('comments.update', { id, rev, text: 'Second' }, cast.mara.id);
    const error = await test.refused('comments.update', { id, rev, text: 'Third' }, cast.mara.id);
    expect(error.code).toBe('conflict');
  });

  it('is taken by a closed release too, and undone there', async () => {
    const of = await stage();
    const { test, cast, releaseId } = of;
    await test.call('releases.cancel', { id: releaseId, reason: 'Not needed' }, cast.mara.id);
    await say(of, 'What we learnt', cast.mara.id);
    await test.call('edits.undo', {}, cast.mara.id);
    expect(await list(of, cast.mara.id)).toEqual([]);
  });

  it('shows hostile text as text in the dossier, and stands in the history', async () => {
    const of = await stage();
    const { test, cast, releaseId } = of;
    await say(of, '<script>alert(1)</script> =HYPERLINK("x") \u202eevil @Jon Bell', cast.mara.id);
    const { text } = await test.call('reports.dossier', { releaseId });
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(text).not.toContain('<script>');
    expect(text).toContain('<strong>@Jon Bell</strong>');
    const { entries } = await test.call('releases.history', { id: releaseId, limit: 3 });
    expect(entries[0]).toMatchObject({ command: 'comments.add', entity: 'comment' });
  });
});

describe('What is unread', () => {
  it('is told for each person and each thing, and marked as read by thing or as a whole', async () => {
    const of = await stage();
    const { test, cast, releaseId } = of;
    const gateId = await gateOf(of);
    await say(of, 'On the release', cast.mara.id);
    await say(of, 'On the gate', cast.mara.id, gateId);
    expect(await unread(of, cast.mara.id)).toEqual([]);
    expect(await unread(of, cast.jon.id)).toEqual(['On the release', 'On the gate']);

    const seen = { releaseId, subject: 'gate', subjectId: gateId } as const;
    expect(await test.call('comments.seen', seen, cast.jon.id)).toEqual({ read: 1 });
    expect(await unread(of, cast.jon.id)).toEqual(['On the release']);
    expect(await unread(of, cast.iris.id)).toHaveLength(2);
    await test.call('comments.seen', { releaseId }, cast.jon.id);
    expect(await unread(of, cast.jon.id)).toEqual([]);
    await say(of, 'More', cast.mara.id);
    expect(await unread(of, cast.jon.id)).toEqual(['More']);
  });

  it('leaves what came after the newest one shown', async () => {
    const of = await stage();
    const { test, cast, releaseId } = of;
    const shown = await say(of, 'Shown', cast.mara.id);
    await say(of, 'Meanwhile', cast.mara.id);
    await test.call('comments.seen', { releaseId, until: shown.at }, cast.jon.id);
    expect(await unread(of, cast.jon.id)).toEqual(['Meanwhile']);
  });

  it('is local: nothing of it is journaled, and the file still verifies', async () => {
    const of = await stage();
    const { test, cast, releaseId } = of;
    await say(of, 'Hello', cast.mara.id);
    const before = (await test.call('workspace.verify', {})).entries;
    const topics = test.events.length;
    await test.call('comments.seen', { releaseId }, cast.jon.id);
    expect(test.events.slice(topics)).toEqual([{ type: 'changed', topics: ['comments'] }]);
    expect(await test.call('workspace.verify', {})).toMatchObject({ ok: true, entries: before });
    expect((await test.call('edits.state', {}, cast.jon.id)).undo).toEqual([]);
  });
});

describe('Mentions on Today', () => {
  it('wait for whom they mention until they were read, each in their place', async () => {
    const of = await stage();
    const { test, cast, releaseId } = of;
    const gateId = await gateOf(of);
    await say(of, '@Jon Bell first', cast.mara.id);
    await say(of, '@Jon Bell second', cast.iris.id, gateId);
    const waiting = await mentions(of, cast.jon.id);
    expect(waiting.map(({ what }) => what)).toEqual([
      'Iris Lindqvist mentioned you: “@Jon Bell second”',
      'Mara Okafor mentioned you: “@Jon Bell first”',
    ]);
    expect(waiting.map(({ gateId: id, place }) => [id, place?.subject])).toEqual([
      [gateId, 'gate'],
      [null, 'release'],
    ]);
    expect(await mentions(of, cast.mara.id)).toEqual([]);
    expect(await mentions(of, cast.iris.id)).toEqual([]);
    await test.call('comments.seen', { releaseId }, cast.jon.id);
    expect(await mentions(of, cast.jon.id)).toEqual([]);
  });

  it('come of closed releases too, and not of comments that were removed or of oneself', async () => {
    const of = await stage();
    const { test, cast, releaseId } = of;
    await say(of, '@Jon Bell to myself', cast.jon.id);
    const gone = await say(of, '@Jon Bell never mind', cast.mara.id);
    await test.call('comments.remove', { id: gone.id }, cast.mara.id);
    expect(await mentions(of, cast.jon.id)).toEqual([]);
    await test.call('releases.cancel', { id: releaseId, reason: 'No' }, cast.mara.id);
    await say(of, '@Jon Bell what did we learn?', cast.mara.id);
    expect(await mentions(of, cast.jon.id)).toHaveLength(1);
  });

  it('come anew when an edit mentions somebody who had read the comment', async () => {
    const of = await stage();
    const { test, cast, releaseId } = of;
    const { id } = await say(of, 'Who looks at this?', cast.mara.id);
    await test.call('comments.seen', { releaseId }, cast.jon.id);
    test.advance(1000);
    await test.call('comments.update', { id, text: '@Jon Bell looks at this' }, cast.mara.id);
    expect(await mentions(of, cast.jon.id)).toHaveLength(1);
    await test.call('comments.seen', { releaseId }, cast.jon.id);
    expect(await mentions(of, cast.jon.id)).toEqual([]);
  });
});
