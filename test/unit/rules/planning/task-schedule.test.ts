import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scheduleTasks } from '../../../../shared/rules/planning/task-schedule.ts';
import type { Days, PlanTask } from '../../../../shared/rules/planning/task-schedule.ts';
import {
  isWorkingDay,
  plusWorkingDays,
  workingDaysIn,
} from '../../../../shared/rules/planning/working-days.ts';
import { plusDays } from '../../../../shared/rules/planning/zoned-time.ts';

const days: Days = { workingDays: [1, 2, 3, 4, 5], today: '2026-11-24', releaseOn: '2026-12-01' };

function task(title: string, more: Partial<PlanTask> = {}): PlanTask {
  return {
    ...{ id: title, kind: 'task', title, startOn: null, durationDays: 1 },
    ...{ predecessorIds: [], doneOn: null },
    ...more,
  };
}

function datesOf(tasks: readonly PlanTask[], on: Partial<Days> = {}) {
  const { dates } = scheduleTasks(tasks, { ...days, ...on });
  return Object.fromEntries([...dates].map(([id, at]) => [id, `${at.beginsOn} ${at.endsOn}`]));
}

describe('the schedule', () => {
  it('begins a task the working day after its predecessors end, or on its own later date', () => {
    const tasks = [
      task('Load test', { predecessorIds: ['Migrate', 'Review'], durationDays: 2 }),
      task('Migrate', { startOn: '2026-11-25', durationDays: 3 }),
      task('Review', { startOn: '2026-11-24' }),
      task('Sign off', { predecessorIds: ['Review'], startOn: '2026-12-02' }),
    ];
    expect(datesOf(tasks)).toEqual({
      Migrate: '2026-11-25 2026-11-27',
      Review: '2026-11-24 2026-11-24',
      'Load test': '2026-11-30 2026-12-01',
      'Sign off': '2026-12-02 2026-12-02',
    });
  });

  it('reaches a milestone on the day its predecessors end, and goes on the day after', () => {
    const tasks = [
      task('Freeze', { kind: 'milestone', durationDays: 0, startOn: '2026-11-26' }),
      task('Test', { predecessorIds: ['Freeze'] }),
      task('Ready', { kind: 'milestone', durationDays: 0, predecessorIds: ['Test'] }),
    ];
    expect(datesOf(tasks)).toEqual({
      Freeze: '2026-11-26 2026-11-26',
      Test: '2026-11-27 2026-11-27',
      Ready: '2026-11-27 2026-11-27',
    });
  });

  it('keeps to the working days there are, and says when a date is none', () => {
    const tasks = [task('Move', { startOn: '2026-11-28', durationDays: 2 })];
    expect(datesOf(tasks)).toEqual({ Move: '2026-11-30 2026-12-01' });
    expect(datesOf(tasks, { workingDays: [6, 7] })).toEqual({ Move: '2026-11-28 2026-11-29' });
    expect(scheduleTasks(tasks, days).dates.get('Move')?.why).toBe(
      'Move begins Mon 30 Nov, since its own date, Sat 28 Nov, is no working day.',
    );
  });

  it('says why each begins when it does', () => {
    const tasks = [
      task('Migrate data', { startOn: '2026-12-01', durationDays: 3 }),
      task('Load test', { predecessorIds: ['Migrate data'] }),
      task('Tell support'),
      task('Review', { startOn: '2026-11-18', durationDays: 2 }),
    ];
    const whys = [...scheduleTasks(tasks, days).dates.values()].map(({ why }) => why);
    expect(whys).toEqual([
      'Migrate data begins on its own date, Tue 1 Dec.',
      'Load test waits for Migrate data, which ends Thu 3 Dec.',
      'Tell support has no date and waits for nothing, so it can begin Tue 24 Nov.',
      'Review begins on its own date, Wed 18 Nov. It should have been done by Thu 19 Nov.',
    ]);
  });

  it('is late only while not done, and takes done work as it went', () => {
    const tasks = [
      task('Open', { startOn: '2026-11-20' }),
      task('Due today', { startOn: '2026-11-24' }),
      task('Early', { startOn: '2026-11-30', durationDays: 3, doneOn: '2026-11-23' }),
      task('After', { predecessorIds: ['Early'] }),
    ];
    const { dates } = scheduleTasks(tasks, days);
    expect([...dates.values()].map(({ late }) => late)).toEqual([true, false, false, false]);
    expect(dates.get('Early')).toMatchObject({ beginsOn: '2026-11-23', endsOn: '2026-11-23' });
    expect(dates.get('After')).toMatchObject({ beginsOn: '2026-11-24' });
  });

  it('names the longest chain, and says when the plan runs over the start of the release', () => {
    const tasks = [
      task('Short', { startOn: '2026-12-03' }),
      task('Migrate data', { startOn: '2026-11-30', durationDays: 3 }),
      task('Load test', { predecessorIds: ['Migrate data'] }),
    ];
    const over = scheduleTasks(tasks, days);
    expect(over).toMatchObject({
      ...{ endsOn: '2026-12-03', chain: ['Migrate data', 'Load test'], runsOver: true },
      why: 'The plan ends Thu 3 Dec, after the planned start of the release, Tue 1 Dec. Load test waits for Migrate data, which ends Wed 2 Dec.',
    });
    expect(scheduleTasks(tasks, { ...days, releaseOn: '2026-12-07' }).why).toBe(
      'The plan ends Thu 3 Dec, 2 working days before the planned start of the release, Mon 7 Dec.',
    );
    expect(scheduleTasks(tasks, { ...days, releaseOn: '2026-12-03' })).toMatchObject({
      runsOver: false,
      why: 'The plan ends Thu 3 Dec, right at the planned start of the release, Thu 3 Dec.',
    });
    expect(scheduleTasks(tasks, { ...days, releaseOn: null }).why).toContain(
      'no planned start yet',
    );
  });

  it('of nothing, and of what is all done, says so', () => {
    expect(scheduleTasks([], days)).toMatchObject({ endsOn: null, chain: [], runsOver: false });
    const done = scheduleTasks([task('A', { doneOn: '2026-11-23' })], days);
    expect(done.why).toBe('Everything is done, the last of it Mon 23 Nov.');
  });

  it('lets a circle or a predecessor that is gone hold nothing, as merged copies may have them', () => {
    const tasks = [
      task('A', { predecessorIds: ['B', 'gone'], startOn: '2026-11-24' }),
      task('B', { predecessorIds: ['A'] }),
    ];
    expect(datesOf(tasks)).toEqual({ A: '2026-11-25 2026-11-25', B: '2026-11-24 2026-11-24' });
  });
});

