import { describe, expect, it } from 'vitest';
import type { EnvironmentKind } from '#shared/model/workspace/services.ts';
import { lateMinutes, plannedStart } from '#shared/rules/planning/start.ts';
import type { PlannedDeployment } from '#shared/rules/planning/start.ts';

const kinds = new Map<string, EnvironmentKind>([
  ['stage', 'staging'],
  ['eu', 'production'],
  ['us', 'production'],
]);

function planned(environmentId: string, startAt: string, more: Partial<PlannedDeployment> = {}) {
  return {
    id: `${environmentId}-${startAt}`,
    environmentId,
    startAt,
    zone: 'Europe/London',
    durationMinutes: 90,
    actualStartAt: null,
    ...more,
  };
}

describe('the planned start of a release', () => {
  const staging = planned('stage', '2026-11-24T10:00:00.000Z');
  const eu = planned('eu', '2026-11-26T22:00:00.000Z');
  const us = planned('us', '2026-11-27T03:00:00.000Z', { zone: 'America/New_York' });

  it('is the first production deployment, however early another environment comes', () => {
    for (const deployments of [
      [staging, us, eu],
      [eu, staging, us],
    ]) {
      expect(plannedStart(deployments, kinds)).toEqual({
        startAt: '2026-11-26T22:00:00.000Z',
        endAt: '2026-11-26T23:30:00.000Z',
        zone: 'Europe/London',
      });
    }
  });

  it('is the first of any kind while none in production is planned', () => {
    expect(plannedStart([staging], kinds)?.startAt).toBe('2026-11-24T10:00:00.000Z');
    expect(plannedStart([planned('gone', '2026-11-20T10:00:00.000Z'), us], kinds)?.startAt).toBe(
      us.startAt,
    );
  });

  it('is not there without a deployment', () => {
    expect(plannedStart([], kinds)).toBeNull();
  });

  it('does not hang on the order of two deployments at the same time', () => {
    const other = planned('us', eu.startAt, { zone: 'America/New_York' });
    expect(plannedStart([eu, other], kinds)).toEqual(plannedStart([other, eu], kinds));
  });
});

describe('lateness', () => {
  it('counts from the planned start to the actual one of the same deployment', () => {
    const late = planned('eu', '2026-11-26T22:00:00.000Z', {
      actualStartAt: '2026-11-26T22:35:00.000Z',
    });
    const earlier = planned('stage', '2026-11-25T10:00:00.000Z', {
      actualStartAt: '2026-11-25T10:00:00.000Z',
    });
    expect(lateMinutes([earlier, late], kinds)).toBe(35);
  });

  it('is negative for an early start and unknown before one', () => {
    const early = planned('eu', '2026-11-26T22:00:00.000Z', {
      actualStartAt: '2026-11-26T21:50:00.000Z',
    });
    expect(lateMinutes([early], kinds)).toBe(-10);
    expect(lateMinutes([planned('eu', '2026-11-26T22:00:00.000Z')], kinds)).toBeNull();
    expect(lateMinutes([], kinds)).toBeNull();
  });
});
