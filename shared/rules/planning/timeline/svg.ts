import { paperInks } from './paper-inks.ts';
import type { Sheet } from './paper.ts';
import { hatchLines, patterns } from './patterns.ts';
import type { Ink, Shape } from './shapes.ts';
import { cutToWidth } from './cut-text.ts';

/** A sheet as an SVG file that needs nothing from outside. Names are text, whatever stands in them. */
export function svgOf({ width, height, shapes }: Sheet): string {
  const [wide, high] = [Math.ceil(width), Math.ceil(height)];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}" viewBox="0 0 ${wide} ${high}" font-family="Inter, Helvetica, Arial, sans-serif">`,
    `<rect width="${wide}" height="${high}" fill="${colour('surface')}"/>`,
    ...shapes.flatMap(elements),
    '</svg>',
    '',
  ].join('\n');
}

function elements(shape: Shape): string[] {
  if (shape.kind === 'band') return bandElements(shape);
  const named = `class="${escaped(shape.is)}"`;
  if (shape.kind === 'rect') {
    const { x, y, width, height, radius = 0 } = shape;
    const box = `x="${n(x)}" y="${n(y)}" width="${n(Math.max(0, width))}" height="${n(height)}"`;
    return [`<rect ${named} ${box} rx="${n(radius)}" ${look({ thickness: 1.5, ...shape })}/>`];
  }
  if (shape.kind === 'circle') {
    const { x, y, radius } = shape;
    return [`<circle ${named} cx="${n(x)}" cy="${n(y)}" r="${n(radius)}" ${look(shape)}/>`];
  }
  if (shape.kind === 'path') {
    const points = shape.points.map(([x, y]) => `${n(x)} ${n(y)}`).join('L');
    return [`<path ${named} d="M${points}${shape.closed === true ? 'Z' : ''}" ${look(shape)}/>`];
  }
  const { x, y, size, strong = false, ink, width } = shape;
  const weight = strong ? ' font-weight="650"' : '';
  // The isolate keeps a name that runs from right to left from reaching beyond itself.
  const style = 'style="unicode-bidi:isolate" xml:space="preserve"';
  return [
    `<text ${named} x="${n(x)}" y="${n(y)}" dy="0.35em" font-size="${size}"${weight} fill="${colour(ink)}" ${style}>${escaped(cutToWidth(shape.text, width, size, strong))}</text>`,
  ];
}

type Look = { fill?: Ink; stroke?: Ink; thickness?: number; dashed?: boolean };

function look({ fill, stroke, thickness = 1, dashed = false }: Look): string {
  const inside = `fill="${fill === undefined ? 'none' : colour(fill)}"`;
  if (stroke === undefined) return inside;
  const dashes = dashed ? ' stroke-dasharray="4 3"' : '';
  return `${inside} stroke="${colour(stroke)}" stroke-width="${thickness}"${dashes}`;
}

function bandElements(shape: Extract<Shape, { kind: 'band' }>): string[] {
  const { ground, hatch, dots, ruled, edges } = patterns[shape.band];
  const { x, y, width, height } = shape;
  const box = (bx: number, by: number, bw: number, bh: number, ink: Ink, share = 1) =>
    `<rect x="${n(bx)}" y="${n(by)}" width="${n(bw)}" height="${n(bh)}" fill="${colour(ink)}" fill-opacity="${share}"/>`;
  const lines = (d: string, ink: Ink, share: number, thick: number, cap = 'butt') =>
    `<path d="${d}" fill="none" stroke="${colour(ink)}" stroke-opacity="${share}" stroke-width="${thick}" stroke-linecap="${cap}"/>`;
  const parts: string[] = [];
  if (ground !== undefined) parts.push(box(x, y, width, height, ground.ink, ground.share));
  if (hatch !== undefined) {
    const d = hatchLines(shape, hatch.every)
      .map(([[ax, ay], [bx, by]]) => `M${n(ax)} ${n(ay)}L${n(bx)} ${n(by)}`)
      .join('');
    parts.push(lines(d, hatch.ink, hatch.share, hatch.thick));
  }
  if (ruled !== undefined) {
    const d = stepsIn(y, height, ruled.every)
      .map((at) => `M${n(x)} ${n(at)}h${n(width)}`)
      .join('');
    parts.push(lines(d, ruled.ink, ruled.share, 1));
  }
  if (dots !== undefined) {
    const d = stepsIn(x, width, dots.every)
      .flatMap((ax) => stepsIn(y, height, dots.every).map((ay) => `M${n(ax)} ${n(ay)}h0`))
      .join('');
    parts.push(lines(d, dots.ink, dots.share, dots.radius * 2, 'round'));
  }
  if (edges?.at === 'sides') {
    const thick = Math.min(edges.thick, width);
    parts.push(
      box(x, y, thick, height, edges.ink),
      box(x + width - thick, y, thick, height, edges.ink),
    );
  } else if (edges !== undefined) {
    parts.push(box(x, y, width, edges.thick, edges.ink));
    parts.push(box(x, y + height - edges.thick, width, edges.thick, edges.ink));
  }
  return [`<g class="${escaped(shape.is)}">${parts.join('')}</g>`];
}

/** Points of a raster strictly within a stretch. */
export function stepsIn(from: number, length: number, every: number): number[] {
  const steps: number[] = [];
  for (let at = Math.ceil(from / every) * every + every / 2; at < from + length; at += every) {
    steps.push(at);
  }
  return steps;
}

function colour(ink: Ink): string {
  return `rgb(${paperInks[ink].join(',')})`;
}

function n(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** Text for content and attributes; characters that XML cannot carry are left out. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
