import { describe, expect, it } from 'vitest';
import { aRelease, buildWorkspace } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';
import type { TestApp } from '../../support/test-app.ts';

/** Payments 5.0 is major, so it has a gate of the board; Checkout starts in a few days without decisions. */
async function start() {
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  const as = cast.mara.id;
  const nia = await test.call('people.save', { name: 'Nia Frost', roles: ['compliance'] }, as);
  const major = await aRelease(test, cast, { name: 'Payments 5.0', type: 'major' });
  const minor = await aRelease(test, cast, { name: 'Checkout 7' });
  const meeting = await test.call(
    'cab.create',
    {
      title: 'CAB of Thursday',
      startsAt: '2026-11-26T10:00:00.000Z',
      zone: 'Europe/London',
      place: 'Room 4',
      chairId: cast.mara.id,
      attendeeIds: [cast.mara.id, cast.iris.id],
    },
    as,
  );
  const agenda = () => test.call('cab.agenda', { meetingId: meeting.id }, as);
  return { test, cast, nia, as, major, minor, meeting, agenda };
}

async function boardGate(test: TestApp, releaseId: string): Promise<string> {
  const gates = await test.call('gates.list', { releaseId });
  const found = gates.find(({ key }) => key === 'cab-decision');
  if (found === undefined) throw new Error('no gate of the board');
  return found.id;
}

