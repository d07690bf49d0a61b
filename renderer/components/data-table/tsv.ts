import type { CellValue, TableColumn } from './table-types.ts';

/**
 * Rows as tab-separated text with a header line, to paste into a spreadsheet. Texts that a spreadsheet
 * would run as a formula are given a leading apostrophe; numbers stay numbers.
 */
export function toTsv<Row>(columns: readonly TableColumn<Row>[], rows: readonly Row[]): string {
  const lines = rows.map((row) => columns.map((column) => tsvCell(column.value(row))));
  return [columns.map((column) => tsvCell(column.header)), ...lines]
    .map((cells) => cells.join('\t'))
    .join('\n');
}

export function tsvCell(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const line = value.replace(/[\t\r\n]+/g, ' ');
  // https://owasp.org/www-community/attacks/CSV_Injection; full-width forms count too.
  return /^\s*[=+\-@＝＋－＠]/.test(line) ? `'${line}` : line;
}
