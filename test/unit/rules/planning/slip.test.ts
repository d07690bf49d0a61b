import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '#shared/model/refusal.ts';
import { earliestAfter } from '#shared/rules/planning/moves/finish-to-start.ts';
import { moved, wallTime } from '#shared/rules/planning/postpone.ts';
import { slip } from '#shared/rules/planning/moves/slip.ts';
import type { Slip } from '#shared/rules/planning/moves/slip.ts';
import type { SlipNetwork, SlipRelease } from '#shared/rules/planning/moves/slip-network.ts';
import { finishOf, leadOf } from '#shared/rules/planning/moves/slip-span.ts';
import { isWorkingDay } from '#shared/rules/planning/working-days.ts';

const now = '2026-03-02T09:00:00.000Z';
const workingDays = [1, 2, 3, 4, 5];
const zones = ['Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata'];

function aRelease(name: string, startAt: string | null, more: Partial<SlipRelease> = {}) {
  const one = { id: `${name}-1`, place: 'prod-eu', zone: 'Europe/London', durationMinutes: 60 };
  const ahead = { actualStartAt: null, actualEndAt: null, counts: true };
  const deployments = startAt === null ? [] : [{ ...one, ...ahead, startAt }];
  const living = { phase: 'planning', outcome: null, holdReason: null, parentId: null } as const;
  return { id: name, name, ...living, deployments, ...more } satisfies SlipRelease;
}

function aNetwork(releases: SlipRelease[], links: SlipNetwork['links'] = []): SlipNetwork {
  return { releases, links, expected: [], zone: 'Europe/London', workingDays };
}

const wait = (to: string, from: string, lagDays = 0) => ({ from, to, lagDays });
const startsOf = ({ moved: all }: Slip) => Object.fromEntries(all.map((m) => [m.id, m.toAt]));

describe('moving a release with everything behind it', () => {
  const ledger = aRelease('Ledger', '2026-03-24T22:00:00.000Z');
  const payments = aRelease('Payments', '2026-03-26T22:00:00.000Z');
  const checkout = aRelease('Checkout', '2026-04-08T21:00:00.000Z');
  const links = [wait('Payments', 'Ledger', 1), wait('Checkout', 'Payments')];

  it('pushes what waits only as far as it must, over a change of clocks, and leaves what has time', () => {
    const result = slip(
      aNetwork([ledger, payments, checkout], links),
      { id: 'Ledger', startAt: '2026-03-27T22:00:00.000Z' },
      now,
    );
    // Ends Fri 23:00; one working day on is Mon 23:00 of the summer time, so the next 22:00 is Tue.
    expect(startsOf(result)).toEqual({
      Ledger: '2026-03-27T22:00:00.000Z',
      Payments: '2026-03-31T21:00:00.000Z',
    });
    expect(result.moved[1]?.why).toBe(
      'It waits for Ledger, which ends Fri 27 Mar 23:00 and 1 working day lies between.',
    );
    expect(result.stays).toEqual([
      {
        id: 'Checkout',
        why: 'It waits for Payments, which ends Tue 31 Mar 23:00, and starts Wed 8 Apr 22:00, so it can stay.',
      },
    ]);
  });

  it('takes children along by the same step, and refuses to go before what it waits for', () => {
    const child = aRelease('Child', '2026-03-26T08:00:00.000Z', { parentId: 'Payments' });
    const network = aNetwork([ledger, payments, checkout, child], links);
    const later = slip(network, { id: 'Payments', startAt: '2026-03-28T20:30:00.000Z' }, now);
    expect(startsOf(later)).toEqual({
      Payments: '2026-03-28T20:30:00.000Z',
      Child: '2026-03-28T06:30:00.000Z',
    });
    const early = { id: 'Payments', startAt: '2026-03-25T22:00:00.000Z' };
    expect(() => slip(network, early, now)).toThrow(
      'Payments waits for Ledger, which ends Tue 24 Mar 23:00 and 1 working day lies between, so it can start Wed 25 Mar 2026 23:00 London at the earliest, not Wed 25 Mar 2026 22:00 London.',
    );
  });

  it('leaves what has begun or ended, and refuses to end behind what began and waited', () => {
    const [deployment] = payments.deployments;
    if (deployment === undefined) throw new Error('one is planned');
    const begun = { ...deployment, actualStartAt: '2026-03-02T08:00:00.000Z' };
    const network = (release: SlipRelease) => aNetwork([ledger, release, checkout], links);
    const move = { id: 'Ledger', startAt: '2026-03-31T21:00:00.000Z' };
    expect(() => slip(network({ ...payments, deployments: [begun] }), move, now)).toThrow(
      'Payments began Mon 2 Mar 08:00 and waits for Ledger',
    );
    const closed = { ...payments, phase: 'closed', outcome: 'cancelled' } as const;
    const result = slip(network(closed), move, now);
    expect(startsOf(result)).toEqual({ Ledger: move.startAt });
    expect(result.stays[0]?.why).toBe('It is closed, so it stays as it was.');
    expect(() => slip(network(closed), { ...move, id: 'Payments' }, now)).toThrow('is closed');
  });

  it('ends where a parent waits for its children, and where merged copies run in a circle', () => {
    const parent = aRelease('Parent', '2026-03-26T22:00:00.000Z');
    const one = aRelease('One', '2026-03-24T22:00:00.000Z', { parentId: 'Parent' });
    const two = aRelease('Two', '2026-03-25T22:00:00.000Z', { parentId: 'Parent' });
    const tied = [wait('Parent', 'One'), wait('Parent', 'Two')];
    const family = aNetwork([parent, one, two], tied);
    const pushed = slip(family, { id: 'One', startAt: '2026-03-27T22:00:00.000Z' }, now);
    expect(startsOf(pushed)).toEqual({
      One: '2026-03-27T22:00:00.000Z',
      Parent: '2026-03-30T21:00:00.000Z',
    });
    const circle = aNetwork([parent, one], [wait('Parent', 'One'), wait('One', 'Parent')]);
    const alone = slip(circle, { id: 'One', startAt: '2026-03-27T22:00:00.000Z' }, now);
    expect(startsOf(alone)).toEqual({ One: '2026-03-27T22:00:00.000Z' });
  });
});

