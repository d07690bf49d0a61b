/** One record of pasted text: a line, or several where a quoted cell has line breaks. */
export type PastedRecord = {
  /** Of its first line, counted from 1. */
  line: number;
  cells: string[];
};

/** Between the cells: a tab on the clipboard, a comma or a semicolon in a CSV file. */
export type Separator = '\t' | ',' | ';';

/**
 * Splits text as spreadsheets put it on the clipboard or into a file: cells by a separator, records
 * by line ends; a cell with a separator, a line end or a quote in it stands in quotes, its own quotes
 * doubled. A quote that does not enclose a whole cell is a quote somebody typed. Stops after `most`
 * records.
 */
export function readCells(
  pasted: string,
  most: number,
  separator: Separator = '\t',
): PastedRecord[] {
  const text = pasted.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const records: PastedRecord[] = [];
  let at = 0;
  let line = 1;
  while (at < text.length && records.length < most) {
    const cells: string[] = [];
    const start = at;
    for (;;) {
      const cell = quotedCell(text, at, separator) ?? plainCell(text, at, separator);
      cells.push(cell.text);
      at = cell.end + 1;
      if (text[cell.end] !== separator) break;
    }
    records.push({ line, cells });
    line += countLineEnds(text, start, at);
  }
  return records;
}

/** The separator a text uses, by its first line: tabs where there are any, else what there is more of. */
export function separatorOf(pasted: string): Separator {
  const first = pasted.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/, 1)[0] ?? '';
  if (first.includes('\t')) return '\t';
  return first.split(';').length > first.split(',').length ? ';' : ',';
}

/** `end` is where the separator or the line end behind the cell stands, or the end of the text. */
type Cell = { text: string; end: number };

function plainCell(text: string, start: number, separator: Separator): Cell {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== '\n') end += 1;
  return { text: text.slice(start, end), end };
}

function quotedCell(text: string, start: number, separator: Separator): Cell | null {
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
    if (behind !== undefined && behind !== separator && behind !== '\n') return null;
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
