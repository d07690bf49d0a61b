import type { Measure } from './measure.ts';
import { whyIn, whyOut } from './words.ts';

/** A row that two lenses treat differently, with a sentence of each. */
export type RowDifference = { id: string; here: RowSide; there: RowSide };

/** What a lens makes of a row: in the numerator, in the measure only, left out, or not looked at. */
export type RowSide = { place: 'numerator' | 'row' | 'out' | 'unseen'; why: string };

/** The rows that make the difference between two measures of the same rows, by id. Linear. */
export function lensDifference(here: Measure, there: Measure): RowDifference[] {
  const left = sidesOf(here);
  const right = sidesOf(there);
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((id) => {
    const pair = { id, here: sideOf(left, id, here), there: sideOf(right, id, there) };
    return pair.here.place === pair.there.place ? [] : [pair];
  });
}

function sideOf(sides: ReadonlyMap<string, RowSide>, id: string, { lens }: Measure): RowSide {
  return sides.get(id) ?? { place: 'unseen', why: `${lens} does not look at ${id} by itself.` };
}

function sidesOf({ rows, numeratorRows, excluded }: Measure): Map<string, RowSide> {
  return new Map<string, RowSide>([
    ...excluded.map((row) => [row.id, { place: 'out', why: whyOut(row) }] as const),
    ...rows.map((row) => [row.id, { place: 'row', why: whyIn(row) }] as const),
    ...numeratorRows.map((row) => [row.id, { place: 'numerator', why: whyIn(row) }] as const),
  ]);
}
