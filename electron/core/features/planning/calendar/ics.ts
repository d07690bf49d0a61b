import ical, { ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import type { ICalEventData } from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import { tzlib_get_ical_block, tzlib_get_timezones } from 'timezones-ical-library';
import type { ReleaseSummary } from '#shared/model/planning/release-views.ts';
import { formatInFull, formatUtc } from '#shared/rules/planning/zoned-time.ts';
import type { PlannedEntry } from './entries.ts';
import { icsLine, icsText } from './ics-text.ts';

export type IcsInput = {
  workspaceName: string;
  entries: readonly PlannedEntry[];
  /** The instant the file speaks of; every DTSTAMP. */
  stamp: string;
  /** Hash of the newest journal entry, null while the journal is empty. */
  head: string | null;
};

/**
 * Planned deployments as an iCalendar file (RFC 5545), the same text for the same input. Events keep
 * their identity over exports, so that importing again updates them. Nothing in it is a link, an
 * attachment or an alarm.
 */
export function renderIcs({ workspaceName, entries, stamp, head }: IcsInput): string {
  const name = icsLine(workspaceName);
  const calendar = ical({
    prodId: { company: 'Slipway', product: 'Slipway', language: 'EN' },
    // The library writes a calendar's own name as it is; as an X property it is escaped.
    x: [
      ['X-WR-CALNAME', `${name}: deployments`],
      ['X-SLIPWAY-AS-OF', stamp],
      ...(head === null ? [] : [['X-SLIPWAY-JOURNAL-HEAD', head] satisfies [string, string]]),
    ],
    // A name here would make it write DTSTAMP in that zone's digits instead of UTC.
    timezone: { name: null, generator: (zone) => zoneBlock(zone)?.block ?? null },
    events: entries.map((each) => eventOf(each, stamp)),
  });
  return `${calendar.toString()}\r\n`;
}

function eventOf({ entry, summary, change }: PlannedEntry, stamp: string): ICalEventData {
  const { deploymentId, startAt, endAt, zone, environment, region, name } = entry;
  // Temporal values only: given a Date and a zone, the library prints the digits of this machine.
  const tzid = zoneBlock(zone)?.tzid ?? null;
  const when = (instant: string) =>
    Temporal.Instant.from(instant).toZonedDateTimeISO(tzid ?? 'UTC');
  const place = region === '' ? environment : `${environment}, ${region}`;
  return {
    id: `${deploymentId}@slipway`,
    stamp: Temporal.Instant.from(stamp),
    start: when(startAt),
    // An end that is not after the start is no valid one.
    end: endAt > startAt ? when(endAt) : null,
    timezone: tzid,
    summary: icsLine(`${name} → ${environment}`),
    location: icsLine(place),
    description: icsText(descriptionOf(entry, summary, change)),
    status: statusOf(summary),
    // A deployment is not an appointment of whoever subscribes to the calendar.
    transparency: ICalEventTransparency.TRANSPARENT,
  };
}

function descriptionOf(
  { startAt, zone }: PlannedEntry['entry'],
  { type, phase, outcome, risk, readiness }: ReleaseSummary,
  change: PlannedEntry['change'],
): string {
  const blocked = readiness?.firstInTheWay;
  const lines = [
    `${sentence(type)} release, ${outcome === null ? `in ${phase}` : outcomeWords[outcome]}`,
    `Starts ${formatInFull(startAt, zone)} (${formatUtc(startAt)})`,
    ...(change.number === '' && change.url === '' ? [] : [changeLine(change)]),
    [`Risk ${risk.band}: ${risk.arithmetic}`, ...risk.raisedBy].join('; raised by '),
    ...(readiness === null ? [] : [`Gates: ${readiness.passed} of ${readiness.total} passed`]),
    ...(blocked ? [`First in the way: ${blocked.gate}. ${sentence(blocked.summary)}`] : []),
  ];
  return lines.join('\n');
}

/** Both are typed by people: on one line they cannot pass for another one of the description. */
function changeLine({ number, url }: PlannedEntry['change']): string {
  return icsLine(['Change', number, url === '' ? '' : `(${url})`].filter(Boolean).join(' '));
}

const outcomeWords = {
  released: 'released',
  'rolled-back': 'rolled back',
  cancelled: 'cancelled',
} as const;

/** Confirmed once it is over or nothing stands in its way. */
function statusOf({ outcome, readiness }: ReleaseSummary): ICalEventStatus {
  if (outcome === 'cancelled') return ICalEventStatus.CANCELLED;
  const certain = outcome !== null || readiness?.firstInTheWay === null;
  return certain ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE;
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * The VTIMEZONE of a zone with the name it goes by there: `US/Eastern` is written as
 * America/New_York. Null for a zone the library does not know; its times are then given in UTC.
 */
function zoneBlock(zone: string): { block: string; tzid: string } | null {
  // Asked first: the library prints to the console about a name it does not know.
  if (!tzlib_get_timezones().includes(zone)) return null;
  const [block, line] = tzlib_get_ical_block(zone);
  if (block === undefined || line === undefined) return null;
  return { block, tzid: line.replace(/^TZID=/, '') };
}
