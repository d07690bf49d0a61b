import { describe, expect, it } from 'vitest';
import type { Input, Output } from '#shared/contract/index.ts';
import { aRelease, buildWorkspace } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';
import type { TestApp } from '../../support/test-app.ts';

const nobody = '0190a0a0-0000-7000-8000-0000000000ff';

async function start() {
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  const release = await aRelease(test, cast);
  const next = await aRelease(test, cast, { name: 'Payments 4.3' });
  await test.call('workspace.actAs', { personId: cast.mara.id });
  const add = (title: string, more: Partial<Input<'scope.add'>> = {}) =>
    test.call('scope.add', { releaseId: release.id, title, ...more });
  const titles = async (releaseId = release.id) =>
    (await test.call('scope.list', { releaseId })).map(({ title }) => title);
  return { test, cast, release, next, add, titles };
}

async function closed(test: TestApp, releaseId: string): Promise<void> {
  await test.call('releases.cancel', { id: releaseId, reason: 'Not needed any more' });
}

async function approve(test: TestApp, releaseId: string, as: string): Promise<string> {
  const gates = await test.call('gates.list', { releaseId });
  const gateId = gates.find(({ key }) => key === 'peer-review')?.id ?? '';
  await test.call('approvals.decide', { gateId, outcome: 'go' }, as);
  return gateId;
}

async function statusOf(test: TestApp, releaseId: string, gateId: string) {
  const gates = await test.call('gates.list', { releaseId });
  return gates.find(({ id }) => id === gateId);
}

describe('an item of the scope', () => {
  it('has priority, status, owner and the day of its idea, with sensible beginnings', async () => {
    const { test, cast, add } = await start();
    expect(await add('Store card aliases')).toMatchObject({
      priority: 'should',
      status: 'open',
      ownerId: null,
      ideaAt: null,
      dropReason: '',
    });
    const full = { ticket: 'PAY-914', priority: 'must', ownerId: cast.jon.id } as const;
    const item = await add('Refunds', { ...full, status: 'in-progress', ideaAt: '2026-10-05' });
    expect(item).toMatchObject({ ...full, status: 'in-progress', ideaAt: '2026-10-05' });
    const changed = await test.call('scope.update', {
      ...{ id: item.id, rev: item.rev, priority: 'could' },
      ...{ status: 'done', ownerId: null, ideaAt: null },
    });
    expect(changed).toMatchObject({
      priority: 'could',
      status: 'done',
      ownerId: null,
      ideaAt: null,
    });
  });

  it('is refused with an owner nobody knows, or an idea that lies ahead', async () => {
    const { test, release, add } = await start();
    const { id } = await add('Refunds');
    const owner = await test.refused('scope.update', { id, ownerId: nobody });
    expect(owner).toMatchObject({ code: 'invalid_input', fields: { ownerId: expect.any(String) } });
    const wrong = { releaseId: release.id, title: 'Later', ideaAt: '2026-11-25' };
    const idea = await test.refused('scope.add', wrong);
    expect(idea.message).toContain('The idea date is Wed 25 Nov, which lies ahead');
    for (const ideaAt of ['2026-02-30', 'soon', '']) {
      expect((await test.refused('scope.add', { ...wrong, ideaAt })).code).toBe('invalid_input');
    }
  });

  it('cannot be dropped by a change of its status: that takes a reason', async () => {
    const { test, add } = await start();
    const { id } = await add('Refunds');
    const error = await test.refused('scope.update', { id, status: 'dropped' });
    expect(error).toMatchObject({ code: 'invalid_input', fields: { status: expect.any(String) } });
  });

  it('refuses a name of 5,000 characters and keeps hostile text as it was typed', async () => {
    const { test, release, add } = await start();
    const long = { releaseId: release.id, title: 'x'.repeat(5000) };
    expect((await test.refused('scope.add', long)).fields?.['title']).toContain('200 characters');
    const title = '=1+1 <script>alert(1)</script> \u202Eשלום e\u0301';
    const ticket = '@SUM(A1) "><b>';
    expect(await add(title, { ticket, note: title })).toMatchObject({ title, ticket, note: title });
    const line = { releaseId: release.id, title: 'A', ticket: 'PAY-1\nPAY-2' };
    expect((await test.refused('scope.add', line)).fields?.['ticket']).toContain('line break');
  });
});

