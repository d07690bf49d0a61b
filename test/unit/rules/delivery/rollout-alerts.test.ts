import { describe, expect, it } from 'vitest';
import type { RunStatus } from '#shared/model/delivery/pipelines.ts';
import { rolloutAlerts } from '#shared/rules/delivery/monitoring/rollout-alerts.ts';
import { usualWatch } from '#shared/rules/delivery/monitoring/rollout-terms.ts';
import type {
  HeldAlert,
  RolloutAlertsInput,
} from '#shared/rules/delivery/monitoring/rollout-terms.ts';

/** A time of the day of the roll-out, which ran from ten to half past and was watched until eleven. */
const at = (time: string) => `2026-11-24T${time}:00.000Z`;
const everyTen = ['21:50', '22:00', '22:10', '22:20', '22:30', '22:40', '22:50', '23:00'].map(at);

type Seen = [time: string, status: RunStatus | 'gone'];

function alert(startedAt: string | null, seen: Seen[], more: Partial<HeldAlert> = {}): HeldAlert {
  return {
    ...{ id: 'a', connectionId: 'am', name: 'HighErrorRate', note: '', url: null },
    labels: { service: 'shop', alertname: 'HighErrorRate' },
    startedAt: startedAt === null ? null : at(startedAt),
    finishedAt: null,
    sightings: seen.map(([time, status]) => ({
      ...{ at: at(time), isGone: status === 'gone' },
      status: status === 'gone' ? 'failed' : status,
    })),
    ...more,
  };
}

const source = {
  ...{ id: 'am', name: 'Alertmanager' },
  selectors: [{ name: 'service=shop', serviceId: 'pay' }],
};

function judge(alerts: HeldAlert[], more: Partial<RolloutAlertsInput> = {}, now = '23:30') {
  const input: RolloutAlertsInput = {
    deployments: [{ id: 'd', what: 'prod-eu', startAt: at('22:00'), endAt: at('22:30') }],
    services: [{ id: 'pay', name: 'payments-api' }],
    sources: [{ ...source, looks: everyTen }],
    ...{ alerts, ...more },
  };
  const found = rolloutAlerts(input, usualWatch, { zone: 'UTC', now: at(now) });
  return { ...found, texts: found.findings.map(({ text }) => text) };
}

describe('Alerts during a roll-out', () => {
  it('that were looked for all the time and did not fire succeed', () => {
    const { status, texts } = judge([]);
    expect(status).toBe('succeeded');
    expect(texts).toEqual([
      'no alert fired from Tue 24 Nov 22:00 to Tue 24 Nov 23:00 (Alertmanager)',
    ]);
  });

  it.each<[string, HeldAlert]>([
    [
      'fired and went',
      alert('22:05', [
        ['22:10', 'failed'],
        ['22:20', 'gone'],
      ]),
    ],
    [
      'fired and was silenced later',
      alert('22:05', [
        ['22:10', 'failed'],
        ['22:20', 'skipped'],
      ]),
    ],
    ['fired in the watch after it', alert('22:55', [['23:00', 'failed']])],
    [
      'was pending, then fired',
      alert('22:05', [
        ['22:10', 'running'],
        ['22:20', 'failed'],
      ]),
    ],
    ['fires without telling since when', alert(null, [['22:10', 'failed']])],
    [
      'was told when it was over',
      alert('22:05', [['23:10', 'succeeded']], { finishedAt: at('22:07') }),
    ],
    ['was first seen after it, and began in it', alert('22:59', [['23:10', 'failed']])],
    [
      'was read from files in another order',
      alert('22:05', [
        ['22:40', 'gone'],
        ['22:10', 'failed'],
      ]),
    ],
  ])('fail by one that %s', (_what, one) => {
    const { status, texts, findings } = judge([one]);
    expect(status).toBe('failed');
    expect(texts[0]).toContain('HighErrorRate fired');
    expect(findings[0]?.need).toContain('Find out whether the release set off HighErrorRate');
  });

  it.each<[string, HeldAlert, string | undefined]>([
    ['began before it', alert('21:00', [['21:50', 'failed']]), 'before'],
    ['was silenced all the time', alert('22:05', [['22:10', 'skipped']]), 'suppressed'],
    [
      'fired only once its silence ended',
      alert('22:05', [
        ['22:10', 'skipped'],
        ['23:10', 'failed'],
      ]),
      'suppressed',
    ],
    [
      'was pending and never fired',
      alert('22:05', [
        ['22:10', 'running'],
        ['22:20', 'gone'],
      ]),
      'pending',
    ],
    [
      'was over before it',
      alert('21:00', [
        ['21:10', 'failed'],
        ['21:50', 'gone'],
      ]),
      undefined,
    ],
    ['came after the watch', alert('23:05', [['23:10', 'failed']]), undefined],
    [
      'is of another service',
      alert('22:05', [['22:10', 'failed']], { labels: { service: 'web' } }),
      undefined,
    ],
    [
      'is of another connection',
      alert('22:05', [['22:10', 'failed']], { connectionId: 'x' }),
      undefined,
    ],
  ])('do not fail by one that %s', (_what, one, part) => {
    const { status, alerts } = judge([one]);
    expect(status).toBe('succeeded');
    expect(alerts[0]?.part).toBe(part);
  });

  it('are unknown by one whose state nobody knows', () => {
    expect(judge([alert('22:05', [['22:10', 'unknown']])])).toMatchObject({ status: 'unknown' });
  });

  it.each([
    ['nobody looked', [], '22:00 to Tue 24 Nov 23:00'],
    ['nobody looked in the middle', everyTen.toSpliced(3, 2), '22:10 to Tue 24 Nov 22:40'],
    ['the first look came late', everyTen.slice(3), '22:00 to Tue 24 Nov 22:20'],
    ['the last look came early', everyTen.slice(0, 5), '22:30 to Tue 24 Nov 23:00'],
  ])('are unknown where %s', (_what, looks, words) => {
    const { status, texts } = judge([], { sources: [{ ...source, looks }] });
    expect(status).toBe('unknown');
    expect(texts[0]).toContain(
      `nobody looked at the alerts of Alertmanager from Tue 24 Nov ${words}`,
    );
  });

  it('are unknown before anything began, and where no labels are mapped', () => {
    expect(judge([], { deployments: [] }).texts).toEqual(['no deployment has begun yet']);
    const { status, texts } = judge([], { sources: [] });
    expect([status, texts]).toEqual(['unknown', ['no alerts are mapped to payments-api']]);
  });

  it('are watched while it runs and for half an hour, and fail at once', () => {
    const running = [{ id: 'd', what: 'prod-eu', startAt: at('22:00'), endAt: null }];
    expect(judge([], { deployments: running }, '22:15')).toMatchObject({
      status: 'running',
      texts: ['the roll-out to prod-eu is under way'],
    });
    expect(judge([], {}, '22:45')).toMatchObject({
      status: 'running',
      texts: ['alerts are watched until Tue 24 Nov 23:00 (roll-out to prod-eu)'],
    });
    const pending = alert('22:40', [['22:40', 'running']]);
    expect(judge([pending], {}, '22:45').texts[0]).toContain('HighErrorRate is pending since');
    expect(judge([alert('22:05', [['22:10', 'failed']])], {}, '22:15').status).toBe('failed');
  });
});
