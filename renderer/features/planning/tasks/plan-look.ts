import { create } from 'zustand';
import { persist } from 'zustand/middleware';

const looks = ['list', 'bars'] as const;
export type PlanLook = (typeof looks)[number];

type PlanLookStore = { look: PlanLook; setLook: (look: PlanLook) => void };

/** Whether plans are shown as a list or as bars; a choice of this device, kept in localStorage. */
export const usePlanLook = create<PlanLookStore>()(
  persist((set) => ({ look: 'list', setLook: (look) => set({ look }) }), {
    name: 'slipway-plan-look',
    partialize: ({ look }) => ({ look }),
    // What lies in the storage was written by another version or by hand.
    merge: (kept, current) => ({ ...current, ...readLook(kept) }),
  }),
);

function readLook(kept: unknown): { look?: PlanLook } {
  if (typeof kept !== 'object' || kept === null || !('look' in kept)) return {};
  const look = looks.find((known) => known === kept.look);
  return look === undefined ? {} : { look };
}
