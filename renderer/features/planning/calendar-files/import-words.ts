import type { ImportState, ImportStateCounts } from '#shared/model/planning/calendar-files.ts';
import type { ImportedEvent } from '#shared/model/planning/calendar-files.ts';
import type { StatusKind } from '../../../app/theme/tokens.ts';
import { numberText } from '../../../components/number-text.ts';

export const stateLook: Record<ImportState, { kind: StatusKind; word: string }> = {
  refused: { kind: 'failed', word: 'Cannot be taken' },
  new: { kind: 'passed', word: 'New' },
  changed: { kind: 'exception', word: 'Changed' },
  removed: { kind: 'waiting', word: 'Cancelled, will be removed' },
  same: { kind: 'not-applicable', word: 'As it is' },
  'left-out': { kind: 'not-applicable', word: 'Left out' },
};

/** What accepting would write. */
export function writes(counts: ImportStateCounts): number {
  return counts.new + counts.changed + counts.removed;
}

export function isWritten(state: ImportState): boolean {
  return state === 'new' || state === 'changed' || state === 'removed';
}

const countWords: Record<ImportState, string> = {
  new: 'new',
  changed: 'changed',
  removed: 'to be removed',
  same: 'as they are',
  'left-out': 'left out',
  refused: 'cannot be taken',
};

/** `2 new, 1 changed, 3 cannot be taken`; states nothing is in are not named. */
export function countsInWords(counts: ImportStateCounts): string {
  const order: ImportState[] = ['new', 'changed', 'removed', 'same', 'left-out', 'refused'];
  const told = order
    .filter((state) => counts[state] > 0)
    .map((state) => `${numberText(counts[state])} ${countWords[state]}`);
  return told.length === 0 ? 'The file has no events' : told.join(', ');
}

/** `2026-11-27 17:00 – 20:00 Europe/London, FREQ=WEEKLY`: as the file has it, on its own clock. */
export function whenInWords({ when }: ImportedEvent): string {
  if (when === null) return '';
  const { startWall, endWall, zone, recurrence, changes } = when;
  const [day = '', time = ''] = startWall.split('T');
  const [endDay = '', endTime = ''] = endWall.split('T');
  const end = endDay === day ? endTime : `${endDay} ${endTime}`;
  const again = recurrence === '' ? '' : `, again by ${recurrence}`;
  const other =
    changes === 0
      ? ''
      : `, ${changes === 1 ? '1 occurrence differs' : `${changes} occurrences differ`}`;
  return `${day} ${time} – ${end} ${zone}${again}${other}`;
}
