import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readChanges } from '#shared/rules/delivery/git/changes.ts';
import { logFieldCount, readLog } from '#shared/rules/delivery/git/commit.ts';
import type { Commit } from '#shared/rules/delivery/git/commit.ts';
import { landingsOf } from '#shared/rules/delivery/git/landings.ts';
import { standingOf } from '#shared/rules/delivery/git/reverts.ts';

const idOf = (number: number) => number.toString(16).padStart(40, '0');

/** A history of any shape: each commit has one or more of the earlier ones as parents. */
const histories = fc
  .array(
    fc.record({
      back: fc.array(fc.nat(6), { minLength: 1, maxLength: 3 }),
      subject: fc.constantFrom(
        'feat: a',
        'b',
        "Merge branch 'main'",
        "Merge branch 'x'",
        'Revert "b"',
      ),
      reverts: fc.option(fc.nat(6)),
    }),
    { minLength: 1, maxLength: 25 },
  )
  .map((steps) =>
    steps
      .map(({ back, subject, reverts }, number): Commit => {
        const parents =
          number === 0 ? [] : back.map((steps) => idOf(Math.max(0, number - 1 - steps)));
        const body =
          reverts === null ? '' : `This reverts commit ${idOf(Math.max(0, number - 1 - reverts))}.`;
        const time = Date.UTC(2026, 0, 1) + number * 1000;
        return {
          ...{ id: idOf(number), parents: [...new Set(parents)], subject, body },
          ...{ authoredAt: time, committedAt: time },
        };
      })
      .toReversed(),
  );

describe('the landings of any history', () => {
  it('hold every commit that leads to the end once, each landing among its own', () => {
    fc.assert(
      fc.property(histories, (commits) => {
        const tip = commits[0]?.id ?? '';
        const landed = landingsOf(commits, tip);
        const ids = landed.flatMap((each) => each.commits.map(({ id }) => id));
        expect(new Set(ids).size).toBe(ids.length);
        expect(new Set(ids)).toEqual(reachable(commits, tip));
        for (const { landing, commits: group } of landed) expect(group[0]).toBe(landing);
      }),
    );
  });

  it('have one standing each, and a revert that stands takes back what does not', () => {
    fc.assert(
      fc.property(histories, (commits) => {
        const standing = standingOf(landingsOf(commits, commits[0]?.id ?? ''), commits);
        expect(standing.size).toBe(commits.length);
        for (const state of standing.values()) {
          if (state.kind === 'reverted') expect(standing.get(state.by)?.kind).toBe('reverts');
          if (state.kind === 'reverts') expect(standing.get(state.of)?.kind).toBe('reverted');
        }
      }),
    );
  });

  it('are changes whose first commit is never behind their own', () => {
    fc.assert(
      fc.property(histories, (commits) => {
        for (const { change } of readChanges(commits, commits[0]?.id ?? '', new Set()).changes) {
          expect(Date.parse(change.firstCommitAt)).toBeLessThanOrEqual(
            Date.parse(change.authoredAt),
          );
          expect(change.title).not.toBe('');
        }
      }),
    );
  });

  it('are found however deep lines lie within lines', () => {
    // Each merge brings main in, which itself is such a merge.
    const deep = Array.from({ length: 10_000 }, (_, number): Commit => ({
      ...{
        id: idOf(number),
        subject: "Merge branch 'main'",
        body: '',
        authoredAt: 1,
        committedAt: 1,
      },
      parents: number === 0 ? [] : ['f'.repeat(40), idOf(number - 1)],
    })).toReversed();
    expect(landingsOf(deep, idOf(9_999))).toHaveLength(10_000);
  });
});

function reachable(commits: readonly Commit[], tip: string): Set<string> {
  const byId = new Map(commits.map((commit) => [commit.id, commit]));
  const found = new Set<string>();
  const waiting = [tip];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const commit = byId.get(id);
    if (commit === undefined || found.has(id)) continue;
    found.add(id);
    waiting.push(...commit.parents);
  }
  return found;
}

describe('a log', () => {
  const fields = (message: string, time = '1793700000') => [idOf(1), idOf(0), time, time, message];

  it('is read field by field, with times git cannot mean left out', () => {
    const { commits, unread } = readLog([
      ...fields('feat: a'),
      ...fields('b', '0'),
      ...fields('c', '99999999999999'),
    ]);
    expect(unread).toBe(0);
    expect(commits.map(({ subject, authoredAt }) => [subject, authoredAt])).toEqual([
      ['feat: a', 1_793_700_000_000],
      ['b', null],
      ['c', null],
    ]);
  });

  it('finds its way again behind what is no commit', () => {
    const { commits, unread } = readLog([
      'odd',
      ...fields('feat: a'),
      'odd',
      'odder',
      ...fields('b'),
    ]);
    expect([commits.map(({ subject }) => subject), unread]).toEqual([['feat: a', 'b'], 3]);
    expect(readLog(fields('cut off').slice(0, logFieldCount - 1)).commits).toEqual([]);
  });
});
