import { describe, expect, it } from 'vitest';
import type { Input } from '#shared/contract/index.ts';
import type { ComparedThing, HistoryEntry } from '#shared/model/planning/history.ts';
import { aRelease, buildWorkspace, paymentsCommit } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';

type Filter = Omit<Input<'releases.history'>, 'id'>;

/** Mara creates the release; a day later Ana works on it, and a day later Jon. */
async function threeDays() {
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  const { id, components } = await aRelease(test, cast);
  const [mara, ana, jon] = [cast.mara.id, cast.ana.id, cast.jon.id];
  test.setNow('2026-11-25T09:00:00.000Z');
  const item = await test.call(
    'scope.add',
    { releaseId: id, title: 'Aliases', ticket: 'PAY-1' },
    ana,
  );
  const risk = { releaseId: id, title: 'Cold cache', likelihood: 2, impact: 3 };
  const { id: riskId } = await test.call('risks.add', risk, ana);
  await test.call('scope.update', { id: item.id, title: 'Card aliases' }, ana);
  test.setNow('2026-11-26T09:00:00.000Z');
  const [component] = components;
  const given = { id: component?.id, serviceId: cast.payments.id, version: '4.2.1' };
  await test.call(
    'releases.update',
    { id, components: [{ ...given, commit: paymentsCommit }] },
    jon,
  );
  await test.call('risks.update', { id: riskId, impact: 5 }, jon);
  const history = async (filter: Filter = {}) =>
    (await test.call('releases.history', { id, limit: 500, ...filter })).entries;
  return { test, cast, id, item, riskId, component, mara, ana, jon, history };
}

/** The thing of two compared moments, with what differs by field. */
function thing(things: readonly ComparedThing[], id: string | undefined) {
  const found = things.find((one) => one.id === id);
  if (found === undefined) throw new Error(`${id} is not compared`);
  const differing = found.fields.filter(({ differs }) => differs);
  const changes = Object.fromEntries(differing.map(({ field, from, to }) => [field, [from, to]]));
  return { state: found.state, changes };
}

describe('The history of a release', () => {
  it('is narrowed to a person, a kind of thing, a field and a span of time', async () => {
    const { history, ana, jon } = await threeDays();
    const all = await history();
    const only = (fits: (entry: HistoryEntry) => boolean) => all.filter(fits);

    expect(await history({ byId: ana })).toEqual(only(({ byId }) => byId === ana));
    expect(await history({ entities: ['scope_item', 'risk'] })).toEqual(
      only(({ entity }) => ['scope_item', 'risk'].includes(entity)),
    );
    const titles = await history({ field: 'title' });
    expect(titles).toEqual(only(({ changes }) => changes.some(({ field }) => field === 'title')));
    expect(titles).toHaveLength(3);
    const span = { from: '2026-11-25T00:00:00.000Z', to: '2026-11-26T00:00:00.000Z' };
    expect(await history(span)).toEqual(only(({ at }) => at >= span.from && at < span.to));
    expect(await history({ byId: jon, field: 'impact', from: span.to })).toMatchObject([
      { entity: 'risk', changes: [{ field: 'impact', from: 3, to: 5 }] },
    ]);
    expect(await history({ byId: ana, from: span.to })).toEqual([]);
    expect(all.length).toBeGreaterThan(30);
  });

  it('comes page by page without a gap or a repeat, however it is narrowed', async () => {
    const { test, id, history, mara } = await threeDays();
    const filter: Filter = { byId: mara, entities: ['gate', 'checklist_item', 'release_role'] };
    const all = await history(filter);
    const paged: HistoryEntry[] = [];
    for (let more = true; more;) {
      const before = paged.at(-1)?.id;
      const page = await test.call('releases.history', { id, limit: 3, before, ...filter });
      paged.push(...page.entries);
      more = page.more;
    }
    expect(paged).toEqual(all);
  });

  it('says whom, which kinds and fields it knows, and which moments are worth comparing', async () => {
    const { test, cast, id, mara, ana, jon } = await threeDays();
    const gates = await test.call('gates.list', { releaseId: id });
    const gate = gates.find(({ key }) => key === 'qa-sign-off');
    const given = { gateId: gate?.id ?? '', outcome: 'go', channel: 'meeting' } as const;
    const decision = await test.call('approvals.decide', { ...given, decidedById: ana }, mara);
    await test.call('approvals.withdraw', { decisionId: decision.id, reason: 'Wrong gate' }, ana);
    const found = await test.call('releases.historyFilters', { id });
    expect(new Set(found.people)).toEqual(new Set([mara, ana, jon]));
    expect(found.entities).toContain('scope_item');
    expect(found.fields).toContainEqual({ entity: 'risk', field: 'impact' });
    expect(found.moments).toMatchObject([
      { what: 'created', byId: mara, at: '2026-11-24T09:20:00.000Z' },
      { what: 'decided', outcome: 'go', of: gate?.name, byId: ana },
      { what: 'withdrawn', of: gate?.name, byId: ana },
    ]);
    expect(cast.ana.name).toBe('Ana Duarte');
  });
});

