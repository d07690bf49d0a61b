import { describe, expect, it } from 'vitest';
import type { RaciLetter } from '#shared/model/governance/raci.ts';
import { unclearAccountable } from '#shared/rules/governance/pitfalls/accountable.ts';
import { gatesNeverRefused } from '#shared/rules/governance/pitfalls/never-refused.ts';
import { releasesWithoutUpdate } from '#shared/rules/governance/pitfalls/no-update.ts';
import { scopeAfterFreeze } from '#shared/rules/governance/pitfalls/scope-after-freeze.ts';
import type { ScopeEntry } from '#shared/rules/governance/pitfalls/scope-after-freeze.ts';
import { waitingLongerThanWorking } from '#shared/rules/governance/pitfalls/waiting.ts';
import { byGate } from '#shared/rules/governance/raci.ts';

const day = 86_400_000;
const now = 1000 * day;
const five = [1, 2, 3, 4, 5] as const;
const bad = five.map((n) => `bad ${n}`);

function found({ rows }: { rows: { name: string }[] }): string[] {
  return rows.map(({ name }) => name).toSorted();
}

describe('gates that never refuse', () => {
  const decided = (key: string, refusedIn: number | null, times = 3) =>
    Array.from({ length: times }, (_, index) => ({
      ...{ gateId: `${key} ${index}`, releaseId: `r${index}`, key, name: key },
      ...{ lastAt: index, conditional: 0, refused: index === refusedIn ? 1 : 0 },
    }));

  it('are those without a no-go in the last N releases', () => {
    // The no-go of bad 5 lies before its last three releases.
    const wrong = bad.flatMap((key) => decided(key, key === 'bad 5' ? 0 : null, 4));
    // One refusal is enough, and of two releases nothing is concluded.
    const right = five.flatMap((n) => decided(`good ${n}`, n < 5 ? n % 3 : null, n < 5 ? 3 : 2));
    const view = gatesNeverRefused([...wrong, ...right], 3);
    expect(found(view)).toEqual(bad);
    expect(view).toMatchObject({ looked: 9, tooFew: false });
  });

  it('are not told of while too few releases were decided', () => {
    const view = gatesNeverRefused(decided('cab', null, 2), 3);
    expect(view).toMatchObject({ tooFew: true, rows: [] });
    expect(view.said).toBe('No gate was decided in 3 releases yet; the most is 2.');
  });
});

describe('releases without an update', () => {
  it('are those whose newest entry is X days old to the millisecond', () => {
    const at = (name: string, age: number) => ({ releaseId: name, name, at: now - age });
    const wrong = bad.map((name, index) => at(name, (7 + index) * day));
    const right = five.map((n) => at(`good ${n}`, 7 * day - n));
    expect(found(releasesWithoutUpdate([...right, ...wrong], 7, now))).toEqual(bad);
  });
});

describe('gates without exactly one accountable', () => {
  const gate = (
    name: string,
    more: { accountableRole?: string; startAt?: number | null } = {},
  ) => ({
    ...{ gateId: name, key: name, name, releaseId: 'r', release: 'R' },
    ...{ accountableRole: null, startAt: now + day, ...more },
  });
  const letter = (
    gateKey: string,
    roleKey: string,
    is: RaciLetter = 'A',
    releaseId: string | null = null,
  ) => ({
    ...{ gateKey, roleKey, releaseId, letter: is },
  });

  it('have nobody or two, by their own letters or those of every release', () => {
    const wrong = [
      gate('bad 1'),
      gate('bad 2'),
      gate('bad 3', { startAt: null }),
      gate('bad 4', { accountableRole: 'qa-lead' }),
      gate('bad 5'),
    ];
    const right = [
      gate('good 1'),
      gate('good 2', { accountableRole: 'qa-lead' }),
      gate('good 3'),
      gate('good 4', { startAt: now + 31 * day }),
      gate('good 5'),
    ];
    const letters = [
      letter('bad 2', 'qa-lead', 'R'),
      ...[letter('bad 4', 'qa-lead'), letter('bad 4', 'operations')],
      ...[letter('bad 5', 'qa-lead'), letter('bad 5', 'operations', 'C', 'r')],
      letter('good 1', 'qa-lead'),
      ...[letter('good 3', 'qa-lead'), letter('good 3', 'qa-lead')],
      ...[letter('good 5', 'a'), letter('good 5', 'b'), letter('good 5', 'c', 'A', 'r')],
    ];
    const view = unclearAccountable([...wrong, ...right], byGate(letters), 30, now);
    expect(found(view)).toEqual(bad.map((name) => `R: ${name}`));
    expect(view.looked).toBe(9);
  });
});

describe('scope changed after the freeze', () => {
  const entry = (name: string, more: Partial<ScopeEntry> = {}): ScopeEntry => ({
    ...{
      releaseId: name,
      at: now + 1,
      commandId: `c-${name.at(-1)}-${name.at(0)}`,
      command: 'scope.add',
    },
    ...{ op: 'insert', fields: {}, ...more },
  });
  const update = (fields: ScopeEntry['fields']) => ({ op: 'update' as const, fields });

  it('counts what was added, removed, dropped or reworded and still stands', () => {
    const good = five.map((n) => `good ${n}`);
    const frozen = [...bad, ...good].map((name) => ({ releaseId: name, name, frozenFrom: now }));
    const entries = [
      entry('bad 1', { at: now }),
      entry('bad 2', { op: 'delete' }),
      entry('bad 3', update({ title: ['A', 'B'] })),
      entry('bad 4', update({ status: ['open', 'dropped'] })),
      entry('bad 5'),
      entry('bad 5', { command: 'edits.undo c-5-b', commandId: 'u' }),
      entry('bad 5', { command: 'edits.redo c-5-b', commandId: 'v' }),
      entry('good 1', { at: now - 1 }),
      entry('good 2', update({ status: ['open', 'done'] })),
      entry('good 3', update({ order: ['a', 'b'], ownerId: [null, 'x'] })),
      entry('good 4'),
      entry('good 4', { command: 'edits.undo c-4-g', commandId: 'w', op: 'delete' }),
    ];
    expect(found(scopeAfterFreeze(frozen, entries, 1))).toEqual(bad);
    expect(found(scopeAfterFreeze(frozen, entries, 2))).toEqual([]);
  });
});

describe('waiting longer than working', () => {
  const asked = (key: string, worked: number, waited: number | null, times = 3) =>
    Array.from({ length: times }, (_, index) => ({
      ...{ gateId: `${key} ${index}`, releaseId: `r${index}`, key, name: key },
      ...{ workedFrom: now - 10 * day - worked, askedAt: now - 10 * day },
      decidedAt: waited === null ? null : now - 10 * day + waited,
    }));

  it('goes by the medians, over enough requests, with those still waiting', () => {
    const wrong = bad.flatMap((key, index) => asked(key, index * day, index * day + 1));
    const still = asked('bad 1', day, null);
    const right = [
      ...asked('good 1', day, day),
      ...asked('good 2', 2 * day, day),
      // One long wait among short ones is no habit.
      ...[...asked('good 3', day, 0, 2), ...asked('good 3', day, null, 1)],
      ...asked('good 4', 0, day, 2),
      ...asked('good 5', 11 * day, null),
    ];
    const view = waitingLongerThanWorking([...wrong, ...still, ...right], 3, now);
    expect(found(view)).toEqual(bad);
    expect(view.looked).toBe(9);
  });
});
