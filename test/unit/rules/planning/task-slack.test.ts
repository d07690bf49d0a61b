import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scheduleTasks } from '#shared/rules/planning/task-schedule.ts';
import type { Days, PlanTask } from '#shared/rules/planning/task-schedule.ts';
import { slackOf } from '#shared/rules/planning/task-slack.ts';
import { plusWorkingDays } from '#shared/rules/planning/working-days.ts';

const days: Days = { workingDays: [1, 2, 3, 4, 5], today: '2026-11-24', releaseOn: '2026-12-10' };

function task(title: string, more: Partial<PlanTask> = {}): PlanTask {
  return {
    ...{ id: title, kind: 'task', title, startOn: null, durationDays: 1 },
    ...{ predecessorIds: [], doneOn: null },
    ...more,
  };
}

const slackIn = (tasks: readonly PlanTask[], on: Partial<Days> = {}) => {
  const all = { ...days, ...on };
  return Object.fromEntries(slackOf(tasks, scheduleTasks(tasks, all), all));
};

describe('slack', () => {
  const tasks = [
    task('Migrate', { startOn: '2026-11-25', durationDays: 3 }),
    task('Review', { startOn: '2026-11-24' }),
    task('Load test', { predecessorIds: ['Migrate', 'Review'], durationDays: 2 }),
    task('Ready', { kind: 'milestone', durationDays: 0, predecessorIds: ['Load test'] }),
    task('Mail', { startOn: '2026-11-24', doneOn: '2026-11-24' }),
  ];

  it('is none on the chain, and up to what waits elsewhere', () => {
    // Review ends Tue 24; the load test begins Mon 30, so it can be done until Fri 27.
    expect(slackIn(tasks)).toEqual({ Migrate: 0, Review: 3, 'Load test': 0, Ready: 0 });
  });

  it('ends at the start of the release where that comes first', () => {
    const alone = [task('Migrate', { startOn: '2026-11-25', durationDays: 3 }), task('Review')];
    expect(slackIn(alone, { releaseOn: '2026-11-26' })).toEqual({ Migrate: 0, Review: 2 });
    expect(slackIn(alone, { releaseOn: null })).toEqual({ Migrate: 0, Review: 3 });
    expect(slackIn([])).toEqual({});
  });

  it('is as far as a task can slip, and a day more moves the end', () => {
    const draft = fc.record({
      on: fc.integer({ min: 0, max: 12 }),
      length: fc.integer({ min: 0, max: 4 }),
      after: fc.array(fc.nat(), { maxLength: 3 }),
      own: fc.boolean(),
    });
    const plans = fc.array(draft, { minLength: 1, maxLength: 8 }).map((drafts) =>
      drafts.map(({ on, length, after, own }, index): PlanTask => {
        const predecessorIds = [
          ...new Set(index === 0 ? [] : after.map((nth) => `t${nth % index}`)),
        ];
        return task(`t${index}`, {
          ...{ predecessorIds, durationDays: length, kind: length === 0 ? 'milestone' : 'task' },
          startOn: own ? plusWorkingDays('2026-11-24', on, days.workingDays) : null,
        });
      }),
    );
    fc.assert(
      fc.property(plans, fc.boolean(), fc.nat(), (plan, bounded, which) => {
        const on = { ...days, releaseOn: bounded ? '2026-12-01' : null };
        const schedule = scheduleTasks(plan, on);
        const slack = slackOf(plan, schedule, on);
        const moved = plan[which % plan.length];
        const at = schedule.dates.get(moved?.id ?? '');
        const by = slack.get(moved?.id ?? '');
        if (moved === undefined || at === undefined || by === undefined) throw new Error('placed');
        const endsWith = (steps: number) => {
          const startOn = plusWorkingDays(at.beginsOn, steps, on.workingDays);
          return scheduleTasks(
            plan.map((each) => (each.id === moved.id ? { ...each, startOn } : each)),
            on,
          ).dates;
        };
        const limit = [schedule.endsOn ?? '', on.releaseOn ?? '9999'].toSorted()[0] ?? '';
        const late = (dates: ReturnType<typeof endsWith>) =>
          [...dates].filter(([id, { endsOn }]) => {
            const before = schedule.dates.get(id)?.endsOn ?? '';
            return endsOn > limit && endsOn > before;
          });
        if (by > 0) expect(late(endsWith(by))).toEqual([]);
        expect(late(endsWith(by + 1))).not.toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
