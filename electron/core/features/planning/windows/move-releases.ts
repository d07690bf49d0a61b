import type { Context } from '#core/context.ts';
import { iso, toMs } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { WindowMove } from '#shared/model/planning/window-views.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { moveClear } from '#shared/rules/planning/windows/move-clear.ts';
import { reschedule } from '#shared/rules/planning/reschedule.ts';
import { hitBy } from '#shared/rules/planning/windows/window-impact.ts';
import { workCalendarOf } from '#shared/rules/planning/working-days.ts';
import { formatInFull } from '#shared/rules/planning/zoned-time.ts';
import { listServices } from '../../workspace/services/index.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';
import { listHolidayCalendars } from '../holidays/index.ts';
import { movesStart, plansOf, requireRelease, writeMoved } from '../releases/index.ts';
import { deploymentsAhead, placesOf } from './planned-things.ts';
import type { PlannedDeployment } from './planned-things.ts';
import { listWindows, requireWindow } from './rows.ts';

/** How many approvals that hold bind the planned start, by release; governance knows them. */
export type ApprovalsOfStart = (store: Store, releaseIds: readonly string[]) => Map<string, number>;

/** Where releases that a window hits come to lie, clear of it and of every freeze. */
export function previewMoves(
  { windowId, releaseIds }: Parsed<'windows.previewMoves'>,
  { store, now }: Context,
  approvalsOfStart: ApprovalsOfStart,
): WindowMove[] {
  const window = requireWindow(store, windowId);
  const all = listWindows(store);
  const allowing = all.filter(({ id, kind }) => kind === 'deployment' && id !== windowId);
  const blocking = all.filter(({ kind, id }) => kind.endsWith('-freeze') && id !== windowId);
  const wanted = [...new Set(releaseIds)];
  const plans = plansOf(store, wanted);
  const known = new Map(
    deploymentsAhead(store, now, placesOf(store)).map((each) => [each.id, each]),
  );
  const isClear = (deploymentId: string, startAt: string) => {
    const planned = known.get(deploymentId);
    if (planned === undefined) return true;
    const there = { ...planned, span: movedSpan(planned, startAt) };
    return [window, ...blocking].every((each) => hitBy(each, there, allowing) === null);
  };
  const calendars = calendarsOf(store);
  const moves = wanted.map((releaseId): WindowMove & { bound: boolean } => {
    const nowhere = { fromAt: null, toAt: null, zone: null, moves: 0, note: null, stale: 0 };
    try {
      const release = requireRelease(store, releaseId);
      const plan = plans(releaseId);
      const services = [...known.values()].find((each) => each.release.id === releaseId);
      const workingDays = calendars(services?.serviceIds ?? []);
      const days = { workingDays, now: iso(now) };
      const moved = moveClear(release, plan.planned, plan.leadId, isClear, days);
      const { fromAt, toAt, zone, note, starts } = moved;
      const shown = { fromAt, toAt, zone, note, moves: starts.size, stale: 0, refused: null };
      return { releaseId, name: release.name, ...shown, bound: movesStart(plan, moved) };
    } catch (refusal) {
      if (!(refusal instanceof Refusal) || refusal.code === 'not_found') throw refusal;
      const { name } = requireRelease(store, releaseId);
      return { releaseId, name, ...nowhere, refused: refusal.message, bound: false };
    }
  });
  const binding = moves.filter(({ bound }) => bound).map(({ releaseId }) => releaseId);
  const stale = approvalsOfStart(store, binding);
  return moves.map(({ bound, ...move }) => ({ ...move, stale: stale.get(move.releaseId) ?? 0 }));
}

function movedSpan({ span }: PlannedDeployment, startAt: string) {
  const from = toMs(startAt);
  return { from, to: from + span.to - span.from };
}

/** A release is worked on when people of each of its services do, as far as their calendars say. */
function calendarsOf(store: Store) {
  const { workingDays } = readWorkspace(store);
  const services = new Map(listServices(store).map((each) => [each.id, each]));
  const calendars = new Map(listHolidayCalendars(store).map((each) => [each.id, each]));
  return (serviceIds: readonly string[]) => {
    const named = serviceIds.flatMap((id) => {
      const calendar = calendars.get(services.get(id)?.holidayCalendarId ?? '');
      return calendar === undefined ? [] : [calendar];
    });
    return workCalendarOf(workingDays, ...named);
  };
}

/** All that can be moved is, in one command, so that one undo takes it back. */
export function moveReleases(
  { moves }: Parsed<'windows.moveReleases'>,
  context: Context,
): Output<'windows.moveReleases'> {
  context.requireActor();
  const { store, now } = context;
  const moved: string[] = [];
  const refused: Output<'windows.moveReleases'>['refused'] = [];
  const plans = plansOf(store, [...new Set(moves.map(({ releaseId }) => releaseId))]);
  context.transact((write) => {
    for (const { releaseId, fromAt, toAt } of moves) {
      const release = requireRelease(store, releaseId);
      try {
        if (moved.includes(releaseId)) throw twice(release.name);
        const { planned, leadId } = plans(releaseId);
        const step = reschedule(release, planned, { leadId }, { toAt }, iso(now));
        if (toMs(step.fromAt) !== toMs(fromAt)) throw movedMeanwhile(release.name, step);
        writeMoved(write, store, releaseId, step);
        moved.push(releaseId);
      } catch (refusal) {
        if (!(refusal instanceof Refusal)) throw refusal;
        refused.push({ id: releaseId, name: release.name, why: refusal.message });
      }
    }
  });
  return { moved, refused };
}

function twice(name: string): Refusal {
  return new Refusal('invalid_input', `${name} stands twice in the list. Give it once.`);
}

function movedMeanwhile(name: string, { fromAt, zone }: { fromAt: string; zone: string }) {
  return new Refusal(
    'conflict',
    `Somebody moved ${name} meanwhile: it is planned for ${formatInFull(fromAt, zone)} now. Look at the preview again.`,
  );
}
