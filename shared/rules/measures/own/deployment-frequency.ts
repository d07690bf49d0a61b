import { weeksIn } from '../zoned-days.ts';
import type { Ledger } from '../ledger.ts';
import type { Reckoning, RowIn, RowOut } from '../measure.ts';
import type { RowKind } from '#shared/model/measures/terms.ts';
import { leftOut, liveIn, outsideOf } from '../window.ts';
import { everyReleaseOut, whyNoRelease } from './releases-out.ts';

/** Production deployments that reached users, a week of seven calendar days of the zone. */
export function frequencyByDeployment(ledger: Ledger): Reckoning {
  const { rows, out } = liveIn(ledger);
  return aWeek('deployment', rows, out, ledger);
}

/** Releases whose first deployment reached users in the window, a week of seven calendar days of the zone. */
export function frequencyByRelease(ledger: Ledger): Reckoning {
  const all = everyReleaseOut(ledger);
  const out = all.flatMap(({ id, live: [first] }) => {
    const reason = first === undefined ? 'notReleased' : outsideOf(ledger, first.finishedAt);
    return reason === null ? [] : [leftOut('release', id, reason)];
  });
  const leftIds = new Set(out.map(({ id }) => id));
  const rows = all.filter(({ id }) => !leftIds.has(id));
  const { rows: live, out: deploymentsOut } = liveIn(ledger);
  const nameless = live.filter(({ releaseId }) => releaseId === null);
  const reckoned = aWeek(
    'release',
    rows,
    [
      ...out,
      ...nameless.map(({ id }) => leftOut('deployment', id, 'noRelease')),
      ...deploymentsOut.filter(({ reason }) => reason === 'notProduction'),
    ],
    ledger,
  );
  return { ...reckoned, why: whyNoRelease(ledger, rows.length) };
}

function aWeek(
  kind: RowKind,
  rows: readonly { id: string }[],
  excluded: readonly RowOut[],
  { settings }: Ledger,
): Reckoning {
  const weeks = weeksIn(settings);
  const counted = rows.map(({ id }): RowIn => ({
    ...{ id, kind, counts: true, minutes: null, reason: 'wentLive', causes: [] },
  }));
  return {
    ...{ counted: kind, valueIn: 'aWeek', rows: counted, excluded, n: rows.length },
    ...{ numerator: rows.length, denominator: weeks },
    value: rows.length === 0 ? null : rows.length / weeks,
  };
}
