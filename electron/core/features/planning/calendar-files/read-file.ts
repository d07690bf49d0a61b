import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import type { Context, RunningProgress } from '#core/context.ts';
import { codeOf } from '#core/database/failures.ts';
import { locateFile } from '#core/given-file.ts';
import type { Parsed } from '#shared/contract/index.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { emptyHead, readEvents } from '#shared/rules/planning/ics/components.ts';
import type { CalendarHead } from '#shared/rules/planning/ics/components.ts';
import { contentLines } from '#shared/rules/planning/ics/content-lines.ts';
import { createGroups } from '#shared/rules/planning/ics/event-groups.ts';
import type { EventGroup } from '#shared/rules/planning/ics/event-groups.ts';
import { readEvent } from '#shared/rules/planning/ics/events.ts';
import type { ReadEvent } from '#shared/rules/planning/ics/events.ts';
import { zoneNamed } from '#shared/rules/planning/ics/zones.ts';
import { zone as zoneName } from '#shared/model/primitives.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';

export type Reading = Omit<Parsed<'calendar.readIcs'>, 'progressId'>;

/** A whole file, read; nothing of the workspace has come into it yet but its zone. */
export type ReadCalendar = {
  head: CalendarHead;
  zone: string;
  digest: string;
  events: { uid: string; event: ReadEvent }[];
  /** Zones nobody knows by name, with how many events are in each, and what they were said to be. */
  unknownZones: Map<string, { events: number; zone: string | null }>;
};

/** What the windows that are here by now say of the events they came from. */
type HeldByUid = ReadonlyMap<string, { recurrence: string; zone: string }>;

const mostBytes = 64 * 1024 * 1024;
/** Between two of these others of the core get their turn, and whoever cancelled is heard. */
const slice = 500;

/** Reads a calendar file, in slices. Refuses one that is none, too long, or cut off. */
export async function readCalendar(
  input: Reading,
  context: Context,
  progress: RunningProgress,
  held: HeldByUid,
): Promise<ReadCalendar> {
  const bytes = await bytesOf(input, context);
  const head = emptyHead();
  const collected = createGroups();
  let found = 0;
  for (const event of readEvents(contentLines(bytes), head)) {
    collected.add(event);
    found += 1;
    if (found % slice === 0) await pause(progress);
  }
  const groups = collected.groups();
  const zone = input.zone ?? zoneOrNull(head.zone) ?? readWorkspace(context.store).zone;
  const zones = createZones(input, head, remembered(groups, held));
  const recurrenceOf = (uid: string) => held.get(uid)?.recurrence;
  const around = { zone, zoneOf: zones.of, recurrenceOf };
  const events: ReadCalendar['events'] = [];
  for (const group of groups) {
    events.push({ uid: group.uid, event: readEvent(group, around) });
    if (events.length % slice !== 0) continue;
    progress.report(events.length, groups.length);
    await pause(progress);
  }
  const digest = createHash('sha256').update(bytes).digest('hex');
  return { head, zone, digest, events, unknownZones: zones.unknown(groups) };
}

async function pause({ signal }: RunningProgress): Promise<void> {
  await setImmediate();
  signal.throwIfAborted();
}

async function bytesOf({ source }: Reading, { platform }: Context): Promise<Uint8Array> {
  if ('text' in source) return Buffer.from(source.text, 'utf8');
  const { path, name } = locateFile(source, platform);
  try {
    const { size } = await stat(path);
    if (size <= mostBytes) return await readFile(path);
  } catch (error) {
    throw new Refusal(
      'not_found',
      `${name} could not be read (${codeOf(error) || 'unknown'}). Choose a file you can read.`,
    );
  }
  throw new Refusal(
    'invalid_input',
    `${name} is larger than 64 MB, which no calendar is. Export a shorter time, or only the calendar of the windows.`,
  );
}

function zoneOrNull(name: string): string | null {
  return name !== '' && zoneName.safeParse(name).success ? name : null;
}

/** Whoever said once which zone one is, is not asked again: the windows that came so have it. */
function remembered(groups: readonly EventGroup[], held: HeldByUid): Map<string, string> {
  const zones = new Map<string, string>();
  for (const group of groups) {
    const zone = held.get(group.uid)?.zone;
    if (zone !== undefined) zones.set(tzidOf(group), zone);
  }
  return zones;
}

function tzidOf({ events }: EventGroup): string {
  return events[0]?.first('DTSTART')?.parameters.get('TZID') ?? '';
}

/** Asked for each time of each event; what a name means is found once. */
function createZones({ zones }: Reading, head: CalendarHead, before: ReadonlyMap<string, string>) {
  const answers = new Map([...before, ...zones.map(({ tzid, zone }) => [tzid, zone] as const)]);
  const found = new Map<string, string | null>();
  const named = (tzid: string) => {
    const known = found.get(tzid);
    if (known !== undefined) return known;
    const zone = zoneNamed(tzid, head.locations.get(tzid));
    found.set(tzid, zone);
    return zone;
  };
  return {
    of: (tzid: string) => named(tzid) ?? answers.get(tzid) ?? null,
    /** Counted by the events that begin in them, answered or not. */
    unknown(groups: readonly EventGroup[]): ReadCalendar['unknownZones'] {
      const counts: ReadCalendar['unknownZones'] = new Map();
      for (const group of groups) {
        const tzid = tzidOf(group);
        if (tzid === '' || named(tzid) !== null) continue;
        const events = (counts.get(tzid)?.events ?? 0) + 1;
        counts.set(tzid, { events, zone: answers.get(tzid) ?? null });
      }
      return counts;
    },
  };
}