/** Networks of a few releases in several zones around both changes of clocks, without circles. */
const someNetwork = fc
  .record({
    drafts: fc.array(
      fc.record({
        hours: fc.integer({ min: 24, max: 24 * 25 }),
        zone: fc.constantFrom(...zones),
        minutes: fc.integer({ min: 1, max: 3000 }),
        second: fc.boolean(),
        parent: fc.option(fc.nat(), { nil: null }),
        state: fc.constantFrom('open', 'open', 'open', 'open', 'closed', 'unplanned'),
      }),
      { minLength: 2, maxLength: 8 },
    ),
    ties: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 0, max: 4 })), { maxLength: 14 }),
    week: fc.constantFrom(workingDays, [1, 2, 3, 4, 5, 6, 7], [7, 1, 2, 3, 4]),
    target: fc.tuple(fc.nat(), fc.integer({ min: -100, max: 700 })),
  })
  .map(({ drafts, ties, week, target: [which, shift] }) => {
    const hour = 3_600_000;
    const releases = drafts.map((draft, index): SlipRelease => {
      const startMs = Date.parse(now) + draft.hours * hour;
      const at = (more: number, counts: boolean) => ({
        ...{ id: `${index}-${more}`, place: 'prod', zone: draft.zone, counts },
        startAt: new Date(startMs + more * hour).toISOString(),
        ...{ durationMinutes: draft.minutes, actualStartAt: null, actualEndAt: null },
      });
      const planned = [at(-20, false), at(0, true), ...(draft.second ? [at(30, true)] : [])];
      const isClosed = draft.state === 'closed';
      return {
        ...{ id: `r${index}`, name: `r${index}`, holdReason: null },
        phase: isClosed ? 'closed' : 'planning',
        outcome: isClosed ? 'released' : null,
        parentId: draft.parent === null || index === 0 ? null : `r${draft.parent % index}`,
        deployments: draft.state === 'unplanned' ? [] : planned,
      };
    });
    const links = ties.flatMap(([a, b, lagDays]) => {
      const [one, two] = [a % releases.length, b % releases.length];
      return one === two
        ? []
        : [{ from: `r${Math.min(one, two)}`, to: `r${Math.max(one, two)}`, lagDays }];
    });
    const chosen = releases[which % releases.length];
    const lead = chosen === undefined ? null : leadOf(chosen);
    const startMs = Date.parse(lead?.startAt ?? now) + shift * hour;
    const network = { releases, links, expected: [], zone: 'Europe/London', workingDays: week };
    return { network, move: { id: chosen?.id ?? '', startAt: new Date(startMs).toISOString() } };
  });

