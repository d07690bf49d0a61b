import type {
  TimelineBar,
  TimelineOutline,
  TimelineTile,
} from '#shared/model/planning/timeline.ts';
import type { Axis } from './axis.ts';
import type { BarStanding } from './bar-standing.ts';
import { laneHeight, placeRows, rowsBetween } from './placed-rows.ts';
import type { PlacedRows } from './placed-rows.ts';
import { sceneOf } from './scene.ts';
import { roughWidth } from './shapes.ts';
import type { Shape } from './shapes.ts';

export type Picture = {
  rows: TimelineOutline['rows'];
  tile: TimelineTile;
  axis: Axis;
  from: number;
  to: number;
  now: number;
  /** The workspace, and what is shown of it: time, zone, filter. */
  title: string;
  note: string;
  standingOf: (bar: TimelineBar) => BarStanding;
};

export type Sheet = { width: number; height: number; shapes: Shape[] };

/** Pixels of 96 to the inch, landscape. */
export const papers = {
  A4: { width: 1123, height: 794 },
  A3: { width: 1587, height: 1123 },
} as const;
export type Paper = keyof typeof papers;

const margin = 32;
const headWidth = 170;
const titleHeight = 48;
const axisHeight = 44;
const footHeight = 22;

/** The timeline as pages under each other, rows whole where they fit; axis and title on each. */
export function pagesOf(picture: Picture, paper: Paper): Sheet[] {
  const { width, height } = papers[paper];
  const room = height - 2 * margin - titleHeight - axisHeight - footHeight;
  const placed = placeRows(picture.rows);
  const cuts = cutsOf(placed, room);
  return cuts.map((cut, index) => ({
    ...{ width, height },
    shapes: sheetShapes(picture, placed, cut, {
      ...{ width, foot: { text: `Page ${index + 1} of ${cuts.length}`, y: height - margin + 8 } },
    }),
  }));
}

/** The whole timeline as one picture, so wide; as high as its rows. */
export function pictureOf(picture: Picture, width: number): Sheet {
  const placed = placeRows(picture.rows);
  const cut = { top: 0, height: Math.max(placed.height, 1) };
  const height = 2 * margin + titleHeight + axisHeight + cut.height;
  return { width, height, shapes: sheetShapes(picture, placed, cut, { width, foot: null }) };
}

type Cut = { top: number; height: number };

function cutsOf(placed: PlacedRows, room: number): Cut[] {
  const cuts: Cut[] = [];
  let top = 0;
  for (const row of placed.rows) {
    if (row.top + row.height - top <= room) continue;
    if (row.top > top) {
      cuts.push({ top, height: row.top - top });
      top = row.top;
    }
    // A row that is higher than a page goes on, at a whole lane.
    const lanes = Math.max(1, Math.floor((room - 8) / laneHeight)) * laneHeight;
    while (row.top + row.height - top > room) {
      const height = top === row.top ? lanes + 8 : lanes;
      cuts.push({ top, height });
      top += height;
    }
  }
  if (placed.height > top || cuts.length === 0) cuts.push({ top, height: placed.height - top });
  return cuts;
}

type Edge = { width: number; foot: { text: string; y: number } | null };

