import type { TimelinePlace, TimelineStep } from '#shared/model/planning/timeline.ts';
import type { Item, Layout } from './timeline-layout.ts';

/** The bar next to one: in time within its row, or the nearest in time of the row above or below. */
export function stepFrom({ rows }: Layout, wanted: TimelineStep): TimelinePlace | null {
  const { row, step, at } = wanted;
  const items = rows[row]?.items ?? [];
  if (step === 'next' || step === 'previous') {
    const here = items.findIndex(
      ({ release, deployment }) =>
        release.id === wanted.releaseId && (deployment?.id ?? null) === wanted.deploymentId,
    );
    // It may be gone meanwhile: what stands about there takes its place.
    if (here === -1) return placeOf(nearest(items, at));
    return placeOf(items[here + (step === 'next' ? 1 : -1)]);
  }
  const others = step === 'down' ? rows.slice(row + 1) : rows.slice(0, row).toReversed();
  return placeOf(nearest(others.find((other) => other.items.length > 0)?.items ?? [], at));
}

function nearest(items: readonly Item[], at: number): Item | undefined {
  return items.reduce<Item | undefined>(
    (best, item) => (best === undefined || away(item, at) < away(best, at) ? item : best),
    undefined,
  );
}

/** How far a time lies from a bar; nothing for one within it, where the later beginning is nearer. */
function away({ from, to }: Item, at: number): number {
  if (at < from) return from - at;
  return at > to ? at - to : (at - from) / 1e9;
}

function placeOf(item: Item | undefined): TimelinePlace | null {
  if (item === undefined) return null;
  const { release, deployment, row, lane, from, to } = item;
  return { row, lane, from, to, releaseId: release.id, deploymentId: deployment?.id ?? null };
}
