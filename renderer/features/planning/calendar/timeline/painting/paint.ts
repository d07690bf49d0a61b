import { cutToWidth } from '#shared/rules/planning/timeline/cut-text.ts';
import { hatchLines, patterns } from '#shared/rules/planning/timeline/patterns.ts';
import type { Box } from '#shared/rules/planning/timeline/patterns.ts';
import type { Ink, Measure, Shape } from '#shared/rules/planning/timeline/shapes.ts';
import type { Inks } from './inks.ts';

type Drawn<K extends Shape['kind']> = Extract<Shape, { kind: K }>;
type Canvas = OffscreenCanvasRenderingContext2D;

/** Where a piece lies in the whole: patterns of neighbours fit together. */
export type Raster = { x: number; y: number };

const colourOf = ({ colours }: Inks, ink: Ink) => colours.get(ink) ?? 'gray';
const fontOf = ({ family }: Inks, size: number, strong: boolean) =>
  `${strong ? 650 : 400} ${size}px ${family}`;

/** Draws shapes on a canvas, those behind first. */
export function paintShapes(
  canvas: Canvas,
  shapes: readonly Shape[],
  inks: Inks,
  raster: Raster,
): void {
  canvas.textBaseline = 'middle';
  // Names of any script start at the left of their bar.
  canvas.direction = 'ltr';
  canvas.lineJoin = 'round';
  for (const shape of shapes) {
    if (shape.kind === 'rect') paintRect(canvas, shape, inks);
    else if (shape.kind === 'path') paintPath(canvas, shape, inks);
    else if (shape.kind === 'circle') paintCircle(canvas, shape, inks);
    else if (shape.kind === 'text') paintText(canvas, shape, inks);
    else paintBand(canvas, shape, inks, raster);
  }
}

function paintRect(canvas: Canvas, rect: Drawn<'rect'>, inks: Inks): void {
  const { x, y, width, height, radius = 0 } = rect;
  canvas.beginPath();
  canvas.roundRect(x, y, width, height, Math.min(radius, width / 2));
  fillAndStroke(canvas, { thickness: 1.5, ...rect }, inks);
}

function paintPath(canvas: Canvas, path: Drawn<'path'>, inks: Inks): void {
  canvas.beginPath();
  path.points.forEach(([x, y], index) => {
    if (index === 0) canvas.moveTo(x, y);
    else canvas.lineTo(x, y);
  });
  if (path.closed === true) canvas.closePath();
  fillAndStroke(canvas, path, inks);
}

function paintCircle(canvas: Canvas, circle: Drawn<'circle'>, inks: Inks): void {
  canvas.beginPath();
  canvas.arc(circle.x, circle.y, circle.radius, 0, Math.PI * 2);
  fillAndStroke(canvas, circle, inks);
}

type Look = Partial<Pick<Drawn<'path'>, 'fill' | 'stroke' | 'thickness' | 'dashed'>>;

function fillAndStroke(canvas: Canvas, { fill, stroke, thickness = 1, dashed }: Look, inks: Inks) {
  if (fill !== undefined) {
    canvas.fillStyle = colourOf(inks, fill);
    canvas.fill();
  }
  if (stroke === undefined) return;
  canvas.strokeStyle = colourOf(inks, stroke);
  canvas.lineWidth = thickness;
  canvas.setLineDash(dashed === true ? [4, 3] : []);
  canvas.stroke();
}

function paintText(canvas: Canvas, text: Drawn<'text'>, inks: Inks): void {
  const { size, strong = false } = text;
  const measure = measureWith(inks);
  canvas.font = fontOf(inks, size, strong);
  canvas.fillStyle = colourOf(inks, text.ink);
  canvas.fillText(cutToWidth(text.text, text.width, size, strong, measure), text.x, text.y + 0.5);
}

