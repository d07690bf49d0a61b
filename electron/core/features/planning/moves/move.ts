import type { Context } from '#core/context.ts';
import { partsOf } from '#core/database/plain-rows.ts';
import { task } from '#core/database/schema/plan.ts';
import { releasePhase } from '#core/database/schema/planning.ts';
import { iso, isoOrNull, toMs } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Parsed } from '#shared/contract/index.ts';
import type { MovedRelease, MoveFinding, MovePlan } from '#shared/model/planning/moves.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { movedTasks } from '#shared/rules/planning/moves/moved-dates.ts';
import { movedPhases } from '#shared/rules/planning/postpone.ts';
import { slip } from '#shared/rules/planning/moves/slip.ts';
import type { Slip, SlippedRelease } from '#shared/rules/planning/moves/slip.ts';
import { leadOf } from '#shared/rules/planning/moves/slip-span.ts';
import { dateIn, formatInFull } from '#shared/rules/planning/zoned-time.ts';
import { requireRelease, writeMoved } from '../releases/index.ts';
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
    return { refused: null, applied: false, ...told(network, result, context, around) };
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
      for (const moved of plan.moved[index]?.tasks ?? []) {
        write.update(task, moved.id, { startOn: moved.to });
      }
    }
    return { refused: null, applied: true, ...plan };
  });
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

/** The result with names, dates and what it sets off. */
function told(
  network: Network,
  { moved, stays }: Slip,
  { store, now }: Context,
  around: AroundMoves,
): Pick<MovePlan, 'moved' | 'stays'> {
  const byId = new Map(network.releases.map((each) => [each.id, each]));
  const ids = moved.map(({ id }) => id);
  const phases = partsOf(store, releasePhase, ids);
  const tasks = partsOf(store, task, ids, 'order');
  const bound = around.boundApprovals(store, ids);
  const calendar = {
    today: dateIn(iso(now), network.zone),
    workingDays: network.workingDays,
  };
  const called = (id: string) => ({
    ...{ id, name: byId.get(id)?.name ?? '', number: byId.get(id)?.number ?? 0 },
  });
  return {
    moved: moved.map(({ id, cause, why, fromAt, toAt, zone, days, starts }) => ({
      ...{ ...called(id), cause, why, fromAt, toAt, zone },
      deployments: (byId.get(id)?.deployments ?? []).flatMap((each) => {
        const to = starts.get(each.id);
        if (to === undefined) return [];
        return [{ id: each.id, place: each.place, from: each.startAt, to, zone: each.zone }];
      }),
      phases: datedPhases(phases(id), days),
      tasks: movedTasks(tasks(id), days, calendar).map(({ task: each, from, to }) => ({
        ...{ id: each.id, kind: each.kind, title: each.title, from, to },
      })),
      decisions: bound.get(id) ?? [],
      findings: toAt === null ? [] : around.findingsAt(store, id, toAt, now),
    })),
    stays: stays.map(({ id, why }) => ({ ...called(id), why })),
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
