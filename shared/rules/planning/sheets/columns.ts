import { sheetFields } from '#shared/model/planning/imports.ts';
import type { SheetField, SheetKind } from '#shared/model/planning/imports.ts';
import type { PastedRecord } from '../../workspace/pasted-cells.ts';
import { partsOfCell } from '../../workspace/pasted-table.ts';
import { oneLine } from '../../workspace/word-finder.ts';
import { orderOf, readDate, readTime } from './dates.ts';
import { rankOf } from './field-words.ts';
import { valuesOf } from './grid.ts';
import { fieldOfHeading } from './headings.ts';
import type { Heading } from './headings.ts';
import { kindOfWord, typeOfWord, zoneOfWord } from './words-of-cells.ts';

/** Whether a word names something the workspace has. */
export type KnownWords = {
  person: (word: string) => boolean;
  service: (word: string) => boolean;
  environment: (word: string) => boolean;
};

/** Values of a column that are looked at to tell what it is. */
const looked = 50;
/** Of these, so many must look alike. */
const share = 0.6;

/**
 * What each column is: by its heading, and where that says nothing by the look of its values. A
 * field is taken once, or a second column would overwrite the first.
 */
export function guessColumns(
  kind: SheetKind,
  headings: readonly Heading[],
  rows: readonly PastedRecord[],
  known: KnownWords,
): (SheetField | null)[] {
  const width = Math.max(
    headings.length,
    ...rows.slice(0, looked).map(({ cells }) => cells.length),
  );
  const values = Array.from({ length: width }, (_, column) => valuesOf(rows, column, looked));
  const taken = new Set<SheetField>();
  const take = (field: SheetField | null) => {
    if (field === null || taken.has(field)) return null;
    taken.add(field);
    return field;
  };
  const columns = named(kind, headings, values);
  columns.forEach(take);
  values.forEach((cells, column) => {
    if (columns[column] === null) columns[column] = take(byLook(kind, cells, taken, known));
  });
  if (!taken.has('name')) {
    const likely = columns.findIndex(
      (field, column) => field === null && couldBeNames(values[column] ?? []),
    );
    if (likely >= 0) columns[likely] = 'name';
  }
  return columns;
}

/** Of two headings that say the same the better word has it, wherever it stands. */
function named(
  kind: SheetKind,
  headings: readonly Heading[],
  values: readonly (readonly string[])[],
): (SheetField | null)[] {
  const claims = values.map((cells, column) => {
    const heading = headings[column];
    const said = heading === undefined ? null : fieldOfHeading(kind, heading);
    const field = asShown(kind, said, cells);
    const rank = field === null || heading === undefined ? 0 : rankOf(kind, field, heading.lower);
    return { field, rank };
  });
  return claims.map(({ field, rank }, column) => {
    const isBeaten = claims.some(
      (other, at) =>
        other.field === field && (other.rank < rank || (other.rank === rank && at < column)),
    );
    return isBeaten ? null : field;
  });
}

/** Whether a reading fits the kind: columns of another kind say nothing. */
export function fitsKind(kind: SheetKind, field: SheetField | null): boolean {
  const fields: readonly SheetField[] = sheetFields[kind];
  return field !== null && fields.includes(field);
}

const changeNumber = /^(?:CHG|RFC|CRQ|CR|CHANGE)[-_ ]?\d+$/i;

/** `Start` above times alone is the time, the date stands elsewhere; so with `Change`. */
function asShown(
  kind: SheetKind,
  field: SheetField | null,
  cells: readonly string[],
): SheetField | null {
  if (kind === 'releases' && field === 'name') {
    return mostly(cells, (cell) => changeNumber.test(cell)) ? 'changeNumber' : field;
  }
  if (field !== 'start' && field !== 'end') return field;
  if (!mostly(cells, (cell) => readTime(cell) !== null)) return field;
  return field === 'start' ? 'startTime' : 'endTime';
}

function byLook(
  kind: SheetKind,
  cells: readonly string[],
  taken: ReadonlySet<SheetField>,
  known: KnownWords,
): SheetField | null {
  const looks: readonly [SheetField, (cell: string) => boolean][] = [
    ['email', (cell) => /^\S+@\S+\.\S+$/.test(cell)],
    ['changeNumber', (cell) => changeNumber.test(cell)],
    ['start', isDate],
    ['end', isDate],
    ['startTime', (cell) => readTime(cell) !== null],
    ['zone', (cell) => zoneOfWord(cell) !== null],
    ['type', (cell) => typeOfWord(cell) !== null],
    ['windowKind', (cell) => kindOfWord(cell) !== null],
    ['recurrence', (cell) => /^(?:RRULE:)?FREQ=/i.test(cell)],
    ['owner', known.person],
    ['environment', (cell) => partsOfCell(cell).every(known.environment)],
    ['services', (cell) => partsOfCell(cell).some(known.service)],
  ];
  const found = looks.find(
    ([field, fits]) => fitsKind(kind, field) && !taken.has(field) && mostly(cells, fits),
  );
  return found?.[0] ?? null;
}

function isDate(cell: string): boolean {
  return !/^\d+(?:\.\d+)?$/.test(cell) && !('problem' in readDate(cell, 'day-first'));
}

function mostly(cells: readonly string[], fits: (cell: string) => boolean): boolean {
  if (cells.length === 0) return false;
  return cells.filter((cell) => fits(oneLine(cell.slice(0, 300)))).length >= cells.length * share;
}

function couldBeNames(cells: readonly string[]): boolean {
  const different = new Set(cells).size;
  return (
    different > 0 &&
    different >= cells.length * share &&
    mostly(cells, (cell) => /\p{L}/u.test(cell))
  );
}

/** What the columns of dates say of their order. */
export function orderInColumns(
  columns: readonly (SheetField | null)[],
  rows: readonly PastedRecord[],
): ReturnType<typeof orderOf> {
  const dated = columns.flatMap((field, column) =>
    field === 'start' || field === 'end' ? [column] : [],
  );
  return orderOf(rows.flatMap(({ cells }) => dated.map((column) => cells[column] ?? '')));
}
