import { describe, expect, it } from 'vitest';
import { aRelease, buildShipped, buildWorkspace } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';

const rollback = { steps: 'Switch the traffic back', durationMinutes: 10, pointOfNoReturn: '' };
const policy = `name: Thought about
about: One gate.
gates:
  risk:
    name: Risk assessed
    phase: planning
    check: risk-assessed
    why: Somebody thought about it.
rules:
  - key: all
    why: Every one.
    add: [risk]
`;
const most = [
  { questionKey: 'size', answerKey: 'very-large' },
  { questionKey: 'testing', answerKey: 'hardly' },
  { questionKey: 'users', answerKey: 'all' },
  { questionKey: 'reversibility', answerKey: 'never' },
];
const least = [
  { questionKey: 'size', answerKey: 'small' },
  { questionKey: 'users', answerKey: 'nobody' },
];

async function start() {
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  const components = [{ serviceId: cast.checkout.id, version: '2026.12.1', commit: null }];
  const release = await aRelease(test, cast, { components });
  const releaseId = release.id;
  await test.call('rollback.save', { releaseId, ...rollback }, cast.mara.id);
  const band = async () => (await test.call('releases.get', { id: releaseId })).risk;
  const inTable = async () => {
    const { ids, scores, bands } = await test.call('releases.table', {});
    const at = ids.indexOf(releaseId);
    return { score: scores[at], band: bands[at] };
  };
  return { test, cast, releaseId, band, inTable };
}

describe('An assessment by the questions', () => {
  it('makes the band everywhere it shows, and keeps its sums', async () => {
    const { test, cast, releaseId, band, inTable } = await start();
    const told = await test.call('risks.weigh', { releaseId, answers: most });
    expect((await band()).from).toBe('nothing');
    const residual = { residualLikelihood: 2, residualImpact: 3 };
    const given = await test.call(
      'risks.assess',
      { releaseId, answers: most, ...residual, note: 'Before the dry run' },
      cast.mara.id,
    );
    expect(given).toMatchObject({
      ...{ likelihood: 5, impact: 5, band: 'critical', ...residual, outdated: [] },
      ...{ questionnaireId: null, questionnaireName: 'Shipped questions' },
      sums: { likelihood: '(5 × 2 + 5 × 2) ÷ 4 = 5' },
    });
    expect(told).toMatchObject({ score: 25, band: 'critical', sums: given.sums });
    expect(await band()).toMatchObject({ score: 25, band: 'critical', from: 'questions' });
    expect(await inTable()).toMatchObject({ score: 25, band: 'critical' });
  });

  it('counts until the next one, with the register beside it', async () => {
    const { test, cast, releaseId, band, inTable } = await start();
    await test.call('risks.assess', { releaseId, answers: most }, cast.mara.id);
    await test.call('risks.assess', { releaseId, answers: least }, cast.mara.id);
    // One more for the rollback plan, which was not rehearsed.
    expect(await band()).toMatchObject({ score: 2, band: 'low', from: 'questions' });
    const risk = { releaseId, title: 'Rates are wrong', likelihood: 2, impact: 4 };
    await test.call('risks.add', risk, cast.mara.id);
    expect(await band()).toMatchObject({ score: 8, band: 'medium', from: 'register' });
    expect(await inTable()).toMatchObject({ score: 8, band: 'medium' });
    const { assessments } = await test.call('risks.list', { releaseId });
    expect(assessments.map(({ band: each }) => each)).toEqual(['low', 'critical']);
  });

  it('is out of date once what it was given on changed, and says what', async () => {
    const { test, cast, releaseId } = await start();
    await test.call('risks.assess', { releaseId, answers: least }, cast.mara.id);
    const as = cast.mara.id;
    await test.call('scope.add', { releaseId, title: 'New rates', kind: 'feature' }, as);
    const { rev } = await test.call('releases.get', { id: releaseId });
    await test.call('releases.update', { id: releaseId, rev, dataMigration: true }, as);
    const [newest] = (await test.call('risks.list', { releaseId })).assessments;
    expect(newest?.outdated).toEqual(['it migrates data now', '1 scope item came to it']);
    await test.call('risks.assess', { releaseId, answers: least }, as);
    expect((await test.call('risks.list', { releaseId })).assessments[0]?.outdated).toEqual([]);
  });

  it('is raised by a freeze the start lies in, in the table as on the release', async () => {
    const { test, cast, releaseId, band, inTable } = await start();
    await test.call(
      'windows.create',
      {
        ...{ kind: 'hard-freeze', name: 'Year end', zone: 'Europe/London' },
        ...{ startWall: '2026-12-01T00:00', endWall: '2026-12-04T00:00' },
      },
      cast.mara.id,
    );
    expect(await band()).toMatchObject({ band: 'high', raisedBy: ['inside a freeze: Year end'] });
    expect(await inTable()).toMatchObject({ score: 0, band: 'high' });
    const { rev } = await test.call('releases.get', { id: releaseId });
    await test.call('releases.cancel', { id: releaseId, rev, reason: 'Not needed' }, cast.mara.id);
    // What was planned of it lies in no freeze any more.
    expect([(await band()).band, (await inTable()).band]).toEqual(['low', 'low']);
  });

  it('is asked by the questions published last, and refuses others', async () => {
    const { test, cast, releaseId } = await start();
    const ask = (key: string, axis: 'likelihood' | 'impact') => ({
      ...{ key, axis, text: `How ${key}?`, weight: 1 },
      answers: [
        { key: 'low', text: 'Hardly', level: 1 },
        { key: 'high', text: 'Very', level: 5 },
      ],
    });
    const questions = [ask('often', 'likelihood'), ask('bad', 'impact')];
    const published = await test.call(
      'risks.publishQuestionnaire',
      { name: 'Ours', questions, note: 'Shorter' },
      cast.mara.id,
    );
    expect(published.number).toBe(1);
    const refused = await test.refused('risks.assess', { releaseId, answers: least }, cast.mara.id);
    expect(refused.message).toContain('“size” is no question that is asked now');
    const answers = questions.map(({ key }) => ({ questionKey: key, answerKey: 'high' }));
    expect(await test.call('risks.assess', { releaseId, answers }, cast.mara.id)).toMatchObject({
      ...{ questionnaireId: published.id, questionnaireName: 'Ours, version 1' },
    });
    const late = await test.refused(
      'risks.publishQuestionnaire',
      { name: 'Ours', questions, after: null },
      cast.jon.id,
    );
    expect([late.code, late.message]).toEqual(['conflict', expect.stringContaining('Version 1')]);
    const one = { name: 'Half', questions: questions.slice(0, 1) };
    const half = await test.refused('risks.publishQuestionnaire', one, cast.mara.id);
    expect(half.message).toContain('No question with a weight asks about the impact');
  });
});

describe('A gate that asks for an assessment', () => {
  it('waits for one, passes, and waits again when it is out of date', async () => {
    const test = startTestApp();
    const cast = await buildShipped(test);
    await test.call('policies.publish', { text: policy }, cast.mara.id);
    const { id: releaseId } = await aRelease(test, cast);
    const gate = async () => (await test.call('gates.list', { releaseId }))[0];
    expect((await gate())?.status).toBe('waiting');
    await test.call('risks.assess', { releaseId, answers: least }, cast.mara.id);
    expect((await gate())?.status).toBe('passed');
    await test.call('scope.add', { releaseId, title: 'More', kind: 'feature' }, cast.mara.id);
    expect((await gate())?.status).toBe('out-of-date');
  });
});
