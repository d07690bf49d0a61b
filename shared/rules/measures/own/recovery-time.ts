import type { Ledger } from '../ledger.ts';
import type { OpenRow, Reckoning, RowIn, RowOut } from '../measure.ts';
import { median } from '../times.ts';
import { leftOut, minutesBetween, outsideOf } from '../window.ts';

/**
 * Incident resolved - deployment finished, for each incident that belongs to a production
 * deployment of the window. An open one has no time yet: it is counted with its age since that
 * deployment.
 */
export function recoveryTime(ledger: Ledger): Reckoning {
  const { horizon, settings } = ledger;
  const rows: RowIn[] = [];
  const excluded: RowOut[] = [];
  const open: OpenRow[] = [];
  for (const [id, link] of ledger.incidentLinks(false)) {
    if (!ledger.isInScope(link.to ?? link.incident)) continue;
    if (link.to === null) {
      excluded.push(leftOut('incident', id, link.out, link.of));
      continue;
    }
    const { id: of, finishedAt } = link.to;
    const { resolvedAt } = link.incident;
    const outside = outsideOf(ledger, finishedAt);
    if (outside !== null) excluded.push(leftOut('incident', id, outside, of));
    else if (resolvedAt === null || resolvedAt >= horizon) {
      excluded.push(leftOut('incident', id, 'stillOpen', of));
      open.push({ id, kind: 'incident', minutes: minutesBetween(finishedAt, settings.asOf) });
    } else if (resolvedAt < finishedAt) excluded.push(leftOut('incident', id, 'negativeSpan', of));
    else {
      rows.push({
        ...{ id, kind: 'incident', counts: true, reason: 'recovered' },
        minutes: minutesBetween(finishedAt, resolvedAt),
        causes: [{ what: 'deployment', id: of, link: link.reason }],
      });
    }
  }
  return median({ counted: 'incident', rows, excluded, open });
}