/** Null where the move is refused: the properties are about those that are not. */
function slipOrNull(network: SlipNetwork, move: { id: string; startAt: string }): Slip | null {
  try {
    return slip(network, move, now);
  } catch (refusal) {
    if (refusal instanceof Refusal) return null;
    throw refusal;
  }
}

function earliestOf(network: SlipNetwork, result: Slip, id: string): string {
  const starts = new Map(result.moved.flatMap((each) => [...each.starts]));
  const ends = network.links.flatMap(({ from, to, lagDays }) => {
    const other = network.releases.find((each) => each.id === from);
    if (to !== id || other === undefined || other.phase === 'closed') return [];
    const finish = finishOf(other, starts);
    return finish === null ? [] : [earliestAfter(finish, lagDays, network)];
  });
  return ends.toSorted().at(-1) ?? '';
}

describe('any network', () => {
  it('has nothing that moved before what it waits for, and no successor later than it must', () => {
    fc.assert(
      fc.property(someNetwork, ({ network, move }) => {
        const result = slipOrNull(network, move);
        for (const each of result?.moved ?? []) {
          const release = network.releases.find(({ id }) => id === each.id);
          const lead = release === undefined ? null : leadOf(release);
          expect(release?.phase).not.toBe('closed');
          if (result === null || lead === null || each.toAt === null) continue;
          const earliest = earliestOf(network, result, each.id);
          expect(each.toAt >= earliest).toBe(true);
          if (each.cause !== 'successor') continue;
          const [from, to] = [lead.startAt, each.toAt].map((at) => wallTime(at, lead.zone));
          if (from === undefined || to === undefined) continue;
          const days = from.toPlainDate().until(to.toPlainDate()).days;
          const wasWorking = isWorkingDay(from.toPlainDate().toString(), network.workingDays);
          for (let fewer = 0; fewer < days; fewer += 1) {
            const step = from.until(from.add({ days: fewer }));
            const on = from.add({ days: fewer }).toPlainDate().toString();
            const fits = !wasWorking || isWorkingDay(on, network.workingDays) || fewer === 0;
            expect(fits && moved(lead, step) >= earliest).toBe(false);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('moves each deployment of a release by the one step it tells', () => {
    fc.assert(
      fc.property(someNetwork, ({ network, move }) => {
        for (const { id, step, starts } of slipOrNull(network, move)?.moved ?? []) {
          const release = network.releases.find((each) => each.id === id);
          const expected = release?.deployments.map((each) => [
            each.id,
            step.blank ? each.startAt : moved(each, step),
          ]);
          if (starts.size > 0) expect([...starts]).toEqual(expected);
        }
      }),
      { numRuns: 80 },
    );
  });

  it('gives the same whatever the order of the rows', () => {
    fc.assert(
      fc.property(someNetwork, ({ network, move }) => {
        const turned = {
          ...network,
          releases: network.releases.toReversed(),
          links: network.links.toReversed(),
        };
        expect(slipOrNull(turned, move)).toEqual(slipOrNull(network, move));
      }),
      { numRuns: 80 },
    );
  });

  it('keeps the time of day of what is pushed', () => {
    fc.assert(
      fc.property(someNetwork, ({ network, move }) => {
        const result = slipOrNull(network, move);
        for (const each of result?.moved ?? []) {
          if (each.cause !== 'successor' || each.fromAt === null || each.toAt === null) continue;
          const [from, to] = [each.fromAt, each.toAt].map((at) => wallTime(at, each.zone));
          // Within the hour clocks skip no time of day can be kept.
          const gap =
            to
              ?.toPlainTime()
              .since(from?.toPlainTime() ?? '00:00')
              .total('hours') ?? 0;
          expect(Math.abs(gap)).toBeLessThanOrEqual(1);
          if (gap !== 0) expect(to?.hour).toBeLessThan(4);
        }
      }),
      { numRuns: 80 },
    );
  });
});