describe('Two moments of a release', () => {
  it('stand side by side, each as the journal tells it, with what differs marked', async () => {
    const { test, id, item, riskId, component } = await threeDays();
    const [created] = (await test.call('releases.historyFilters', { id })).moments;
    const { from, to, things } = await test.call('releases.compare', {
      id,
      from: created?.entryId ?? '',
    });
    expect(from).toMatchObject({ at: '2026-11-24T09:20:00.000Z', command: 'releases.create' });
    expect(to).toMatchObject({ at: '2026-11-26T09:00:00.000Z', command: 'risks.update' });
    expect(thing(things, id)).toEqual({ state: 'same', changes: {} });
    expect(thing(things, item.id).state).toBe('added');
    expect(thing(things, riskId).changes).toMatchObject({ impact: [null, 5] });
    expect(thing(things, component?.id)).toEqual({
      state: 'changed',
      changes: { version: ['4.2.0', '4.2.1'] },
    });
    const kinds = new Set(things.map(({ entity }) => entity));
    expect(kinds).toEqual(
      new Set([
        ...['release', 'component', 'deployment', 'release_phase', 'release_role'],
        ...['scope_item', 'risk', 'rollback_plan', 'checklist_item'],
      ]),
    );
  });

  it('are given by an entry, with all its command did, or by an instant', async () => {
    const { test, id, item, history } = await threeDays();
    const entries = await history({ entities: ['scope_item'] });
    const added = entries.at(-1);
    const atNight = '2026-11-25T23:59:00.000Z';
    const between = await test.call('releases.compare', { id, from: added?.id ?? '', to: atNight });
    expect(thing(between.things, item.id).changes).toEqual({ title: ['Aliases', 'Card aliases'] });
    const before = await test.call('releases.compare', { id, from: '2026-11-01T00:00:00.000Z' });
    expect(before.from).toEqual({ at: null, byId: null, command: null });
    expect(before.things.every(({ state }) => state === 'added')).toBe(true);
    const unknown = '0190a0a0-0000-7000-8000-0000000000ff';
    const error = await test.refused('releases.compare', { id, from: unknown });
    expect(error.message).toContain(`no entry ${unknown}`);
  });

  it('show the release a decision was given on, beside the one there is now', async () => {
    const { test, cast, id, riskId, ana, mara } = await threeDays();
    const gates = await test.call('gates.list', { releaseId: id });
    const gateId = gates.find(({ key }) => key === 'qa-sign-off')?.id ?? '';
    const given = { outcome: 'go', decidedById: ana, channel: 'meeting' } as const;
    await test.call('approvals.decide', { gateId, ...given }, mara);
    await test.call('risks.update', { id: riskId, likelihood: 4 }, cast.jon.id);
    await test.call('releases.update', { id, components: [] }, cast.jon.id);
    const { moments } = await test.call('releases.historyFilters', { id });
    const decided = moments.find(({ what }) => what === 'decided')?.entryId ?? '';
    const { things } = await test.call('releases.compare', { id, from: decided });
    const differing = things.filter(({ state }) => state !== 'same');
    expect(differing.map(({ entity, state }) => [entity, state])).toEqual([
      ['component', 'removed'],
      ['risk', 'changed'],
    ]);
  });

  it('follow what was moved to another release, and what was undone', async () => {
    const { test, cast, id, item, history, jon } = await threeDays();
    const [newest] = await history({ entities: ['risk'] });
    const next = await aRelease(test, cast, { name: 'Next' });
    test.advance(60_000);
    await test.call('scope.move', { id: item.id, toReleaseId: next.id }, jon);
    const from = newest?.id ?? '';
    const moved = await test.call('releases.compare', { id, from });
    expect(thing(moved.things, item.id).state).toBe('removed');
    const there = await test.call('releases.compare', {
      id: next.id,
      from: '2026-11-26T09:00:00.000Z',
    });
    expect(thing(there.things, item.id).state).toBe('added');
    await test.call('edits.undo', {}, jon);
    const back = await test.call('releases.compare', { id, from });
    expect(back.things.filter(({ state }) => state !== 'same')).toEqual([]);
  });
});
