import type { Output } from '#shared/contract/index.ts';
import type { Envelope } from '#shared/contract/procedure.ts';
import type { PlacementCheck } from '#shared/model/planning/placement.ts';

/** A start under the pointer: whose, where, and what is called so. */
export type DraggedTo = {
  releaseId: string;
  /** Absent moves all of the release that are ahead. */
  deploymentId?: string;
  start: string;
  zone: string;
  /** What is dragged, in words. */
  name: string;
};

export type ToldOfDrag = { to: DraggedTo; check: PlacementCheck | null; failure: string | null };

export type AskPlacement = (
  start: Pick<DraggedTo, 'releaseId' | 'deploymentId' | 'start'>,
) => Promise<Envelope<Output<'calendar.checkPlacement'>>>;

/**
 * What stands against the start under the pointer while something is dragged. One question is on its
 * way at a time, and the next is always about where the pointer is by then: nothing that was passed
 * is asked about any more, and no answer is told about another start than its own. Kept outside of
 * React: a calendar must not be drawn anew for each day the pointer passes.
 */
export function createDragFinding(ask: AskPlacement) {
  const listeners = new Set<() => void>();
  let told: ToldOfDrag | null = null;
  let newest: DraggedTo | null = null;
  let isAsking = false;
  const tell = (next: ToldOfDrag | null) => {
    told = next;
    for (const listener of listeners) listener();
  };
  const askOnward = async () => {
    if (isAsking) return;
    isAsking = true;
    try {
      for (let asked = newest; asked !== null;) {
        const { releaseId, deploymentId, start } = asked;
        const one = deploymentId === undefined ? {} : { deploymentId };
        const answer = await ask({ releaseId, start, ...one });
        if (newest === asked) {
          const check = answer.ok ? answer.value : null;
          tell({ to: asked, check, failure: answer.ok ? null : answer.error.message });
          return;
        }
        asked = newest;
      }
    } finally {
      isAsking = false;
    }
  };
  return {
    /** Null where there is nothing to be looked at. */
    look(to: DraggedTo | null): void {
      if (isSame(newest, to)) return;
      newest = to;
      tell(to === null ? null : { to, check: null, failure: null });
      void askOnward();
    },
    told: () => told,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function isSame(one: DraggedTo | null, other: DraggedTo | null): boolean {
  if (one === null || other === null) return one === other;
  return (
    one.releaseId === other.releaseId &&
    one.deploymentId === other.deploymentId &&
    one.start === other.start
  );
}
