import { describe, expect, it } from 'vitest';
import { normalise } from '#core/sync/entry.ts';
import { alertmanager } from '../../support/answers/monitoring.ts';

function anAlert(state: string | null, more: object = {}) {
  return { ...alertmanager.alerts, status: { state, silencedBy: [], inhibitedBy: [] }, ...more };
}

describe('an alert of Alertmanager', () => {
  it.each([
    ['active', 'failed'],
    [' Suppressed ', 'skipped'],
    ['unprocessed', 'unknown'],
    ['banana', 'unknown'],
    ['', 'unknown'],
    [null, 'unknown'],
  ])('%s is %s', (state, status) => {
    const { rows, warnings } = normalise('alertmanager', undefined, [anAlert(state)]);
    expect(rows).toMatchObject([
      { status, rawStatus: state, externalId: '4f5e1c2b4f5e1c2b', name: 'HighErrorRate' },
    ]);
    expect(warnings).toEqual([]);
  });

  it('has no end while it fires: what is sent then is when it would be given up', () => {
    const fires = anAlert('active', { endsAt: '2026-02-01T10:09:00.123Z' });
    expect(normalise('alertmanager', 'alerts', [fires]).rows).toMatchObject([{ finishedAt: null }]);
    const over = { ...fires, status: 'resolved' };
    expect(normalise('alertmanager', 'alerts', { alerts: [over] }).rows).toMatchObject([
      { status: 'succeeded', finishedAt: '2026-02-01T10:09:00.123Z' },
    ]);
  });

  it('is one row though groups repeat it, as bad as the worst of them says', () => {
    const groups = [
      { labels: {}, receiver: { name: 'a' }, alerts: [anAlert('suppressed')] },
      { labels: {}, receiver: { name: 'b' }, alerts: [anAlert('active'), anAlert('suppressed')] },
      { labels: {}, receiver: { name: 'c' }, alerts: [{ labels: 'x', fingerprint: 'y' }] },
    ];
    for (const kind of ['groups', undefined]) {
      const { rows, warnings } = normalise('alertmanager', kind, groups);
      expect(rows).toMatchObject([{ status: 'failed' }]);
      expect(warnings).toMatchObject([{ at: '[2].alerts[0]' }]);
    }
  });

  it('is told from a silence', () => {
    const silence = { id: 'x', status: { state: 'active' }, matchers: [], startsAt: 'x' };
    expect(() => normalise('alertmanager', undefined, [silence])).toThrow(/Expected an answer/);
  });
});
