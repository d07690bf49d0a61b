import type { Ledger } from '../ledger.ts';
import type { OpenRow, Reckoning, RowIn, RowOut } from '../measure.ts';
import type { Gate, Release } from '../rows.ts';
import { median } from '../times.ts';
import { covered } from '../waiting.ts';
import { leftOut, minutesBetween, outsideOf } from '../window.ts';

/**
 * How long each release waited on gates asked for in the window, counted once while several waited.
 * A release with one of them undecided is counted as open, with its waiting until now.
 */
export function gateWaitingTime(ledger: Ledger): Reckoning {
  const rows: RowIn[] = [];
  const excluded: RowOut[] = [];
  const open: OpenRow[] = [];
  for (const release of ledger.releases) {
    const { id, gates } = release;
    const asked = gates.filter(({ requestedAt }) => outsideOf(ledger, requestedAt) === null);
    const minutes = minutesBetween(0, covered(asked.map((gate) => spanOf(gate, ledger))));
    if (asked.length === 0) excluded.push(leftOut('release', id, whyNone(release, ledger)));
    else if (asked.some((gate) => isPending(gate, ledger))) {
      excluded.push(leftOut('release', id, 'stillWaiting'));
      open.push({ id, kind: 'release', minutes });
    } else rows.push({ ...decided, id, kind: 'release', minutes });
  }
  return median({ counted: 'release', rows, excluded, open });
}

/** From the request of each gate to its decision, for gates asked for in the window. */
export function approvalTurnaround(ledger: Ledger): Reckoning {
  const rows: RowIn[] = [];
  const excluded: RowOut[] = [];
  const open: OpenRow[] = [];
  for (const release of ledger.releases) {
    for (const gate of release.gates) {
      const id = `${release.id} · ${gate.name}`;
      const outside = outsideOf(ledger, gate.requestedAt);
      const { from, to } = spanOf(gate, ledger);
      const minutes = minutesBetween(from, to);
      if (outside !== null) excluded.push(leftOut('gate', id, outside, release.id));
      else if (isPending(gate, ledger)) {
        excluded.push(leftOut('gate', id, 'stillWaiting', release.id));
        open.push({ id, kind: 'gate', minutes });
      } else if (to < from) excluded.push(leftOut('gate', id, 'negativeSpan', release.id));
      else rows.push({ ...decided, id, kind: 'gate', minutes });
    }
  }
  return median({ counted: 'gate', rows, excluded, open });
}

const decided = { counts: true, reason: 'decided', causes: [] } as const;

/** Until the decision, or until now where there is none yet. */
function spanOf({ requestedAt, decidedAt }: Gate, { settings, horizon }: Ledger) {
  const to = decidedAt === null || decidedAt >= horizon ? settings.asOf : decidedAt;
  return { from: requestedAt, to };
}

function isPending({ decidedAt }: Gate, { horizon }: Ledger): boolean {
  return decidedAt === null || decidedAt >= horizon;
}

function whyNone({ gates: [first] }: Release, ledger: Ledger) {
  return first === undefined ? 'noGates' : (outsideOf(ledger, first.requestedAt) ?? 'noGates');
}
