import type { TimelineRow } from '#shared/model/planning/timeline.ts';

/** Pixels. */
export const laneHeight = 28;
export const barHeight = 22;
const rowPadding = 8;
/** Room for two lines in the head of a row. */
const leastRow = 52;

export type PlacedRow = {
  row: TimelineRow;
  index: number;
  top: number;
  height: number;
  firstLane: number;
};

export type PlacedRows = { rows: readonly PlacedRow[]; height: number; lanes: number };

/** The rows under each other, each high enough for its lanes. */
export function placeRows(rows: readonly TimelineRow[]): PlacedRows {
  let [top, firstLane] = [0, 0];
  const placed = rows.map((row, index) => {
    const height = Math.max(leastRow, row.lanes * laneHeight + 2 * rowPadding);
    const here = { row, index, top, height, firstLane };
    top += height;
    firstLane += row.lanes;
    return here;
  });
  return { rows: placed, height: top, lanes: firstLane };
}

/** The rows that touch a stretch from top to bottom. */
export function rowsBetween({ rows }: PlacedRows, from: number, to: number): readonly PlacedRow[] {
  const first = firstThat(rows, ({ top, height }) => top + height > from);
  const last = firstThat(rows, ({ top }) => top >= to);
  return rows.slice(first, last);
}

/** The lanes that touch a stretch, as a half-open range. */
export function lanesBetween(placed: PlacedRows, from: number, to: number): [number, number] {
  const touched = rowsBetween(placed, from, to);
  const [first, last] = [touched[0], touched.at(-1)];
  if (first === undefined || last === undefined) return [0, 0];
  const within = (row: PlacedRow, y: number) =>
    Math.max(0, Math.min(row.row.lanes, (y - lanesTop(row)) / laneHeight));
  return [
    first.firstLane + Math.floor(within(first, from)),
    last.firstLane + Math.ceil(within(last, to)),
  ];
}

/** The row a lane belongs to; undefined beyond the last. */
export function rowOfLane({ rows }: PlacedRows, lane: number): PlacedRow | undefined {
  return rows[firstThat(rows, ({ firstLane, row }) => firstLane + row.lanes > lane)];
}

/** Where the bars of a lane begin, from the top of all rows. */
export function barTop(placed: PlacedRows, lane: number): number {
  const row = rowOfLane(placed, lane);
  if (row === undefined) return placed.height;
  return lanesTop(row) + (lane - row.firstLane) * laneHeight + (laneHeight - barHeight) / 2;
}

/** The lane at a height, undefined between rows. */
export function laneAt(placed: PlacedRows, y: number): number | undefined {
  const [row] = rowsBetween(placed, y, y + 1);
  if (row === undefined) return undefined;
  const within = Math.floor((y - lanesTop(row)) / laneHeight);
  return within < 0 || within >= row.row.lanes ? undefined : row.firstLane + within;
}

/** One lane alone stands in the middle of its row. */
function lanesTop({ top, height, row }: PlacedRow): number {
  return top + (height - row.lanes * laneHeight) / 2;
}

/** Index of the first for which something holds that holds for all behind it. */
function firstThat<T>(list: readonly T[], holds: (item: T) => boolean): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = list[middle];
    if (item !== undefined && holds(item)) high = middle;
    else low = middle + 1;
  }
  return low;
}
