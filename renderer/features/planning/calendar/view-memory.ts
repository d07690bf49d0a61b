import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { calendarViews } from '#shared/model/planning/calendar-range.ts';
import type { CalendarView } from '#shared/model/planning/calendar-range.ts';

type ViewMemory = { view: CalendarView; keep: (view: CalendarView) => void };

/** The view people looked at last; a choice of this device, kept in localStorage. */
export const useViewMemory = create<ViewMemory>()(
  persist((set) => ({ view: 'month', keep: (view) => set({ view }) }), {
    name: 'slipway-calendar-view',
    partialize: ({ view }) => ({ view }),
    // What lies in the storage was written by another version or by hand.
    merge: (kept, current) => ({ ...current, ...readView(kept) }),
  }),
);

function readView(kept: unknown): { view?: CalendarView } {
  if (typeof kept !== 'object' || kept === null || !('view' in kept)) return {};
  const view = calendarViews.find((known) => known === kept.view);
  return view === undefined ? {} : { view };
}
