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
import type { ReadEvent, Surroundings } from '#shared/rules/planning/ics/events.ts';
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
  /** Zones nobody knows by name, with how many events are in each. */
  unknownZones: Map<string, number>;
};

const mostBytes = 64 * 1024 * 1024;
/** Between two of these others of the core get their turn, and whoever cancelled is heard. */
const slice = 500;

/** Reads a calendar file, in slices. Refuses one that is none, too long, or cut off. */
export async function readCalendar(
  input: Reading,
  context: Context,
  progress: RunningProgress,
  recurrenceOf: Surroundings['recurrenceOf'],
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
  const zone = input.zone ?? known(head.zone) ?? readWorkspace(context.store).zone;
  const zones = createZones(input, head);
  const around = { zone, zoneOf: zones.of, search: { vain: 0 }, recurrenceOf };
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

function known(name: string): string | null {
  return name !== '' && zoneName.safeParse(name).success ? name : null;
}

/** Asked for each time of each event; what a name means is found once. */
function createZones({ zones }: Reading, head: CalendarHead) {
  const answers = new Map(zones.map(({ tzid, zone }) => [tzid, zone]));
  const found = new Map<string, string | null>();
  const named = (tzid: string) => {
    const before = found.get(tzid);
    if (before !== undefined) return before;
    const zone = zoneNamed(tzid, head.locations.get(tzid));
    found.set(tzid, zone);
    return zone;
  };
  return {
    of: (tzid: string) => named(tzid) ?? answers.get(tzid) ?? null,
    /** Counted by the events that begin in them, answered or not. */
    unknown(groups: readonly EventGroup[]) {
      const counts = new Map<string, number>();
      for (const { events } of groups) {
        const tzid = events[0]?.first('DTSTART')?.parameters.get('TZID') ?? '';
        if (tzid !== '' && named(tzid) === null) counts.set(tzid, (counts.get(tzid) ?? 0) + 1);
      }
      return counts;
    },
  };
}
