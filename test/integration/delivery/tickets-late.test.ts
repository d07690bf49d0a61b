import { describe, expect, it } from 'vitest';
import { anIssue } from '../../support/servers/jira.ts';
import { daysAgo, frozenOn, idOf, startTickets } from './tickets.ts';

/** Issues of 2.4.0 as they stood two weeks ago. */
const old = (...numbers: number[]) =>
  numbers.map((number) =>
    anIssue({ number, updated: daysAgo(14), created: daysAgo(20), fixVersions: ['2.4.0'] }),
  );

/** A release that follows 2.4.0 with PAY-1 to PAY-3 in its scope; its scope freezes tomorrow. */
async function beforeFreeze() {
  const started = await startTickets(old(1, 2, 3, 4));
  const { take, test, connection } = started;
  const releaseId = await frozenOn(started, '2026-11-25');
  await take([1, 2, 3].map(idOf), { releaseId, follow: '2.4.0' });
  const told = async () =>
    (await started.standing(releaseId)).findings.map(
      ({ key, kind, late, said }) => `${key} ${kind}${late ? ' late' : ''}: ${said}`,
    );
  const follow = (name: string) =>
    test.call('tickets.follow', { releaseId, connectionId: connection.id, name });
  return { ...started, releaseId, told, follow };
}

describe('the tickets of a scope', () => {
  it('show how they stand and how old that is, and change nothing of the items', async () => {
    const { take, scope, standing, change, later } = await startTickets(old(1));
    await take([idOf(1)]);
    const before = await scope();
    change(1, { category: 'done', resolution: { name: 'Fixed' }, fixVersions: ['2.4.0'] });
    await later(1);
    const { items, findings } = await standing();
    expect(items).toMatchObject([
      {
        ...{ itemId: before[0]?.id, key: 'PAY-1', status: 'succeeded', rawResult: 'Fixed' },
        ...{ url: 'https://acme.atlassian.net/browse/PAY-1', connectionName: 'Payments board' },
        asOf: '2026-11-25T09:20:00.000Z',
      },
    ]);
    expect(findings).toEqual([]);
    expect(await scope()).toEqual(before);
  });

  it('that were closed without being done, reopened or moved are told', async () => {
    const { take, standing, change, later, jira } = await startTickets(old(1, 2, 3));
    change(2, { category: 'done' });
    await later(1);
    await take([1, 2, 3].map(idOf));
    change(1, { category: 'done', resolution: { name: 'Won’t Do' } });
    change(2, { category: 'indeterminate' });
    await later(1);
    const moved = jira.issues.find(({ key }) => key === 'PAY-3');
    if (moved === undefined) throw new Error('PAY-3 is gone');
    Object.assign(moved, { key: 'OPS-9', fields: { ...moved.fields, updated: daysAgo(-2) } });
    await later(1);
    const { findings, items } = await standing();
    expect(findings.map(({ key, kind, said }) => [key, kind, said])).toEqual([
      ['PAY-1', 'closed', 'Closed without being done (Won’t Do); still in the scope.'],
      ['PAY-2', 'reopened', 'Reopened on Thu 26 Nov after it was closed.'],
      ['OPS-9', 'moved', 'Is called OPS-9 now.'],
    ]);
    expect(items.map(({ key }) => key)).toEqual(['PAY-1', 'PAY-2', 'OPS-9']);
  });

  it('of two that are called the same is the one that changed last', async () => {
    const { test, take, standing, jira, cast, connection, change } = await startTickets(old(1));
    await take([idOf(1)]);
    change(1, { category: 'done' });
    const place = { provider: 'jira', baseUrl: jira.baseUrl, repository: 'project = PAY' } as const;
    const twin = await test.call(
      'connections.save',
      { ...place, name: 'Twin', token: 'mara@acme.example:ATATT3canary5f0c1d2e3a4b' },
      cast.mara.id,
    );
    await test.call('connections.sync', { id: twin.id }, cast.mara.id);
    expect((await standing()).items).toMatchObject([{ connectionName: 'Twin' }]);
    expect(connection.id).not.toBe(twin.id);
  });
});

