import { describe, expect, it } from 'vitest';
import type { TimelineBand, TimelineBar } from '#shared/model/planning/timeline.ts';
import { axisOf } from '#shared/rules/planning/timeline/axis.ts';
import { paperInks } from '#shared/rules/planning/timeline/paper-inks.ts';
import { pagesOf, pictureOf } from '#shared/rules/planning/timeline/paper.ts';
import type { Picture } from '#shared/rules/planning/timeline/paper.ts';
import { standings } from '#shared/rules/planning/timeline/shapes.ts';
import { svgOf } from '#shared/rules/planning/timeline/svg.ts';
import { palettes } from '../../../renderer/app/theme/tokens.ts';

const at = (text: string) => Date.parse(text);
const span = { from: at('2026-11-16'), to: at('2027-01-11') };

function aBar(lane: number, name: string): TimelineBar {
  return {
    ...{ releaseId: `r${lane}`, deploymentId: null, lane, next: null, number: lane, name },
    ...{ from: at('2026-11-20'), to: at('2026-12-20'), type: 'major', phase: 'build' },
    ...{ outcome: null, onHold: false, ownerId: 'o', risk: 'high', exceptions: 0, milestones: [] },
    phases: [{ phase: 'build', at: at('2026-11-20') }],
    deployments: [
      { id: 'd', environmentId: 'e', from: at('2026-12-19'), to: at('2026-12-20'), result: null },
    ],
  };
}

const freeze: TimelineBand = {
  ...{ windowId: 'w', kind: 'hard-freeze', name: 'Year end & "more"', zone: 'Europe/London' },
  ...{ startsAt: '2026-12-20T17:00:00.000Z', endsAt: '2027-01-02T08:00:00.000Z' },
  ...{ originalWall: '2026-12-20T17:00', serviceIds: [], environmentIds: [], regions: [] },
  ...{ authorityId: null, rows: null },
};

function aPicture(rowCount: number, name: string): Picture {
  const rows = Array.from({ length: rowCount }, (_, n) => ({
    ...{ id: null, name: `row ${n}`, bars: 1, lanes: 1 },
  }));
  return {
    ...{ rows, ...span, now: at('2026-11-24'), title: 'Payments timeline', note: 'Services' },
    tile: { bars: rows.map((_, n) => aBar(n, `${name} ${n}`)), bands: [freeze], links: [] },
    axis: axisOf('quarter', span, {
      zone: 'Europe/London',
      workingDays: [1, 2, 3, 4, 5],
      locale: 'en-GB',
    }),
    standingOf: () => ({ standing: 'waiting', word: 'waiting, 1 of 2 gates' }),
  };
}

const parse = (svg: string) =>
  new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;

describe('svgOf', () => {
  it('writes hostile names as text, and nothing else of them', () => {
    const name = '</text><script>alert(1)</script>&\u0000"';
    const root = parse(svgOf(pictureOf(aPicture(1, name), 3_000)));
    expect(root.querySelectorAll('script, foreignObject, a, image')).toHaveLength(0);
    const texts = [...root.querySelectorAll('text')].map(({ textContent }) => textContent);
    expect(texts).toContain('</text><script>alert(1)</script>&" 0');
    expect(texts).toContain(freeze.name);
  });

  it('names what its parts stand for', () => {
    const root = parse(svgOf(pictureOf(aPicture(2, 'Payments'), 1_600)));
    const count = (is: string) => root.querySelectorAll(`[class="${is}"]`).length;
    expect(count('deployment')).toBe(2);
    expect(count('today')).toBe(1);
    expect(count('window hard-freeze')).toBeGreaterThan(0);
  });
});

describe('pagesOf', () => {
  it('puts every row on a page once, with title and axis on each', () => {
    const pages = pagesOf(aPicture(40, 'Payments'), 'A4');
    const words = pages.map(({ shapes }) =>
      shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : [])),
    );
    const rows = words.flat().filter((text) => text.startsWith('row '));
    expect(rows).toHaveLength(40);
    expect(new Set(rows).size).toBe(40);
    for (const [index, page] of words.entries()) {
      expect(page).toContain('Payments timeline');
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
    }
    expect(pagesOf(aPicture(40, 'Payments'), 'A3').length).toBeLessThan(pages.length);
  });
});

describe('a bar that begins before the page', () => {
  it('has its whole name where the page begins', () => {
    const picture = aPicture(1, 'Payments');
    const bars = picture.tile.bars.map((bar) => ({ ...bar, from: at('2026-11-13T12:00:00Z') }));
    const [page] = pagesOf({ ...picture, tile: { ...picture.tile, bars } }, 'A4');
    const heads = page?.shapes.find(({ is }) => is === 'heads');
    const name = page?.shapes.find(({ is }) => is === 'name');
    const left = heads?.kind === 'path' ? (heads.points[0]?.[0] ?? 0) : Number.NaN;
    expect(name?.kind === 'text' && name.x).toBeGreaterThan(left);
  });
});

describe('paperInks', () => {
  it('are the colours of the light scheme', () => {
    const hex = (text: string) =>
      [1, 3, 5].map((start) => Number.parseInt(text.slice(start, start + 2), 16));
    const { light } = palettes;
    for (const standing of standings) {
      expect(paperInks[standing]).toEqual(hex(light.status[standing].ink));
      expect(paperInks[`${standing}-soft`]).toEqual(hex(light.status[standing].soft));
    }
    expect(paperInks.text).toEqual(hex(light.ink));
    expect(paperInks.line).toEqual(hex(light.line));
    expect(paperInks.accent).toEqual(hex(light.accent));
  });
});
