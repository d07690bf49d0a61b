import { describe, expect, it } from 'vitest';
import { withLessons } from './lesson-release.ts';

describe('Lessons on Today', () => {
  it('wait for whoever owes an update that is overdue, or owns a lesson whose review day has come', async () => {
    const { test, cast, as, add } = await withLessons();
    const { day } = await test.call('today.get', {}, as);
    const lesson = await add('Check the disc', {
      ...{ ownerId: cast.mara.id, reviewOn: day },
      updates: [
        { kind: 'runbook', what: 'Step 3: look', ownerId: cast.ana.id, dueOn: '2026-11-01' },
        { kind: 'checklist', what: 'Due today', ownerId: cast.ana.id, dueOn: day },
      ],
    });
    await add('Later', { ownerId: cast.mara.id, reviewOn: '2027-11-01' });
    const ofLessons = async (personId: string) =>
      (await test.call('today.get', {}, personId)).waiting.filter(({ kind }) => kind === 'lesson');
    expect(await ofLessons(cast.ana.id)).toMatchObject([
      {
        ...{ what: 'Bring up to date: Step 3: look', late: true, lessonId: lesson.id },
        why: 'Runbook, asked for by the lesson “Check the disc”',
      },
    ]);
    expect(await ofLessons(cast.mara.id)).toMatchObject([
      { what: 'Look again at the lesson “Check the disc”', late: false, releaseId: null },
    ]);
    await test.call('lessons.edit', { id: lesson.id, retired: true }, as);
    expect(await ofLessons(cast.ana.id)).toEqual([]);
    expect(await ofLessons(cast.mara.id)).toEqual([]);
  });
});

describe('The dossier of a release', () => {
  it('tells each lesson with why it was asked, the answer and those before it, as text', async () => {
    const { test, add, answer, release } = await withLessons();
    const lesson = await add('Check <b>the disc</b>');
    await add('Tell support');
    await answer(lesson.id, 'ignored', '=No time');
    test.advance(60_000);
    await answer(lesson.id, 'heeded', 'Checked');
    const { text } = await test.call('reports.dossier', { releaseId: release.id });
    const section = /<section id="lessons">.*?<\/section>/s.exec(text)?.[0] ?? '';
    expect(section).toContain('2 lessons');
    expect(section).toContain('Check &lt;b&gt;the disc&lt;/b&gt;');
    expect(section).toContain('The release ships payments-api.');
    expect(section).toMatch(/Heeded.*Checked.*Earlier.*ignored,\s+<bdi>=No time/s);
    expect(section).toContain('Not answered');
  });
});
