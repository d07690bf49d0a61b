import type { RowData } from '@tanstack/react-table';
import type { CSSProperties } from 'react';
import type { TableColumn } from './table-types.ts';
import type { SlipwayTable } from './use-data-table.ts';

export const tickWidth = 36;

/** Widths as two CSS variables on the scroller, so that dragging a column renders no row anew. */
export function gridVariables<Row extends RowData>(
  table: SlipwayTable<Row>,
  columns: readonly TableColumn<Row>[],
  markable: boolean,
): CSSProperties {
  const sizes = new Map(table.getVisibleLeafColumns().map((leaf) => [leaf.id, leaf.getSize()]));
  // A width people set themselves holds; only an untouched column takes what is left.
  const grows = (column: TableColumn<Row>) =>
    column.grow === true && table.state.columnSizing[column.key] === undefined;
  const tracks = columns.map((column) => {
    const size = `${sizes.get(column.key) ?? 0}px`;
    return grows(column) ? `minmax(${size}, 1fr)` : size;
  });
  if (markable) tracks.unshift(`${tickWidth}px`);
  if (!columns.some(grows)) tracks.push('minmax(0, 1fr)');
  const width = table.getTotalSize() + (markable ? tickWidth : 0);
  return cssVariables({
    '--table-columns': tracks.join(' '),
    '--table-width': `${width}px`,
  });
}

// React's type knows no custom properties; an object of them is a style all the same.
function cssVariables(variables: Record<`--${string}`, string>): CSSProperties {
  return variables;
}
