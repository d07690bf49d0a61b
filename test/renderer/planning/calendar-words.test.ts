import { describe, expect, it } from 'vitest';
import {
  inTheWayOf,
  standingOf,
} from '../../../renderer/features/planning/calendar/entry-words.ts';
import type { CalendarEntry } from '../../../shared/contract/planning/calendar.ts';

const firstInTheWay = {
  gateId: '0190a0a0-0000-7000-8000-000000000001',
  gate: 'Security sign-off',
  status: 'waiting',
  summary: 'security lead has not decided',
} as const;

function entry(overrides: Partial<CalendarEntry>): CalendarEntry {
  return {
    releaseId: '0190a0a0-0000-7000-8000-000000000002',
    deploymentId: '0190a0a0-0000-7000-8000-000000000003',
    name: 'Payments 4.2',
    type: 'minor',
    phase: 'readiness',
    outcome: null,
    environment: 'prod-eu',
    region: 'eu',
    startAt: '2026-12-01T22:00:00.000Z',
    endAt: '2026-12-01T23:30:00.000Z',
    zone: 'Europe/London',
    result: null,
    movable: true,
    readiness: { passed: 5, total: 6, worst: 'waiting', firstInTheWay },
    ...overrides,
  };
}

describe('a deployment on the calendar', () => {
  it('says how far its gates are and what is first in the way before it happens', () => {
    expect(standingOf(entry({}))).toEqual({ kind: 'waiting', word: 'waiting, 5 of 6' });
    expect(inTheWayOf(entry({}))).toBe('Security sign-off: security lead has not decided');
  });

  it('says how it went itself, whatever became of its release', () => {
    const failed = entry({ result: 'failed', outcome: 'released' });
    expect(standingOf(failed)).toEqual({ kind: 'failed', word: 'failed' });
    expect(inTheWayOf(failed)).toBe('');
    const one = entry({ result: 'succeeded', outcome: 'rolled-back' });
    expect(standingOf(one)).toEqual({ kind: 'passed', word: 'deployed' });
  });

  it('says how its release ended where nobody knows how it went', () => {
    const cancelled = entry({ outcome: 'cancelled', readiness: null });
    expect(standingOf(cancelled).word).toBe('cancelled');
    expect(inTheWayOf(cancelled)).toBe('');
  });
});
