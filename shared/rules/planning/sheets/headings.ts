import type { HeadingPlace, SheetField, SheetKind } from '#shared/model/planning/imports.ts';
import { sheetKinds } from '#shared/model/planning/imports.ts';
import type { PastedRecord } from '../../workspace/pasted-cells.ts';
import { oneLine } from '../../workspace/word-finder.ts';
import { isBlank } from './grid.ts';
import { bareHeading, fieldOf } from './field-words.ts';

/** What stands above a column: the upper text only where the sheet has two rows of headings. */
export type Heading = { upper: string; lower: string };

export type FoundHeadings = {
  place: HeadingPlace;
  headings: Heading[];
  /** Null where no word says what the rows are. */
  kind: SheetKind | null;
  /** Rows above the headings that say something. */
  titles: number;
};

/** Headings stand near the top; what is further down is data, whatever words it has. */
const mostAbove = 30;

type Candidate = FoundHeadings & { score: number };

/**
 * Finds the row whose cells name the most fields, of the kind asked for or of any; two rows where
 * they name more together. Where no word is known, the first row if it is words alone and the one
 * below is not; else null.
 */
export function findHeadings(
  rows: readonly PastedRecord[],
  wanted: SheetKind | undefined,
): FoundHeadings | null {
  let best: Candidate | null = null;
  const kinds = wanted === undefined ? sheetKinds : [wanted];
  for (let at = 0; at < Math.min(rows.length, mostAbove); at += 1) {
    for (const kind of kinds) {
      for (const count of [1, 2] as const) {
        const found = candidate(rows, at, count, kind);
        // Only what is better takes the place: the first row, one row rather than two.
        if (found !== null && found.score > (best?.score ?? 0)) best = found;
      }
    }
  }
  if (best === null) return unknownHeadings(rows);
  const { place, headings, kind, titles } = best;
  return { place, headings, kind, titles };
}

/** The headings in a place somebody named; nothing but the words counts. */
export function headingsAt(rows: readonly PastedRecord[], place: HeadingPlace): Heading[] {
  const at = rows.findIndex(({ line }) => line === place.row);
  const lower = rows[at];
  if (lower === undefined) return [];
  return place.rows === 1 ? single(lower) : paired(rows[at - 1], lower);
}

/** The rows below the headings that say something. */
export function rowsBelow(rows: readonly PastedRecord[], place: HeadingPlace): PastedRecord[] {
  return rows.filter((row) => row.line > place.row && !isBlank(row));
}

/** `Planned start · Date`, as people see it. */
export function headingText({ upper, lower }: Heading): string {
  const parts = [upper, lower].map(oneLine).filter((part) => part !== '');
  return [...new Set(parts)].join(' · ').slice(0, 200).toWellFormed();
}

/** What a heading says its column is: by its own word first, else together with the one above. */
export function fieldOfHeading(kind: SheetKind, { upper, lower }: Heading): SheetField | null {
  if (upper === '') return fieldOf(kind, lower);
  const together = fieldOf(kind, `${upper} ${lower}`);
  return together ?? fieldOf(kind, lower) ?? (lower === '' ? fieldOf(kind, upper) : null);
}

function candidate(
  rows: readonly PastedRecord[],
  at: number,
  count: 1 | 2,
  kind: SheetKind,
): Candidate | null {
  const lower = rows[at + count - 1];
  const upper = rows[at];
  if (lower === undefined || upper === undefined || isBlank(upper) || isBlank(lower)) return null;
  const headings = count === 1 ? single(lower) : paired(upper, lower);
  // A number or a date names nothing: such a row is data already.
  if (lower.cells.some((cell) => /^\W*\d[\d\s:./-]*$/.test(cell.trim()))) return null;
  if (count === 2 && !isUpper(upper)) return null;
  const fields = new Set(headings.map((heading) => fieldOfHeading(kind, heading)));
  fields.delete(null);
  const named = headings.filter(({ lower: word }) => word.trim() !== '').length;
  if (!fields.has('name') && fields.size < 2) return null;
  if (fields.size < 2 && named > 1) return null;
  const titles = rows.slice(0, at).filter((row) => !isBlank(row)).length;
  const place = { row: lower.line, rows: count };
  // A row all of whose words are known outdoes one of the same number with others between them.
  return { place, headings, kind, titles, score: fields.size + fields.size / (named + 1) };
}

function unknownHeadings(rows: readonly PastedRecord[]): FoundHeadings | null {
  const [first, second] = rows.filter((row) => !isBlank(row));
  if (first === undefined || second === undefined) return null;
  const words = first.cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const isWords =
    words.length > 1 && words.every((word) => !/[\d@]/.test(word) && word.length < 60);
  if (!isWords || !second.cells.some((cell) => /[\d@]/.test(cell))) return null;
  const place: HeadingPlace = { row: first.line, rows: 1 };
  return { place, headings: single(first), kind: null, titles: 0 };
}

/** Over a second row stand groups, which are fewer than the columns, not another row of data. */
function isUpper({ cells }: PastedRecord): boolean {
  const groups = new Set(cells.map((cell) => cell.trim()).filter((cell) => cell !== ''));
  // One text over everything is a title.
  if (groups.size < 2) return false;
  return cells.every((cell) => !/^\W*\d[\d\s:./-]*$/.test(cell.trim()));
}

function single({ cells }: PastedRecord): Heading[] {
  return cells.map((lower) => ({ upper: '', lower: lower.trim() }));
}

/** A group's word holds for the cells right of it that have none, as far as the row below goes. */
function paired(upper: PastedRecord | undefined, lower: PastedRecord): Heading[] {
  const width = Math.max(upper?.cells.length ?? 0, lower.cells.length);
  let group = '';
  return Array.from({ length: width }, (_, column) => {
    const above = upper?.cells[column]?.trim() ?? '';
    const below = lower.cells[column]?.trim() ?? '';
    if (above !== '') group = above;
    else if (below === '') group = '';
    return { upper: group === below ? '' : group, lower: below };
  });
}

/**
 * By which a sheet is known again: the words above its columns, in any order; empty where there are
 * none above one.
 */
export function headingKeys(headings: readonly Heading[]): string[] {
  const seen = new Map<string, number>();
  return headings.map((heading) => {
    const bare = bareHeading(headingText(heading)) || headingText(heading);
    if (bare === '') return '';
    const count = (seen.get(bare) ?? 0) + 1;
    seen.set(bare, count);
    return count === 1 ? bare : `${bare} ${count}`;
  });
}