function paintBand(canvas: Canvas, shape: Drawn<'band'>, inks: Inks, raster: Raster): void {
  const { ground, hatch, dots, ruled, edges } = patterns[shape.band];
  const { x, y, width, height } = shape;
  canvas.save();
  canvas.beginPath();
  canvas.rect(x, y, width, height);
  canvas.clip();
  if (ground !== undefined) {
    canvas.globalAlpha = ground.share;
    canvas.fillStyle = colourOf(inks, ground.ink);
    canvas.fillRect(x, y, width, height);
  }
  if (hatch !== undefined) {
    const lines = hatchLines(shape, hatch.every, raster);
    strokeLines(canvas, lines, { ...hatch, thickness: hatch.thick }, inks);
  }
  if (ruled !== undefined) {
    strokeLines(canvas, ruledLines(shape, ruled.every, raster), { ...ruled, thickness: 1 }, inks);
  }
  if (dots !== undefined) paintDots(canvas, shape, dots, inks, raster);
  canvas.globalAlpha = 1;
  if (edges !== undefined) {
    canvas.fillStyle = colourOf(inks, edges.ink);
    const { thick } = edges;
    if (edges.at === 'sides') {
      canvas.fillRect(x, y, Math.min(thick, width), height);
      canvas.fillRect(x + width - Math.min(thick, width), y, thick, height);
    } else {
      canvas.fillRect(x, y, width, thick);
      canvas.fillRect(x, y + height - thick, width, thick);
    }
  }
  canvas.restore();
}

type Lines = ReturnType<typeof hatchLines>;
type LineLook = { ink: Ink; share: number; thickness: number };

function strokeLines(canvas: Canvas, lines: Lines, look: LineLook, inks: Inks): void {
  canvas.globalAlpha = look.share;
  canvas.strokeStyle = colourOf(inks, look.ink);
  canvas.lineWidth = look.thickness;
  canvas.setLineDash([]);
  canvas.beginPath();
  for (const [[fromX, fromY], [toX, toY]] of lines) {
    canvas.moveTo(fromX, fromY);
    canvas.lineTo(toX, toY);
  }
  canvas.stroke();
}

function ruledLines({ x, y, width, height }: Box, every: number, raster: Raster): Lines {
  const lines: Lines = [];
  const first = Math.ceil((y + raster.y) / every) * every - raster.y + 0.5;
  for (let at = first; at < y + height; at += every)
    lines.push([
      [x, at],
      [x + width, at],
    ]);
  return lines;
}

type Dots = NonNullable<(typeof patterns)['maintenance']['dots']>;

function paintDots(canvas: Canvas, box: Box, dots: Dots, inks: Inks, raster: Raster): void {
  const { every, radius } = dots;
  canvas.globalAlpha = dots.share;
  canvas.fillStyle = colourOf(inks, dots.ink);
  const firstX = Math.ceil((box.x + raster.x) / every) * every - raster.x;
  const firstY = Math.ceil((box.y + raster.y) / every) * every - raster.y;
  canvas.beginPath();
  for (let x = firstX; x < box.x + box.width; x += every) {
    for (let y = firstY; y < box.y + box.height; y += every) {
      canvas.moveTo(x + radius, y);
      canvas.arc(x, y, radius, 0, Math.PI * 2);
    }
  }
  canvas.fill();
}

const widths = new WeakMap<Inks, Map<string, number>>();
const mostWidths = 5_000;
let ruler: Canvas | null = null;

/** Widths of texts as the canvas draws them; each is asked for once. */
export function measureWith(inks: Inks): Measure {
  const known = widths.get(inks) ?? new Map<string, number>();
  widths.set(inks, known);
  return (text, size, strong) => {
    const key = `${size}${strong ? '!' : ' '}${text}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    ruler ??= new OffscreenCanvas(1, 1).getContext('2d');
    if (ruler === null) return text.length * size * 0.56;
    ruler.font = fontOf(inks, size, strong);
    const { width } = ruler.measureText(text);
    if (known.size >= mostWidths) known.clear();
    known.set(key, width);
    return width;
  };
}
