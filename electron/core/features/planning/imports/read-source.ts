import { open } from 'node:fs/promises';
import type { Context } from '#core/context.ts';
import { locateFile } from '#core/given-file.ts';
import type { Parsed } from '#shared/contract/index.ts';
import { mostSheetRows } from '#shared/model/planning/imports.ts';
import { Refusal } from '#shared/model/refusal.ts';
import type { Sheet } from '#shared/rules/planning/sheets/grid.ts';
import { readCells, separatorOf } from '#shared/rules/workspace/pasted-cells.ts';
import { readWorkbook } from './read-workbook.ts';
import { refuseLarge } from './workbook-parts.ts';

/** What was given, as sheets; `note` says what was taken for granted of it. */
export type Book = { title: string; sheets: Sheet[]; note: string | null };

export type Source = Parsed<'imports.preview'>['source'];

const mostBytes = 50_000_000;

/** What was read last: each change of a column asks for the same file again. */
export type LastBook = { key: string; book: Book };

export async function readBook(
  source: Source,
  context: Context,
  signal: AbortSignal,
  last: LastBook | undefined,
): Promise<LastBook> {
  if ('text' in source) {
    return { key: '', book: { title: 'Pasted table', sheets: [sheetOf(source.text)], note: null } };
  }
  const { path, name } = locateFile(source.file, context.platform);
  const shown = name.slice(0, 100).toWellFormed();
  const { bytes, key } = await readFile(path, shown, last);
  if (bytes === null && last !== undefined) return last;
  return { key, book: await asBook(bytes ?? Buffer.alloc(0), shown, signal) };
}

async function asBook(bytes: Buffer, name: string, signal: AbortSignal): Promise<Book> {
  const start = bytes.subarray(0, 4).toString('hex');
  if (start.startsWith('504b')) {
    return { title: name, sheets: await readWorkbook(bytes, name, signal), note: null };
  }
  if (start === 'd0cf11e0') {
    throw new Refusal(
      'invalid_input',
      `${name} is an old .xls file or is protected by a password. Save it as .xlsx without a password and choose that file.`,
    );
  }
  const { text, note } = decoded(bytes);
  if (text.includes('\0')) {
    throw new Refusal(
      'invalid_input',
      `${name} is neither text nor a workbook. Save the sheet as .xlsx or CSV and choose that file.`,
    );
  }
  return { title: name, sheets: [sheetOf(text)], note };
}

async function readFile(
  path: string,
  name: string,
  last: LastBook | undefined,
): Promise<{ key: string; bytes: Buffer | null }> {
  const file = await open(path, 'r').catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new Refusal('not_found', `${name} cannot be read (${code}). Choose a file you can open.`);
  });
  try {
    const stats = await file.stat();
    if (!stats.isFile()) {
      throw new Refusal('not_found', `${name} is no file. Choose the sheet itself.`);
    }
    if (stats.size > mostBytes) {
      throw new Refusal(
        'invalid_input',
        `${name} has ${Math.round(stats.size / 1_000_000)} MB; at most ${mostBytes / 1_000_000} MB are read. Save the table alone in a file of its own.`,
      );
    }
    const key = JSON.stringify([path, stats.size, stats.mtimeMs, stats.ino]);
    if (key === last?.key) return { key, bytes: null };
    const bytes = Buffer.alloc(stats.size);
    const { bytesRead } = await file.read(bytes, 0, stats.size, 0);
    return { key, bytes: bytes.subarray(0, bytesRead) };
  } finally {
    await file.close();
  }
}

/** Spreadsheets write UTF-8, UTF-16 with a mark, or the old letters of Windows. */
function decoded(bytes: Buffer): { text: string; note: string | null } {
  const mark = bytes.subarray(0, 2).toString('hex');
  if (mark === 'fffe' || mark === 'feff') {
    const encoding = mark === 'fffe' ? 'utf-16le' : 'utf-16be';
    return { text: new TextDecoder(encoding).decode(bytes), note: null };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), note: null };
  } catch {
    const text = new TextDecoder('windows-1252').decode(bytes);
    const note = 'The file is not UTF-8: its letters are read as those of Western Windows.';
    return { text, note };
  }
}

function sheetOf(text: string): Sheet {
  const most = mostSheetRows + 101;
  const rows = readCells(text, most, separatorIn(text));
  const widest = rows.reduce((width, { cells }) => Math.max(width, filled(cells)), 0);
  refuseLarge('', rows.length, widest);
  return { name: '', rows, merges: [], formulas: 0 };
}

function filled(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== '') + 1;
}

/** By the line of the first ones that has the most cells: titles above have none. */
function separatorIn(text: string): ReturnType<typeof separatorOf> {
  const lines = text.slice(0, 20_000).split(/\r\n|\r|\n/, 20);
  const count = (line: string) => line.split(/[\t,;]/).length;
  const [widest = ''] = lines.toSorted((one, other) => count(other) - count(one));
  return separatorOf(widest);
}
