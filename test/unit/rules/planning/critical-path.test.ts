import { describe, expect, it } from 'vitest';
import { pathTo } from '#shared/rules/planning/moves/critical-path.ts';

const now = '2026-03-02T09:00:00.000Z';

function aRelease(name: string, startAt: string) {
  const at = {
    id: `${name}-1`,
    place: 'prod',
    zone: 'Europe/London',
    durationMinutes: 60,
    startAt,
  };
  const deployments = [{ ...at, actualStartAt: null, actualEndAt: null, counts: true }];
  const living = { phase: 'planning', outcome: null, holdReason: null, parentId: null } as const;
  return { id: name, name, number: name.length, ...living, deployments };
}

const wait = (to: string, from: string, lagDays = 0) => ({ from, to, lagDays });

function network() {
  return {
    releases: [
      aRelease('Checkout', '2026-03-12T22:00:00.000Z'),
      aRelease('Payments', '2026-03-09T22:00:00.000Z'),
      aRelease('Ledger', '2026-03-04T22:00:00.000Z'),
      aRelease('Gateway', '2026-03-05T22:00:00.000Z'),
    ],
    links: [
      wait('Checkout', 'Payments', 2),
      wait('Payments', 'Ledger'),
      wait('Checkout', 'Gateway'),
    ],
    expected: [{ releaseId: 'Payments', title: 'Keys', expectedOn: '2026-03-11', lagDays: 0 }],
    ...{ zone: 'Europe/London', workingDays: [1, 2, 3, 4, 5] },
  };
}

describe('the path to a start', () => {
  it('says what drives it, and how far each thing can slip', () => {
    const { why, earliestAt, steps } = pathTo(network(), 'Checkout', now);
    expect(earliestAt).toBe('2026-03-11T23:00:00.000Z');
    expect(why).toBe(
      'Checkout can start Wed 11 Mar 23:00 at the earliest: it waits for Payments, which ends Mon 9 Mar 23:00 and 2 working days lie between. It is planned for Thu 12 Mar 22:00.',
    );
    const said = steps.map(({ name, slackDays, drives }) => `${name} ${slackDays} ${drives}`);
    // Payments ends at 23:00, so a day more would be an hour too late for Thursday 22:00.
    expect(said).toEqual(['Keys -2 true', 'Payments 0 true', 'Ledger 2 false', 'Gateway 4 false']);
    expect(steps[0]?.why).toBe('It is expected Wed 11 Mar, 2 working days too late for Payments.');
    expect(steps[2]?.why).toBe(
      'It ends Wed 4 Mar 23:00; it can slip by 2 working days before Payments, and so Checkout, starts later.',
    );
  });

  it('is empty where nothing with a date is waited for, and ends where copies run in a circle', () => {
    expect(pathTo(network(), 'Ledger', now)).toMatchObject({
      ...{ steps: [], earliestAt: null, why: 'Ledger waits for nothing that has a date.' },
    });
    const circle = {
      ...network(),
      links: [wait('Payments', 'Ledger'), wait('Ledger', 'Payments')],
    };
    expect(pathTo(circle, 'Ledger', now).steps).toEqual([]);
  });
});
