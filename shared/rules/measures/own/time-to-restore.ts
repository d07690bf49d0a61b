import type { Ledger } from '../ledger.ts';
import type { OpenRow, Reckoning, RowIn, RowOut } from '../measure.ts';
import { median } from '../times.ts';
import { leftOut, minutesBetween, outsideOf } from '../window.ts';

/**
 * Incident resolved - incident detected, for each incident detected in the window, whatever it
 * belongs to. An open one has no time yet: it is counted with its age.
 */
export function timeToRestore(ledger: Ledger): Reckoning {
  const { horizon, settings } = ledger;
  const rows: RowIn[] = [];
  const excluded: RowOut[] = [];
  const open: OpenRow[] = [];
  for (const { id, createdAt, resolvedAt } of ledger.incidents) {
    const outside = outsideOf(ledger, createdAt);
    if (outside !== null) excluded.push(leftOut('incident', id, outside));
    else if (resolvedAt === null || resolvedAt >= horizon) {
      excluded.push(leftOut('incident', id, 'stillOpen'));
      open.push({ id, kind: 'incident', minutes: minutesBetween(createdAt, settings.asOf) });
    } else if (resolvedAt < createdAt) excluded.push(leftOut('incident', id, 'negativeSpan'));
    else {
      rows.push({
        ...{ id, kind: 'incident', counts: true, reason: 'restored', causes: [] },
        minutes: minutesBetween(createdAt, resolvedAt),
      });
    }
  }
  return median({ counted: 'incident', rows, excluded, open });
}