describe('A CAB meeting', () => {
  it('is held from its agenda to its minutes, and loses nothing', async () => {
    const { test, cast, nia, as, major, minor, meeting, agenda } = await start();
    const gateId = await boardGate(test, major.id);
    const planned = await agenda();
    expect(planned.items.map(({ title, kind }) => [title, kind])).toEqual([
      ['Payments 5.0', 'decision'],
      ['Checkout 7', 'decision'],
    ]);
    expect(planned.items[0]?.gateIds).toEqual([gateId]);
    expect(planned.proposed).toEqual([]);

    test.setNow('2026-11-26T10:02:00.000Z');
    await test.call('cab.start', { meetingId: meeting.id }, as);
    test.advance(90_000);
    await test.call('cab.pause', { meetingId: meeting.id }, as);
    test.advance(600_000);
    await test.call('cab.resume', { meetingId: meeting.id }, as);
    const [first, second] = (await agenda()).items;
    if (first === undefined || second === undefined) throw new Error('no items');
    const votes = [
      { personId: cast.iris.id, outcome: 'go' as const },
      {
        personId: nia.id,
        outcome: 'conditional-go' as const,
        comment: 'Keep the logs.',
        conditions: [
          { text: 'Logs are kept for a year', ownerId: cast.ana.id, dueOn: '2026-11-30' },
        ],
      },
      { personId: cast.jon.id, outcome: 'go' as const },
      { personId: cast.ana.id, outcome: 'no-go' as const },
    ];
    const taken = await test.call('cab.decide', { itemId: first.id, gateId, votes }, as);
    expect(
      taken.recorded.map(({ decidedById, channel, recordedById }) => [
        decidedById,
        channel,
        recordedById,
      ]),
    ).toEqual([
      [cast.iris.id, 'meeting', as],
      [nia.id, 'meeting', as],
    ]);
    expect(taken.refused.map(({ personId }) => personId)).toEqual([cast.jon.id, cast.ana.id]);
    expect(taken.refused.map(({ placeKey }) => placeKey)).toEqual([null, null]);
    expect(taken.refused[0]?.message).toMatch(/Jon Bell does not hold it/);
    expect(taken.refused[1]?.message).toMatch(/A no-go needs its reason/);
    await test.call(
      'cab.decide',
      { itemId: first.id, gateId, votes: [{ personId: cast.ana.id, outcome: 'go' }] },
      as,
    );
    test.advance(30_000);
    const notes = 'Asked twice about <b>the logs</b>.';
    await test.call('cab.updateItem', { id: first.id, notes }, as);
    expect(await test.call('cab.turn', { meetingId: meeting.id, to: 'next' }, as)).toEqual({
      itemId: second.id,
    });
    const running = await agenda();
    expect(running.items[0]).toMatchObject({ state: 'decided', spentSeconds: 120 });
    expect(running.items[0]?.gates[0]?.status).toBe('passed');
    expect(running.meeting.attendeeIds).toContain(nia.id);

    test.advance(60_000);
    expect((await test.refused('cab.close', { meetingId: meeting.id }, as)).message).toMatch(
      /“Checkout 7” was not dealt with\. Say for each whether it is moved/,
    );
    const later = await test.call(
      'cab.create',
      { title: 'CAB of next week', startsAt: '2026-12-03T10:00:00.000Z', zone: 'Europe/London' },
      as,
    );
    const rest = [{ itemId: second.id, moveToId: later.id }];
    const closed = await test.call('cab.close', { meetingId: meeting.id, rest }, as);
    expect(closed).toMatchObject({ state: 'closed', pausedSeconds: 600 });
    const next = await test.call('cab.agenda', { meetingId: later.id }, as);
    expect(next.items.map(({ releaseId, state }) => [releaseId, state])).toEqual([
      [minor.id, 'waiting'],
    ]);

    const { text, fileName } = await test.call(
      'cab.minutes',
      { meetingId: meeting.id, format: 'markdown' },
      as,
    );
    expect(fileName).toBe('CAB of Thursday 2026-11-26 minutes.md');
    expect(text).toContain('- **Took**: 3 min');
    expect(text).toContain('Conditional go: Nia Frost (compliance), Thu 26 Nov 10:13');
    expect(text).toContain('Condition: Logs are kept for a year (Ana Duarte, by Mon 30 Nov 2026)');
    expect(text).toContain('Asked twice about \\<b\\>the logs\\</b\\>.');
    expect(text).toContain('Not dealt with; moved to CAB of next week.');
    const html = await test.call('cab.minutes', { meetingId: meeting.id, format: 'html' }, as);
    expect(html.text).toContain('Asked twice about &lt;b&gt;the logs&lt;/b&gt;.');
    expect(html.text).not.toMatch(/<script|<b>/);
    expect(
      (
        await test.refused(
          'cab.addItems',
          { meetingId: meeting.id, items: [{ kind: 'note', title: 'Late' }] },
          as,
        )
      ).message,
    ).toMatch(/is closed, so it stays as it was held/);
  });

  it('proposes what waits, takes it on and off, and undoes both', async () => {
    const { test, as, major, meeting, agenda } = await start();
    const [first, second] = (await agenda()).items;
    if (first === undefined || second === undefined) throw new Error('no items');
    await test.call('cab.removeItem', { id: first.id }, as);
    const without = await agenda();
    expect(without.proposed).toMatchObject([
      { kind: 'decision', release: { id: major.id }, gateIds: first.gateIds },
    ]);
    expect(without.proposed[0]?.why).toMatch(
      /waits for the board; planned to start Tue 1 Dec 22:00/,
    );
    await test.call('edits.undo', {}, as);
    expect((await agenda()).items.map(({ id }) => id)).toEqual([first.id, second.id]);
    await test.call('cab.moveItem', { id: second.id, afterId: null }, as);
    expect((await agenda()).items.map(({ id }) => id)).toEqual([second.id, first.id]);
    const note = { kind: 'note' as const, title: 'Freeze at the end of the year' };
    await test.call('cab.addItems', { meetingId: meeting.id, items: [note] }, as);
    expect((await agenda()).items).toHaveLength(3);
    expect(
      (
        await test.refused(
          'cab.addItems',
          { meetingId: meeting.id, items: [{ kind: 'decision', releaseId: major.id }] },
          as,
        )
      ).message,
    ).toBe('Payments 5.0 is on this agenda already.');
    const facts = await test.call('cab.facts', { itemId: first.id }, as);
    expect(facts?.risk.raisedBy.join()).toContain('financial system');
    expect(facts?.rollback).toEqual({ summary: 'no rollback plan yet', status: 'waiting' });
  });

  it('is passed by two people in an emergency, and asks for a review by itself', async () => {
    const { test, cast, as } = await start();
    const fix = await aRelease(test, cast, { name: 'Payments 4.1.1', type: 'emergency' });
    const { voters, gates } = await test.call('cab.emergencyVoters', { releaseId: fix.id }, as);
    expect(gates.map(({ name }) => name)).toEqual(['Emergency CAB decision']);
    expect(voters.map(({ personId }) => personId)).toEqual(
      expect.arrayContaining([cast.ana.id, cast.jon.id, cast.tomas.id]),
    );
    const hold = (first: string, second: string) => ({
      releaseId: fix.id,
      reason: 'Cards are refused since 09:00.',
      votes: [
        { personId: first, outcome: 'go' as const },
        { personId: second, outcome: 'go' as const },
      ],
    });
    const refused = await test.refused('cab.emergency', hold(cast.ana.id, cast.iris.id), as);
    expect(refused.message).toMatch(/Iris Lindqvist can fill no open place.*Those who can: /);
    expect((await test.call('cab.list', { which: 'closed' }, as)).total).toBe(0);

    const held = await test.call('cab.emergency', hold(cast.ana.id, cast.jon.id), as);
    expect(held).toMatchObject({ open: [], reviewOn: '2026-12-01' });
    expect(held.decisions.map(({ decidedById }) => decidedById).toSorted()).toEqual(
      [cast.ana.id, cast.jon.id].toSorted(),
    );
    const { meeting, items, review } = await test.call(
      'cab.agenda',
      { meetingId: held.meeting.id },
      as,
    );
    expect(meeting).toMatchObject({ kind: 'emergency', state: 'closed' });
    expect(items[0]?.gates[0]?.status).toBe('passed');
    expect(review).toMatchObject({ ownerId: cast.mara.id, dueOn: '2026-12-01', done: false });
    expect((await test.refused('edits.undo', {}, as)).message).toMatch(/emergency decision stays/);
  });

  it('lets whoever stands in vote, and the minutes say for whom and why', async () => {
    const { test, cast, nia, as, major, meeting, agenda } = await start();
    const gateId = await boardGate(test, major.id);
    const away = { firstOn: '2026-11-23', lastOn: '2026-11-27', deputyId: cast.tomas.id };
    await test.call('absences.save', { personId: cast.iris.id, ...away }, as);
    await test.call('cab.start', { meetingId: meeting.id }, as);
    const [item] = (await agenda()).items;
    const security = item?.gates[0]?.seats.find(({ roleKey }) => roleKey === 'security-lead');
    expect(security?.standIns).toMatchObject([{ personId: cast.tomas.id }]);
    const votes = [
      { personId: cast.tomas.id, placeKey: security?.key, outcome: 'go' as const },
      { personId: nia.id, outcome: 'go' as const },
    ];
    const taken = await test.call('cab.decide', { itemId: item?.id ?? '', gateId, votes }, as);
    expect(taken.recorded[0]).toMatchObject({ forPersonId: cast.iris.id });
    const { text } = await test.call(
      'cab.minutes',
      { meetingId: meeting.id, format: 'markdown' },
      as,
    );
    expect(text).toContain('Stood in for Iris Lindqvist: Iris Lindqvist is away until Fri 27 Nov');
  });

  it('lets the stand-in of somebody absent decide in an emergency', async () => {
    const { test, cast, as } = await start();
    const fix = await aRelease(test, cast, { name: 'Payments 4.1.1', type: 'emergency' });
    const away = { firstOn: '2026-11-23', lastOn: '2026-11-27', deputyId: cast.iris.id };
    await test.call('absences.save', { personId: cast.ana.id, ...away }, as);
    const { voters } = await test.call('cab.emergencyVoters', { releaseId: fix.id }, as);
    expect(voters.find(({ personId }) => personId === cast.iris.id)?.places).toMatchObject([
      { role: 'Operations', standIn: { forPersonId: cast.ana.id } },
    ]);
    const held = await test.call(
      'cab.emergency',
      {
        releaseId: fix.id,
        reason: 'Cards are refused since 09:00.',
        votes: [
          { personId: cast.iris.id, outcome: 'go' },
          { personId: cast.jon.id, outcome: 'go' },
        ],
      },
      as,
    );
    expect(held.open).toEqual([]);
    expect(held.decisions.find(({ decidedById }) => decidedById === cast.iris.id)).toMatchObject({
      ...{ forPersonId: cast.ana.id, forReason: 'Ana Duarte is away until Fri 27 Nov' },
    });
  });

  it('drops no vote of an emergency: without a place for each, nothing is recorded', async () => {
    const { test, cast, as } = await start();
    const fix = await aRelease(test, cast, { name: 'Payments 4.1.1', type: 'emergency' });
    const ecab = async () => {
      const gates = await test.call('gates.list', { releaseId: fix.id });
      const found = gates.find(({ key }) => key === 'ecab-decision');
      if (found === undefined) throw new Error('no gate of the emergency CAB');
      return found;
    };
    const both = {
      releaseId: fix.id,
      reason: 'Cards are refused since 09:00.',
      votes: [
        { personId: cast.ana.id, outcome: 'go' as const },
        { personId: cast.tomas.id, outcome: 'no-go' as const, comment: 'The fix was never run.' },
      ],
    };
    const gate = await ecab();
    const owner = gate.seats.find(({ roleKey }) => roleKey === 'product-owner')?.key;
    await test.call(
      'approvals.decide',
      { gateId: gate.id, outcome: 'go', placeKey: owner },
      cast.jon.id,
    );
    const refused = await test.refused('cab.emergency', both, as);
    expect(refused.message).toMatch(
      /can only fill the same place, Operations at “Emergency CAB decision”, so the vote of Ana Duarte would count nowhere.*Record that decision at its gate instead/,
    );
    expect(refused.fields).toHaveProperty(['votes.0.personId']);
    expect((await ecab()).decisions).toHaveLength(1);
    expect((await test.call('cab.list', { which: 'closed' }, as)).total).toBe(0);
    const { refusal } = await test.call('cab.emergencyVoters', { releaseId: fix.id }, as);
    expect(refusal).toMatch(/only one finds a place: Operations at “Emergency CAB decision”/);
  });
});
