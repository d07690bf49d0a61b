import { window, windowChange } from '#core/database/schema/calendar.ts';
import { holiday, holidayCalendar } from '#core/database/schema/holidays.ts';
import type { Write } from '#core/database/write.ts';
import type { ReadWindow } from '#shared/rules/planning/ics/events.ts';
import type { HeldWindow } from './known-windows.ts';
import type { Reading } from './read-file.ts';
import type { Plan, Step } from './plan.ts';

/** Writes what the plan says, but for what is to be left as it is. Gives the calendar days went to. */
export function applyPlan(
  write: Write,
  { steps, holidayCalendarId }: Plan,
  { holidayCalendar: into }: Reading,
): string | null {
  let calendarId = holidayCalendarId;
  for (const step of steps) {
    if (step.as === 'window') applyWindow(write, step);
    if (step.as !== 'holiday') continue;
    const { plan, read } = step;
    if (!('add' in plan) || plan.state === 'same') continue;
    calendarId ??= makeCalendar(
      write,
      into !== undefined && 'name' in into ? into.name : 'Imported',
    );
    for (const on of plan.add) {
      write.insert(holiday, { calendarId, on, name: read?.name ?? '', uid: step.uid });
    }
    for (const id of plan.rename) write.update(holiday, id, { name: read?.name ?? '' });
    for (const id of plan.remove) write.remove(holiday, id);
  }
  return calendarId;
}

/** Monday to Friday; whoever works otherwise changes it where the calendar stands. */
function makeCalendar(write: Write, name: string): string {
  return write.insert(holidayCalendar, { name, workingDays: [1, 2, 3, 4, 5], region: '' }).id;
}

function applyWindow(write: Write, { plan, read, held, uid }: Extract<Step, { as: 'window' }>) {
  if (read === null) return;
  if (plan.state === 'new') {
    const { id } = write.insert(window, {
      ...{ ...read.times, name: read.name, note: read.note, kind: plan.kind, uid },
      ...{ serviceIds: [], environmentIds: [], regions: [], authorityId: null },
    });
    for (const change of read.changes) write.insert(windowChange, { windowId: id, ...change });
  } else if (plan.state === 'changed' && held !== undefined) {
    const { name, note, times } = read;
    write.update(window, held.id, { ...times, name, note, kind: plan.kind });
    applyChanges(write, held, read);
  } else if (plan.state === 'removed' && held !== undefined) {
    for (const { id } of held.changes) write.remove(windowChange, id);
    write.remove(window, held.id);
  }
}

function applyChanges(write: Write, held: HeldWindow, { changes }: ReadWindow): void {
  const before = new Map(held.changes.map((change) => [change.originalWall, change.id]));
  for (const change of changes) {
    const id = before.get(change.originalWall);
    before.delete(change.originalWall);
    if (id === undefined) write.insert(windowChange, { windowId: held.id, ...change });
    else write.update(windowChange, id, change);
  }
  for (const id of before.values()) write.remove(windowChange, id);
}
