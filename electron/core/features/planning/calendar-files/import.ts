import { setImmediate } from 'node:timers/promises';
import { asc } from 'drizzle-orm';
import type { Context } from '#core/context.ts';
import { window } from '#core/database/schema/calendar.ts';
import { holiday, holidayCalendar } from '#core/database/schema/holidays.ts';
import { alive, oneOf } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Write } from '#core/database/write.ts';
import { reported } from '#core/reported.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { applyPlan } from './apply.ts';
import { windowsByUid } from './known-windows.ts';
import { countSteps, firstOfEach, planImport } from './plan.ts';
import type { Plan } from './plan.ts';
import { readCalendar } from './read-file.ts';
import type { ReadCalendar, Reading } from './read-file.ts';

/** Rows of each state that are told; all are counted. */
const mostTold = 1_000;

export async function readIcs(
  input: Parsed<'calendar.readIcs'>,
  context: Context,
): Promise<Output<'calendar.readIcs'>> {
  const { calendar, plan } = await readAndPlan(input, context, () => undefined);
  const { steps, gone } = plan;
  const { head, zone, digest, unknownZones } = calendar;
  return {
    name: head.name.slice(0, 200).toWellFormed(),
    zone,
    digest,
    counts: countSteps(steps),
    events: firstOfEach(steps, mostTold),
    zones: [...unknownZones].slice(0, 100).map(([tzid, told]) => ({ tzid, ...told })),
    withoutKind: calendar.events.filter(({ event }) => 'read' in event && event.read.kind === null)
      .length,
    holidayCalendars: listCalendars(context.store),
    gone: tellGone(context.store, input, gone.slice(0, mostTold)),
  };
}

/** Nothing is written before the whole file was read; then all of it is, as one edit. */
export async function importIcs(
  input: Parsed<'calendar.importIcs'>,
  context: Context,
): Promise<Output<'calendar.importIcs'>> {
  context.requireActor();
  if (input.as === 'holidays' && input.holidayCalendar === undefined) {
    const message =
      'Days off go into a holiday calendar. Choose one, or give a name for a new one.';
    throw new Refusal('invalid_input', message, { holidayCalendar: 'is missing; choose one' });
  }
  const leaveOut = new Set(input.leaveOut);
  const { plan, head } = await readAndPlan(input, context, (calendar) => {
    refuseOther(input, calendar);
    refuseUnknownZones(calendar, leaveOut);
  });
  const steps = plan.steps.filter(({ uid }) => !leaveOut.has(uid));
  const counts = countSteps(steps);
  const writeAll = (write: Write) => {
    // It was read and judged in several goes: somebody may have changed a window of it meanwhile.
    if ((context.store.head()?.hash ?? null) !== head) {
      throw new Refusal(
        'conflict',
        'The workspace was changed while the file was read. Nothing was imported. Look at the file again, then accept it.',
      );
    }
    return applyPlan(write, { ...plan, steps }, input);
  };
  const count = counts.new + counts.changed + counts.removed;
  if (count === 0) return { counts, holidayCalendarId: plan.holidayCalendarId };
  const what = `Write ${count.toLocaleString('en')} ${count === 1 ? 'event' : 'events'}`;
  const holidayCalendarId = await reported(what, input, context, async () => {
    // While it writes, the core answers nobody: what it is at is told before.
    await setImmediate();
    return context.transact(writeAll);
  });
  return { counts, holidayCalendarId };
}

function refuseOther({ digest }: Parsed<'calendar.importIcs'>, calendar: ReadCalendar): void {
  if (digest !== undefined && digest !== calendar.digest) {
    throw new Refusal(
      'conflict',
      'The file was changed since it was looked at. Nothing was imported. Look at it again, then accept it.',
    );
  }
}

type ReadPlan = {
  calendar: ReadCalendar;
  plan: Plan;
  /** The head of the journal all of it was judged at. */
  head: string | null;
};

function readAndPlan(
  input: Reading & { progressId?: string | undefined },
  context: Context,
  check: (calendar: ReadCalendar) => void,
): Promise<ReadPlan> {
  const head = context.store.head()?.hash ?? null;
  const held = windowsByUid(context.store);
  return reported('Read the calendar file', input, context, async (progress) => {
    const calendar = await readCalendar(input, context, progress, held);
    check(calendar);
    return { calendar, plan: await planImport(input, calendar, context, progress), head };
  });
}

/** A freeze at a guessed hour is worse than none: whoever imports says which zone it is. */
function refuseUnknownZones({ events }: ReadCalendar, leaveOut: ReadonlySet<string>): void {
  const zones = new Set(
    events.flatMap(({ uid, event }) =>
      'refused' in event && event.refused.zone !== '' && !leaveOut.has(uid)
        ? [event.refused.zone]
        : [],
    ),
  );
  const [first] = zones;
  if (first === undefined) return;
  const others = zones.size === 1 ? '' : ` and ${zones.size - 1} more`;
  const message = `Expected zones that are known, found “${first.slice(0, 80)}”${others}. Nothing was imported. Say which zone it is, or leave its events out.`;
  throw new Refusal('invalid_input', message, { zones: 'has a zone without an answer' });
}

function listCalendars({ orm }: Store): { id: string; name: string }[] {
  return orm
    .select({ id: holidayCalendar.id, name: holidayCalendar.name })
    .from(holidayCalendar)
    .where(alive(holidayCalendar))
    .orderBy(asc(holidayCalendar.name), asc(holidayCalendar.id))
    .all();
}

function tellGone(
  { orm }: Store,
  { as }: Reading,
  ids: readonly string[],
): Output<'calendar.readIcs'>['gone'] {
  if (as === 'windows') {
    const rows = orm
      .select()
      .from(window)
      .where(alive(window, oneOf(window.id, ids)))
      .all();
    return rows.map(({ id, name, startWall }) => ({ id, name, on: startWall.slice(0, 10) }));
  }
  const rows = orm
    .select()
    .from(holiday)
    .where(alive(holiday, oneOf(holiday.id, ids)))
    .all();
  return rows.map(({ id, name, on }) => ({ id, name, on }));
}
