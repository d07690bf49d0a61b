import { describe, expect, it } from 'vitest';
import { withLessons } from './lesson-release.ts';

describe('A release', () => {
  it('is asked about lessons of its services and of its open risks, and told why', async () => {
    const { test, cast, as, add, touching, release, made } = await withLessons();
    await add('Of its service');
    await add('Of its risk', { serviceIds: [], tags: ['slow query'] });
    await add('Of another service', { serviceIds: [cast.checkout.id] });
    await add('Its own', { fromReleaseId: release.id });
    const titles = async () => (await touching()).lessons.map(({ lesson }) => lesson.title);
    expect(await titles()).toEqual(['Of its service']);
    const risk = { title: 'A slow  QUERY holds the ledger', likelihood: 2, impact: 3 };
    const { id } = await test.call('risks.add', { releaseId: release.id, ...risk }, as);
    expect((await touching()).lessons[1]?.why).toEqual([
      'Its open risk “A slow  QUERY holds the ledger” is about “slow query”.',
    ]);
    await test.call('risks.update', { id, state: 'mitigated' }, as);
    expect(await titles()).toEqual(['Of its service']);
    const next = await made('Payments 4.4');
    const own = (await touching(next.id)).lessons.map(({ lesson }) => lesson.title);
    expect(own).toEqual(['Of its service', 'Its own']);
  });

  it('answers each with what was done or why not; nothing less is taken', async () => {
    const { test, cast, as, add, answer, touching, release } = await withLessons();
    const { id: lessonId } = await add('Check the disc');
    const given = { releaseId: release.id, lessonId };
    const say = (outcome: string, note = ' ') =>
      test.refused('lessons.answer', { ...given, outcome, note }, as);
    expect((await say('heeded')).message).toContain('needs what was done about it');
    expect((await say('not-applicable')).message).toContain('what is different in this release');
    expect((await say('ignored')).fields?.['note']).toContain('is empty');
    expect((await say('heeded', 'x'.repeat(2001))).fields?.['note']).toContain('2,000 characters');
    const other = await add('Of another', { serviceIds: [cast.checkout.id] });
    const notAsked = { ...given, lessonId: other.id, outcome: 'heeded', note: 'Done' };
    const refusal = await test.refused('lessons.answer', notAsked, as);
    expect(refusal.message).toContain('“Of another” does not touch Payments 4.3');

    await answer(lessonId, 'ignored', 'No time');
    test.advance(60_000);
    const later = await answer(lessonId, 'heeded', 'A check is in the runbook', cast.ana.id);
    expect(later.answer).toMatchObject({ outcome: 'heeded', byId: cast.ana.id });
    expect(later.history.map(({ outcome }) => outcome)).toEqual(['heeded', 'ignored']);
    const bare = await test.refused('lessons.withdrawAnswer', { ...given, reason: '' }, as);
    expect(bare.message).toContain('needs the reason');
    test.advance(60_000);
    await test.call('lessons.withdrawAnswer', { ...given, reason: 'Not in the runbook yet' }, as);
    expect(await touching()).toMatchObject({
      unanswered: 1,
      lessons: [{ answer: null, history: [{ outcome: 'withdrawn' }, {}, {}] }],
    });
    const again = await test.refused('lessons.withdrawAnswer', { ...given, reason: 'Twice' }, as);
    expect(again.message).toContain('There is no answer');
    expect((await test.refused('edits.undo', {}, as)).message).toContain('answer the lesson again');
  });

  it('keeps its answers as they are once it is closed', async () => {
    const { test, as, add, answer, touching, release } = await withLessons();
    const lesson = await add('Check the disc');
    await answer(lesson.id, 'heeded', 'Checked');
    await test.call('releases.cancel', { id: release.id, reason: 'Not needed' }, as);
    test.advance(60_000);
    await add('Learned after it was over');
    expect(await touching()).toMatchObject({
      unanswered: 0,
      lessons: [{ lesson: { title: 'Check the disc' }, answer: { note: 'Checked' } }],
    });
    const late = { releaseId: release.id, lessonId: lesson.id, outcome: 'ignored', note: 'Late' };
    expect((await test.refused('lessons.answer', late, as)).message).toContain('is closed');
  });
});

describe('The gate for lessons', () => {
  it('passes where none touches the release, and waits for the answer to each that does', async () => {
    const { add, answer, gateOf } = await withLessons();
    expect(await gateOf()).toMatchObject({
      ...{ status: 'passed', summary: 'no lesson touches this release', needs: [] },
    });
    const disc = await add('Check the disc');
    const support = await add('Tell support');
    expect(await gateOf()).toMatchObject({
      status: 'waiting',
      summary: '2 lessons not answered, first “Check the disc”',
      needs: [
        'Answer “Check the disc”. The release ships payments-api.',
        'Answer “Tell support”. The release ships payments-api.',
      ],
    });
    await answer(disc.id, 'heeded', 'A check is in the runbook');
    expect((await gateOf()).summary).toBe('1 of 2 lessons not answered, first “Tell support”');
    await answer(support.id, 'ignored', 'They are on holiday');
    const passed = await gateOf();
    expect(passed).toMatchObject({
      ...{ status: 'passed', needs: [] },
      summary: '2 lessons answered: 1 heeded, 1 ignored (“Tell support”)',
    });
    expect(passed.evidence).toMatchObject([
      { what: '“Check the disc” heeded: A check is in the runbook', status: 'passed' },
      { what: '“Tell support” ignored: They are on holiday', status: 'not-applicable' },
    ]);
    expect(passed.evidence[0]?.source).toMatch(/^Mara Okafor, .*Nov/);
  });

  it('opens again for a lesson that is learned later, until its phase is left', async () => {
    const { test, as, add, answer, gateOf, release } = await withLessons();
    const disc = await add('Check the disc');
    await answer(disc.id, 'heeded', 'Done');
    expect((await gateOf()).status).toBe('passed');
    const later = await add('Tell support');
    expect((await gateOf()).status).toBe('waiting');
    const { releases } = await test.call('releases.list', {});
    expect(releases[0]?.readiness?.firstInTheWay).toMatchObject({
      ...{ gate: 'Looked at', status: 'waiting' },
      summary: '1 of 2 lessons not answered, first “Tell support”',
    });
    await answer(later.id, 'not-applicable', 'Nothing changes for them');
    await test.call('releases.advance', { id: release.id }, as);
    await add('Learned in the next phase');
    expect(await gateOf()).toMatchObject({ status: 'passed', keptAt: expect.any(String) });
  });

  it('lets a note stand where no lesson touches the release, and no longer', async () => {
    const { test, as, add, gate, gateOf } = await withLessons();
    const note = 'Both lessons of 4.1 are on the checklist';
    await test.call('gates.addEvidence', { gateId: gate.id, note }, as);
    expect(await gateOf()).toMatchObject({
      ...{ status: 'passed', summary: `no lesson touches this release; noted: ${note}` },
      evidence: [{ what: note, status: 'passed' }],
    });
    await add('Check the disc');
    const waiting = await gateOf();
    expect(waiting.status).toBe('waiting');
    expect(waiting.evidence[1]).toMatchObject({
      what: `${note}; a note answers no lesson`,
      status: 'not-applicable',
    });
  });
});
