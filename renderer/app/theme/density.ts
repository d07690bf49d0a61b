import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { densities } from './tokens.ts';
import type { Density } from './tokens.ts';

type DensityStore = { density: Density; setDensity: (density: Density) => void };

/** How tall rows and controls are; a choice of this device, kept in localStorage. */
export const useDensity = create<DensityStore>()(
  persist(
    (set) => ({
      density: 'comfortable',
      setDensity: (density) => set({ density }),
    }),
    {
      name: 'slipway-density',
      partialize: ({ density }) => ({ density }),
      // What lies in the storage was written by another version or by hand.
      merge: (kept, current) => ({ ...current, ...readDensity(kept) }),
    },
  ),
);

function readDensity(kept: unknown): { density?: Density } {
  if (typeof kept !== 'object' || kept === null || !('density' in kept)) return {};
  const density = densities.find((known) => known === kept.density);
  return density === undefined ? {} : { density };
}
