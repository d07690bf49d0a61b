import { describe, expect, it } from 'vitest';
import {
  lateInWords,
  standingOf,
} from '../../../renderer/features/planning/releases/standing-words.ts';
import { showPlanErrors } from '../../../renderer/features/planning/releases/form/plan-errors.ts';

const open = { outcome: null, lateMinutes: null } as const;

describe('where a release stands', () => {
  it('is the first thing in the way, in words', () => {
    const firstInTheWay = {
      gateId: '0190a0a0-0000-7000-8000-000000000001',
      gate: 'Security sign-off',
      status: 'waiting',
      summary: 'waits for Iris Lindqvist',
    } as const;
    const readiness = { passed: 5, total: 6, worst: 'waiting', firstInTheWay } as const;
    expect(standingOf({ ...open, readiness })).toEqual({
      kind: 'waiting',
      word: 'Security sign-off',
      note: 'waits for Iris Lindqvist',
    });
  });

  it('is ready when nothing is in the way', () => {
    const readiness = { passed: 6, total: 6, worst: 'passed', firstInTheWay: null } as const;
    expect(standingOf({ ...open, readiness })).toMatchObject({ kind: 'passed', word: 'Ready' });
  });

  it('is its outcome and its lateness once it is over', () => {
    const past = { outcome: 'rolled-back', readiness: null, lateMinutes: 41 } as const;
    expect(standingOf(past)).toEqual({ kind: 'failed', word: 'Rolled back', note: '41 min late' });
    expect(lateInWords(-90)).toBe('1 h 30 min early');
    expect(lateInWords(3)).toBe('on time');
    expect(lateInWords(null)).toBe('');
  });
});

describe('messages of the core', () => {
  it('find the field of the form that stands for a field of the contract', () => {
    const told: Record<string, string | undefined> = {};
    const left = showPlanErrors(
      {
        name: 'is empty',
        'components.0.version': 'is no version',
        'deployments.1.startAt': 'is no instant',
        'deployments.1.durationMinutes': 'is too long',
      },
      'The release was not saved.',
      (path, error) => {
        told[path] = error.message;
      },
    );
    expect(left).toBeNull();
    expect(told).toEqual({
      name: 'is empty',
      'components.0.version': 'is no version',
      'deployments.1.date': 'is no instant',
      'deployments.1.duration': 'is too long',
    });
  });

  it('are told for the whole form when a field is none of the form', () => {
    const told: string[] = [];
    const left = showPlanErrors({ 'roles.0.roleKey': 'is unknown' }, 'Not saved.', (path) => {
      told.push(path);
    });
    expect(left).toBe('Not saved.');
    expect(told).toEqual([]);
  });
});
