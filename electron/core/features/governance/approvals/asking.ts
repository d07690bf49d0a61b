import type { Context } from '#core/context.ts';
import { iso } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Output } from '#shared/contract/index.ts';
import { dateIn } from '#shared/rules/planning/zoned-time.ts';
import type { AskingRelease } from '#shared/rules/governance/queue.ts';
import { queueOf, wordsAskedOf } from '#shared/rules/governance/queue.ts';
import { comingReleases, plannedStarts } from '../../planning/releases/index.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';
import { judgeReleases, loadSurroundings, withConsequences } from '../gates/index.ts';

/** The soonest ones: further ahead a gate waits only for those who were asked at it. */
const soonest = 200;

/** The open releases with their gates and what a decision would set off at each. */
export function askingReleases({ store, now }: Pick<Context, 'store' | 'now'>): AskingRelease[] {
  const asked = askedReleases(store);
  const ids = comingReleases(store).filter((id, at) => at < soonest || asked.has(id));
  const judged = judgeReleases(store, ids, now);
  const startOf = plannedStarts(store, ids);
  const around = loadSurroundings(store);
  return ids.flatMap((id) => {
    const found = judged.get(id);
    if (found === undefined) return [];
    const { name, phase } = found.release;
    const release = { name, phase, startAt: startOf(id)?.startAt ?? null };
    return [{ id, ...release, gates: withConsequences(found.gates, release, around, now) }];
  });
}

/** Releases at whose gates somebody was asked, for a decision or for their word, that may still be open. */
function askedReleases({ raw }: Store): ReadonlySet<string> {
  const rows = raw
    .prepare<[], { id: string }>(
      `SELECT a.release_id AS id FROM approval_request a JOIN gate g ON g.id = a.gate_id
       WHERE a.deleted_hlc IS NULL AND g.deleted_hlc IS NULL AND NOT EXISTS (
         SELECT 1 FROM phase_passage p
         WHERE p.release_id = a.release_id AND p.phase = g.phase AND p.deleted_hlc IS NULL)
       UNION
       SELECT release_id FROM consultation WHERE deleted_hlc IS NULL AND answered_at IS NULL`,
    )
    .all();
  return new Set(rows.map(({ id }) => id));
}

/** Today in the workspace's zone. */
export function todayOf({ store, now }: Pick<Context, 'store' | 'now'>): string {
  return dateIn(iso(now), readWorkspace(store).zone);
}

/** What waits for the acting person: decisions, and their word at other gates; none where nobody acts. */
export function queueFor(
  context: Pick<Context, 'store' | 'now' | 'actorId'>,
): Output<'approvals.queue'> {
  const personId = context.actorId();
  if (personId === null) return { items: [], words: [] };
  const releases = askingReleases(context);
  const today = todayOf(context);
  return {
    items: queueOf(releases, personId, today),
    words: wordsAskedOf(releases, personId, today),
  };
}
