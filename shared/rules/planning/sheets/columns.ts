import { sheetFields } from '#shared/model/planning/imports.ts';
import type { SheetField, SheetKind } from '#shared/model/planning/imports.ts';
import type { PastedRecord } from '../../workspace/pasted-cells.ts';
import { partsOfCell } from '../../workspace/pasted-table.ts';
import { oneLine } from '../../workspace/word-finder.ts';
import { orderOf, readDate, readTime } from './dates.ts';
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
  const columns = values.map((cells, column) => {
    const heading = headings[column];
    if (heading === undefined) return null;
    return take(asTime(fieldOfHeading(kind, heading), cells));
  });
  values.forEach((cells, column) => {
    if (columns[column] === null) columns[column] = take(byLook(kind, cells, taken, known));
  });
  if (!taken.has('name')) {
    const named = columns.findIndex(
      (field, column) => field === null && couldBeNames(values[column] ?? []),
    );
    if (named >= 0) columns[named] = 'name';
  }
  return columns;
}

/** Whether a reading fits the kind: columns of another kind say nothing. */
export function fitsKind(kind: SheetKind, field: SheetField | null): boolean {
  const fields: readonly SheetField[] = sheetFields[kind];
  return field !== null && fields.includes(field);
}

/** `Start` above times alone is the time, the date stands elsewhere. */
function asTime(field: SheetField | null, cells: readonly string[]): SheetField | null {
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
    ['changeNumber', (cell) => /^(?:CHG|RFC|CRQ|CR|CHANGE)[-_ ]?\d+$/i.test(cell)],
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
