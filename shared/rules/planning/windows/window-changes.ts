import type { Window, WindowTimes } from '#shared/model/planning/windows.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { instantsOf, wallStarts } from './occurrences.ts';
import { wallMs, wallOf } from './wall-clock.ts';
import { wallInWords } from './window-words.ts';

/** Occurrences of one window that differ; beyond these the recurrence itself is the wrong one. */
export const mostChanges = 1_000;

/**
 * Under which start each changed occurrence goes on when the window itself changes: moved along with
 * the window's own start where the recurrence has that, at its old start where it has that, and in
 * neither case gone, since there is no such occurrence any more.
 */
export function keptChanges(before: Window, after: WindowTimes): Map<string, string> {
  const shift = wallMs(after.startWall) - wallMs(before.startWall);
  const kept = new Map<string, string>();
  for (const { originalWall } of before.changes) {
    const along = wallOf(wallMs(originalWall) + shift);
    if (isStart(after, along)) kept.set(originalWall, along);
    else if (isStart(after, originalWall)) kept.set(originalWall, originalWall);
  }
  return kept;
}

/** Whether the recurrence has a start at this time of the wall clock. */
export function isStart(times: Omit<WindowTimes, 'endWall'>, wall: string): boolean {
  const at = wallMs(wall);
  return wallStarts(times, { from: at, to: at + 60_000, most: 1 }).includes(wall);
}

/** Only what the recurrence has can be changed. */
export function checkOccurrence(window: Window, originalWall: string): void {
  if (isStart(window, originalWall)) {
    const known = window.changes.some((change) => change.originalWall === originalWall);
    if (known || window.changes.length < mostChanges) return;
    throw new Refusal(
      'precondition_failed',
      `${window.name} has ${mostChanges} changed occurrences already. Change its recurrence instead.`,
    );
  }
  throw new Refusal(
    'not_found',
    `${window.name} has no occurrence that starts ${wallInWords(originalWall)} in ${window.zone}. Its recurrence may have been changed; look at its next occurrences.`,
    { originalWall: 'is no start of this window' },
  );
}

/** A moved occurrence lasts for a while, as the window itself does. */
export function checkMoved(startWall: string, endWall: string, zone: string): void {
  const { startMs, endMs } = instantsOf(startWall, endWall, zone);
  if (endWall > startWall && endMs > startMs) return;
  throw new Refusal(
    'invalid_input',
    `An occurrence ends after it starts. Found ${wallInWords(startWall)} to ${wallInWords(endWall)}. Choose a later end.`,
    { endWall: 'is not after the start; choose a later end' },
  );
}