/** Tasks that wait only for earlier ones, so that there is no circle. */
const somePlan = fc
  .array(
    fc.record({
      milestone: fc.boolean(),
      durationDays: fc.integer({ min: 1, max: 30 }),
      startsIn: fc.option(fc.integer({ min: -40, max: 80 })),
      doneIn: fc.option(fc.integer({ min: -40, max: 0 }), { freq: 5 }),
      waitsFor: fc.uniqueArray(fc.nat({ max: 11 }), { maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((drafts) =>
    drafts.map((draft, index) =>
      task(`T${index}`, {
        kind: draft.milestone ? 'milestone' : 'task',
        durationDays: draft.milestone ? 0 : draft.durationDays,
        startOn: draft.startsIn === null ? null : plusDays(days.today, draft.startsIn),
        doneOn: draft.doneIn === null ? null : plusDays(days.today, draft.doneIn),
        predecessorIds: draft.waitsFor.filter((each) => each < index).map((each) => `T${each}`),
      }),
    ),
  );
const someWeek = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 });

describe('every schedule', () => {
  it('begins nothing before its predecessors end, on working days, for as long as it takes', () => {
    fc.assert(
      fc.property(somePlan, someWeek, fc.boolean(), (tasks, workingDays, turned) => {
        const given = turned ? tasks.toReversed() : tasks;
        const { dates } = scheduleTasks(given, { ...days, workingDays });
        for (const each of tasks.filter(({ doneOn }) => doneOn === null)) {
          const { beginsOn, endsOn } = dates.get(each.id) ?? { beginsOn: '', endsOn: '' };
          expect(isWorkingDay(beginsOn, workingDays)).toBe(true);
          expect(isWorkingDay(endsOn, workingDays)).toBe(true);
          expect(workingDaysIn(beginsOn, endsOn, workingDays)).toBe(Math.max(1, each.durationDays));
          if (each.startOn !== null) expect(beginsOn >= each.startOn).toBe(true);
          for (const id of each.predecessorIds) {
            const end = dates.get(id)?.endsOn ?? '';
            expect(each.kind === 'milestone' ? beginsOn >= end : beginsOn > end).toBe(true);
          }
        }
      }),
    );
  });

  it('ends with its chain, in which each waits for the one before it without a gap', () => {
    fc.assert(
      fc.property(somePlan, someWeek, (tasks, workingDays) => {
        const { dates, chain, endsOn } = scheduleTasks(tasks, { ...days, workingDays });
        expect(dates.get(chain.at(-1) ?? '')?.endsOn).toBe(endsOn);
        chain.slice(1).forEach((id, index) => {
          const own = tasks.find((each) => each.id === id);
          expect(own?.predecessorIds).toContain(chain[index]);
          const before = dates.get(chain[index] ?? '');
          const at = dates.get(id);
          if (own?.doneOn !== null || before === undefined) return;
          expect((at?.beginsOn ?? '') <= plusWorkingDays(before.endsOn, 1, workingDays)).toBe(true);
        });
      }),
    );
  });
});
