import type { PartTable } from '#core/database/plain-rows.ts';
import { dependency, stakeholder, task } from '#core/database/schema/plan.ts';
import type { Plain } from '#core/database/select.ts';
import type { Write } from '#core/database/write.ts';
import { plusDays } from '#shared/rules/planning/zoned-time.ts';

type Parts = <T extends PartTable>(table: T) => Plain<T>[];

/**
 * Copies tasks, dependencies and stakeholders to another release: dates moved by so many days, nothing
 * done, everything open. Predecessors are those of the copy.
 */
export function copyPlan(write: Write, parts: Parts, releaseId: string, days: number): void {
  const moved = (date: string | null) => (date === null ? null : movedDate(date, days));
  const copies = new Map<string, string>();
  const tasks = parts(task);
  for (const { id, kind, title, startOn, durationDays, ownerId, note, order } of tasks) {
    const copy = write.insert(task, {
      ...{ releaseId, kind, title, durationDays, ownerId, note, order },
      ...{ startOn: moved(startOn), predecessorIds: [], doneOn: null },
    });
    copies.set(id, copy.id);
  }
  for (const { id, predecessorIds } of tasks) {
    const copy = copies.get(id);
    const own = predecessorIds.flatMap((each) => copies.get(each) ?? []);
    if (copy !== undefined && own.length > 0) write.update(task, copy, { predecessorIds: own });
  }
  for (const row of parts(dependency)) {
    const { kind, title, targetReleaseId, ownerId, neededOn, lagDays, expectedOn, note } = row;
    write.insert(dependency, {
      ...{ releaseId, kind, title, targetReleaseId, ownerId, lagDays, note },
      // What comes from outside comes when it comes, whenever the copy starts.
      ...{ state: 'open', neededOn: moved(neededOn), expectedOn },
    });
  }
  for (const { personId, name, interest, involvement, contact } of parts(stakeholder)) {
    write.insert(stakeholder, { releaseId, personId, name, interest, involvement, contact });
  }
}

/** A date beyond the year 9999 cannot be written: none is better than one that cannot be read. */
function movedDate(date: string, days: number): string | null {
  const moved = plusDays(date, days);
  return /^\d{4}-/.test(moved) ? moved : null;
}
