import type { PastedRecord } from '../../workspace/pasted-cells.ts';
import { oneLine } from '../../workspace/word-finder.ts';

/** Cells that were merged into one, counted from 0, both corners within. */
export type Merge = { top: number; left: number; bottom: number; right: number };

/** A sheet as its cells show: dates as `2026-11-26 22:00`, formulas as the value they had. */
export type Sheet = {
  name: string;
  rows: readonly PastedRecord[];
  merges: readonly Merge[];
  /** Cells that are reckoned from others. */
  formulas: number;
};

/**
 * The rows with the value of merged cells in each cell they cover: spreadsheets keep it in the first
 * one alone. Only a merge that has a value is filled in.
 */
export function withMerges({ rows, merges }: Sheet): PastedRecord[] {
  const filled = rows.map(({ line, cells }) => ({ line, cells: [...cells] }));
  for (const { top, left, bottom, right } of merges) {
    const value = filled[top]?.cells[left] ?? '';
    if (value === '') continue;
    for (let row = top; row <= Math.min(bottom, filled.length - 1); row += 1) {
      const cells = filled[row]?.cells;
      if (cells === undefined) continue;
      while (cells.length <= right) cells.push('');
      cells.fill(value, left, right + 1);
    }
  }
  return filled;
}

export function isBlank({ cells }: PastedRecord): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/** A few different values of a column, as they show. */
export function samplesOf(rows: readonly PastedRecord[], column: number): string[] {
  const found = new Set<string>();
  for (const { cells } of rows) {
    const text = oneLine(cells[column] ?? '');
    if (text !== '') found.add(text.length > 80 ? `${text.slice(0, 80).toWellFormed()}…` : text);
    if (found.size === 3) break;
  }
  return [...found];
}

/** Up to so many values of a column that say something. */
export function valuesOf(rows: readonly PastedRecord[], column: number, most: number): string[] {
  const found: string[] = [];
  for (const { cells } of rows) {
    const text = (cells[column] ?? '').trim();
    if (text !== '') found.push(text);
    if (found.length === most) break;
  }
  return found;
}
