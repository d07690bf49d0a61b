import { describe, expect, it } from 'vitest';
import { aRelease, buildWorkspace } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';

async function start() {
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  const as = cast.mara.id;
  const release = await aRelease(test, cast);
  const gates = async () => test.call('gates.list', { releaseId: release.id });
  const gate = (await gates()).find(({ key }) => key === 'peer-review');
  if (gate === undefined) throw new Error('the release has no peer review');
  const gateNow = async () => (await gates()).find(({ id }) => id === gate.id);
  const list = () => test.call('consultations.list', { gateId: gate.id });
  const consulted = async () => (await gateNow())?.consulted;
  return { test, cast, as, gate, gateNow, list, consulted };
}

describe('Somebody who is consulted', () => {
  it('is proposed by the matrix, asked once, and their answer is kept', async () => {
    const { test, cast, as, gate, list, consulted } = await start();
    const of = { gateKey: gate.key, letters: ['C' as const] };
    await test.call('raci.set', { ...of, roleKey: 'security-lead' }, as);
    await test.call('raci.set', { ...of, roleKey: 'qa-lead', letters: ['I'] }, as);
    expect(await list()).toEqual([]);
    expect(await consulted()).toMatchObject({
      ...{ toConsult: [cast.iris.id], toInform: [cast.ana.id] },
    });
    const question = { gateId: gate.id, personIds: [cast.iris.id], question: 'Any objection?' };
    await test.call('consultations.ask', { ...question, dueOn: '2026-11-26' }, as);
    await test.call('consultations.ask', question, as);
    const asked = await list();
    expect((await consulted())?.toConsult).toEqual([]);
    expect(asked).toHaveLength(1);
    const [one] = asked;
    const answer = { id: one?.id ?? '', answer: 'None, <b>go on</b>.' };
    await test.call('consultations.answer', answer, cast.iris.id);
    expect((await list())[0]).toMatchObject({
      answer: 'None, <b>go on</b>.',
      answeredAt: expect.stringMatching(/^2026-11-24T09:/),
    });
    const again = await test.refused('consultations.answer', answer, cast.iris.id);
    expect(again.code).toBe('conflict');
    const empty = await test.refused('consultations.ask', { ...question, question: ' ' }, as);
    expect(empty.fields?.['question']).toContain('say what is asked');
  });

  it('holds the gate up until they answered, where the rules say so', async () => {
    const { test, cast, as, gate, gateNow, list } = await start();
    const question = { gateId: gate.id, personIds: [cast.iris.id], question: 'Any objection?' };
    const consulted = { gateKey: gate.key, roleKey: 'security-lead', letters: ['C' as const] };
    await test.call('raci.set', consulted, as);
    await test.call('approvals.decide', { gateId: gate.id, outcome: 'go' }, cast.jon.id);
    expect((await gateNow())?.status).toBe('passed');
    await test.call('approvals.setRules', { consultedFirst: true }, as);
    expect(await gateNow()).toMatchObject({
      status: 'waiting',
      summary: 'Iris Lindqvist is to be consulted and was not asked yet',
    });
    await test.call('consultations.ask', question, as);
    expect(await gateNow()).toMatchObject({
      status: 'waiting',
      summary: 'Iris Lindqvist was consulted and has not answered',
    });
    const [one] = await list();
    await test.call('consultations.answer', { id: one?.id ?? '', answer: 'None.' }, as);
    expect((await gateNow())?.status).toBe('passed');
  });

  it('is on the list of those who have not answered, and who is informed gets a copy', async () => {
    const { test, cast, as, gate } = await start();
    const of = { gateKey: gate.key, letters: ['I' as const] };
    await test.call('raci.set', { ...of, roleKey: 'qa-lead' }, as);
    const question = { gateId: gate.id, personIds: [cast.iris.id], question: 'Any objection?' };
    await test.call('consultations.ask', question, as);
    const find = async () =>
      (await test.call('approvals.unanswered', {})).find(({ gateId }) => gateId === gate.id);
    expect(await find()).toMatchObject({
      ...{ silent: [{ personId: cast.iris.id, dueOn: null }], toInform: [cast.ana.id] },
    });
    const queue = await test.call('approvals.queue', {}, cast.iris.id);
    expect(queue.words).toMatchObject([{ gateId: gate.id, late: false }]);
    const { waiting } = await test.call('today.get', {}, cast.iris.id);
    expect(waiting.find(({ kind }) => kind === 'consult')).toMatchObject({
      what: 'Say a word: Payments 4.2, Peer review',
    });
    const withAddress = async (personId: string, email: string) => {
      const { people } = await test.call('people.list', {});
      const person = people.find(({ id }) => id === personId);
      if (person === undefined) throw new Error('nobody has this id');
      const { id, rev, name, roles } = person;
      await test.call('people.save', { id, rev, name, roles, email }, as);
    };
    await withAddress(cast.iris.id, 'iris@example.test');
    await withAddress(cast.ana.id, 'ana@example.test');
    const message = await test.call('approvals.message', { gateIds: [gate.id] });
    expect(message.text).toContain('Consulted before the decision: Iris Lindqvist');
    expect(message.to.map(({ personId }) => personId)).toContain(cast.iris.id);
    expect(message.cc.map(({ personId }) => personId)).toEqual([cast.ana.id]);
    expect(message.eml).toMatch(/^Cc: =\?UTF-8\?B\?.* <ana@/m);
    await test.call('approvals.decide', { gateId: gate.id, outcome: 'go' }, cast.jon.id);
    // A gate that has passed waits for no word any more, and tells those who are informed.
    expect(await find()).toBeUndefined();
    const told = await test.call('approvals.tell', { gateId: gate.id });
    expect(told).toMatchObject({
      ...{ to: [{ personId: cast.ana.id }], withoutAddress: [] },
      subject: 'Payments 4.2, Peer review: has passed',
    });
    expect(told.text).toContain('Go by Jon Bell (Development lead), Tue 24 Nov');
    expect(told.fileName).toBe('Payments 4.2 Peer review decided.eml');
  });

  it('is told nothing while nothing is decided or nobody is informed', async () => {
    const { test, cast, gate } = await start();
    const why = async () => (await test.refused('approvals.tell', { gateId: gate.id })).message;
    expect(await why()).toContain('Nothing is decided at “Peer review” yet');
    await test.call('approvals.decide', { gateId: gate.id, outcome: 'go' }, cast.jon.id);
    expect(await why()).toContain('Nobody is informed of “Peer review”.');
  });

  it('may be whoever stands in for them', async () => {
    const { test, cast, as, gate, gateNow, list, consulted } = await start();
    const asked = { gateKey: gate.key, roleKey: 'security-lead', letters: ['C' as const] };
    await test.call('raci.set', asked, as);
    await test.call('deputies.save', { personId: cast.iris.id, deputyId: cast.ana.id }, as);
    await test.call('approvals.setRules', { consultedFirst: true }, as);
    await test.call('approvals.decide', { gateId: gate.id, outcome: 'go' }, cast.jon.id);
    const question = { gateId: gate.id, personIds: [cast.ana.id], question: 'Any objection?' };
    await test.call('consultations.ask', question, as);
    expect((await consulted())?.toConsult).toEqual([]);
    expect((await gateNow())?.summary).toBe('Ana Duarte was consulted and has not answered');
    const [one] = await list();
    await test.call('consultations.answer', { id: one?.id ?? '', answer: 'None.' }, cast.ana.id);
    expect((await gateNow())?.status).toBe('passed');
    // An absence that is over takes back nothing of what was said in it.
    const [deputy] = await test.call('deputies.list', {});
    const over = { personId: cast.iris.id, deputyId: cast.ana.id, lastOn: '2026-11-24' };
    await test.call('deputies.save', { ...over, id: deputy?.id, rev: deputy?.rev }, as);
    test.setNow('2026-11-26T09:00:00.000Z');
    expect((await gateNow())?.status).toBe('passed');
  });
});
