import type { TimelineBand, TimelineBar } from '#shared/model/planning/timeline.ts';
import type { BarStanding } from '#shared/rules/planning/timeline/bar-standing.ts';

/** A bar with where it stands, and the first thing in its way; empty where there is none. */
export type SeenBar = { bar: TimelineBar; standing: BarStanding; inTheWay: string };

/** A bar of the timeline, whatever row it stands in. */
export function keyOf({ lane, releaseId, deploymentId }: BarKey): string {
  return `${lane} ${releaseId} ${deploymentId ?? ''}`;
}
export type BarKey = Pick<TimelineBar, 'lane' | 'releaseId' | 'deploymentId'>;

/**
 * The bars of the tiles that are drawn. Kept outside of React: a tile that arrives while the sheet is
 * scrolled must not draw the others anew.
 */
export function createSight() {
  const tiles = new Map<string, { bars: readonly SeenBar[]; bands: readonly TimelineBand[] }>();
  const listeners = new Set<() => void>();
  const resting = new Set<() => void>();
  let isMoving = false;
  /** The bars of the last time the sheet stood still. */
  let settled: readonly SeenBar[] = [];
  let windows: readonly TimelineBand[] = [];
  const change = () => {
    const bands = new Map<string, TimelineBand>();
    for (const tile of tiles.values()) {
      for (const band of tile.bands) bands.set(`${band.windowId} ${band.startsAt}`, band);
    }
    const now = [...bands.values()];
    if (!isSame(now, windows)) {
      windows = now;
      for (const listener of listeners) listener();
    }
    if (!isMoving) rest();
  };
  const rest = () => {
    const bars = new Map<string, SeenBar>();
    for (const tile of tiles.values()) {
      for (const seen of tile.bars) bars.set(keyOf(seen.bar), seen);
    }
    settled = [...bars.values()];
    for (const listener of resting) listener();
  };
  // Several tiles arrive in one frame: what they hold is put together once.
  let isDue = false;
  const changeSoon = () => {
    if (isDue) return;
    isDue = true;
    setTimeout(() => {
      isDue = false;
      change();
    }, 60);
  };
  return {
    put(tile: string, bars: readonly SeenBar[], bands: readonly TimelineBand[]) {
      tiles.set(tile, { bars, bands });
      changeSoon();
    },
    drop(tile: string) {
      tiles.delete(tile);
      changeSoon();
    },
    windows: () => windows,
    settled: () => settled,
    /** While the sheet is scrolled only what keeps names in sight is told of tiles. */
    move(moving: boolean) {
      if (isMoving === moving) return;
      isMoving = moving;
      if (!moving) rest();
    },
    isMoving: () => isMoving,
    subscribeToRest(listener: () => void) {
      resting.add(listener);
      return () => void resting.delete(listener);
    },
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** The bar of a lane that lies at a time; a short one is as long as `least`. */
    at(lane: number, time: number, least: number): SeenBar | undefined {
      return settled.find(
        ({ bar }) =>
          bar.lane === lane && bar.from <= time && time < Math.max(bar.to, bar.from + least),
      );
    },
  };
}

function isSame(one: readonly TimelineBand[], other: readonly TimelineBand[]): boolean {
  return one.length === other.length && one.every((band, index) => band === other[index]);
}

export type BarsInSight = ReturnType<typeof createSight>;
