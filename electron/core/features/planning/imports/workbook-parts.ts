import { setImmediate } from 'node:timers/promises';
import { mostColumns, mostSheetRows } from '#shared/model/planning/imports.ts';
import { Refusal } from '#shared/model/refusal.ts';
import type { Merge } from '#shared/rules/planning/sheets/grid.ts';
import type { Zip } from './zip.ts';
import { damaged } from './zip.ts';

/** What a sheet has beside its values. */
export type SheetParts = { merges: Merge[]; formulas: number };

/** Rows and columns there can be at all; what claims more is no sheet. */
const mostInFormat = { rows: 1_048_576, columns: 16_384 };
const mostMerges = 20_000;
/** Looked at in one go before others get their turn. */
const turn = 20_000;

/**
 * Walks through the sheets before the reader of values gets them. It lays out every cell up to the
 * last one, so a single value in a far corner would take all the memory: that is refused here.
 */
export async function inspectSheets(
  zip: Zip,
  name: string,
  signal: AbortSignal,
): Promise<Map<string, SheetParts>> {
  const workbook = await zip.text('xl/workbook.xml');
  const relations = await zip.text('xl/_rels/workbook.xml.rels');
  if (workbook === null || relations === null) throw damaged(name);
  const targets = new Map(
    tags(relations, 'Relationship').map((tag) => [attribute(tag, 'Id'), attribute(tag, 'Target')]),
  );
  const found = new Map<string, SheetParts>();
  for (const tag of tags(workbook, 'sheet')) {
    const title = unescaped(attribute(tag, 'name') ?? '');
    const target = targets.get(attribute(tag, 'r:id') ?? attribute(tag, 'id'));
    if (target === undefined || target === null) continue;
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    const text = await zip.text(path);
    if (text === null) continue;
    await refuseFar(text, title, name, signal);
    found.set(title, {
      merges: mergesOf(text),
      formulas: text.match(/<(?:\w+:)?f[\s>]/g)?.length ?? 0,
    });
  }
  return found;
}

async function refuseFar(
  text: string,
  title: string,
  name: string,
  signal: AbortSignal,
): Promise<void> {
  const cells = /<(?:\w+:)?(row|c)\s([^>]*)>/g;
  let row = 0;
  let column = 0;
  let count = 0;
  for (let found = cells.exec(text); found !== null; found = cells.exec(text)) {
    count += 1;
    if (count % turn === 0) {
      await setImmediate();
      signal.throwIfAborted();
    }
    const [, kind, attributes = ''] = found;
    const place = /(?:^|\s)r=["']([A-Z]*)(\d+)["']/.exec(attributes);
    if (place === null) continue;
    const [, letters = '', digits = ''] = place;
    const at = { row: Number(digits), column: columnOf(letters) };
    if (at.row > mostInFormat.rows || at.column > mostInFormat.columns) throw damaged(name);
    // A cell without anything in it has a look at most.
    if (kind === 'row' || attributes.endsWith('/')) continue;
    row = Math.max(row, at.row);
    column = Math.max(column, at.column);
  }
  refuseLarge(title, row, column);
}

/** The answer to a sheet with more than is looked at, of a workbook or of text. */
export function refuseLarge(title: string, rows: number, columns: number): void {
  const where = title === '' ? 'The table' : `The sheet “${title.slice(0, 60).toWellFormed()}”`;
  if (columns > mostColumns) {
    throw new Refusal(
      'invalid_input',
      `${where} has ${columns.toLocaleString('en')} columns; at most ${mostColumns} are read. Save the columns you need in a file of their own.`,
    );
  }
  // Some rows above the table do not count.
  if (rows > mostSheetRows + 100) {
    throw new Refusal(
      'invalid_input',
      `${where} reaches to row ${rows.toLocaleString('en')}; at most ${mostSheetRows.toLocaleString('en')} are read. Split it, or delete what lies below the table.`,
    );
  }
}

function mergesOf(text: string): Merge[] {
  const merges: Merge[] = [];
  const cells =
    /<(?:\w+:)?mergeCell\s[^>]*?ref=["']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})["']/g;
  for (let found = cells.exec(text); found !== null && merges.length < mostMerges;) {
    const [, left = '', top = '', right = '', bottom = ''] = found;
    const merge = {
      top: Number(top) - 1,
      left: columnOf(left) - 1,
      bottom: Math.min(Number(bottom), mostSheetRows) - 1,
      right: Math.min(columnOf(right), mostColumns) - 1,
    };
    const size = (merge.bottom - merge.top + 1) * (merge.right - merge.left + 1);
    // One that covers half the sheet is decoration, and fills it with nothing anybody wrote.
    if (size > 1 && size <= 10_000) merges.push(merge);
    found = cells.exec(text);
  }
  return merges;
}

/** `A` is 1; 0 where there are no letters. */
function columnOf(letters: string): number {
  if (letters.length > 3) return Number.POSITIVE_INFINITY;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function tags(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\s([^>]*)>`, 'g'))].map(
    ([, attributes = '']) => attributes,
  );
}

function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)${name}=(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return found === null ? null : (found[1] ?? found[2] ?? '');
}

function unescaped(text: string): string {
  const named: Readonly<Record<string, string>> = {
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    amp: '&',
  };
  return text.replace(
    /&(?:#(\d+)|#x([0-9a-f]+)|(lt|gt|quot|apos|amp));/gi,
    (all, dec, hex, word) => {
      if (typeof word === 'string') return named[word] ?? all;
      const code = typeof dec === 'string' ? Number(dec) : Number.parseInt(String(hex), 16);
      return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : all;
    },
  );
}
