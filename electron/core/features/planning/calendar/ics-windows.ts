import { ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import type { ICalEventData } from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import { icsLine, icsText } from '#shared/rules/planning/ics/clean-text.ts';
import { isByRule, ruleInUtc } from '#shared/rules/planning/ics/written-rule.ts';
import { endInstant, startInstant, wallMs } from '#shared/rules/planning/windows/wall-clock.ts';
import type { FiledWindow } from './filed-windows.ts';
import { zoneBlock } from './ics-zones.ts';

/**
 * A window as events: itself, and each occurrence that differs. Beside what every calendar reads
 * stands in X properties what it would lose: times that clocks skip, and the rule as it was typed.
 */
export function windowEvents(filed: FiledWindow, stamp: string): ICalEventData[] {
  const { row, changes } = filed;
  const tzid = zoneBlock(row.zone)?.tzid ?? row.zone;
  const shared = {
    id: icsLine(row.uid === '' ? `${row.id}@slipway` : row.uid),
    sequence: filed.sequence,
    stamp: Temporal.Instant.from(stamp),
    timezone: tzid,
    summary: icsLine(row.name),
    transparency: ICalEventTransparency.TRANSPARENT,
  };
  const removed = row.deletedHlc !== null;
  const main: ICalEventData = {
    ...shared,
    ...spanOf(row.startWall, row.endWall, tzid),
    description: row.note === '' ? null : icsText(row.note),
    location: filed.scope === '' ? null : icsLine(filed.scope),
    categories: [{ name: row.kind.toUpperCase() }],
    status: removed ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    repeating: row.recurrence === '' ? null : recurrenceLines(filed, tzid),
    x: [
      ['X-SLIPWAY-KIND', row.kind],
      ...(tzid === row.zone ? [] : [['X-SLIPWAY-ZONE', row.zone] satisfies [string, string]]),
      ['X-SLIPWAY-START', digits(row.startWall)],
      ['X-SLIPWAY-END', digits(row.endWall)],
      ...(row.recurrence === ''
        ? []
        : [['X-SLIPWAY-RECURRENCE', icsLine(row.recurrence)] satisfies [string, string]]),
    ],
  };
  if (removed) return [main];
  return [main, ...changes.flatMap((change) => changeEvents(filed, change, tzid, shared))];
}

type Change = FiledWindow['changes'][number];

function changeEvents(
  { row }: FiledWindow,
  change: Change,
  tzid: string,
  shared: ICalEventData extends infer D ? Partial<D> : never,
): ICalEventData[] {
  const { originalWall, skipped, note } = change;
  // A date in a list says that it is left out; only why needs an event of its own.
  if (skipped && note === '' && row.recurrence !== '') return [];
  const length = wallMs(row.endWall) - wallMs(row.startWall);
  const startWall = change.startWall ?? originalWall;
  const endWall = change.endWall ?? new Date(wallMs(startWall) + length).toISOString().slice(0, 16);
  return [
    {
      ...shared,
      ...spanOf(startWall, endWall, tzid),
      recurrenceId: zoned(startInstant(originalWall, tzid), tzid),
      status: skipped ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      x: [
        ['X-SLIPWAY-ORIGINAL', digits(originalWall)],
        ['X-SLIPWAY-START', digits(startWall)],
        ['X-SLIPWAY-END', digits(endWall)],
        ['X-SLIPWAY-NOTE', icsText(note)],
      ],
    },
  ];
}

/** The rule, what it leaves out, and what comes beside it. */
function recurrenceLines({ row, changes }: FiledWindow, tzid: string): string {
  const lines = [`RRULE:${icsLine(ruleInUtc(row))}`];
  const list = (name: string, walls: readonly string[]) => {
    if (walls.length === 0) return;
    lines.push(`${name};TZID=${tzid}:${walls.map(digits).join(',')}`);
  };
  const walls = (kept: (change: Change) => boolean) =>
    changes.filter(kept).map(({ originalWall }) => originalWall);
  list(
    'EXDATE',
    walls(({ skipped }) => skipped),
  );
  list(
    'RDATE',
    walls(({ skipped, originalWall }) => !skipped && !isByRule(row, originalWall)),
  );
  return lines.join('\r\n');
}

function spanOf(startWall: string, endWall: string, tzid: string) {
  const start = startInstant(startWall, tzid);
  const end = endInstant(endWall, tzid);
  return { start: zoned(start, tzid), end: end > start ? zoned(end, tzid) : null };
}

function zoned(ms: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
}

function digits(wall: string): string {
  return `${wall.replaceAll(/[-:]/g, '')}00`;
}
