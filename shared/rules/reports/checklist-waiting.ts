import type { ChecklistRow } from '#shared/model/governance/checklists.ts';
import type { WaitingItem } from '#shared/model/reports/today.ts';
import { daysBetween, formatDate } from '../planning/zoned-time.ts';

/** Earlier than this nobody is reminded of the day: the list of all items tells the rest. */
const mostDaysAhead = 2;

/**
 * The checklist items that are due from one person, release by release: a list of twenty is one thing
 * to sit down to, not twenty.
 */
export function checklistWaiting(rows: readonly ChecklistRow[], today: string): WaitingItem[] {
  const due = rows.filter(
    (row) =>
      row.state === 'open' &&
      row.mine === 'owner' &&
      row.due !== null &&
      daysBetween(today, row.due) <= mostDaysAhead,
  );
  return [...Map.groupBy(due, ({ releaseId }) => releaseId).values()].flatMap((ofRelease) => {
    const [first, ...more] = ofRelease.toSorted((a, b) => ((a.due ?? '') < (b.due ?? '') ? -1 : 1));
    if (first === undefined || first.due === null) return [];
    const late = first.due < today;
    const on = formatDate(first.due, today);
    return [
      {
        ...{ key: `checklist ${first.releaseId}`, kind: 'checklist', gateId: null },
        ...{ releaseId: first.releaseId, release: first.release },
        what:
          more.length === 0
            ? `Settle “${first.text}”`
            : `Settle ${more.length + 1} checklist items of ${first.release}`,
        why:
          more.length === 0
            ? `${first.release}, checklist of ${first.phase}`
            : `The first is “${first.text}”`,
        due: late ? `was due ${on}` : `due ${on}`,
        late,
        place: { subject: 'checklist-item', id: first.id },
      },
    ];
  });
}
