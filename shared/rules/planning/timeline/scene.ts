import type {
  TimelineBand,
  TimelineBar,
  TimelineLink,
  TimelineTile,
} from '#shared/model/planning/timeline.ts';
import type { Axis } from './axis.ts';
import { barShapes } from './bar-shapes.ts';
import type { BarStanding } from './bar-standing.ts';
import { bandInks } from './patterns.ts';
import { barHeight, barTop, rowsBetween } from './placed-rows.ts';
import type { PlacedRows } from './placed-rows.ts';
import type { Measure, Shape } from './shapes.ts';

/** A piece of the timeline: how wide and high, where it begins, and what lies in it. */
export type Piece = {
  placed: PlacedRows;
  /** Time of the left edge, and how much of it a pixel is. */
  from: number;
  msPerPixel: number;
  /** Distance of the upper edge from the top of all rows. */
  top: number;
  width: number;
  height: number;
  axis: Axis;
  tile: TimelineTile;
  standingOf: (bar: TimelineBar) => BarStanding;
  measure: Measure;
  /** A picture of its own: windows are named in it, and names end in it. */
  standsAlone: boolean;
};

/** What a piece of the timeline is drawn of, what lies behind first. Pure: the same for the same facts. */
export function sceneOf(piece: Piece): Shape[] {
  const { tile, placed, top, standingOf, measure, standsAlone } = piece;
  const x = (at: number) => (at - piece.from) / piece.msPerPixel;
  const y = (lane: number) => barTop(placed, lane) - top;
  return [
    ...gridShapes(piece, x),
    ...tile.bands.flatMap((band) => bandShapes(band, piece, x)),
    ...tile.links.map((link) => linkShape(link, x, y)),
    ...tile.bars.flatMap((bar) =>
      barShapes(bar, standingOf(bar), {
        ...{ x, y: y(bar.lane), edge: 0, measure, standsAlone },
      }),
    ),
  ];
}

type Across = (at: number) => number;

function gridShapes({ axis, placed, top, width, height }: Piece, x: Across): Shape[] {
  const idle = axis.idle.map(({ from, to }): Shape => {
    const left = Math.max(0, x(from));
    const right = Math.min(width, x(to));
    return {
      is: 'idle day',
      kind: 'rect',
      x: left,
      y: 0,
      width: right - left,
      height,
      fill: 'idle',
    };
  });
  const upright = axis.lower.map(({ at }): Shape => {
    const points = [
      [x(at), 0],
      [x(at), height],
    ] as const;
    return { is: 'grid', kind: 'path', points, stroke: 'line', thickness: 1 };
  });
  const level = rowsBetween(placed, top, top + height).map((row): Shape => {
    const edge = row.top + row.height - top - 0.5;
    const points = [
      [0, edge],
      [width, edge],
    ] as const;
    return { is: 'row', kind: 'path', points, stroke: 'line', thickness: 1 };
  });
  return [...idle.filter((each) => each.kind === 'rect' && each.width > 0), ...upright, ...level];
}

const labelHeight = 16;

/** The band over each stretch of rows it is about, with its name on top. */
function bandShapes(band: TimelineBand, piece: Piece, x: Across): Shape[] {
  const { placed, top, width, height, measure, standsAlone } = piece;
  const left = Math.max(-1, x(Date.parse(band.startsAt)));
  const right = Math.min(width + 1, x(Date.parse(band.endsAt)));
  const wide = Math.max(2, right - left);
  return stretches(band, placed).flatMap((stretch): Shape[] => {
    const upper = Math.max(-1, stretch.from - top);
    const lower = Math.min(height + 1, stretch.to - top);
    if (lower <= upper) return [];
    const is = `window ${band.kind}`;
    const box = { x: left, y: upper, width: wide, height: lower - upper };
    const area: Shape = { is, kind: 'band', band: band.kind, ...box };
    const isNamed = stretch.from >= top && stretch.from + labelHeight < top + height;
    if (!standsAlone || !isNamed || wide < 48) return [area];
    const room = Math.min(wide - 4, measure(band.name, 12, true) + 9);
    const at = { x: left + 2, y: upper + 1 };
    return [
      area,
      { is, kind: 'rect', ...at, width: room, height: labelHeight, radius: 3, fill: 'surface' },
      {
        ...{ is, kind: 'text', x: at.x + 4, y: at.y + labelHeight / 2, width: room - 7 },
        ...{ text: band.name, ink: bandInks[band.kind], size: 12, strong: true },
      },
    ];
  });
}

/** Rows that stand under each other make one block. */
function stretches({ rows }: TimelineBand, placed: PlacedRows): { from: number; to: number }[] {
  if (rows === null) return [{ from: 0, to: placed.height }];
  const blocks: { from: number; to: number }[] = [];
  for (const index of rows) {
    const row = placed.rows[index];
    if (row === undefined) continue;
    const last = blocks.at(-1);
    if (last?.to === row.top) last.to = row.top + row.height;
    else blocks.push({ from: row.top, to: row.top + row.height });
  }
  return blocks;
}

/** From the end of one bar to the beginning of another, by way of an elbow, with an arrow. */
function linkShape(link: TimelineLink, x: Across, y: (lane: number) => number): Shape {
  const [fromX, toX] = [x(link.from), x(link.to)];
  const fromY = y(link.fromLane) + barHeight / 2;
  const toY = y(link.toLane) + barHeight / 2;
  const out = fromX + 8;
  const head: [number, number][] = [
    [toX - 5, toY - 3.5],
    [toX - 1, toY],
    [toX - 5, toY + 3.5],
  ];
  const isAhead = toX - 8 >= out;
  // What begins before the other ends is reached from behind, by the gap between the lanes.
  const between = toY > fromY ? toY - barHeight / 2 - 3 : toY + barHeight / 2 + 3;
  const way: [number, number][] = isAhead
    ? [
        [out, fromY],
        [out, toY],
      ]
    : [
        [out, fromY],
        [out, between],
        [toX - 8, between],
        [toX - 8, toY],
      ];
  return {
    is: isAhead ? 'dependency' : 'dependency too early',
    kind: 'path',
    points: [[fromX + 2, fromY], ...way, [toX - 1, toY], ...head],
    stroke: isAhead ? 'quiet' : 'failed',
    thickness: 1.3,
  };
}
