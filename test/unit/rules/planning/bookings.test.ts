import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { EnvironmentUse } from '#shared/model/planning/bookings.ts';
import { checkSpan, clashes, clashesOf } from '#shared/rules/planning/capacity/bookings.ts';

const now = '2026-11-24T09:00:00.000Z';
const hour = (at: number) => new Date(Date.UTC(2026, 10, 26, 0) + at * 3_600_000).toISOString();
let count = 0;
const use = (from: number, to: number, more: Partial<EnvironmentUse> = {}): EnvironmentUse => ({
  ...{ kind: 'booking', id: `${(count += 1)}`, environmentId: 'staging', releaseId: null },
  ...{ release: null, what: 'Load test', personId: 'jon', person: 'Jon Bell' },
  ...{ startAt: hour(from), endAt: hour(to), zone: 'Europe/London', shared: false, ...more },
});

describe('two uses of an environment', () => {
  it('clash when they have time in common, and not when they touch', () => {
    expect(clashes(use(1, 3), use(2, 4))).toBe(true);
    expect(clashes(use(1, 3), use(3, 4))).toBe(false);
    expect(clashes(use(1, 3), use(2, 4, { environmentId: 'prod' }))).toBe(false);
    const one = use(1, 3);
    expect(clashes(one, one)).toBe(false);
  });

  it('do not mind each other when both share it, or one is the deployment of the other’s release', () => {
    expect(clashes(use(1, 3, { shared: true }), use(2, 4, { shared: true }))).toBe(false);
    expect(clashes(use(1, 3, { shared: true }), use(2, 4))).toBe(true);
    const own = { releaseId: 'r' };
    expect(clashes(use(1, 3, own), use(2, 4, { ...own, kind: 'deployment' }))).toBe(false);
    expect(clashes(use(1, 3, own), use(2, 4, own))).toBe(true);
  });

  it('clash both ways or not at all', () => {
    const any = fc
      .tuple(fc.nat(20), fc.nat(20), fc.boolean(), fc.constantFrom('booking', 'deployment'))
      .map(([from, length, shared, kind]) => use(from, from + length, { shared, kind }));
    fc.assert(fc.property(any, any, (a, b) => clashes(a, b) === clashes(b, a)));
  });

  it('are told with what overlaps, whose it is, local and UTC', () => {
    const summer = (from: number, to: number, more: Partial<EnvironmentUse>) =>
      use(from - 24 * 150, to - 24 * 150, more);
    const need = summer(1, 5, { what: 'Mine' });
    const told = clashesOf(
      need,
      [
        summer(4, 8, { kind: 'deployment', what: 'Payments 4.2', person: 'Mara Okafor' }),
        summer(2, 3, { shared: true }),
        summer(5, 6, {}),
      ],
      now,
    );
    expect(told.map(({ words }) => words)).toEqual([
      '“Load test” shares it (Jon Bell); both need it Mon 29 Jun 03:00 – 04:00 London (Mon 29 Jun 02:00 – 03:00 UTC).',
      'Payments 4.2 is deployed here (owner Mara Okafor); both need it Mon 29 Jun 05:00 – 06:00 London (Mon 29 Jun 04:00 – 05:00 UTC).',
    ]);
    expect(told[1]).toMatchObject({ from: hour(4 - 24 * 150), to: hour(5 - 24 * 150) });
  });
});

describe('a booking', () => {
  it('ends after it starts, and within a year', () => {
    const check = (to: number) => () => checkSpan(hour(2), hour(to), 'Europe/London', now);
    expect(check(3)).not.toThrow();
    expect(check(2)).toThrow('must end after it starts');
    expect(check(1)).toThrow('Give a later end');
    expect(check(24 * 400)).toThrow('at most 366');
  });
});
