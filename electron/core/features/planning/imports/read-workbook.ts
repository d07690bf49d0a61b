import readXlsxFile from 'read-excel-file/universal';
import type { Sheet } from '#shared/rules/planning/sheets/grid.ts';
import { inspectSheets } from './workbook-parts.ts';
import { damaged, openZip } from './zip.ts';

/** The sheets of a workbook with what their cells show; formulas count by the value they had. */
export async function readWorkbook(
  bytes: Buffer,
  name: string,
  signal: AbortSignal,
): Promise<Sheet[]> {
  const zip = openZip(bytes, name);
  const parts = await inspectSheets(zip, name, signal);
  const copy = new ArrayBuffer(bytes.length);
  new Uint8Array(copy).set(bytes);
  const found = await readXlsxFile(copy, { trim: false }).catch(() => {
    throw damaged(name);
  });
  signal.throwIfAborted();
  return found.map(({ sheet, data }) => ({
    name: sheet,
    rows: textsOf(data).map((cells, index) => ({ line: index + 1, cells })),
    ...(parts.get(sheet) ?? { merges: [], formulas: 0 }),
  }));
}

function textsOf(data: readonly (readonly unknown[])[]): string[][] {
  const timed = new Set<number>();
  for (const row of data) {
    row.forEach((value, column) => {
      if (value instanceof Date && !isMidnight(value)) timed.add(column);
    });
  }
  return data.map((row) => row.map((value, column) => textOf(value, timed.has(column))));
}

/** A column of days shows days; one in which a time stands shows midnight too. */
function textOf(value: unknown, timed: boolean): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return dateText(value, timed);
  // What is reckoned carries noise behind the fifteenth digit.
  if (typeof value === 'number') return String(Number(value.toPrecision(15)));
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' ? value : '';
}

const minuteMs = 60_000;
/** Before it a cell has a time and no day. */
const firstDay = Date.UTC(1900, 0, 1);

function dateText(date: Date, timed: boolean): string {
  const ms = Math.round(date.getTime() / minuteMs) * minuteMs;
  if (Number.isNaN(ms)) return '';
  const iso = new Date(ms).toISOString();
  if (ms < firstDay) return iso.slice(11, 16);
  return timed ? `${iso.slice(0, 10)} ${iso.slice(11, 16)}` : iso.slice(0, 10);
}

function isMidnight(date: Date): boolean {
  return Math.round(date.getTime() / minuteMs) % 1440 === 0;
}
