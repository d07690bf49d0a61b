import type { WindowChange, WindowKind, WindowTimes } from '#shared/model/planning/windows.ts';
import { wallMs } from '../windows/wall-clock.ts';
import { icsLine, icsText } from './clean-text.ts';
import { inWords } from './event-flaw.ts';
import type { ReadWindow } from './events.ts';
import { wallText } from './times.ts';

/** A window as it is, with what differs in its occurrences. */
export type KnownWindow = WindowTimes & {
  id: string;
  kind: WindowKind;
  name: string;
  note: string;
  changes: readonly WindowChange[];
};

export type Difference = { what: string; from: string; to: string };

/** What importing an event does to the windows. */
export type WindowPlan =
  | { state: 'new'; kind: WindowKind }
  | { state: 'changed'; kind: WindowKind; differences: Difference[] }
  | { state: 'same' | 'removed' }
  | { state: 'left-out' | 'refused'; reason: string };

/** `chosen` is for events that do not say what they are; with `forAll` for those that do, too. */
export type ChosenKind = { chosen: WindowKind | null; forAll: boolean };

/**
 * What becomes of an event: it is a window by now or becomes one. What people say of a window here
 * and no calendar file knows (its scope, its authority, its kind where the event only hints at one)
 * stays as it is.
 */
export function planWindow(
  read: ReadWindow,
  known: KnownWindow | undefined,
  { chosen, forAll }: ChosenKind,
): WindowPlan {
  if (known === undefined) {
    if (read.cancelled) {
      return { state: 'left-out', reason: 'Cancelled in the file, and never here.' };
    }
    const kind = read.kindIsStated || !forAll ? (read.kind ?? chosen) : chosen;
    if (kind !== null) return { state: 'new', kind };
    return { state: 'refused', reason: 'Nothing says what kind of time it is. Choose one above.' };
  }
  if (read.cancelled) return { state: 'removed' };
  const kind = read.kindIsStated && read.kind !== null ? read.kind : known.kind;
  const differences = differencesOf(read, known, kind);
  return differences.length === 0 ? { state: 'same' } : { state: 'changed', kind, differences };
}

function differencesOf(read: ReadWindow, known: KnownWindow, kind: WindowKind): Difference[] {
  const { times } = read;
  const pairs: (readonly [string, string, string])[] = [
    ['kind', known.kind.replaceAll('-', ' '), kind.replaceAll('-', ' ')],
    ['name', icsLine(known.name), read.name],
    ['start', inWords(known.startWall), inWords(times.startWall)],
    ['end', inWords(known.endWall), inWords(times.endWall)],
    ['zone', known.zone, times.zone],
    ['recurrence', known.recurrence, times.recurrence],
    ['note', plainNote(known.note), read.note],
    [
      'single occurrences',
      changesInWords(known, known.changes),
      changesInWords(times, read.changes),
    ],
  ];
  return pairs.flatMap(([what, from, to]) => (from === to ? [] : [{ what, from, to }]));
}

/** As a calendar file gives a text back. */
function plainNote(note: string): string {
  return icsText(note).replaceAll(/\r\n?/g, '\n');
}

/** By what they do: a change that names no end ends after the length of the others. */
function changesInWords(times: WindowTimes, changes: readonly WindowChange[]): string {
  const length = wallMs(times.endWall) - wallMs(times.startWall);
  return changes
    .map(({ originalWall, skipped, startWall, endWall, note }) => {
      const said = note === '' ? '' : ` (${plainNote(note)})`;
      if (skipped) return `without ${inWords(originalWall)}${said}`;
      const start = startWall ?? originalWall;
      const end = endWall ?? wallText(wallMs(start) + length);
      return `${inWords(originalWall)} at ${inWords(start)} to ${inWords(end)}${said}`;
    })
    .toSorted()
    .join('; ');
}
