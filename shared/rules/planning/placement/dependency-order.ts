import { Temporal } from 'temporal-polyfill';
import { plusWorkingDays } from '../working-days.ts';
import { dateIn, formatDate } from '../zoned-time.ts';
import type { Clash, Judged, Order, Placed } from './ground.ts';
import { momentInWords, workingDaysInWords } from './times.ts';

const rule =
  'A release starts after what it depends on has ended, with the working days between them that were agreed.';

/** What has to be over before the release starts, and what waits for it to be over. */
export function outOfOrder(placed: readonly Placed[], { orders, work }: Judged): Clash[] {
  const lead = placed.find(({ leads }) => leads);
  if (lead === undefined) return [];
  const end = Math.max(...placed.map(({ to }) => to));
  return orders.flatMap((order): Clash[] => {
    const what = whyNot(order, lead, end, work.workingDays);
    if (what === null) return [];
    const { kind, id, name, at } = order;
    return [
      {
        ...{ key: 'dependency-order', severity: 'needs-exception', zone: order.zone },
        subject: { kind, id, name },
        places: [lead.environment],
        times: at === null ? null : { from: at, to: at },
        words: (now) => ({
          what: what(now),
          scope: '',
          rule,
          override: 'A second person can grant an exception.',
          arithmetic:
            order.lagDays === 0 ? null : `${workingDaysInWords(order.lagDays)} between them`,
        }),
      },
    ];
  });
}

function whyNot(
  { comes, name, at, on, never, lagDays, zone }: Order,
  lead: Placed,
  end: number,
  workingDays: readonly number[],
): ((now: number) => string) | null {
  if (never !== null) return () => never;
  const gap = lagDays === 0 ? '' : `, and ${workingDaysInWords(lagDays)} lie between them`;
  if (comes === 'after') {
    if (at === null || at >= plusLag(end, lagDays, lead.zone, workingDays)) return null;
    return (now) =>
      `${name} waits for this release and starts ${momentInWords(at, zone, now)}, before it would be over (${momentInWords(end, lead.zone, now)})${gap}.`;
  }
  if (at !== null) {
    const earliest = plusLag(at, lagDays, zone, workingDays);
    if (lead.from >= earliest) return null;
    return (now) =>
      `${name}, which this release depends on, ends ${momentInWords(at, zone, now)}${gap}: it can start ${momentInWords(earliest, lead.zone, now)} at the earliest.`;
  }
  if (on === null) return null;
  const earliest = plusWorkingDays(on, lagDays, workingDays);
  const startOn = dateIn(new Date(lead.from).toISOString(), lead.zone);
  if (startOn >= earliest) return null;
  return () =>
    `${name}, which this release depends on, is expected ${formatDate(on, startOn)}${gap}: it can start ${formatDate(earliest, startOn)} at the earliest.`;
}

/** So many working days later, at the same time of day. */
function plusLag(ms: number, days: number, zone: string, workingDays: readonly number[]): number {
  if (days === 0) return ms;
  const at = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
  const date = plusWorkingDays(at.toPlainDate().toString(), days, workingDays);
  return Temporal.PlainDate.from(date).toPlainDateTime(at.toPlainTime()).toZonedDateTime(zone)
    .epochMilliseconds;
}
