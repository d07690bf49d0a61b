import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { formatLocales } from '#shared/model/workspace/formats.ts';
import type { FormatLocale } from '#shared/model/workspace/formats.ts';

type Formats = { locale: FormatLocale; setLocale: (locale: FormatLocale) => void };

/** A choice of this device, kept in localStorage. */
export const useFormats = create<Formats>()(
  persist((set) => ({ locale: 'en-GB', setLocale: (locale) => set({ locale }) }), {
    name: 'slipway-formats',
    partialize: ({ locale }) => ({ locale }),
    // What lies in the storage was written by another version or by hand.
    merge: (kept, current) => ({ ...current, ...readLocale(kept) }),
  }),
);

function readLocale(kept: unknown): { locale?: FormatLocale } {
  if (typeof kept !== 'object' || kept === null || !('locale' in kept)) return {};
  const locale = formatLocales.find((known) => known === kept.locale);
  return locale === undefined ? {} : { locale };
}

/** The manner in force, for words made outside of a component; the screens are drawn anew with it. */
export function formatLocale(): FormatLocale {
  return useFormats.getState().locale;
}
