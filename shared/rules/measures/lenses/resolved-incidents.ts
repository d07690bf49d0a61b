import type { Ledger } from '../ledger.ts';
import type { RowIn, RowOut } from '../measure.ts';
import { leftOut, minutesBetween, outsideOf } from '../window.ts';

/** Incidents by the time from their creation to their end, which lies in the window. */
export function resolvedIn(ledger: Ledger): { rows: RowIn[]; excluded: RowOut[] } {
  const rows: RowIn[] = [];
  const excluded: RowOut[] = [];
  for (const { id, createdAt, resolvedAt } of ledger.incidents) {
    const reason = resolvedAt === null ? 'stillOpen' : whyOut(ledger, createdAt, resolvedAt);
    if (reason !== null || resolvedAt === null) {
      excluded.push(leftOut('incident', id, reason ?? 'stillOpen'));
      continue;
    }
    rows.push({
      ...{ id, kind: 'incident', counts: true, reason: 'restored', causes: [] },
      minutes: minutesBetween(createdAt, resolvedAt),
    });
  }
  return { rows, excluded };
}

function whyOut(ledger: Ledger, createdAt: number, resolvedAt: number) {
  return outsideOf(ledger, resolvedAt) ?? (resolvedAt < createdAt ? 'negativeSpan' : null);
}
