import type { WindowKind } from '#shared/model/planning/windows.ts';
import type { Ink } from './shapes.ts';

/**
 * How a kind of window is filled, as renderer/app/theme/bands.ts has it for blocks of the page.
 * Patterns differ in shape, so that they read in grey and in print. Shares are of the ink, 0 to 1.
 */
export type Pattern = {
  ground?: { ink: Ink; share: number };
  /** Diagonal stripes: how thick, and how far from one to the next, in pixels. */
  hatch?: { ink: Ink; share: number; thick: number; every: number };
  dots?: { ink: Ink; share: number; radius: number; every: number };
  /** Level lines. */
  ruled?: { ink: Ink; share: number; every: number };
  edges?: { ink: Ink; at: 'sides' | 'ends'; thick: number };
};

export const patterns: Record<WindowKind, Pattern> = {
  'hard-freeze': {
    ground: { ink: 'failed-soft', share: 1 },
    hatch: { ink: 'failed', share: 0.45, thick: 3, every: 8 },
  },
  'soft-freeze': {
    ground: { ink: 'waiting-soft', share: 1 },
    hatch: { ink: 'waiting', share: 0.45, thick: 3, every: 16 },
  },
  deployment: {
    ground: { ink: 'passed', share: 0.06 },
    edges: { ink: 'passed', at: 'sides', thick: 3 },
  },
  maintenance: { dots: { ink: 'running', share: 0.8, radius: 1.3, every: 8 } },
  qa: {
    ground: { ink: 'quiet', share: 0.16 },
    ruled: { ink: 'quiet', share: 0.35, every: 6 },
  },
  peak: {
    ground: { ink: 'exception', share: 0.06 },
    edges: { ink: 'exception', at: 'ends', thick: 3 },
  },
  holiday: { ground: { ink: 'quiet', share: 0.22 } },
};

/** The ink of the name of a band. */
export const bandInks: Record<WindowKind, Ink> = {
  'hard-freeze': 'failed',
  'soft-freeze': 'waiting',
  deployment: 'passed',
  maintenance: 'running',
  qa: 'quiet',
  peak: 'exception',
  holiday: 'quiet',
};

export type Box = { x: number; y: number; width: number; height: number };

/**
 * Stripes rising to the right within a box, each as a line from edge to edge. They stand on one raster of the
 * whole picture, so that pieces of a band that are drawn apart fit together.
 */
export function hatchLines(
  { x, y, width, height }: Box,
  every: number,
  raster: { x: number; y: number } = { x: 0, y: 0 },
): [from: [number, number], to: [number, number]][] {
  // On a stripe the sum of both coordinates is a multiple of the step, measured along an axis.
  const step = every * Math.SQRT2;
  const shift = raster.x + raster.y;
  const lines: ReturnType<typeof hatchLines> = [];
  const first = Math.ceil((x + y + shift) / step);
  const last = Math.floor((x + width + y + height + shift) / step);
  for (let index = first; index <= last; index += 1) {
    const sum = index * step - shift;
    const left = Math.max(x, sum - y - height);
    const right = Math.min(x + width, sum - y);
    if (right > left)
      lines.push([
        [left, sum - left],
        [right, sum - right],
      ]);
  }
  return lines;
}
