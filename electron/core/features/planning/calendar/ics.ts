import ical, { ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import type { ICalEventData } from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import type { ReleaseSummary } from '#shared/model/planning/release-views.ts';
import { formatInFull, formatUtc } from '#shared/rules/planning/zoned-time.ts';
import type { PlannedEntry } from './entries.ts';
import type { GoneEntry } from './gone.ts';
import { windowEvents } from './ics-windows.ts';
import { zoneBlock } from './ics-zones.ts';
import type { FiledWindow } from './filed-windows.ts';
import { icsLine, icsText } from '#shared/rules/planning/ics/clean-text.ts';

export type IcsInput = {
  workspaceName: string;
  entries: readonly PlannedEntry[];
  /** What was planned once and no longer is: calendars that have it take it out. */
  gone: readonly GoneEntry[];
  windows: readonly FiledWindow[];
  /** The instant the file speaks of; every DTSTAMP. */
  stamp: string;
  /** Hash of the newest journal entry, null while the journal is empty. */
  head: string | null;
};

/**
 * Planned deployments as an iCalendar file (RFC 5545), the same text for the same input. Events keep
 * their identity over exports, and count their changes, so that importing again updates them. Nothing in it is a link, an
 * attachment or an alarm.
 */
export function renderIcs(input: IcsInput): string {
  const { workspaceName, entries, gone, windows, stamp, head } = input;
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
    events: [
      ...entries.map((each) => eventOf(each, stamp)),
      ...gone.map((each) => goneEvent(each, stamp)),
      ...windows.flatMap((each) => windowEvents(each, stamp)),
    ],
  });
  return `${calendar.toString()}\r\n`;
}

function eventOf(planned: PlannedEntry, stamp: string): ICalEventData {
  const { entry, summary, change, sequence } = planned;
  const { deploymentId, startAt, endAt, zone, environment, region, name } = entry;
  // Temporal values only: given a Date and a zone, the library prints the digits of this machine.
  const tzid = zoneBlock(zone)?.tzid ?? null;
  const when = (instant: string) =>
    Temporal.Instant.from(instant).toZonedDateTimeISO(tzid ?? 'UTC');
  const place = region === '' ? environment : `${environment}, ${region}`;
  return {
    id: `${deploymentId}@slipway`,
    sequence,
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

function goneEvent(gone: GoneEntry, stamp: string): ICalEventData {
  const { deploymentId, startAt, endAt, zone, name, environment, sequence } = gone;
  const tzid = zoneBlock(zone)?.tzid ?? null;
  const when = (ms: number) =>
    Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(tzid ?? 'UTC');
  return {
    id: `${deploymentId}@slipway`,
    sequence,
    stamp: Temporal.Instant.from(stamp),
    start: when(startAt),
    end: endAt > startAt ? when(endAt) : null,
    timezone: tzid,
    summary: icsLine(`${name} → ${environment}`),
    description: 'No longer planned.',
    status: ICalEventStatus.CANCELLED,
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