describe('after the scope freeze', () => {
  it('nothing is said before it, and nothing while all fits', async () => {
    const { told, later, change } = await beforeFreeze();
    change(5, { fixVersions: ['2.4.0'] });
    await later(0);
    expect(await told()).toEqual([]);
  });

  it('tickets that joined the version are told, and those that were in it and never taken', async () => {
    const { told, later, change } = await beforeFreeze();
    await later(2);
    // Written after the freeze, and one that was there and gained the version.
    change(6, { created: daysAgo(-2), fixVersions: ['2.4.0'], summary: 'Late idea' });
    change(5, { created: daysAgo(30), fixVersions: ['2.3.0'] });
    await later(1);
    change(5, { created: daysAgo(30), fixVersions: ['2.4.0'] });
    await later(1);
    expect((await told()).toSorted()).toEqual([
      'PAY-4 missing: In 2.4.0 since before the scope freeze; not in the scope.',
      'PAY-5 joined late: In 2.4.0 since Sat 28 Nov, after the scope freeze; not in the scope.',
      'PAY-6 joined late: In 2.4.0 since Fri 27 Nov, after the scope freeze; not in the scope.',
    ]);
  });

  it('tickets that left the version are told, with where they are now', async () => {
    const { told, later, change } = await beforeFreeze();
    await later(2);
    change(1, { fixVersions: ['2.5.0'] });
    change(2, { fixVersions: [] });
    change(4, { fixVersions: [] });
    await later(1);
    expect(await told()).toEqual([
      'PAY-1 left late: No longer in 2.4.0 since Fri 27 Nov, now in 2.5.0; still in the scope.',
      'PAY-2 left late: No longer in 2.4.0 since Fri 27 Nov, now in none; still in the scope.',
    ]);
  });

  it('what is taken is told with its reason', async () => {
    const { told, later, take, releaseId, test, scope } = await beforeFreeze();
    await later(2);
    await take([idOf(4)], { releaseId, lateReason: 'Regulator, Ana agreed' });
    expect(await told()).toEqual([
      'PAY-4 taken late: Taken on Thu 26 Nov, after the scope freeze: Regulator, Ana agreed',
    ]);
    const item = (await scope(releaseId)).find(({ ticket }) => ticket === 'PAY-4');
    await test.call('scope.drop', { id: item?.id ?? '', reason: 'Not now' });
    expect(await told()).toEqual(['PAY-4 missing: Dropped from the scope, and still in 2.4.0.']);
  });

  it('a ticket first read later is said to be so, unless it has not changed since', async () => {
    const { told, later, jira, follow, releaseId, take } = await beforeFreeze();
    await take([idOf(4)], { releaseId });
    await later(2);
    jira.issues.push(
      anIssue({ number: 8, updated: daysAgo(-2.5), created: daysAgo(30), fixVersions: ['2.4.1'] }),
    );
    await later(1);
    await follow('2.4.1');
    await follow('2.4.1');
    expect(await told()).toEqual([
      'PAY-8 missing: In 2.4.1 when it was first read on Fri 27 Nov, after the scope freeze; since when is not known. Not in the scope.',
    ]);
  });

  it('is when planning was left where the plan has none, and says so', async () => {
    const { test, take, release, standing, later } = await startTickets(old(1, 2));
    await take([idOf(1)], { follow: '2.4.0' });
    expect((await standing()).freeze).toBeNull();
    await later(1);
    await test.call('releases.advance', { id: release.id });
    await later(1);
    await take([idOf(2)]);
    const { freeze, findings } = await standing();
    expect(freeze).toEqual({ at: '2026-11-25T09:20:00.000Z', by: 'planning' });
    expect(findings).toMatchObject([
      {
        ...{ key: 'PAY-2', kind: 'taken', late: true },
        said: 'Taken on Thu 26 Nov, after planning was left.',
      },
    ]);
  });
});

describe('a version that is followed', () => {
  it('is followed once, let go again, and left alone once the release is closed', async () => {
    const { test, release, connection, standing } = await startTickets(old(1));
    const input = { releaseId: release.id, connectionId: connection.id, name: ' 2.4.0 ' };
    const [followed] = await test.call('tickets.follow', input);
    expect(await test.call('tickets.follow', input)).toHaveLength(1);
    await test.call('tickets.unfollow', { id: followed?.id ?? '' });
    expect((await standing()).followed).toEqual([]);
    const [again] = await test.call('tickets.follow', input);
    await test.call('releases.cancel', { id: release.id, reason: 'Not needed' });
    for (const refused of [
      await test.refused('tickets.follow', input),
      await test.refused('tickets.unfollow', { id: again?.id ?? '' }),
    ]) {
      expect(refused).toMatchObject({ code: 'precondition_failed' });
    }
    expect(await test.refused('tickets.follow', { ...input, name: '' })).toMatchObject({
      code: 'invalid_input',
    });
  });
});
