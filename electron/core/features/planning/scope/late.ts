import { eq } from 'drizzle-orm';
import { task } from '#core/database/schema/plan.ts';
import { alive, iso } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Output } from '#shared/contract/index.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { comesLate } from '#shared/rules/planning/trains/train-dates.ts';
import { dateIn, formatDate } from '#shared/rules/planning/zoned-time.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';
import { requireRelease } from '../releases/index.ts';
import { listScope } from './rows.ts';

export function readFreeze(store: Store, releaseId: string, now: number): Output<'scope.freeze'> {
  requireRelease(store, releaseId);
  const on = scopeFreezeDay(store, releaseId);
  return {
    ...{ on, frozen: comesLate(on, todayOf(store, now)) },
    late: listScope(store, releaseId).filter(({ lateReason }) => lateReason !== '').length,
  };
}

/**
 * Why something comes after the scope freeze, as it is kept with the item: empty before the freeze.
 * Refuses what comes late without a reason.
 */
export function lateReasonFor(
  store: Store,
  releaseId: string,
  given: string | undefined,
  now: number,
): string {
  const on = scopeFreezeDay(store, releaseId);
  const today = todayOf(store, now);
  if (on === null || !comesLate(on, today)) return '';
  if (given !== undefined && given !== '') return given;
  const { name } = requireRelease(store, releaseId);
  throw new Refusal(
    'precondition_failed',
    `The scope of ${name} is frozen since ${formatDate(on, today)}. Say why it has to come now and who agreed; it is counted as late. Or put it into a later release.`,
    { lateReason: 'is needed after the scope freeze; say why it has to come now' },
  );
}

/** The day of the scope freeze in the plan of a release; null where it has none. */
export function scopeFreezeDay(store: Store, releaseId: string): string | null {
  const rows = store.orm
    .select({ on: task.startOn, mark: task.mark })
    .from(task)
    .where(alive(task, eq(task.releaseId, releaseId)))
    .all();
  return rows.find(({ mark }) => mark === 'scope-freeze')?.on ?? null;
}

function todayOf(store: Store, now: number): string {
  return dateIn(iso(now), readWorkspace(store).zone);
}
