import { describe, expect, it } from 'vitest';
import { withLessons } from './lesson-release.ts';

const nobody = '01900000-0000-7000-8000-000000000000';

describe('A lesson', () => {
  it('keeps what was learned, whom it concerns, and what is to be brought up to date', async () => {
    const { test, cast, as, add, release } = await withLessons();
    const lesson = await add('Check the disc before the import', {
      ...{ situation: 'The import filled the disc.', cause: 'Nobody looked.' },
      ...{ tags: ['Disc space', 'disc  space', 'import'], fromReleaseId: release.id },
      ...{ ownerId: cast.jon.id, reviewOn: '2026-12-01' },
      updates: [{ kind: 'runbook', what: 'Step 3: look at the disc', ownerId: cast.ana.id }],
    });
    expect(lesson).toMatchObject({
      ...{ tags: ['Disc space', 'import'], retiredAt: null, addedById: as },
      updates: [{ kind: 'runbook', doneAt: null }],
    });
    const [update] = lesson.updates;
    const done = await test.call(
      'lessons.saveUpdate',
      { lessonId: lesson.id, id: update?.id, done: true },
      cast.ana.id,
    );
    expect(done.updates).toMatchObject([{ doneById: cast.ana.id }]);
    await test.call('edits.undo', {}, cast.ana.id);
    const got = await test.call('lessons.get', { id: lesson.id });
    expect(got).toMatchObject({ fromRelease: release.name, answers: [] });
    expect(got.lesson.updates).toMatchObject([{ doneAt: null, doneById: null }]);
  });

  it('is refused with every reason when it names what is not there or says too much', async () => {
    const { test, cast, add, refused } = await withLessons();
    expect((await refused({ title: ' ' })).fields?.['title']).toContain('is empty');
    expect((await refused({ title: 'x'.repeat(201) })).fields?.['title']).toContain('longer');
    expect((await refused({ cause: 'x'.repeat(20_001) })).fields?.['cause']).toContain('longer');
    expect((await refused({ tags: ['a, b'] })).fields?.['tags.0']).toContain('make it two tags');
    const unknown = await refused({ serviceIds: [nobody], ownerId: nobody, fromReleaseId: nobody });
    expect(Object.keys(unknown.fields ?? {})).toEqual(['serviceIds', 'fromReleaseId', 'ownerId']);
    expect(unknown.message).toContain('names a service that is not in this workspace');
    await test.call('people.leave', { id: cast.tomas.id, leftOn: '2026-11-01' }, cast.mara.id);
    expect((await refused({ ownerId: cast.tomas.id })).message).toContain('left on 2026-11-01');
    const { id } = await add('=HYPERLINK("http://x") <img src=x onerror=alert(1)>');
    expect((await test.call('lessons.get', { id })).lesson.title).toContain('<img src=x');
    const { lessons } = await test.call('lessons.list', {});
    expect(lessons).toHaveLength(1);
  });

  it('is found by its words, narrowed, and in the search of the workspace', async () => {
    const { test, cast, as, add } = await withLessons();
    const first = await add('Check the disc before the import', { cause: 'Nobody looked at it.' });
    await add('Tell support before the switch', {
      ...{ kind: 'success', serviceIds: [cast.checkout.id], tags: ['migration'] },
      updates: [{ kind: 'support-script', what: 'Say what changes', dueOn: '2026-11-02' }],
    });
    const search = async (text: string, more: object = {}) =>
      (await test.call('lessons.search', { text, ...more })).lessons;
    expect(await search('disc imp')).toMatchObject([{ id: first.id, excerpt: [] }]);
    const [byCause] = await search('looked');
    expect(byCause?.excerpt.filter(({ marked }) => marked)).toMatchObject([{ text: 'looked' }]);
    expect(await search('migration')).toMatchObject([{ overdueUpdates: 1, openUpdates: 1 }]);
    expect(await search('before')).toHaveLength(2);
    expect(await search('before', { kind: 'success' })).toHaveLength(1);
    expect(await search('before', { serviceId: cast.payments.id })).toHaveLength(1);
    const list = async (more: object) => (await test.call('lessons.list', more)).total;
    expect(await list({ todo: 'overdue' })).toBe(1);
    expect(await list({ todo: 'review' })).toBe(0);
    expect(await list({ tag: 'Migration' })).toBe(1);
    const { groups } = await test.call('search.find', { text: 'disc' });
    expect(groups).toMatchObject([{ kind: 'lesson', hits: [{ id: first.id }] }]);
    await test.call('lessons.edit', { id: first.id, title: 'Look at the disk first' }, as);
    expect(await search('disc')).toEqual([]);
    expect(await search('disk')).toHaveLength(1);
  });

  it('goes out of use and back, and stays once a release answered it', async () => {
    const { test, as, add, answer, touching, release } = await withLessons();
    const lesson = await add('Check the disc');
    await answer(lesson.id, 'heeded', 'Checked');
    const refused = await test.refused('lessons.remove', { id: lesson.id }, as);
    expect(refused.message).toContain('A release has answered “Check the disc”, so it stays');
    await test.call('lessons.edit', { id: lesson.id, retired: true }, as);
    expect((await touching()).lessons).toMatchObject([{ why: [], answer: { note: 'Checked' } }]);
    expect((await test.call('lessons.list', {})).lessons).toEqual([]);
    expect((await test.call('lessons.list', { which: 'retired' })).total).toBe(1);
    const { answers } = await test.call('lessons.get', { id: lesson.id });
    expect(answers).toMatchObject([{ release: release.name, answer: { outcome: 'heeded' } }]);
    const other = await add('Entered in error', {
      updates: [{ kind: 'runbook', what: 'Nothing' }],
    });
    await test.call('lessons.remove', { id: other.id }, as);
    expect((await test.refused('lessons.get', { id: other.id }, as)).code).toBe('not_found');
    await test.call('edits.undo', {}, as);
    expect((await test.call('lessons.get', { id: other.id })).lesson.updates).toHaveLength(1);
  });

  it('is of the journal like everything else: the file verifies after all of it', async () => {
    const { test, as, add, answer } = await withLessons();
    const lesson = await add('Check the disc', {
      updates: [{ kind: 'checklist', what: 'A line' }],
    });
    await test.call('lessons.edit', { id: lesson.id, rev: lesson.rev, cause: 'None' }, as);
    await answer(lesson.id, 'ignored', 'No time');
    const late = { id: lesson.id, rev: lesson.rev, cause: 'Another' };
    expect((await test.refused('lessons.edit', late, as)).code).toBe('conflict');
    expect((await test.call('workspace.verify', {})).findings).toEqual([]);
  });
});
