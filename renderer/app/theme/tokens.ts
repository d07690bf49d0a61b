/**
 * Every value the interface is drawn with. Hex values stand here and nowhere else; screens reach them
 * as CSS variables (`var(--sl-ink)`, see css-variables.ts) or through the theme.
 */

export const schemes = ['light', 'dark'] as const;
export type Scheme = (typeof schemes)[number];

/** What a thing can stand at. Each has a colour pair, an icon and a word; colour never speaks alone. */
export const statusKinds = [
  'passed',
  'running',
  'waiting',
  'failed',
  'out-of-date',
  'exception',
  'not-applicable',
] as const;
export type StatusKind = (typeof statusKinds)[number];

type StatusColour = { ink: string; soft: string };

export type Palette = {
  bg: string;
  surface: string;
  sunken: string;
  line: string;
  lineStrong: string;
  /** Edge of fields and boxes: the only sign that they are there, so it reaches 3:1. */
  control: string;
  ink: string;
  ink2: string;
  ink3: string;
  accent: string;
  accentHover: string;
  accentInk: string;
  accentSoft: string;
  /** Behind a floating dialog or drawer. */
  scrim: string;
  shadow: string;
  status: Record<StatusKind, StatusColour>;
  /** Series of a chart, told apart by colour-blind readers too; a seventh group becomes "other". */
  categorical: readonly [string, string, string, string, string, string];
};

const light: Palette = {
  bg: '#F5F7F8',
  surface: '#FFFFFF',
  sunken: '#EDF1F3',
  line: '#DDE4E8',
  lineStrong: '#C2CDD4',
  control: '#788995',
  ink: '#13202A',
  ink2: '#445664',
  ink3: '#5A6C7A',
  accent: '#0E6B7C',
  accentHover: '#0A5664',
  accentInk: '#FFFFFF',
  accentSoft: '#E1F1F4',
  scrim: 'rgba(16, 32, 44, 0.4)',
  shadow: '0 8px 28px rgba(16, 32, 44, 0.16), 0 1px 3px rgba(16, 32, 44, 0.1)',
  status: {
    passed: { ink: '#1A7A48', soft: '#E3F4EA' },
    running: { ink: '#1D5FBF', soft: '#E4EDFB' },
    waiting: { ink: '#855600', soft: '#FFF1D2' },
    failed: { ink: '#B3261E', soft: '#FCE7E5' },
    'out-of-date': { ink: '#6A3D9E', soft: '#F0E8FA' },
    exception: { ink: '#A04100', soft: '#FFEADB' },
    'not-applicable': { ink: '#5A6C7A', soft: '#EDF1F3' },
  },
  categorical: ['#0E6B7C', '#B35C00', '#5B4BB5', '#8A6D00', '#A8326F', '#3C6E1F'],
};

const dark: Palette = {
  bg: '#0E151A',
  surface: '#151F26',
  sunken: '#0A1014',
  line: '#25333C',
  lineStrong: '#3A4B56',
  control: '#6A7E89',
  ink: '#E7EEF2',
  ink2: '#B0BFC9',
  ink3: '#8B9DA9',
  accent: '#5BC4D6',
  accentHover: '#7DD3E2',
  accentInk: '#06222A',
  accentSoft: '#11323A',
  scrim: 'rgba(0, 0, 0, 0.55)',
  shadow: '0 8px 28px rgba(0, 0, 0, 0.5), 0 0 0 1px rgba(231, 238, 242, 0.04)',
  status: {
    passed: { ink: '#62CF93', soft: '#12301F' },
    running: { ink: '#83B4FF', soft: '#142A4A' },
    waiting: { ink: '#F2BE55', soft: '#372A0C' },
    failed: { ink: '#FF8F86', soft: '#401A17' },
    'out-of-date': { ink: '#C7A3F2', soft: '#2C1F40' },
    exception: { ink: '#FFA46B', soft: '#3D2413' },
    'not-applicable': { ink: '#8B9DA9', soft: '#1B272F' },
  },
  categorical: ['#5BC4D6', '#F2A65A', '#A79CF5', '#D9C04A', '#F08AB8', '#9CCF6E'],
};

export const palettes: Record<Scheme, Palette> = { light, dark };

export const fonts = {
  text: "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif",
  mono: "'JetBrains Mono Variable', ui-monospace, 'Cascadia Mono', Menlo, monospace",
} as const;

/** Pixels. 14 is the base; nothing is smaller than 12. */
export const textSizes = { 12: 12, 13: 13, 14: 14, 16: 16, 20: 20, 28: 28 } as const;
export const weights = { regular: 400, medium: 500, strong: 650 } as const;
export const lineHeights = { text: 1.45, heading: 1.2 } as const;

/** Multiples of the 4-pixel grid: 8 within a group, 16 between groups, 24 between sections. */
export const spaceSteps = [0, 1, 2, 3, 4, 5, 6, 8, 10, 12] as const;
export const spaceUnit = 4;

export const radius = { control: 6, small: 4, round: 999 } as const;

export const densities = ['comfortable', 'compact'] as const;
export type Density = (typeof densities)[number];
/** Pixels: height of a table row and of a button or field. */
export const densitySizes: Record<Density, { row: number; control: number }> = {
  comfortable: { row: 36, control: 32 },
  compact: { row: 28, control: 28 },
};

/** Pixels: the fixed widths of the frame. */
export const layout = {
  rail: 208,
  railCollapsed: 56,
  inspector: 380,
  /** Below this the inspector becomes a drawer and the rail collapses. */
  narrow: 1100,
} as const;

/** Milliseconds; motion explains a change of place and nothing else. */
export const motion = { fast: 120, slow: 180, ease: 'cubic-bezier(0, 0, 0.2, 1)' } as const;
