import type { ReactNode } from 'react';

/** What a cell copies as, sorts by unless told otherwise, and shows when the column draws nothing of its own. */
export type CellValue = string | number | null;

export type TableColumn<Row> = {
  key: string;
  header: string;
  /** Null sorts last, whatever the direction, and copies as nothing. Instants as ISO text sort right. */
  value: (row: Row) => CellValue;
  /** Sorts by this rather than by the value, which is what people read. */
  sortBy?: (row: Row) => CellValue;
  /** Draws the cell; without it the value is shown. */
  cell?: (row: Row) => ReactNode;
  /** Numbers and dates that people compare stand at the end. */
  align?: 'start' | 'end';
  /** Pixels to begin with (150) and at least (60). */
  width?: number;
  minWidth?: number;
  /** Takes the room that is left; give it to the name, and to one more that is long. */
  grow?: boolean;
  /** Cannot be taken away by the column chooser. */
  always?: boolean;
  /** Stays at the start while the others are scrolled sideways; for the first column alone. */
  pinned?: boolean;
  /** What it draws takes all of the cell, to be pressed anywhere. */
  fills?: boolean;
  /** What the heading says more on hover. */
  hint?: string;
  /** Not shown until people choose it. */
  hidden?: boolean;
  sortable?: boolean;
  /** Wraps to two lines; rows are then as tall as they need. */
  wrap?: boolean;
};

/** Rows that stand under a line of their own; the same object until the kind of grouping changes. */
export type TableGrouping<Row> = {
  /** What it is grouped by: of another kind, other groups are open. */
  by: string;
  of: (row: Row) => { key: string; label: string; order: number };
};

export type TableSort = { key: string; descending: boolean };

/** Loading and error replace the rows; the head stays, so that nothing jumps. */
export type TableState =
  { kind: 'ready' } | { kind: 'loading' } | { kind: 'failed'; panel: ReactNode };

export const defaultWidth = 150;
export const defaultMinWidth = 60;
