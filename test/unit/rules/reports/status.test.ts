import { describe, expect, it } from 'vitest';
import type { StatusReport } from '#shared/model/reports/status.ts';
import { answerOf, gatesMeant } from '#shared/rules/governance/gate-answer.ts';
import { releaseMeant } from '#shared/rules/planning/release-named.ts';
import { atRisk } from '#shared/rules/reports/status/at-risk.ts';
import type { AtRiskFacts } from '#shared/rules/reports/status/at-risk.ts';
import { withoutAddresses } from '#shared/rules/reports/status/free-text.ts';
import { firstDayOfWeek, twoWeeks } from '#shared/rules/reports/status/weeks.ts';
import { renderStatus } from '../../../../electron/core/reports/status/page.ts';

describe('The weeks of a status page', () => {
  it.each([
    [[1, 2, 3, 4, 5], 1],
    [[1, 2, 3, 4, 7], 7],
    [[1, 2, 3, 6, 7], 6],
    [[1, 2, 3, 4, 5, 6, 7], 1],
    [[1, 3, 5], 1],
    [[3], 3],
  ])('begin after the longest rest: %j begins with day %i', (days, first) => {
    expect(firstDayOfWeek(days)).toBe(first);
  });

  it('hold the day that was asked for, across a year', () => {
    expect(twoWeeks('2026-12-31', [1, 2, 3, 4, 5])[0]).toEqual({
      from: '2026-12-28',
      to: '2027-01-03',
    });
    const sunday = twoWeeks('2026-11-29', [1, 2, 3, 4, 7]);
    expect(sunday.map(({ from }) => from)).toEqual(['2026-11-29', '2026-12-06']);
  });
});

const calm: AtRiskFacts = {
  startAt: '2026-12-01T22:00:00.000Z',
  zone: 'Europe/London',
  holdReason: null,
  begun: false,
  failedOn: [],
  openIncidents: 0,
  gates: [],
  findings: [],
  lateTasks: 0,
  lateNeeds: [],
};
const context = { now: '2026-11-25T09:00:00.000Z', zone: 'Europe/London' };
const reasonsOf = (facts: Partial<AtRiskFacts>) =>
  atRisk({ ...calm, ...facts }, context).map(({ text }) => text);

describe('A release at risk', () => {
  it('has no reason while nothing speaks against it', () => {
    expect(reasonsOf({})).toEqual([]);
    expect(reasonsOf({ findings: [{ severity: 'warning', sentence: 'A peak period' }] })).toEqual(
      [],
    );
  });

  it('says each reason in a sentence, without addresses of people', () => {
    expect(
      reasonsOf({
        startAt: '2026-11-24T22:00:00.000Z',
        holdReason: 'waits for ana@example.com',
        failedOn: ['prod-eu'],
        openIncidents: 1,
        findings: [{ severity: 'blocked', sentence: 'Hard freeze: year end' }],
        lateTasks: 2,
        lateNeeds: ['Ledger 9'],
      }),
    ).toEqual([
      'It is on hold: waits for [address].',
      'The deployment to prod-eu failed.',
      '1 incident of it is open.',
      'It should have started Tue 24 Nov 22:00, 11 h ago, and did not.',
      'Hard freeze: year end.',
      '2 tasks of its plan are late.',
      'What it needs may come too late: Ledger 9.',
    ]);
  });

  it('keeps a long text short, and fast', () => {
    expect(withoutAddresses('@'.repeat(500_000)).length).toBeLessThanOrEqual(300);
    expect(withoutAddresses(`a${'.a'.repeat(250_000)}@`).length).toBeLessThanOrEqual(300);
  });
});

const gate = {
  id: 'g1',
  key: 'qa-sign-off',
  name: 'QA sign-off',
  status: 'waiting',
  summary: '1 of 2\n\u001b[31mdecided',
  byException: null,
} as const;
const release = { number: 12, name: 'Payments 4.2' };

describe('The answer to a pipeline', () => {
  it('is one line that cannot move a terminal', () => {
    expect(answerOf(release, [gate])).toEqual({
      passed: false,
      reason: 'QA sign-off of R-12 Payments 4.2 is not passed, it waits: 1 of 2 [31mdecided',
    });
  });

  it('lets a gate pass that an exception holds, and says so', () => {
    const held = {
      ...gate,
      status: 'passed',
      summary: 'no evidence; passed by exception until Friday',
      byException: { expiresAt: '2026-11-27T00:00:00.000Z' },
    } as const;
    expect(answerOf(release, [held])).toMatchObject({
      passed: true,
      reason: expect.stringContaining('passed by exception until Friday'),
    });
    expect(answerOf(release, [held, { ...gate, status: 'not-applicable' }])).toEqual({
      passed: true,
      reason: 'All 2 gates of R-12 Payments 4.2 are passed, 1 of them by exception',
    });
  });

  it('names the candidates where a gate or a release is not clear', () => {
    const twin = { ...gate, id: 'g2', key: 'qa-two' };
    expect(() => gatesMeant('qa sign-off', [gate, twin])).toThrow(
      '“qa sign-off” fits 2 gates: QA sign-off (g1), QA sign-off (g2). Give the id of one.',
    );
    const named = (number: number, name: string, changeNumber = '') => ({
      ...{ id: `r${number}`, number, name, changeNumber },
    });
    const all = [named(1, 'Payments'), named(2, 'Payments', '7'), named(7, 'Ledger', 'CHG-1')];
    expect(releaseMeant('chg-1', all).number).toBe(7);
    expect(releaseMeant('R-7', all).number).toBe(7);
    expect(() => releaseMeant('7', all)).toThrow('fits 2 releases: R-2 Payments, R-7 Ledger.');
    expect(() => releaseMeant('payments', all)).toThrow('R-1 Payments, R-2 Payments');
    expect(() => releaseMeant('led', all)).toThrow('It comes near: R-7 Ledger.');
  });
});

describe('A status page as a file', () => {
  it('shows hostile names as text, and asks for nothing', () => {
    const report: StatusReport = {
      workspace: '<script>alert(1)</script>',
      ...{ zone: 'Europe/London', at: context.now, today: '2026-11-25', service: null },
      weeks: [{ from: '2026-11-23', to: '2026-11-29', ships: [] }],
      ...{ waiting: [], decidedFrom: '2026-11-16', decisions: [] },
      atRisk: [
        {
          ...{ releaseId: 'r', startAt: null, zone: 'Europe/London', owner: 'Mara' },
          name: '"><img src=x onerror=alert(1)>',
          reasons: [{ kind: 'hold', text: '</li><iframe src="https://evil.example">' }],
        },
      ],
    };
    const page = renderStatus(report);
    expect(page).not.toMatch(/<script|<img|<iframe|<link|url\(/);
    expect(page).toContain('default-src &#39;none&#39;');
    expect(page).toContain('Nothing ships.');
  });
});
