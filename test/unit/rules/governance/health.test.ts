import { describe, expect, it } from 'vitest';
import { executionHealth } from '#shared/rules/governance/health.ts';
import type { HealthFacts } from '#shared/rules/governance/health.ts';

const today = '2026-11-25';

function facts(more: Partial<HealthFacts> = {}): HealthFacts {
  return {
    ...{ today, holdReason: null, tasks: [], items: [], mitigations: [] },
    ...{ gates: [], runs: [], deployments: [], ...more },
  };
}

const task = (dueOn: string, done = false, kind: 'task' | 'milestone' = 'task') => ({
  ...{ id: `${kind} ${dueOn}`, name: 'Rehearse', dueOn, done, kind },
});

const deployment = (result: string | null, missed = false) => ({
  ...{ id: `d ${result}`, name: 'Deployment to prod-eu', result, missed, plannedOn: '2026-11-20' },
});

describe('execution health', () => {
  it('is on track while nothing is overdue, failed or on hold', () => {
    const due = { id: 'i', name: 'Notes', dueOn: today };
    expect(
      executionHealth(
        facts({
          tasks: [task('2026-11-24', true), task(today)],
          ...{ items: [due], mitigations: [due] },
          gates: [{ id: 'g', name: 'Go', status: 'waiting', summary: 'waits' }],
          deployments: [deployment('succeeded')],
        }),
      ),
    ).toEqual({ state: 'on-track', reasons: [] });
  });

  it('needs attention for each thing that is late by a day or on hold, and says which', () => {
    const late = { id: 'x', name: 'Copy the table', dueOn: '2026-11-24' };
    const { state, reasons } = executionHealth(
      facts({
        holdReason: 'Waits for the bank',
        tasks: [task('2026-11-24'), task('2026-11-24', false, 'milestone')],
        ...{ items: [late], mitigations: [late] },
      }),
    );
    expect(state).toBe('attention');
    expect(reasons.map(({ kind }) => kind)).toEqual([
      ...['on-hold', 'overdue-milestone', 'overdue-task', 'overdue-item', 'overdue-mitigation'],
    ]);
    expect(reasons.at(-1)).toMatchObject({
      ...{ what: 'Copy the table', text: 'overdue since Tue 24 Nov', subjectId: 'x' },
    });
  });

  it.each([
    ['a failed gate', { gates: [{ id: 'g', name: 'Go', status: 'failed', summary: 'no-go' }] }],
    ['a failed run', { runs: [{ name: 'build', text: 'failed' }] }],
    ['a failed deployment', { deployments: [deployment('failed')] }],
    ['one rolled back', { deployments: [deployment('rolled-back')] }],
    ['a start that passed', { deployments: [deployment(null, true)] }],
  ])('is at risk by %s alone', (_name, more) => {
    const { state, reasons } = executionHealth(facts(more));
    expect([state, reasons.length]).toEqual(['at-risk', 1]);
  });

  it('forgets a failed deployment once a later one to the same place went well', () => {
    const again = facts({ deployments: [deployment('failed'), deployment('succeeded')] });
    expect(executionHealth(again).state).toBe('on-track');
    const before = facts({ deployments: [deployment('succeeded'), deployment('failed')] });
    expect(executionHealth(before).state).toBe('at-risk');
  });
});