describe('the order of the scope', () => {
  it('is changed one item at a time, and counts for everybody', async () => {
    const { test, cast, add, titles } = await start();
    const [a, b, c] = [await add('A'), await add('B'), await add('C')];
    await test.call('scope.reorder', { id: c.id, afterId: null });
    expect(await titles()).toEqual(['C', 'A', 'B']);
    const answer = await test.call('scope.reorder', { id: c.id, afterId: a.id }, cast.jon.id);
    expect(answer.map(({ title }) => title)).toEqual(['A', 'C', 'B']);
    expect(answer.find(({ id }) => id === b.id)).toEqual(b);
    const { entries } = await test.call('releases.history', { id: a.releaseId, limit: 1 });
    expect(entries[0]).toMatchObject({ command: 'scope.reorder', byId: cast.jon.id });
  });

  it('is refused behind what is in no or another release, and says so', async () => {
    const { test, next, add, titles } = await start();
    const [a] = [await add('A'), await add('B')];
    const other = await test.call('scope.add', { releaseId: next.id, title: 'Elsewhere' });
    for (const afterId of [nobody, other.id]) {
      const error = await test.refused('scope.reorder', { id: a.id, afterId });
      expect(error).toMatchObject({ code: 'not_found', fields: { afterId: expect.any(String) } });
    }
    expect((await test.refused('scope.reorder', { id: nobody, afterId: null })).code).toBe(
      'not_found',
    );
    expect(await titles()).toEqual(['A', 'B']);
  });

  it('makes no decision stale', async () => {
    const { test, cast, release, add } = await start();
    const [a, b] = [await add('A'), await add('B')];
    const gateId = await approve(test, release.id, cast.jon.id);
    await test.call('scope.reorder', { id: a.id, afterId: b.id });
    const free = { priority: 'must', status: 'done', ownerId: cast.ana.id } as const;
    await test.call('scope.update', { id: b.id, ...free, ideaAt: '2026-11-01' });
    expect(await statusOf(test, release.id, gateId)).toMatchObject({ status: 'passed' });
  });
});

describe('a pasted list', () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ title: `Item ${index + 1}` }));

  it('adds its rows in their order behind what is there, as one command', async () => {
    const { test, cast, release, add, titles } = await start();
    await add('First');
    const items = [
      { title: 'A', ticket: 'PAY-1', kind: 'fix', priority: 'must', ownerId: cast.jon.id } as const,
      { title: 'B', status: 'done', ideaAt: '2026-11-01' } as const,
    ];
    const added = await test.call('scope.paste', { releaseId: release.id, items });
    expect(added).toMatchObject(items);
    expect(await titles()).toEqual(['First', 'A', 'B']);
    const { entries } = await test.call('releases.history', { id: release.id, limit: 2 });
    expect(entries.map(({ command }) => command)).toEqual(['scope.paste', 'scope.paste']);
    expect(await test.call('workspace.verify', {})).toMatchObject({ ok: true });
  });

  it('takes 500 rows at once and refuses 501, with nothing written', async () => {
    const { test, release, titles } = await start();
    const over = await test.refused('scope.paste', { releaseId: release.id, items: rows(501) });
    expect(over.message).toContain('has more than 500 rows; paste the rest afterwards');
    expect(await titles()).toEqual([]);
    await test.call('scope.paste', { releaseId: release.id, items: rows(500) });
    const all = await titles();
    expect(all).toHaveLength(500);
    expect(all.at(-1)).toBe('Item 500');
  });

  it('is refused whole when one row does not fit, and names the row', async () => {
    const { test, release, titles } = await start();
    const paste = (item: object) =>
      test.refused('scope.paste', { releaseId: release.id, items: [{ title: 'Fine' }, item] });
    const long = await paste({ title: 'x'.repeat(5000) });
    expect(long.message).toContain('Row 2: title is longer than 200 characters; shorten it.');
    expect(long.message).toContain('Nothing was added');
    expect(long.fields).toHaveProperty(['items.1.title']);
    expect((await paste({ title: 'A', ownerId: nobody })).message).toContain('Row 2: ownerId is');
    expect((await paste({ title: 'A', ideaAt: '2027-01-01' })).message).toContain('lies ahead');
    expect((await paste({ title: ' ' })).message).toContain('Row 2: title is empty');
    expect((await paste({ title: 'A', kind: 'spike' })).code).toBe('invalid_input');
    expect(await titles()).toEqual([]);
  });

  it('is refused when it is empty, or for a release that is closed or not there', async () => {
    const { test, release, next } = await start();
    const empty = await test.refused('scope.paste', { releaseId: release.id, items: [] });
    expect(empty.message).toContain('has no rows');
    await closed(test, next.id);
    const refused = await test.refused('scope.paste', { releaseId: next.id, items: rows(1) });
    expect(refused.message).toContain('Payments 4.3 is closed');
    const unknown = { releaseId: nobody, items: rows(1) };
    expect((await test.refused('scope.paste', unknown)).code).toBe('not_found');
  });
});

