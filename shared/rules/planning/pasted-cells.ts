/** One record of pasted text: a line, or several where a quoted cell has line breaks. */
export type PastedRecord = {
  /** Of its first line, counted from 1. */
  line: number;
  cells: string[];
};

/**
 * Splits text as spreadsheets put it on the clipboard: cells by tabs, records by line ends; a cell
 * with a tab, a line end or a quote in it stands in quotes, its own quotes doubled. A quote that does
 * not enclose a whole cell is a quote somebody typed. Stops after `most` records.
 */
export function readCells(pasted: string, most: number): PastedRecord[] {
  const text = pasted.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const records: PastedRecord[] = [];
  let at = 0;
  let line = 1;
  while (at < text.length && records.length < most) {
    const cells: string[] = [];
    const start = at;
    for (;;) {
      const cell = quotedCell(text, at) ?? plainCell(text, at);
      cells.push(cell.text);
      at = cell.end + 1;
      if (text[cell.end] !== '\t') break;
    }
    records.push({ line, cells });
    line += countLineEnds(text, start, at);
  }
  return records;
}

/** `end` is where the tab or the line end behind the cell stands, or the end of the text. */
type Cell = { text: string; end: number };

function plainCell(text: string, start: number): Cell {
  let end = start;
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n') end += 1;
  return { text: text.slice(start, end), end };
}

function quotedCell(text: string, start: number): Cell | null {
  if (text[start] !== '"') return null;
  let at = start + 1;
  for (;;) {
    at = text.indexOf('"', at);
    if (at < 0) return null;
    if (text[at + 1] === '"') {
      at += 2;
      continue;
    }
    const behind = text[at + 1];
    if (behind !== undefined && behind !== '\t' && behind !== '\n') return null;
    return { text: text.slice(start + 1, at).replaceAll('""', '"'), end: at + 1 };
  }
}

function countLineEnds(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) {
    count += 1;
  }
  return count;
}
