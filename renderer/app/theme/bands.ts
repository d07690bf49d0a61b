import type { CSSProperties } from 'react';

/** Kinds of time on the calendar. Patterns differ in shape, so that they read in grey and in print. */
export const bandKinds = [
  'hard-freeze',
  'soft-freeze',
  'deployment',
  'maintenance',
  'qa',
  'peak',
  'holiday',
] as const;
export type BandKind = (typeof bandKinds)[number];

export const bandWords: Record<BandKind, string> = {
  'hard-freeze': 'hard freeze',
  'soft-freeze': 'soft freeze',
  deployment: 'deployment window',
  maintenance: 'maintenance',
  qa: 'QA',
  peak: 'peak period',
  holiday: 'holiday',
};

const ink = (status: string, percent: number) =>
  `color-mix(in srgb, var(--sl-${status}) ${percent}%, transparent)`;

const hatch = (status: string, stripe: number, gap: number) =>
  `repeating-linear-gradient(-45deg, ${ink(status, 45)} 0 ${stripe}px, transparent ${stripe}px ${gap}px)`;

const patterns: Record<BandKind, CSSProperties> = {
  'hard-freeze': {
    backgroundColor: 'var(--sl-failed-soft)',
    backgroundImage: hatch('failed', 3, 8),
  },
  'soft-freeze': {
    backgroundColor: 'var(--sl-waiting-soft)',
    backgroundImage: hatch('waiting', 3, 16),
  },
  deployment: {
    backgroundColor: ink('passed', 6),
    boxShadow: 'inset 3px 0 0 var(--sl-passed), inset -3px 0 0 var(--sl-passed)',
  },
  maintenance: {
    backgroundImage: `radial-gradient(circle at 2px 2px, ${ink('running', 80)} 1.2px, transparent 1.6px)`,
    backgroundSize: '8px 8px',
  },
  qa: {
    backgroundColor: ink('ink-3', 16),
    backgroundImage: `repeating-linear-gradient(0deg, ${ink('ink-3', 35)} 0 1px, transparent 1px 6px)`,
  },
  peak: {
    backgroundColor: ink('exception', 6),
    boxShadow: 'inset 0 3px 0 var(--sl-exception), inset 0 -3px 0 var(--sl-exception)',
  },
  holiday: { backgroundColor: ink('ink-3', 22) },
};

/** The look of a band as a style for any block; printed with its pattern, which browsers else leave out. */
export function bandStyle(kind: BandKind): CSSProperties {
  return { ...patterns[kind], printColorAdjust: 'exact' };
}