function sheetShapes(picture: Picture, placed: PlacedRows, cut: Cut, edge: Edge): Shape[] {
  const { tile, axis, from, to, now, standingOf } = picture;
  const left = margin + headWidth;
  const top = margin + titleHeight + axisHeight;
  const width = edge.width - margin - left;
  const msPerPixel = (to - from) / width;
  const body = sceneOf({
    ...{ placed, from, msPerPixel, top: cut.top, width, height: cut.height, axis, standingOf },
    tile: withinCut(tile, placed, cut),
    ...{ measure: roughWidth, standsAlone: true },
  });
  const bottom = top + cut.height;
  const cover = (x: number, y: number, wide: number, high: number): Shape => ({
    ...{ is: 'paper', kind: 'rect', fill: 'surface', x, y, width: wide, height: high },
  });
  const x = (at: number) => left + (at - from) / msPerPixel;
  const today: Shape[] =
    now < from || now >= to
      ? []
      : [
          line(
            'today',
            [
              [x(now), top - 6],
              [x(now), bottom],
            ],
            'accent',
            2,
          ),
        ];
  return [
    ...body.map((shape) => moved(shape, left, top)),
    ...today,
    // What reaches over the edges of the rows is covered, as on the screen.
    cover(0, 0, edge.width, top),
    cover(0, 0, left, bottom),
    cover(edge.width - margin, 0, margin, bottom),
    cover(0, bottom, edge.width, papers.A3.height),
    text('title', picture.title, {
      x: margin,
      y: margin + 10,
      width: width / 2,
      size: 16,
      strong: true,
    }),
    text('note', picture.note, { x: margin, y: margin + 32, width: edge.width - 2 * margin }),
    ...axisShapes(axis, { left, right: edge.width - margin, top: top - axisHeight, x }),
    line(
      'axis',
      [
        [margin, top],
        [edge.width - margin, top],
      ],
      'line-strong',
      1,
    ),
    line(
      'heads',
      [
        [left, top - axisHeight],
        [left, bottom],
      ],
      'line-strong',
      1,
    ),
    ...headShapes(placed, cut, top),
    ...(edge.foot === null
      ? []
      : [text('foot', edge.foot.text, { x: left, y: edge.foot.y, width: 120 })]),
  ];
}

/** Bars of the lanes of a page only: a page of thousands would draw all of them outside of its edges. */
function withinCut(tile: TimelineTile, placed: PlacedRows, { top, height }: Cut): TimelineTile {
  const rows = rowsBetween(placed, top, top + height);
  const first = rows[0]?.firstLane ?? 0;
  const last = rows.at(-1);
  const until = last === undefined ? 0 : last.firstLane + last.row.lanes;
  return { ...tile, bars: tile.bars.filter(({ lane }) => lane >= first && lane < until) };
}

type Across = { left: number; right: number; top: number; x: (at: number) => number };

function axisShapes(axis: Axis, { left, right, top, x }: Across): Shape[] {
  const level = (ticks: Axis['upper'], y: number, strong: boolean, least: number) =>
    ticks.flatMap(({ at, until, label }): Shape[] => {
      const from = Math.max(left, x(at));
      const room = Math.min(right, x(until)) - from - 8;
      if (room < least) return [];
      return [text('axis', label, { x: from + 5, y, width: room, strong })];
    });
  return [
    ...level(axis.upper, top + 11, true, 24),
    ...level(axis.lower, top + 31, false, 12),
    ...axis.lower
      .filter(({ at }) => x(at) >= left)
      .map(({ at }) =>
        line(
          'axis',
          [
            [x(at), top + 22],
            [x(at), top + axisHeight],
          ],
          'line',
          1,
        ),
      ),
  ];
}

function headShapes(placed: PlacedRows, { top, height }: Cut, shift: number): Shape[] {
  return rowsBetween(placed, top, top + height).flatMap(({ row, ...place }): Shape[] => {
    const y = Math.max(place.top, top) - top + shift;
    const end = Math.min(place.top + place.height, top + height) - top + shift;
    const at = { x: margin, width: headWidth - 10 };
    return [
      text('row', row.name, { ...at, y: y + 18, strong: true }),
      text('row', `${row.bars}`, { ...at, y: y + 35 }),
      line(
        'row',
        [
          [margin, end - 0.5],
          [margin + headWidth, end - 0.5],
        ],
        'line',
        1,
      ),
    ];
  });
}

type TextLook = { x: number; y: number; width: number; size?: number; strong?: boolean };

function text(is: string, words: string, { size = 12, strong = false, ...place }: TextLook): Shape {
  return { is, kind: 'text', text: words, ink: 'text', size, strong, ...place };
}

type Points = readonly (readonly [number, number])[];

function line(
  is: string,
  points: Points,
  stroke: 'accent' | 'line' | 'line-strong',
  thickness: number,
): Shape {
  return { is, kind: 'path', points, stroke, thickness };
}

function moved(shape: Shape, dx: number, dy: number): Shape {
  if (shape.kind !== 'path') return { ...shape, x: shape.x + dx, y: shape.y + dy };
  return { ...shape, points: shape.points.map(([x, y]) => [x + dx, y + dy] as const) };
}
