import { useRef } from 'react';
import type { DragEvent, FocusEvent, KeyboardEvent } from 'react';
import type { CalendarEntry } from '#shared/contract/planning/calendar.ts';
import { movedStart } from '#shared/rules/planning/reschedule.ts';
import { dateIn, daysBetween } from '#shared/rules/planning/zoned-time.ts';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { dateOf, dayAt, deploymentAt } from './entry-element.ts';
import { movedName } from './move-words.ts';
import type { DraggedTo } from './drag-finding.ts';
import type { DragFinding } from './use-drag-finding.ts';
import type { MovingHand } from './use-moving.ts';

/** Days an arrow moves a deployment by. */
const steps: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -7,
  ArrowDown: 7,
};

export function daysOfKey(key: string): number | null {
  return steps[key] ?? null;
}

/** What pointer and keys do with the deployments of the sheet and of the list. */
export function useEntryHand(
  entries: readonly CalendarEntry[],
  zone: string,
  hand: Pick<MovingHand, 'drop' | 'setMoving' | 'setAsking'>,
  finding: Pick<DragFinding, 'look' | 'at'>,
) {
  const dragged = useRef<CalendarEntry | null>(null);
  const over = useRef<HTMLElement | null>(null);
  const focused = useRef<string | null>(null);
  const entryAt = (target: EventTarget | null) => {
    const id = deploymentAt(target);
    return entries.find(({ deploymentId }) => deploymentId === id);
  };
  const showOver = (day: HTMLElement | null) => {
    if (over.current === day) return;
    over.current?.removeAttribute('data-over');
    day?.setAttribute('data-over', '');
    over.current = day;
  };
  const end = () => {
    dragged.current = null;
    showOver(null);
    finding.look(null);
  };
  const daysTo = (entry: CalendarEntry, day: HTMLElement | null) => {
    const date = dateOf(day);
    return date === undefined ? 0 : daysBetween(dateIn(entry.startAt, zone), date);
  };
  return {
    onFocus: ({ target }: FocusEvent<HTMLElement>) => {
      focused.current = deploymentAt(target);
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const days = event.altKey ? daysOfKey(event.key) : null;
      const entry = days === null ? undefined : entryAt(event.target);
      if (days === null || entry === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      if (entry.movable) hand.setMoving({ entry, byDays: days, whole: false });
      else showToast({ text: fixedWords(entry), tone: 'failed' });
    },
    onDragStart: (event: DragEvent<HTMLElement>) => {
      const entry = entryAt(event.target);
      if (entry === undefined) return;
      if (!entry.movable) {
        event.preventDefault();
        showToast({ text: fixedWords(entry), tone: 'failed' });
        return;
      }
      // Without data Firefox drags nothing; other programs get no more than the words.
      event.dataTransfer.setData('text/plain', entry.name);
      event.dataTransfer.effectAllowed = 'move';
      dragged.current = entry;
    },
    onDragOver: (event: DragEvent<HTMLElement>) => {
      const entry = dragged.current;
      const day = entry === null ? null : dayAt(event.target);
      showOver(day);
      finding.at(event.clientX, event.clientY);
      finding.look(entry === null ? null : draggedTo(entry, daysTo(entry, day)));
      if (day === null) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'move';
    },
    onDrop: (event: DragEvent<HTMLElement>) => {
      const entry = dragged.current;
      const day = dayAt(event.target);
      end();
      if (entry === null || day === null) return;
      event.preventDefault();
      void hand.drop(entry, daysTo(entry, day));
    },
    onDragEnd: end,
    /** For the command of the screen: asks where the deployment that had the focus last goes. */
    moveFocused: () => {
      const entry = entries.find(({ deploymentId }) => deploymentId === focused.current);
      if (entry === undefined) {
        showToast({ text: 'Come to a deployment with Tab first, then move it.', tone: 'failed' });
      } else if (entry.movable) hand.setAsking(entry);
      else showToast({ text: fixedWords(entry), tone: 'failed' });
    },
  };
}

/** Where a deployment would come to lie; null where it lies already. */
function draggedTo(entry: CalendarEntry, byDays: number): DraggedTo | null {
  if (byDays === 0) return null;
  const { releaseId, deploymentId, zone } = entry;
  const start = movedStart(entry, { byDays });
  return { releaseId, deploymentId, start, zone, name: movedName(entry) };
}

/** Why a deployment stays, and the way out. */
export function fixedWords({ name, phase, environment }: CalendarEntry): string {
  return phase === 'closed'
    ? `${name} has ended, so its deployments stay where they were. Create a new release for further ones.`
    : `The deployment of ${name} to ${environment} has begun, so it stays where it was. Plan a further one on its page.`;
}
