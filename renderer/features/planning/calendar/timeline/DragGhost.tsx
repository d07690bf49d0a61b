import { barHeight, barTop } from '#shared/rules/planning/timeline/placed-rows.ts';
import type { PlacedRows } from '#shared/rules/planning/timeline/placed-rows.ts';
import { xOf } from './chart-geometry.ts';
import type { Sheet } from './chart-geometry.ts';
import styles from './timeline.module.css';
import type { Ghost } from './use-bar-drag.ts';

type DragGhostProps = { ghost: Ghost | null; sheet: Sheet; placed: PlacedRows };

/** The bar where it would come to lie, over the one that stays painted until it was moved. */
export function DragGhost({ ghost, sheet, placed }: DragGhostProps) {
  if (ghost === null) return null;
  const left = xOf(sheet, ghost.from);
  const width = Math.max(10, xOf(sheet, ghost.to) - left);
  const top = barTop(placed, ghost.lane) - 2;
  return (
    <span
      className={styles['ghost']}
      style={{ left, width, top, height: barHeight + 4 }}
      aria-hidden
    />
  );
}
