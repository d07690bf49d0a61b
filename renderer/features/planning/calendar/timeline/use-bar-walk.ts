import { useCallback, useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { TimelineStep, TimelineView } from '#shared/model/planning/timeline.ts';
import { rowOfLane } from '#shared/rules/planning/timeline/placed-rows.ts';
import type { PlacedRows } from '#shared/rules/planning/timeline/placed-rows.ts';
import { useAsk } from '../../../../api/useAsk.ts';
import { keyOf } from './bars-in-sight.ts';
import type { BarKey, SeenBar } from './bars-in-sight.ts';

const steps: Readonly<Record<string, TimelineStep['step']>> = {
  ArrowRight: 'next',
  ArrowLeft: 'previous',
  ArrowDown: 'down',
  ArrowUp: 'up',
};

/** Where arrows have come to: the bar in focus, and the one that gets it once it is drawn. */
export function useBarWalk(
  bars: readonly SeenBar[],
  { view, placed }: { view: TimelineView; placed: PlacedRows },
  show: (place: { from: number; to: number; lane: number }) => void,
) {
  const ask = useAsk('calendar.timelineStep');
  const [current, setCurrent] = useState<SeenBar | null>(null);
  const coming = useRef<BarKey | null>(null);

  const focusComing = useCallback(() => {
    const wanted = coming.current;
    if (wanted === null) return;
    const link = document.querySelector<HTMLElement>(`[data-bar="${CSS.escape(keyOf(wanted))}"]`);
    if (link === null) return;
    coming.current = null;
    link.focus({ preventScroll: true });
  }, []);

  // The tile it lies in may have come only now; what is known of the bar in focus is brought up to date.
  useEffect(() => {
    const key = coming.current ?? current?.bar;
    const found = key === undefined ? undefined : bars.find(({ bar }) => keyOf(bar) === keyOf(key));
    if (found !== undefined && found !== current) setCurrent(found);
  }, [bars, current]);
  useEffect(focusComing, [focusComing, current]);

  const onKeyDown = async (event: KeyboardEvent<HTMLElement>) => {
    const step = steps[event.key];
    const target = event.target instanceof HTMLElement ? event.target.dataset['bar'] : undefined;
    const here = bars.find(({ bar }) => keyOf(bar) === target) ?? current;
    if (step === undefined || here === null || event.altKey || event.ctrlKey || event.metaKey)
      return;
    event.preventDefault();
    const { releaseId, deploymentId, from, lane } = here.bar;
    const row = rowOfLane(placed, lane)?.index ?? 0;
    const answer = await ask({ view, row, releaseId, deploymentId, at: from, step });
    if (!answer.ok || answer.value === null) return;
    coming.current = answer.value;
    show(answer.value);
    const found = bars.find(({ bar }) => keyOf(bar) === keyOf(coming.current ?? bar));
    if (found !== undefined) setCurrent(found);
  };
  return { current, setCurrent, onKeyDown };
}
