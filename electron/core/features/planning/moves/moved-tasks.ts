import { partsOf } from '#core/database/plain-rows.ts';
import { task } from '#core/database/schema/plan.ts';
import { iso } from '#core/database/select.ts';
import type { Plain } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { MovedRelease } from '#shared/model/planning/moves.ts';
import { movedTasks } from '#shared/rules/planning/moves/moved-dates.ts';
import type { SlippedRelease } from '#shared/rules/planning/moves/slip.ts';
import { shiftDates } from '#shared/rules/planning/trains/train-dates.ts';
import type { MarkedTask } from '#shared/rules/planning/trains/train-dates.ts';
import { dateIn } from '#shared/rules/planning/zoned-time.ts';
import { trainDatesFor } from '../trains/index.ts';
import type { Network } from './network.ts';

type TaskRow = Plain<typeof task>;
type Told = Pick<MovedRelease, 'tasks' | 'kept'>;

/**
 * The dates of the plans of releases that move. Those a train gave follow from the new start as when
 * the train is shifted, so that one edited by hand stays; the others go by as many days as the start.
 */
export function readMovedTasks(
  store: Store,
  network: Network,
  moved: readonly SlippedRelease[],
  now: number,
) {
  const tasks = partsOf(
    store,
    task,
    moved.map(({ id }) => id),
    'order',
  );
  const trains = new Map(network.releases.map(({ id, trainId }) => [id, trainId]));
  const calendar = {
    today: dateIn(iso(now), network.zone),
    workingDays: network.workingDays,
  };
  const ofTrain = new Set<string>();
  const of = ({ id, toAt, days }: SlippedRelease): Told => {
    const rows = tasks(id);
    const wanted = toAt === null ? [] : trainDatesFor(store, trains.get(id) ?? null, toAt);
    const given = new Set<string | null>(wanted.map(({ mark }) => mark));
    const own = rows.filter(({ mark }) => !given.has(mark));
    const shifted = shiftDates(marked(rows), wanted);
    const byId = new Map(rows.map((row) => [row.id, row]));
    const title = (taskId: string) => byId.get(taskId)?.title ?? '';
    const alongTrain = shifted.moves.flatMap(({ id: taskId, from, to }) => {
      ofTrain.add(taskId);
      const kind = byId.get(taskId)?.kind ?? ('milestone' as const);
      return from === null ? [] : [{ id: taskId, kind, title: title(taskId), from, to }];
    });
    const byDays = movedTasks(own, days, calendar).map(({ task: each, from, to }) => ({
      ...{ id: each.id, kind: each.kind, title: each.title, from, to },
    }));
    return {
      tasks: [...alongTrain, ...byDays],
      kept: shifted.kept.map(({ id: taskId, on, wouldBe }) => ({
        ...{ id: taskId, title: title(taskId), on, wouldBe },
      })),
    };
  };
  return { of, ofTrain };
}

function marked(rows: readonly TaskRow[]): MarkedTask[] {
  return rows.flatMap((row) => (row.mark === null ? [] : [{ ...row, mark: row.mark }]));
}