describe('a dropped item', () => {
  it('stays in the list with its reason, and is no longer counted', async () => {
    const { test, release, add } = await start();
    const [a] = [await add('A', { ticket: 'PAY-1' }), await add('B')];
    const dropped = await test.call('scope.drop', {
      id: a.id,
      reason: ' No budget before spring ',
    });
    expect(dropped).toMatchObject({ status: 'dropped', dropReason: 'No budget before spring' });
    expect(await test.call('scope.list', { releaseId: release.id })).toHaveLength(2);
    expect((await test.call('releases.get', { id: release.id })).counts.scope).toBe(1);
  });

  it('takes a reason, once', async () => {
    const { test, add } = await start();
    const { id } = await add('A', { ticket: 'PAY-1' });
    for (const reason of ['', '  \n ']) {
      expect((await test.refused('scope.drop', { id, reason })).fields).toHaveProperty('reason');
    }
    await test.call('scope.drop', { id, reason: 'Late' });
    const twice = await test.refused('scope.drop', { id, reason: 'Again' });
    expect(twice).toMatchObject({ code: 'conflict' });
    expect(twice.message).toContain('PAY-1 was dropped already: “Late”');
  });

  it('makes an approval stale with the difference, and current again when it is taken up', async () => {
    const { test, cast, release, add } = await start();
    const { id } = await add('Store card aliases', { ticket: 'PAY-914' });
    const gateId = await approve(test, release.id, cast.jon.id);
    await test.call('scope.drop', { id, reason: 'Late' });
    expect(await statusOf(test, release.id, gateId)).toMatchObject({
      status: 'out-of-date',
      decisions: [
        {
          differences: [
            {
              group: 'scope',
              what: 'PAY-914 Store card aliases',
              from: 'feature, PAY-914',
              to: null,
            },
          ],
        },
      ],
    });
    const again = await test.call('scope.update', { id, status: 'open' });
    expect(again).toMatchObject({ id, status: 'open', dropReason: '' });
    expect(await statusOf(test, release.id, gateId)).toMatchObject({ status: 'passed' });
    const { entries } = await test.call('releases.history', { id: release.id });
    const reasons = entries.flatMap(({ changes }) =>
      changes.filter(({ field }) => field === 'dropReason'),
    );
    expect(reasons).toContainEqual({ field: 'dropReason', from: '', to: 'Late' });
  });
});

describe('moving an item to another release', () => {
  it('puts it at the end there, with its id, and shows in the history of both', async () => {
    const { test, release, next, add, titles } = await start();
    await test.call('scope.add', { releaseId: next.id, title: 'There first' });
    const item = await add('Store card aliases', { ticket: 'PAY-914', note: 'Ask Jon' });
    const moved = await test.call('scope.move', {
      id: item.id,
      toReleaseId: next.id,
      rev: item.rev,
    });
    expect(moved).toMatchObject({ id: item.id, releaseId: next.id, note: 'Ask Jon' });
    expect(await titles()).toEqual([]);
    expect(await titles(next.id)).toEqual(['There first', 'Store card aliases']);
    const change = { field: 'release', from: 'Payments 4.2', to: 'Payments 4.3' };
    for (const id of [release.id, next.id]) {
      const { entries } = await test.call('releases.history', { id });
      const [entry] = entries;
      expect(entry).toMatchObject({ command: 'scope.move', entityId: item.id });
      expect(entry?.changes).toContainEqual(change);
    }
    expect(await test.call('workspace.verify', {})).toMatchObject({ ok: true });
  });

  it('shows each of several moves once in the history of each release, page by page', async () => {
    const { test, release, next, add } = await start();
    const { id } = await add('A');
    await test.call('scope.move', { id, toReleaseId: next.id });
    await test.call('scope.update', { id, title: 'Changed there' });
    await test.call('scope.move', { id, toReleaseId: release.id });
    const seen: Output<'releases.history'>['entries'] = [];
    for (let more = true; more;) {
      const page = { id: release.id, limit: 1, before: seen.at(-1)?.id };
      const answer = await test.call('releases.history', page);
      seen.push(...answer.entries);
      more = answer.more;
    }
    const ofItem = seen.filter(({ entityId }) => entityId === id);
    expect(ofItem.map(({ command }) => command)).toEqual(['scope.move', 'scope.move', 'scope.add']);
    expect(new Set(seen.map((entry) => entry.id)).size).toBe(seen.length);
  });

  it('makes the approvals of both stale', async () => {
    const { test, cast, release, next, add } = await start();
    const { id } = await add('A', { ticket: 'PAY-1' });
    const here = await approve(test, release.id, cast.jon.id);
    const there = await approve(test, next.id, cast.jon.id);
    await test.call('scope.move', { id, toReleaseId: next.id });
    expect(await statusOf(test, release.id, here)).toMatchObject({ status: 'out-of-date' });
    expect(await statusOf(test, next.id, there)).toMatchObject({ status: 'out-of-date' });
  });

  it('is refused where either side is closed, unknown or the same, and says why', async () => {
    const { test, cast, release, next, add, titles } = await start();
    const { id } = await add('A', { ticket: 'PAY-1' });
    const refusal = (toReleaseId: string) => test.refused('scope.move', { id, toReleaseId });
    expect((await refusal(nobody)).code).toBe('not_found');
    expect((await refusal(release.id)).message).toContain('is in Payments 4.2 already');
    const past = await aRelease(test, cast, { name: 'Payments 4.1' });
    await closed(test, past.id);
    const into = await refusal(past.id);
    expect(into).toMatchObject({ code: 'precondition_failed' });
    expect(into.message).toContain('Payments 4.1 is closed, so nothing can be moved into it');
    await closed(test, release.id);
    expect((await refusal(next.id)).message).toContain('Payments 4.2 is closed');
    expect(await titles()).toEqual(['A']);
    expect(await titles(next.id)).toEqual([]);
  });

  it('is refused when somebody moved it meanwhile', async () => {
    const { test, cast, next, add } = await start();
    const third = await aRelease(test, cast, { name: 'Payments 4.4' });
    const { id, rev } = await add('A');
    await test.call('scope.move', { id, toReleaseId: third.id }, cast.jon.id);
    const error = await test.refused('scope.move', { id, toReleaseId: next.id, rev });
    expect(error).toMatchObject({ code: 'conflict' });
    expect(error.message).toContain('Jon Bell');
  });
});

