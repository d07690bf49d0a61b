import { describe, expect, it } from 'vitest';
import { contrast } from '../../../renderer/app/theme/contrast.ts';
import { palettes, schemes, statusKinds } from '../../../renderer/app/theme/tokens.ts';
import type { Palette } from '../../../renderer/app/theme/tokens.ts';

const text = 4.5;
const graphics = 3;

function grounds(palette: Palette): Record<string, string> {
  const { bg, surface, sunken, accentSoft } = palette;
  return { bg, surface, sunken, accentSoft };
}

describe('contrast', () => {
  it('gives the two ends of the scale of WCAG', () => {
    expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#777777')).toBe(1);
  });

  it('tells greys just under and just over 4.5:1 apart', () => {
    expect(contrast('#777777', '#FFFFFF')).toBeLessThan(text);
    expect(contrast('#767676', '#FFFFFF')).toBeGreaterThan(text);
  });

  it('refuses a colour that is not #RRGGBB', () => {
    expect(() => contrast('white', '#FFFFFF')).toThrow(
      'Expected a colour as #RRGGBB, found "white"',
    );
  });
});

describe.each(schemes)('the %s scheme', (scheme) => {
  const palette = palettes[scheme];

  it.each(Object.entries(grounds(palette)))('has readable text on %s', (_, ground) => {
    for (const ink of [palette.ink, palette.ink2, palette.ink3, palette.accent]) {
      expect(contrast(ink, ground), `${ink} on ${ground}`).toBeGreaterThanOrEqual(text);
    }
  });

  it.each(Object.entries(grounds(palette)))('has edges of fields that show on %s', (_, ground) => {
    expect(contrast(palette.control, ground)).toBeGreaterThanOrEqual(graphics);
  });

  it.each(statusKinds)('has words of status %s that read on its own and every ground', (kind) => {
    const { ink, soft } = palette.status[kind];
    for (const ground of [soft, ...Object.values(grounds(palette))]) {
      expect(contrast(ink, ground), `${ink} on ${ground}`).toBeGreaterThanOrEqual(text);
    }
  });

  it.each(statusKinds)('has ordinary text that reads on the ground of status %s', (kind) => {
    expect(contrast(palette.ink, palette.status[kind].soft)).toBeGreaterThanOrEqual(text);
    expect(contrast(palette.ink2, palette.status[kind].soft)).toBeGreaterThanOrEqual(text);
  });

  it('has text on the accent that reads, at rest and under the pointer', () => {
    expect(contrast(palette.accentInk, palette.accent)).toBeGreaterThanOrEqual(text);
    expect(contrast(palette.accentInk, palette.accentHover)).toBeGreaterThanOrEqual(text);
  });

  it('has words that read on a button in the colour of failure', () => {
    expect(contrast(palette.surface, palette.status.failed.ink)).toBeGreaterThanOrEqual(text);
  });

  it('has a tooltip that reads: the surface on the ink', () => {
    expect(contrast(palette.surface, palette.ink)).toBeGreaterThanOrEqual(text);
  });

  it('has series of charts that show on the page and on cards', () => {
    for (const colour of palette.categorical) {
      expect(contrast(colour, palette.bg)).toBeGreaterThanOrEqual(graphics);
      expect(contrast(colour, palette.surface)).toBeGreaterThanOrEqual(graphics);
    }
  });
});

it('has the same names in both schemes, so that none falls back to the other', () => {
  expect(Object.keys(palettes.dark)).toEqual(Object.keys(palettes.light));
});
