import { useCallback, useEffect, useRef, useState } from 'react';
import type { MouseEvent, PointerEvent, RefObject } from 'react';
import { draggedStart, grabbedDeployment } from '#shared/rules/planning/timeline/drag.ts';
import { laneAt } from '#shared/rules/planning/timeline/placed-rows.ts';
import type { PlacedRows } from '#shared/rules/planning/timeline/placed-rows.ts';
import { leastSpan } from '#shared/rules/planning/timeline/zoom.ts';
import { showToast } from '../../../../components/toasts/toast-store.ts';
import type { useNames } from '../../releases/index.ts';
import { movedName } from '../move-words.ts';
import { useDragFinding } from '../use-drag-finding.ts';
import { fixedWords } from '../use-entry-hand.ts';
import type { MovingHand } from '../use-moving.ts';
import type { BarsInSight } from './bars-in-sight.ts';
import { timeAt } from './chart-geometry.ts';
import type { Sheet } from './chart-geometry.ts';
import { grabOf, shiftOf } from './dragged-bar.ts';
import type { Grab } from './dragged-bar.ts';
import { leadOf, useBarEntries } from './use-bar-entries.ts';
import { useDragScroll } from './use-drag-scroll.ts';

/** Pixels: less is a press with an unsteady hand. */
const leastWay = 5;
/** Pixels beside the post of a deployment that count as the post. */
const reach = 6;

type BarDragOptions = {
  sheet: Sheet;
  placed: PlacedRows;
  sight: BarsInSight;
  scroller: RefObject<HTMLElement | null>;
  names: ReturnType<typeof useNames>['names'];
  moving: Pick<MovingHand, 'place' | 'setAsking'>;
};

/** What is drawn of a drag: the bar or deployment where it would come to lie. */
export type Ghost = { lane: number; from: number; to: number; isDropping: boolean };

/**
 * Bars and the deployments in them, dragged to another time. The pointer is taken by the sheet once
 * it has gone some way; until then a press is one on the link under it.
 */
export function useBarDrag(options: BarDragOptions) {
  const { scroller } = options;
  const find = useBarEntries();
  const finding = useDragFinding();
  const { look, at } = finding;
  const [ghost, setGhost] = useState<Ghost | null>(null);
  const grab = useRef<Grab | null>(null);
  const body = useRef<HTMLElement | null>(null);
  const pointer = useRef({ x: 0, y: 0 });
  const wasDragged = useRef(false);
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });

  const end = useCallback(() => {
    grab.current = null;
    setGhost(null);
    look(null);
  }, [look]);

  /** Where what is dragged would lie, with the pointer and the sheet where they are now. */
  const target = useCallback(() => {
    const held = grab.current;
    if (held === null || held.entry === null || body.current === null) return null;
    const { sheet } = latest.current;
    const byMs = timeUnder(sheet, body.current, pointer.current.x) - held.at;
    return draggedStart(held.entry, byMs, sheet.zoom, held.isWhole);
  }, []);

  const follow = useCallback(() => {
    const held = grab.current;
    if (held === null) return;
    const { entry, seen, isWhole } = held;
    const to = target();
    const by = entry === null || to === null ? 0 : shiftOf(entry, to.startAt);
    const { from, to: until } = held.span;
    const next = { lane: seen.bar.lane, from: from + by, to: until + by, isDropping: false };
    setGhost((before) => (before?.from === next.from && before.to === next.to ? before : next));
    at(pointer.current.x, pointer.current.y);
    if (entry === null || to === null) {
      look(null);
      return;
    }
    const { releaseId, deploymentId, zone } = entry;
    look({
      ...{ releaseId, zone, start: to.startAt },
      ...(isWhole ? {} : { deploymentId }),
      name: isWhole ? `${entry.name}, all that is ahead` : movedName(entry),
    });
  }, [target, look, at]);

  const begin = useCallback(
    async (held: Grab) => {
      held.begun = true;
      follow();
      const { bar } = held.seen;
      const answer = await find(bar);
      if (grab.current !== held) return;
      const refuse = (text: string) => {
        showToast({ text, tone: 'failed' });
        end();
      };
      if (!answer.ok) {
        refuse(answer.error.message);
        return;
      }
      const own = answer.value;
      const entry = held.isWhole
        ? leadOf(own, latest.current.names.environments)
        : own.find(({ deploymentId }) => deploymentId === held.deploymentId);
      if (entry === undefined) {
        refuse(`${bar.name} has no deployment ahead to move. Plan one on its page.`);
      } else if (!entry.movable) refuse(fixedWords(entry));
      else {
        held.entry = entry;
        follow();
      }
    },
    [find, follow, end],
  );

  const drop = useCallback(async () => {
    const held = grab.current;
    const to = target();
    if (held === null || held.entry === null || to === null) {
      end();
      return;
    }
    const { entry, isWhole } = held;
    grab.current = null;
    look(null);
    // It stays where it was dropped until it is known to stay there.
    setGhost((shown) => (shown === null ? null : { ...shown, isDropping: true }));
    const { place, setAsking } = latest.current.moving;
    await place(entry, isWhole, to.wanted, () =>
      setAsking(entry, { startAt: to.startAt, whole: isWhole }),
    );
    if (grab.current === null) setGhost(null);
  }, [target, end, look]);

  const isDragging = ghost?.isDropping === false;
  useDragScroll(isDragging, scroller, pointer, follow);
  useEffect(() => {
    if (!isDragging) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      end();
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [isDragging, end]);

  const on = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      wasDragged.current = false;
      if (event.button !== 0 || event.pointerType === 'touch') return;
      const { sheet, placed, sight } = latest.current;
      const box = event.currentTarget.getBoundingClientRect();
      const lane = laneAt(placed, event.clientY - box.top);
      const time = timeUnder(sheet, event.currentTarget, event.clientX);
      const seen = lane === undefined ? undefined : sight.at(lane, time, leastSpan(sheet.zoom));
      if (seen === undefined) return;
      body.current = event.currentTarget;
      pointer.current = { x: event.clientX, y: event.clientY };
      grab.current = grabOf(seen, time, grabbedDeployment(seen.bar, time, reach * sheet.scale));
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const held = grab.current;
      if (held === null) return;
      if (event.buttons === 0) {
        end();
        return;
      }
      const { clientX: x, clientY: y } = event;
      if (!held.begun && Math.hypot(x - pointer.current.x, y - pointer.current.y) < leastWay)
        return;
      pointer.current = { x, y };
      if (held.begun) follow();
      else {
        wasDragged.current = true;
        event.currentTarget.setPointerCapture(event.pointerId);
        void begin(held);
      }
    },
    onPointerUp: () => {
      if (grab.current?.begun === true) void drop();
      else grab.current = null;
    },
    onPointerCancel: end,
    /** The end of a drag is no press on what lies under it. */
    onClickCapture: (event: MouseEvent) => {
      // A press by key has no count.
      if (!wasDragged.current || event.detail === 0) return;
      wasDragged.current = false;
      event.preventDefault();
      event.stopPropagation();
    },
    // A link is not dragged out of the page.
    onDragStart: (event: { preventDefault: () => void }) => event.preventDefault(),
  };
  return { on, ghost, finding };
}

function timeUnder(sheet: Sheet, body: HTMLElement, clientX: number): number {
  return timeAt(sheet, clientX - body.getBoundingClientRect().left);
}
