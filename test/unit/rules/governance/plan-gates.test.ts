import { describe, expect, it } from 'vitest';
import type { ChecklistItem } from '#shared/model/governance/checklists.ts';
import {
  checklistComplete,
  noOpenCriticalRisk,
  rollbackPlanned,
  rollbackRehearsed,
} from '#shared/rules/governance/plan-gates.ts';
import type { RollbackEntry } from '#shared/rules/governance/plan-gates.ts';
import { london, now } from './release-builder.ts';

function item(text: string, more: Partial<ChecklistItem> = {}) {
  return {
    phase: 'readiness' as const,
    text,
    state: 'done' as const,
    evidence: '',
    reason: '',
    ...more,
  };
}

function plan(more: Partial<RollbackEntry> = {}): RollbackEntry {
  return {
    steps: 'Stop\n\nDeploy 4.1.3\n',
    durationMinutes: 45,
    pointOfNoReturn: '',
    rehearsedOn: null,
    rehearsalResult: '',
    ...more,
  };
}

describe('the checklist gate', () => {
  it('passes when every item up to its phase is settled', () => {
    const items = [
      item('Notes', { evidence: 'link' }),
      item('Staging', { state: 'not-applicable', reason: 'No staging for this service' }),
    ];
    expect(checklistComplete(items, 'readiness')).toMatchObject({
      status: 'passed',
      summary: '2 items settled, 1 of them not applicable',
      evidence: [
        { what: 'Notes', status: 'passed', source: 'link' },
        { what: 'Staging', status: 'not-applicable', source: 'No staging for this service' },
      ],
    });
  });

  it('waits for an open item of this phase or an earlier one, and names the first', () => {
    const items = [item('Scope', { phase: 'planning', state: 'open' }), item('Notes')];
    expect(checklistComplete(items, 'readiness')).toMatchObject({
      status: 'waiting',
      summary: '1 of 2 items open, first “Scope”',
      needs: ['Settle “Scope”'],
    });
  });

  it('leaves later phases for later, and the review for after the release', () => {
    const later = [
      item('Notes'),
      item('Smoke tests', { phase: 'deployment', state: 'open' }),
      item('Review', { phase: 'post-release', state: 'open' }),
    ];
    expect(checklistComplete(later, 'readiness').status).toBe('passed');
    expect(checklistComplete(later, 'deployment').status).toBe('waiting');
    expect(checklistComplete(later, 'closed').needs).toEqual(['Settle “Smoke tests”']);
  });

  it('does not pass for want of items', () => {
    expect(checklistComplete([], 'readiness').status).toBe('waiting');
  });
});

describe('the rollback gates', () => {
  it('a plan is there when it has steps', () => {
    expect(rollbackPlanned(plan())).toMatchObject({
      status: 'passed',
      summary: 'rollback plan with 2 steps, 45 min',
    });
    for (const none of [null, plan({ steps: ' \n ' })]) {
      expect(rollbackPlanned(none)).toMatchObject({
        status: 'waiting',
        needs: ['Write the steps of the rollback plan, one a line.'],
      });
    }
  });

  it.each([
    ['2026-11-24', 'passed', 'rehearsed today, limit 30'],
    ['2026-11-23', 'passed', 'rehearsed 1 day ago, limit 30'],
    ['2026-10-25', 'passed', 'rehearsed 30 days ago, limit 30'],
    ['2026-10-24', 'out-of-date', 'last rehearsal 31 days ago, limit 30'],
    ['2026-11-25', 'waiting', 'rehearsal planned for Wed 25 Nov'],
    [null, 'waiting', 'never rehearsed'],
  ])('rehearsed on %s it is %s', (rehearsedOn, status, summary) => {
    expect(rollbackRehearsed(plan({ rehearsedOn }), now, london)).toMatchObject({
      status,
      summary,
    });
  });

  it('counts the days of the workspace’s zone', () => {
    const late = '2026-11-24T23:30:00.000Z';
    const rehearsed = plan({ rehearsedOn: '2026-10-25' });
    expect(rollbackRehearsed(rehearsed, late, london).status).toBe('passed');
    expect(rollbackRehearsed(rehearsed, late, 'Europe/Berlin').status).toBe('out-of-date');
  });

  it('a rehearsal without a plan proves nothing', () => {
    const empty = plan({ steps: '', rehearsedOn: '2026-11-24' });
    expect(rollbackRehearsed(empty, now, london).status).toBe('waiting');
  });

  it('a rehearsal that failed proves no way back', () => {
    const failed = plan({ rehearsedOn: '2026-11-23', rehearsed: 'failed' });
    expect(rollbackRehearsed(failed, now, london)).toMatchObject({
      status: 'failed',
      summary: 'the rehearsal of Mon 23 Nov failed',
    });
    const partly = plan({ rehearsedOn: '2026-11-23', rehearsed: 'partly' });
    expect(rollbackRehearsed(partly, now, london).status).toBe('passed');
  });

  it('shows what the rehearsal found', () => {
    const rehearsed = plan({ rehearsedOn: '2026-11-20', rehearsalResult: '38 min, no loss' });
    expect(rollbackRehearsed(rehearsed, now, london).evidence[0]?.what).toBe(
      'Rehearsed Fri 20 Nov: 38 min, no loss',
    );
  });
});

describe('the risk gate', () => {
  const risk = (likelihood: number, impact: number, state: 'open' | 'accepted' = 'open') => ({
    title: `Risk ${likelihood}${impact}`,
    likelihood,
    impact,
    state,
  });

  it('fails while a critical risk is open, worst first', () => {
    expect(noOpenCriticalRisk([risk(4, 4), risk(5, 5), risk(1, 1)])).toMatchObject({
      status: 'failed',
      summary: '2 open critical risks: “Risk 55” (25), “Risk 44” (16)',
      needs: [
        'Mitigate “Risk 55”, or have it accepted by name.',
        'Mitigate “Risk 44”, or have it accepted by name.',
      ],
    });
  });

  it('passes below that, and once the critical ones are accepted', () => {
    expect(noOpenCriticalRisk([risk(3, 5), risk(5, 5, 'accepted')])).toMatchObject({
      status: 'passed',
      summary: 'highest open risk 15, high',
    });
    expect(noOpenCriticalRisk([]).summary).toBe('no open risk');
  });
});
