import { create } from 'zustand';
import { persist } from 'zustand/middleware';

type RailStore = { collapsed: boolean; toggle: () => void };

/** Whether people keep the rail narrow; a choice of this device. */
export const useRail = create<RailStore>()(
  persist(
    (set) => ({
      collapsed: false,
      toggle: () => set(({ collapsed }) => ({ collapsed: !collapsed })),
    }),
    {
      name: 'slipway-rail',
      partialize: ({ collapsed }) => ({ collapsed }),
      merge: (kept, current) => ({ ...current, collapsed: readCollapsed(kept) }),
    },
  ),
);

function readCollapsed(kept: unknown): boolean {
  return (
    typeof kept === 'object' && kept !== null && 'collapsed' in kept && kept.collapsed === true
  );
}
