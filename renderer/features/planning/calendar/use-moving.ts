import { useCallback, useState } from 'react';
import type { CalendarEntry } from '#shared/contract/planning/calendar.ts';
import type { Input } from '#shared/contract/index.ts';
import { useAsk } from '../../../api/useAsk.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';
import { focusEntry } from './entry-element.ts';
import { movedName, needsLook, standsAgainst, whenIn } from './move-words.ts';

/** A deployment on its way to another day, until somebody says yes or no. */
export type Moving = { entry: CalendarEntry; byDays: number; whole: boolean };

/** A deployment that is asked about: where it is to go to begin with, alone or with all ahead. */
export type Asking = { entry: CalendarEntry; startAt: string; whole: boolean };

export type Wanted = Omit<Input<'releases.previewReschedule'>, 'id' | 'deploymentId'>;

/** The input of a move: of one deployment, or of all of its release that are ahead. */
export function moveOf(entry: CalendarEntry, whole: boolean, wanted: Wanted) {
  const one = whole ? {} : { deploymentId: entry.deploymentId };
  return { id: entry.releaseId, ...one, ...wanted };
}

/** What is checked of it: the start of one deployment, or of all that are ahead. */
export function placementOf(entry: CalendarEntry, whole: boolean, start: string | null) {
  const one = whole ? {} : { deploymentId: entry.deploymentId };
  return { releaseId: entry.releaseId, start, ...one };
}

/** Moves deployments by drag, by keyboard and to a date: one check, one command, one undo. */
export function useMoving(now: string) {
  const [moving, setMoving] = useState<Moving | null>(null);
  const [asking, setAsked] = useState<Asking | null>(null);
  const setAsking = useCallback(
    (entry: CalendarEntry | null, to: Partial<Omit<Asking, 'entry'>> = {}) =>
      setAsked(entry === null ? null : { startAt: entry.startAt, whole: false, ...to, entry }),
    [],
  );
  const check = useAsk('releases.previewReschedule');
  const checkStart = useAsk('calendar.checkPlacement');
  const { run } = useCommand('releases.reschedule');
  const postpone = useCommand('releases.postpone').run;

  /** Null when it is moved, or why not. */
  const apply = useCallback(
    async (entry: CalendarEntry, whole: boolean, wanted: Wanted): Promise<string | null> => {
      // All of a release are led by its start, which need not be this deployment's.
      const seen = whole ? {} : { fromAt: entry.startAt };
      const answer = await run({ ...moveOf(entry, whole, wanted), ...seen });
      if (!answer.ok) return answer.error.message;
      const moved = answer.value.deployments.find(({ id }) => id === entry.deploymentId);
      const where = moved === undefined ? '' : ` to ${whenIn(moved.startAt, moved.zone, now)}`;
      showToast({ text: `${movedName(entry)} moved${where}`, undo: undoOf(answer) });
      setMoving(null);
      focusEntry(entry.deploymentId);
      return null;
    },
    [run, now],
  );

  /** Moves at once where nothing has to be looked at before; else `look` shows it first. */
  const place = useCallback(
    async (entry: CalendarEntry, whole: boolean, wanted: Wanted, look: () => void) => {
      const answer = await check(moveOf(entry, whole, wanted));
      if (!answer.ok) {
        showToast({ text: answer.error.message, tone: 'failed' });
        return;
      }
      const { toAt } = answer.value;
      const placed =
        toAt === null
          ? null
          : await checkStart({ ...placementOf(entry, whole, toAt), start: toAt });
      if (needsLook(answer.value) || (placed?.ok === true && standsAgainst(placed.value))) {
        look();
        return;
      }
      const refused = await apply(entry, whole, wanted);
      if (refused !== null) showToast({ text: refused, tone: 'failed' });
    },
    [check, checkStart, apply],
  );

  const drop = useCallback(
    async (entry: CalendarEntry, byDays: number) => {
      if (byDays === 0) return;
      await place(entry, false, { byDays }, () => setMoving({ entry, byDays, whole: false }));
    },
    [place],
  );

  const toPostpone = useCallback(
    async (entry: CalendarEntry, startAt: string, reason: string): Promise<string | null> => {
      const answer = await postpone({ id: entry.releaseId, startAt, reason });
      if (!answer.ok) return answer.error.message;
      showToast({ text: `${entry.name} postponed; the record keeps the reason` });
      setMoving(null);
      focusEntry(entry.deploymentId);
      return null;
    },
    [postpone],
  );

  const cancel = useCallback(() => {
    if (moving !== null) focusEntry(moving.entry.deploymentId);
    setMoving(null);
  }, [moving]);
  return { moving, setMoving, asking, setAsking, apply, place, drop, postpone: toPostpone, cancel };
}

export type MovingHand = ReturnType<typeof useMoving>;
