import { eq } from 'drizzle-orm';
import type { Context, RunningProgress } from '#core/context.ts';
import { mapInSlices } from '#core/in-slices.ts';
import { holidayCalendar } from '#core/database/schema/holidays.ts';
import { alive } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { importStates } from '#shared/model/planning/calendar-files.ts';
import type {
  ImportedEvent,
  ImportState,
  ImportStateCounts,
} from '#shared/model/planning/calendar-files.ts';
import type { ReadWindow } from '#shared/rules/planning/ics/events.ts';
import { planHoliday } from '#shared/rules/planning/ics/holiday-plan.ts';
import type { HolidayPlan } from '#shared/rules/planning/ics/holiday-plan.ts';
import { planWindow } from '#shared/rules/planning/ics/window-plan.ts';
import type { WindowPlan } from '#shared/rules/planning/ics/window-plan.ts';
import { goneFrom, holidaysOf, isOwnDeployment, windowsByUid } from './known-windows.ts';
import type { HeldWindow } from './known-windows.ts';
import type { ReadCalendar, Reading } from './read-file.ts';

/** One event with what importing it would do. */
export type Step = { uid: string; name: string; read: ReadWindow | null } & (
  | { as: 'nothing'; plan: { state: 'refused' | 'left-out'; reason: string } }
  | { as: 'window'; plan: WindowPlan; held: HeldWindow | undefined }
  | { as: 'holiday'; plan: HolidayPlan }
);

export type Plan = {
  steps: Step[];
  /** Ids of what came from this file before and is no longer in it. */
  gone: string[];
  /** Null for windows, and for a holiday calendar that is yet to be made. */
  holidayCalendarId: string | null;
};

const ownWords = 'Made by this workspace: a deployment that is planned here.';

/** What importing would do, from the file and from the workspace as it is now. */
export function planImport(
  input: Reading,
  calendar: ReadCalendar,
  context: Context,
  progress: RunningProgress,
): Promise<Plan> {
  return input.as === 'windows'
    ? planWindows(input, calendar, context.store, progress)
    : planHolidays(input, calendar, context, progress);
}

/** Events that are judged in one go before others get their turn. */
const slice = 2_000;

async function planWindows(
  { kind, kindForAll }: Reading,
  calendar: ReadCalendar,
  store: Store,
  progress: RunningProgress,
): Promise<Plan> {
  const held = windowsByUid(store);
  const isOwn = isOwnDeployment(store);
  const present: string[] = [];
  const planOne = ({ uid, event }: ReadCalendar['events'][number]): Step => {
    const known = held.get(uid);
    if (known !== undefined) present.push(known.id);
    if (known === undefined && isOwn(uid)) return nothing(uid, nameIn(event), ownWords);
    if ('refused' in event) return refused(event.refused);
    const { read } = event;
    const plan = planWindow(read, known, { chosen: kind, forAll: kindForAll });
    return { as: 'window', uid, name: read.name, read, plan, held: known };
  };
  const steps = await mapInSlices(calendar.events, planOne, progress, slice);
  return { steps, gone: goneFrom(store, 'window', present), holidayCalendarId: null };
}

async function planHolidays(
  { holidayCalendar: into }: Reading,
  calendar: ReadCalendar,
  { store, now }: Context,
  progress: RunningProgress,
): Promise<Plan> {
  const id = into !== undefined && 'id' in into ? requireCalendar(store, into.id) : null;
  const { byUid, byDate } = holidaysOf(store, id);
  const isOwn = isOwnDeployment(store);
  const present: string[] = [];
  const planOne = ({ uid, event }: ReadCalendar['events'][number]): Step => {
    const ofUid = byUid.get(uid) ?? [];
    present.push(...ofUid.map((day) => day.id));
    if (isOwn(uid)) return nothing(uid, nameIn(event), ownWords);
    if ('refused' in event) return refused(event.refused);
    const { read } = event;
    const plan = planHoliday(read, { ofUid, on: (date) => byDate.get(date) ?? [] }, now);
    return { as: 'holiday', uid, name: read.name, read, plan };
  };
  const steps = await mapInSlices(calendar.events, planOne, progress, slice);
  return { steps, gone: goneHolidays(store, id, present), holidayCalendarId: id };
}

function goneHolidays(store: Store, calendarId: string | null, present: readonly string[]) {
  if (calendarId === null) return [];
  const { byUid } = holidaysOf(store, calendarId);
  const own = new Set([...byUid.values()].flat().map(({ id }) => id));
  return goneFrom(store, 'holiday', present).filter((id) => own.has(id));
}

function requireCalendar({ orm }: Store, id: string): string {
  const found = orm
    .select({ id: holidayCalendar.id })
    .from(holidayCalendar)
    .where(alive(holidayCalendar, eq(holidayCalendar.id, id)))
    .get();
  if (found !== undefined) return id;
  throw new Refusal(
    'not_found',
    'The holiday calendar is no longer there. Choose another one, or give a name for a new one.',
  );
}

function nameIn(event: ReadCalendar['events'][number]['event']): string {
  return 'read' in event ? event.read.name : event.refused.name;
}

function nothing(uid: string, name: string, reason: string): Step {
  return { as: 'nothing', uid, name, read: null, plan: { state: 'left-out', reason } };
}

function refused({ uid, name, reason }: { uid: string; name: string; reason: string }): Step {
  return { as: 'nothing', uid, name, read: null, plan: { state: 'refused', reason } };
}

export function countSteps(steps: readonly Step[]): ImportStateCounts {
  const counts = { refused: 0, new: 0, changed: 0, removed: 0, same: 0, 'left-out': 0 };
  for (const { plan } of steps) counts[plan.state] += 1;
  return counts;
}

/** The first of each state, as many as people look through. */
export function firstOfEach(steps: readonly Step[], most: number): ImportedEvent[] {
  const shown = new Map<ImportState, ImportedEvent[]>(importStates.map((state) => [state, []]));
  for (const step of steps) {
    const list = shown.get(step.plan.state);
    if (list !== undefined && list.length < most) list.push(tell(step));
  }
  return importStates.flatMap((state) => shown.get(state) ?? []);
}

function tell({ uid, name, read, plan, as }: Step): ImportedEvent {
  const remarks = read?.remarks ?? [];
  return {
    uid: uid.slice(0, 1000),
    name: name.slice(0, 400).toWellFormed(),
    state: plan.state,
    kind: as === 'window' && 'kind' in plan ? plan.kind : null,
    when:
      read === null
        ? null
        : {
            zone: read.times.zone,
            startWall: read.times.startWall,
            endWall: read.times.endWall,
            recurrence: read.times.recurrence,
            changes: read.changes.length,
          },
    why: 'reason' in plan ? plan.reason : remarks.join(' '),
    differences:
      'differences' in plan
        ? plan.differences.slice(0, 20).map(({ what, from, to }) => ({
            what,
            from: from.slice(0, 400).toWellFormed(),
            to: to.slice(0, 400).toWellFormed(),
          }))
        : [],
  };
}