describe('what changed of the scope since an approval', () => {
  it('is told for each that stands, the newest first, with who gave it and when', async () => {
    const { test, cast, release, next, add } = await start();
    const kept = await add('Kept', { ticket: 'PAY-1' });
    const dropped = await add('Dropped', { ticket: 'PAY-2' });
    const moved = await add('Moved', { ticket: 'PAY-3' });
    expect(await test.call('scope.changes', { releaseId: release.id })).toEqual([]);
    await approve(test, release.id, cast.jon.id);
    test.advance(60_000);
    await test.call('scope.update', { id: kept.id, kind: 'fix' });
    await test.call('scope.drop', { id: dropped.id, reason: 'Late' });
    await test.call('scope.move', { id: moved.id, toReleaseId: next.id });
    const added = await add('Added', { ticket: 'PAY-4' });
    const [approval, ...others] = await test.call('scope.changes', { releaseId: release.id });
    expect(others).toEqual([]);
    expect(approval).toMatchObject({
      outcome: 'go',
      byId: cast.jon.id,
      at: '2026-11-24T09:20:00.000Z',
      changes: [
        { itemId: kept.id, change: 'changed', from: 'feature, PAY-1', to: 'fix, PAY-1' },
        { itemId: added.id, change: 'added' },
        { itemId: dropped.id, change: 'dropped', label: 'PAY-2 Dropped' },
        { itemId: moved.id, change: 'gone', label: 'PAY-3 Moved' },
      ],
    });
  });

  it('is nothing once somebody approved the scope as it is, and an earlier approval still tells', async () => {
    const { test, cast, release, add } = await start();
    await approve(test, release.id, cast.jon.id);
    test.advance(60_000);
    const item = await add('Added');
    await approve(test, release.id, cast.jon.id);
    const [newest] = await test.call('scope.changes', { releaseId: release.id });
    expect(newest?.changes).toEqual([]);
    const qa = (await test.call('gates.list', { releaseId: release.id })).find(
      ({ key }) => key === 'qa-sign-off',
    );
    await test.call('approvals.decide', { gateId: qa?.id ?? '', outcome: 'go' }, cast.ana.id);
    test.advance(60_000);
    await test.call('scope.drop', { id: item.id, reason: 'Late' });
    await approve(test, release.id, cast.jon.id);
    const told = await test.call('scope.changes', { releaseId: release.id });
    expect(told.map(({ byId, changes }) => [byId, changes.length])).toEqual([
      [cast.jon.id, 0],
      [cast.ana.id, 1],
    ]);
  });

  it('forgets an approval that was withdrawn', async () => {
    const { test, cast, release } = await start();
    const gateId = await approve(test, release.id, cast.jon.id);
    const gate = await statusOf(test, release.id, gateId);
    const decisionId = gate?.decisions[0]?.id ?? '';
    await test.call('approvals.withdraw', { decisionId, reason: 'Wrong release' }, cast.jon.id);
    expect(await test.call('scope.changes', { releaseId: release.id })).toEqual([]);
    expect((await test.refused('scope.changes', { releaseId: nobody })).code).toBe('not_found');
  });
});
