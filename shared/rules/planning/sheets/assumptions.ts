import type { DateOrder, HeadingPlace, SheetField } from '#shared/model/planning/imports.ts';
import { clipped } from '../../workspace/word-finder.ts';
import type { Sheet } from './grid.ts';
import type { Heading } from './headings.ts';
import { headingText } from './headings.ts';
import { zoneOfWord } from './words-of-cells.ts';

export type Assumed = {
  sheet: Sheet;
  place: HeadingPlace;
  /** Rows above the headings that say something. */
  titles: number;
  remembered: boolean;
  /** The order of dates the sheet itself settles; null where somebody was asked. */
  order: DateOrder | null;
  unclear: string | null;
  /** The zone that stands in a heading. */
  zone: string | null;
  durationUnit: 'minutes' | 'hours';
};

/** What was taken for granted of a sheet, a sentence each. */
export function assumptions(found: Assumed): string[] {
  const { sheet, place, titles, remembered, order, unclear, zone, durationUnit } = found;
  const said = [
    remembered && 'Its columns are read as those of the last sheet with these headings.',
    place.row === 0 &&
      'No row of headings was found: each column is known by the look of its values.',
    place.rows === 2 && `Rows ${place.row - 1} and ${place.row} are read together as headings.`,
    titles > 0 && `The headings stand in row ${place.row}; what stands above them is left out.`,
    sheet.merges.length > 0 &&
      `${counted(sheet.merges.length, 'merged area')}: the value counts for each cell it covers.`,
    sheet.formulas > 0 &&
      `${counted(sheet.formulas, 'cell')} with a formula: the value it had when the file was saved is read, nothing is reckoned.`,
    order !== null &&
      unclear !== null &&
      `“${clipped(unclear)}” is read with ${order === 'day-first' ? 'the day' : 'the month'} first: another date of the sheet can only be read so.`,
    zone !== null && `Times without a zone are in ${zone}, as a heading says.`,
    durationUnit === 'hours' && 'Durations are in hours, as their heading says.',
  ];
  return said.filter((sentence) => typeof sentence === 'string');
}

/** How many rows are part of one above, and where that is turned off; null where none is. */
export function joinedInWords(count: number): string | null {
  if (count === 0) return null;
  const rows = count === 1 ? 'One row names' : `${count.toLocaleString('en')} rows name`;
  return `${rows} a release that stands above already: each becomes one more component of it.`;
}

/** `Start (UTC)`: the zone a heading of times has behind it. */
export function zoneInHeadings(
  headings: readonly Heading[],
  columns: readonly (SheetField | null)[],
): string | null {
  for (const [column, field] of columns.entries()) {
    const heading = headings[column];
    if (heading === undefined || (field !== 'start' && field !== 'startTime')) continue;
    const bracketed = /[([]([^)\]]{2,60})[)\]]/.exec(headingText(heading))?.[1];
    const zone = bracketed === undefined ? null : zoneOfWord(bracketed);
    if (zone !== null) return zone;
  }
  return null;
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
