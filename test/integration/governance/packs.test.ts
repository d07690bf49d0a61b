import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Decision, GateView } from '#shared/model/governance/gates.ts';
import { answerFile, packData } from '../../support/pack-answer.ts';
import type { Said } from '../../support/pack-answer.ts';
import { aRelease, buildWorkspace } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';

const signedAt = '2026-11-24T10:00:00.000Z';
const later = '2026-11-24T12:00:00.000Z';

/** Payments 4.2, and a pack on its gates given to Jon, who leads development and owns the product. */
async function start() {
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  const release = await aRelease(test, cast, { type: 'major' });
  const gates = async () => test.call('gates.list', { releaseId: release.id });
  const decided = (await gates()).filter(({ check }) => check === 'decision');
  const make = async (reviewerIds = [cast.jon.id], more = {}) => {
    const input = {
      title: 'CAB 24 Nov',
      gateIds: decided.map(({ id }) => id),
      reviewerIds,
      ...more,
    };
    const made = await test.call('cab.createPack', input, cast.mara.id);
    const { text, sha256 } = await test.call('packs.file', { id: made.pack.id });
    const [own] = made.codes;
    if (own === undefined) throw new Error('no code');
    const says = (given: Said[], at = signedAt, changed = {}) =>
      answerFile(text, { ...own, at, says: given }, changed);
    return { ...made, own, text, sha256, says };
  };
  const take = (text: string) => {
    test.setNow(later);
    return test.call('cab.importResponse', { text }, cast.mara.id);
  };
  const refuse = async (text: string, at = later) => {
    test.setNow(at);
    const before = await test.call('packs.list', {});
    const { message } = await test.refused('cab.importResponse', { text }, cast.mara.id);
    expect(await test.call('packs.list', {})).toEqual(before);
    return message;
  };
  const seatsOf = (personId: string): GateView[] =>
    decided.filter(({ seats }) => seats.some(({ personIds }) => personIds.includes(personId)));
  const decisions = async (): Promise<Decision[]> =>
    (await gates()).flatMap((gate) => gate.decisions);
  test.setNow('2026-11-24T09:30:00.000Z');
  return { test, cast, release, decided, make, take, refuse, seatsOf, decisions, gates };
}

