import type { Context, Handlers } from '#core/context.ts';
import { partsOf } from '#core/database/plain-rows.ts';
import { baseline } from '#core/database/schema/calendar.ts';
import { iso } from '#core/database/select.ts';
import type { Plain } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Write } from '#core/database/write.ts';
import type { Parsed } from '#shared/contract/index.ts';
import { baselineContent } from '#shared/model/planning/baselines.ts';
import type { Baseline, Drift } from '#shared/model/planning/baselines.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { driftInWords, driftRows } from '#shared/rules/planning/moves/drift.ts';
import { dateIn } from '#shared/rules/planning/zoned-time.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';
import { judgedAt, requireOpenRelease, requireRelease } from '../releases/index.ts';
import { readDates } from './dates.ts';

type Row = Plain<typeof baseline>;

export const baselines: Handlers<'baselines.set' | 'baselines.list' | 'baselines.drift'> = {
  'baselines.set': ({ releaseId, note }, context) => {
    requireOpenRelease(context.store, releaseId);
    context.requireActor();
    return context.transact((write) => toBaseline(keepBaseline(write, context, releaseId, note)));
  },
  'baselines.list': ({ releaseId }, { store }) => {
    requireRelease(store, releaseId);
    return rowsOf(store, releaseId).map(toBaseline).toReversed();
  },
  'baselines.drift': (input, { store, now }) => readDrift(store, input, now),
};

/** Keeps the dates as they are planned at this moment, in the command that asks for it. */
export function keepBaseline(write: Write, context: Context, releaseId: string, note: string): Row {
  const { store, now } = context;
  const { startAt, zone, deployments, phases, tasks } = readDates(store, releaseId, now);
  const content = { startAt, zone, deployments, phases, tasks };
  const byId = context.requireActor();
  return write.insert(baseline, { releaseId, at: write.now, byId, note, content });
}

/** In the order they were taken. */
function rowsOf(store: Store, releaseId: string): Row[] {
  return partsOf(store, baseline, [releaseId])(releaseId).toSorted((a, b) => a.at - b.at);
}

function toBaseline({ id, at, byId, note, content }: Row): Baseline {
  const { startAt } = baselineContent.parse(content);
  return { id, at: iso(at), byId, note, startAt };
}

/** Planned, current and actual dates against a baseline, the first one unless another is named. */
export function readDrift(
  store: Store,
  { releaseId, baselineId }: Parsed<'baselines.drift'>,
  now: number,
): Drift {
  requireRelease(store, releaseId);
  const rows = rowsOf(store, releaseId);
  const held = baselineId === undefined ? rows[0] : rows.find(({ id }) => id === baselineId);
  if (held === undefined && baselineId !== undefined) {
    throw new Refusal(
      'not_found',
      `The release has no baseline with the id ${baselineId}. Choose one of its baselines from the list.`,
      { baselineId: 'is no baseline of this release' },
    );
  }
  if (held === undefined) {
    return { baseline: null, rows: [], why: 'No baseline was set yet.', tasks: [] };
  }
  const content = baselineContent.parse(held.content);
  const { zone } = readWorkspace(store);
  const drifted = driftRows(content, readDates(store, releaseId, judgedAt(store, releaseId, now)));
  const [takenOn, today] = [held.at, now].map((at) => dateIn(iso(at), zone));
  return {
    baseline: toBaseline(held),
    rows: drifted,
    why: driftInWords(drifted, takenOn ?? '', today ?? ''),
    tasks: content.tasks.map(({ id, beginsOn, endsOn }) => ({ id, beginsOn, endsOn })),
  };
}
