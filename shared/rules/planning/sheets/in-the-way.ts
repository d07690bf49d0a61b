import type { UsedReading } from '#shared/model/planning/imports.ts';
import { mostSheetRows } from '#shared/model/planning/imports.ts';
import { clipped } from '../../workspace/word-finder.ts';

export type Outcome = {
  reading: UsedReading;
  counts: { new: number; changed: number; same: number; joined: number; refused: number };
  unclearDate: string | null;
  /** Rows one import can write. */
  most: number;
};

/** Why an import cannot be applied as it stands, and what to do; null where it can. */
export function inTheWay({ reading, counts, unclearDate, most }: Outcome): string | null {
  const { kind, columns } = reading;
  const written = counts.new + counts.changed;
  const rows = written + counts.same + counts.joined + counts.refused;
  if (rows === 0) return 'The sheet has no rows with anything in them.';
  if (rows > mostSheetRows) {
    return `The sheet has ${counted(rows)} rows; at most ${counted(mostSheetRows)} are read. Split it.`;
  }
  if (!columns.includes('name') && !(kind === 'releases' && columns.includes('changeNumber'))) {
    return 'No column is the name. Choose which one is.';
  }
  if (unclearDate !== null) {
    return `“${clipped(unclearDate)}” can be read in two ways. Choose whether the day or the month stands first.`;
  }
  if (written === 0) {
    return counts.refused > 0
      ? 'No row can be taken: each says why.'
      : 'Everything in the sheet is as it is here: there is nothing to import.';
  }
  if (written > most) {
    return `${counted(written)} ${kind} would be written; at most ${counted(most)} are taken at once. Split the sheet and import its parts one after the other.`;
  }
  return null;
}

function counted(count: number): string {
  return count.toLocaleString('en');
}