describe('A CAB pack', () => {
  it('is one file that runs and loads nothing of its own, with texts as texts', async () => {
    const { test, cast, release, make, decided } = await start();
    const hostile = '</script><script>alert(1)</script>"\u202e<img src=x onerror=alert(2)>';
    await test.call('scope.add', { releaseId: release.id, title: hostile }, cast.mara.id);
    const path = join(test.folder, 'rehearsal.txt');
    writeFileSync(path, 'Rolled back in 12 min');
    const place = {
      releaseId: release.id,
      subject: 'gate',
      subjectId: decided[0]?.id ?? '',
    } as const;
    await test.call('attachments.add', { ...place, file: { path } }, cast.mara.id);
    const { pack, text, sha256, own } = await make(undefined, { title: hostile });
    expect(sha256).toBe(pack.digest);
    const carried = Buffer.from('Rolled back in 12 min').toString('base64');
    expect(text).toContain(
      `download="rehearsal.txt" href="data:application/octet-stream;base64,${carried}"`,
    );
    expect(text.match(/<script>/g)).toHaveLength(1);
    expect(text).not.toContain('<img');
    expect(text).toContain('default-src &#39;none&#39;; script-src &#39;sha256-');
    expect(text).not.toContain('unsafe-inline');
    expect(text).not.toMatch(/(src|href)="(http|\/\/)/);
    for (const words of ['Rollback plan', 'Windows and freezes', 'Exceptions', 'payments-api']) {
      expect(text).toContain(words);
    }
    expect(packData(text)).toMatchObject({
      pack: { title: hostile, fingerprint: pack.fingerprint },
    });
    expect(packData(text).asked).toHaveLength(decided.length);
    // The code is given out once: neither the file nor the workspace has it.
    expect(text).not.toContain(own.code);
    expect(own.code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  });

  it('brings decisions in with name, time and channel, once', async () => {
    const { cast, make, take, seatsOf, decisions, gates } = await start();
    const { pack, says } = await make();
    const own = seatsOf(cast.jon.id);
    expect(own.length).toBeGreaterThan(0);
    const file = await says(
      own.map(({ id }) => ({ gateId: id, comment: '<b>Read</b>' })),
      signedAt,
    );
    expect(await take(file)).toMatchObject({
      isNew: true,
      packId: pack.id,
      response: { state: 'taken' },
    });
    expect(await decisions()).toHaveLength(own.length);
    expect((await decisions())[0]).toMatchObject({
      decidedById: cast.jon.id,
      recordedById: cast.mara.id,
      channel: 'response-file',
      decidedAt: signedAt,
      comment: '<b>Read</b>',
      current: true,
    });
    const once = await gates();
    expect(await take(file)).toMatchObject({ isNew: false });
    expect(await gates()).toEqual(once);
  });

  it('takes an answer of a machine whose clock is some minutes ahead, and none of further on', async () => {
    const { cast, make, take, refuse, seatsOf, decisions } = await start();
    const { says } = await make();
    const gateId = seatsOf(cast.jon.id)[0]?.id ?? '';
    const further = await says([{ gateId }], '2026-11-24T12:05:01.000Z');
    expect(await refuse(further)).toContain('is after now');
    const { response } = await take(await says([{ gateId }], '2026-11-24T12:00:20.000Z'));
    expect(response).toMatchObject({ answeredAt: '2026-11-24T12:00:20.000Z', state: 'taken' });
    expect(await decisions()).toMatchObject([
      { gateId, decidedById: cast.jon.id, decidedAt: '2026-11-24T12:00:20.000Z' },
    ]);
  });

  it('takes a vote on facts that changed as given for earlier ones, with the difference', async () => {
    const { test, cast, release, make, take, seatsOf, decisions } = await start();
    const { pack, says } = await make();
    const [gate] = seatsOf(cast.jon.id);
    await test.call('scope.add', { releaseId: release.id, title: 'Late idea' }, cast.mara.id);
    await take(await says([{ gateId: gate?.id ?? '' }]));
    const [decision] = await decisions();
    expect(decision?.current).toBe(false);
    expect(decision?.differences).toMatchObject([{ group: 'scope', what: 'Late idea' }]);
    const view = await test.call('packs.get', { id: pack.id });
    expect(view.items.find(({ gateId }) => gateId === gate?.id)?.differences).toHaveLength(1);
  });

  it('asks whoever stands in, whose answer says for whom and why', async () => {
    const { test, cast, decided, make, take, decisions } = await start();
    const as = cast.mara.id;
    const away = { firstOn: '2026-11-23', lastOn: '2026-11-24', deputyId: cast.iris.id };
    await test.call('absences.save', { personId: cast.jon.id, ...away }, as);
    const [candidate] = await test.call('packs.candidates', {});
    const peer = candidate?.gates.find(({ name }) => name === 'Peer review');
    expect(peer?.personIds).toContain(cast.iris.id);
    expect(peer?.standIns).toMatchObject([{ personId: cast.iris.id, forPersonId: cast.jon.id }]);
    const { text, says } = await make([cast.iris.id]);
    const gateId = peer?.id ?? '';
    expect(packData(text).reviewers[0]?.gateIds).toContain(gateId);
    expect(packData(text).reviewers[0]?.gateIds.length).toBeLessThan(decided.length);
    expect(text).toContain('Jon Bell is away until Tue 24 Nov');
    const { response } = await take(await says([{ gateId }]));
    expect(response.answers).toMatchObject([{ gateId, why: '' }]);
    expect(await decisions()).toMatchObject([
      { decidedById: cast.iris.id, forPersonId: cast.jon.id, channel: 'response-file' },
    ]);
  });

  it('gives a stand-in with several places the first of them, by the day of signing', async () => {
    const { test, cast, make, seatsOf, decisions } = await start();
    const as = cast.mara.id;
    const nia = await test.call('people.save', { name: 'Nia Frost' }, as);
    const away = { firstOn: '2026-11-23', lastOn: '2026-11-24', deputyId: nia.id };
    await test.call('absences.save', { personId: cast.iris.id, ...away }, as);
    await test.call('absences.save', { personId: cast.ana.id, ...away }, as);
    const board = seatsOf(cast.iris.id).find(({ key }) => key === 'cab-decision');
    const gateId = board?.id ?? '';
    const pack = await make([nia.id]);
    const file = await pack.says([{ gateId }]);
    test.setNow('2026-11-26T09:00:00.000Z');
    await test.call('cab.importResponse', { text: file }, as);
    expect(await decisions()).toMatchObject([
      { decidedById: nia.id, gateId, forReason: expect.stringContaining('is away until') },
    ]);
  });

  it('says why it did not record a vote that the rules refuse, and keeps the others', async () => {
    const { test, cast, make, take, decided, seatsOf, decisions } = await start();
    const { pack, says } = await make();
    const [own] = seatsOf(cast.jon.id);
    const foreign = decided.find(({ seats }) =>
      seats.every(({ personIds }) => !personIds.includes(cast.jon.id)),
    );
    await take(await says([{ gateId: own?.id ?? '' }, { gateId: foreign?.id ?? '' }]));
    expect(await decisions()).toHaveLength(1);
    const { responses } = await test.call('packs.get', { id: pack.id });
    expect(responses[0]?.answers.map(({ decisionId }) => decisionId !== null)).toEqual([
      true,
      false,
    ]);
    expect(responses[0]?.answers[1]?.why).toContain('Jon Bell does not hold it');
  });
});

describe('Two different answers of one person', () => {
  it('are both kept until somebody chooses; the other’s decisions are withdrawn', async () => {
    const { test, cast, make, take, seatsOf, decisions } = await start();
    const { pack, says } = await make();
    const gateId = seatsOf(cast.jon.id)[0]?.id ?? '';
    const go = await take(await says([{ gateId }]));
    const no = await says(
      [{ gateId, outcome: 'no-go', comment: 'The rehearsal failed' }],
      '2026-11-24T11:00:00.000Z',
    );
    const second = await take(no);
    expect(second.response.state).toBe('conflicting');
    expect(second.response.answers[0]?.why).toContain('until somebody chooses');
    const view = await test.call('packs.get', { id: pack.id });
    expect(view.responses.map(({ state }) => state)).toEqual(['conflicting', 'conflicting']);
    expect(view.reviewers[0]?.state).toBe('conflicting');
    expect(await decisions()).toHaveLength(1);

    const choose = (responseId: string) => test.call('packs.choose', { responseId }, cast.mara.id);
    await choose(second.response.id);
    expect(
      (await decisions()).map(({ outcome, withdrawn }) => [outcome, withdrawn !== null]),
    ).toEqual([
      ['go', true],
      ['no-go', false],
    ]);
    expect(await take(no)).toMatchObject({ isNew: false, response: { state: 'taken' } });

    await choose(go.response.id);
    const standing = (await decisions()).filter(({ withdrawn }) => withdrawn === null);
    expect(standing.map(({ outcome }) => outcome)).toEqual(['go']);
    const after = await test.call('packs.get', { id: pack.id });
    expect(after.responses.map(({ state }) => state)).toEqual(['set-aside', 'taken']);
  });
});

describe('A response file that is not as it should be', () => {
  it('is refused with the reason and changes nothing, as a pack that could ask nothing is', async () => {
    const { test, cast, make, refuse, seatsOf, gates, decided } = await start();
    const { says } = await make([cast.jon.id, cast.iris.id], { expiresOn: '2026-11-24' });
    const gateId = seatsOf(cast.jon.id)[0]?.id ?? '';
    const file = await says([{ gateId, comment: 'Read it' }]);
    expect(await refuse(file.replace('Read it', 'Read It'))).toContain(
      'changed after Jon Bell signed it',
    );
    expect(
      await refuse(file.replace(/"reviewerId": "[^"]+"/, `"reviewerId": "${gateId}"`)),
    ).toContain('names “Jon Bell”');
    const otherId = { workspaceId: gateId, workspace: 'Elsewhere' };
    expect(await refuse(await says([{ gateId }], signedAt, otherId))).toContain('“Elsewhere”');
    expect(await refuse(await says([{ gateId }], signedAt, { packId: gateId }))).toContain(
      'another copy of the workspace',
    );
    expect(await refuse(await says([{ gateId }], '2027-11-24T10:00:00.000Z'))).toContain(
      'after now',
    );
    expect(await refuse(await says([{ gateId }], '2026-11-24T08:00:00.000Z'))).toContain(
      'before the pack was made',
    );
    expect(await refuse(await says([{ gateId }, { gateId }]))).toContain('answered before it');
    const tooLate = await says([{ gateId }], '2026-11-25T10:00:00.000Z');
    expect(await refuse(tooLate, '2026-11-26T09:00:00.000Z')).toContain('could be answered until');
    expect(await refuse(await says([{ gateId: cast.jon.id }]))).toContain('does not have');

    const judged = (await gates()).find(({ check }) => check !== 'decision');
    const ask = (gateId = '', reviewerId = '') =>
      test.refused(
        'cab.createPack',
        { title: 'CAB', gateIds: [gateId], reviewerIds: [reviewerId] },
        cast.mara.id,
      );
    expect((await ask(judged?.id, cast.jon.id)).message).toContain('is judged from facts');
    expect((await ask(decided[0]?.id, judged?.id)).message).toContain('nobody of this workspace');
  });
});
