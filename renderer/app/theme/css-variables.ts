import {
  densitySizes,
  fonts,
  layout,
  lineHeights,
  motion,
  palettes,
  radius,
  spaceSteps,
  spaceUnit,
  statusKinds,
  textSizes,
  weights,
} from './tokens.ts';
import type { Density, Palette, Scheme } from './tokens.ts';

type Variables = Record<`--sl-${string}`, string>;

/** Variables that differ between light and dark. */
export function colourVariables(scheme: Scheme): Variables {
  const palette: Palette = palettes[scheme];
  const variables: Variables = {
    '--sl-bg': palette.bg,
    '--sl-surface': palette.surface,
    '--sl-sunken': palette.sunken,
    '--sl-line': palette.line,
    '--sl-line-strong': palette.lineStrong,
    '--sl-control': palette.control,
    '--sl-ink': palette.ink,
    '--sl-ink-2': palette.ink2,
    '--sl-ink-3': palette.ink3,
    '--sl-accent': palette.accent,
    '--sl-accent-hover': palette.accentHover,
    '--sl-accent-ink': palette.accentInk,
    '--sl-accent-soft': palette.accentSoft,
    '--sl-scrim': palette.scrim,
    '--sl-shadow': palette.shadow,
  };
  for (const kind of statusKinds) {
    variables[`--sl-${kind}`] = palette.status[kind].ink;
    variables[`--sl-${kind}-soft`] = palette.status[kind].soft;
  }
  palette.categorical.forEach((colour, index) => {
    variables[`--sl-series-${index + 1}`] = colour;
  });
  return variables;
}

/** Variables that stay the same in both schemes. */
export function sizeVariables(): Variables {
  const variables: Variables = {
    '--sl-font': fonts.text,
    '--sl-mono': fonts.mono,
    '--sl-regular': String(weights.regular),
    '--sl-medium': String(weights.medium),
    '--sl-strong': String(weights.strong),
    '--sl-leading': String(lineHeights.text),
    '--sl-leading-heading': String(lineHeights.heading),
    '--sl-radius': px(radius.control),
    '--sl-radius-small': px(radius.small),
    '--sl-radius-round': px(radius.round),
    '--sl-rail': px(layout.rail),
    '--sl-rail-collapsed': px(layout.railCollapsed),
    '--sl-inspector': px(layout.inspector),
    '--sl-fast': `${motion.fast}ms ${motion.ease}`,
    '--sl-slow': `${motion.slow}ms ${motion.ease}`,
  };
  for (const size of Object.values(textSizes)) variables[`--sl-text-${size}`] = px(size);
  for (const step of spaceSteps) variables[`--sl-s${step}`] = px(step * spaceUnit);
  return variables;
}

/** Variables of one density: heights of rows and controls. */
export function densityVariables(density: Density): Variables {
  const sizes = densitySizes[density];
  return { '--sl-row': px(sizes.row), '--sl-control-height': px(sizes.control) };
}

function px(value: number): string {
  return `${value}px`;
}
