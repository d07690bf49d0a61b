import type { TimelineTile } from '#shared/model/planning/timeline.ts';
import type { Axis } from '#shared/rules/planning/timeline/axis.ts';
import type { BarStanding } from '#shared/rules/planning/timeline/bar-standing.ts';
import type { PlacedRows } from '#shared/rules/planning/timeline/placed-rows.ts';
import type { Face } from './faces.ts';
import type { Inks } from './inks.ts';

/** A piece of the sheet to be painted: its facts, and where it lies. */
export type PieceFacts = {
  from: number;
  msPerPixel: number;
  /** Pixels from the upper left of the whole; patterns of neighbours fit together by it. */
  left: number;
  top: number;
  width: number;
  height: number;
  /** Pixels of the screen for one of the page. */
  ratio: number;
  axis: Axis;
  tile: TimelineTile;
  /** Where each bar of the tile stands, in their order. */
  standings: readonly BarStanding[];
};

/** What the window tells the painter. Rows and looks are sent once, pieces are painted by the last. */
export type ToPainter =
  | { kind: 'look'; inks: Inks; faces: readonly Face[] }
  | { kind: 'rows'; placed: PlacedRows }
  | { kind: 'paint'; job: number; piece: PieceFacts }
  | { kind: 'drop'; job: number };

export type FromPainter = { job: number; bitmap: ImageBitmap };
