import type { Context } from '#core/context.ts';
import { partsOf } from '#core/database/plain-rows.ts';
import { booking, commitment } from '#core/database/schema/calendar.ts';
import { task } from '#core/database/schema/plan.ts';
import { releasePhase } from '#core/database/schema/planning.ts';
import { iso, isoOrNull, toMs } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Write } from '#core/database/write.ts';
import type { Parsed } from '#shared/contract/index.ts';
import type { MovedRelease, MoveFinding, MovePlan } from '#shared/model/planning/moves.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { movedPhases } from '#shared/rules/planning/postpone.ts';
import { slip } from '#shared/rules/planning/moves/slip.ts';
import type { Slip, SlippedRelease } from '#shared/rules/planning/moves/slip.ts';
import { leadOf } from '#shared/rules/planning/moves/slip-span.ts';
import { formatInFull } from '#shared/rules/planning/zoned-time.ts';
import { requireRelease, writeMoved } from '../releases/index.ts';
import { readAlong } from './along.ts';
import { readMovedTasks } from './moved-tasks.ts';
import { readNetwork } from './network.ts';
import type { Network } from './network.ts';

/** What later areas know of a start: wired in features/index.ts, so that planning needs none of them. */
export type AroundMoves = {
  /** What the check of the placement says of a release at a start. */
  findingsAt: (store: Store, releaseId: string, startAt: string, now: number) => MoveFinding[];
  /** The approvals that hold and bind the planned start, of releases that have any. */
  boundApprovals: (
    store: Store,
    releaseIds: readonly string[],
  ) => Map<string, MovedRelease['decisions']>;
};

type Asked = Pick<Parsed<'releases.move'>, 'id' | 'start' | 'fromAt'>;

/** What would move and what would stay; a refusal is an answer here, for nothing is written. */
export function previewMove(asked: Asked, context: Context, around: AroundMoves): MovePlan {
  requireRelease(context.store, asked.id);
  try {
    const { network, result } = decide(asked, context);
    const { moved, stays } = told(network, result, context, around);
    return { refused: null, applied: false, moved, stays };
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    return { refused: refusal.message, applied: false, moved: [], stays: [] };
  }
}

/** Moves all of it in one command, so that one undo takes all of it back. */
export function moveRelease(asked: Asked, context: Context, around: AroundMoves): MovePlan {
  const { store } = context;
  requireRelease(store, asked.id);
  context.requireActor();
  return context.transact((write) => {
    const { network, result } = decide(asked, context);
    // Told before it is written: old dates, and the decisions that still hold.
    const plan = told(network, result, context, around);
    for (const [index, { id, starts, days }] of result.moved.entries()) {
      writeMoved(write, store, id, { starts, days });
      const moved = plan.moved[index];
      if (moved !== undefined) writeAlong(write, moved, plan.ofTrain);
    }
    return { refused: null, applied: true, moved: plan.moved, stays: plan.stays };
  });
}

function writeAlong(
  write: Write,
  { tasks, bookings, commitments, kept }: MovedRelease,
  ofTrain: ReadonlySet<string>,
): void {
  for (const { id, to } of tasks) {
    write.update(task, id, { startOn: to, ...(ofTrain.has(id) ? { madeOn: to } : {}) });
  }
  // What stays by hand knows what it would be now, so that putting it back fits the departure.
  for (const { id, wouldBe } of kept) write.update(task, id, { madeOn: wouldBe });
  for (const { id, to } of bookings) {
    write.update(booking, id, { startAt: toMs(to.startAt), endAt: toMs(to.endAt) });
  }
  for (const { id, to } of commitments) write.update(commitment, id, { weekOn: to });
}

function decide({ id, start, fromAt }: Asked, { store, now }: Context) {
  const network = readNetwork(store, id, 'moving with');
  const chosen = network.releases.find((each) => each.id === id);
  const lead = chosen === undefined ? null : leadOf(chosen);
  if (fromAt !== undefined && lead !== null && toMs(fromAt) !== toMs(lead.startAt)) {
    throw new Refusal(
      'conflict',
      `Somebody moved ${chosen?.name ?? 'it'} meanwhile: it is planned for ${formatInFull(lead.startAt, lead.zone)} now. Look where it stands, and move it from there.`,
      { fromAt: `is now ${lead.startAt}` },
    );
  }
  const result = slip(network, { id, startAt: start }, iso(now));
  const isFirst = (each: SlippedRelease) => Number(each.id === id);
  return {
    network,
    result: { ...result, moved: result.moved.toSorted((a, b) => isFirst(b) - isFirst(a)) },
  };
}

/** The result with names, dates and what it sets off; `ofTrain` are the tasks whose date a train gave. */
function told(
  network: Network,
  { moved, stays }: Slip,
  { store, now }: Context,
  around: AroundMoves,
): Pick<MovePlan, 'moved' | 'stays'> & { ofTrain: Set<string> } {
  const byId = new Map(network.releases.map((each) => [each.id, each]));
  const ids = moved.map(({ id }) => id);
  const phases = partsOf(store, releasePhase, ids);
  const tasks = readMovedTasks(store, network, moved, now);
  const along = readAlong(store, network, moved, now);
  const bound = around.boundApprovals(store, ids);
  const called = (id: string) => ({
    ...{ id, name: byId.get(id)?.name ?? '', number: byId.get(id)?.number ?? 0 },
  });
  return {
    moved: moved.map((slipped) => {
      const { id, cause, why, fromAt, toAt, zone, days, starts } = slipped;
      return {
        ...{ ...called(id), cause, why, fromAt, toAt, zone },
        deployments: (byId.get(id)?.deployments ?? []).flatMap((each) => {
          const to = starts.get(each.id);
          if (to === undefined) return [];
          return [{ id: each.id, place: each.place, from: each.startAt, to, zone: each.zone }];
        }),
        phases: datedPhases(phases(id), days),
        ...tasks.of(slipped),
        ...along(slipped),
        decisions: bound.get(id) ?? [],
        findings: toAt === null ? [] : around.findingsAt(store, id, toAt, now),
      };
    }),
    stays: stays.map(({ id, why }) => ({ ...called(id), why })),
    ofTrain: tasks.ofTrain,
  };
}

type PhaseRow = { phase: MovedRelease['phases'][number]['phase']; plannedOn: string | null };

function datedPhases(
  rows: readonly (PhaseRow & { enteredAt: number | null })[],
  days: number,
): MovedRelease['phases'] {
  if (days === 0) return [];
  const before = rows.map((row) => ({ ...row, enteredAt: isoOrNull(row.enteredAt) }));
  const planned = new Map(before.map(({ phase, plannedOn }) => [phase, plannedOn]));
  return movedPhases(before, days).map(({ phase, plannedOn }) => ({
    ...{ phase, from: planned.get(phase) ?? plannedOn, to: plannedOn },
  }));
}
