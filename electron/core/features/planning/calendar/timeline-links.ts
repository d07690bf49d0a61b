import type { Store } from '#core/database/store.ts';
import type { TimelineLink } from '#shared/model/planning/timeline.ts';
import type { Item, Layout } from './timeline-layout.ts';

type Box = { from: number; to: number; firstLane: number; lastLane: number };

const kept = new WeakMap<Layout, TimelineLink[]>();

/** Dependencies between releases whose line crosses a piece of the timeline. */
export function linksIn(store: Store, layout: Layout, box: Box): TimelineLink[] {
  const known = kept.get(layout) ?? allLinks(store, layout);
  kept.set(layout, known);
  return known.filter(
    (link) =>
      Math.min(link.from, link.to) < box.to &&
      Math.max(link.from, link.to) >= box.from &&
      Math.min(link.fromLane, link.toLane) < box.lastLane &&
      Math.max(link.fromLane, link.toLane) >= box.firstLane,
  );
}

/** From the end of what is waited for to the beginning of what waits, in the first row of each. */
function allLinks({ raw }: Store, { rows }: Layout): TimelineLink[] {
  const pairs = raw
    .prepare<[], [string, string]>(
      `SELECT target_release_id, release_id FROM dependency
       WHERE deleted_hlc IS NULL AND target_release_id IS NOT NULL`,
    )
    .raw()
    .all();
  if (pairs.length === 0) return [];
  const ends = new Map<string, Item>();
  for (const { items } of rows) {
    for (const item of items) {
      const known = ends.get(item.release.id);
      // Of several deployments of an environment the last one counts.
      if (known === undefined || (known.row === item.row && known.to < item.to)) {
        ends.set(item.release.id, item);
      }
    }
  }
  return pairs.flatMap(([targetId, releaseId]) => {
    const [before, after] = [ends.get(targetId), ends.get(releaseId)];
    if (before === undefined || after === undefined || before === after) return [];
    return [{ from: before.to, fromLane: before.lane, to: after.from, toLane: after.lane }];
  });
}
