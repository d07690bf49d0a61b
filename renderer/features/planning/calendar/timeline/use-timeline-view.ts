import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate } from '@tanstack/react-router';
import type { TimelineView } from '#shared/model/planning/timeline.ts';
import { dateIn } from '#shared/rules/planning/zoned-time.ts';
import { isoOf } from './bar-words.ts';
import { searchOf, viewOf } from './timeline-address.ts';
import type { TimelineSearch } from './timeline-address.ts';

const typingMs = 250;

/** How the timeline is arranged: all of it in the address, where Back and reload find it. */
export function useTimelineView(search: TimelineSearch, zone: string) {
  const navigate = useNavigate();
  // Where it was scrolled to is no other view: what is drawn must not be drawn anew for it.
  const { at, ...rest } = search;
  const key = JSON.stringify(rest);
  // eslint-disable-next-line react-hooks/exhaustive-deps -- the same words are the same view
  const view = useMemo(() => viewOf(rest), [key]);
  const about = useRef(at);
  const go = useCallback(
    (next: TimelineView, replace: boolean) =>
      void navigate({
        to: '/calendar/timeline',
        search: searchOf(next, about.current),
        replace,
      }),
    [navigate],
  );
  const show = useCallback((next: TimelineView) => go(next, false), [go]);
  const onRest = useCallback(
    (time: number) => {
      const day = dateIn(isoOf(time), zone);
      if (day === about.current) return;
      about.current = day;
      go(view, true);
    },
    [go, view, zone],
  );
  return { view, at, show, onRest, ...useTyped(view, go) };
}

/** Words act as they are typed; the address follows when the typing rests. */
function useTyped(view: TimelineView, go: (next: TimelineView, replace: boolean) => void) {
  const [typing, setTyping] = useState<string | null>(null);
  useEffect(() => {
    if (typing === null) return undefined;
    // What is typed stands until the address has it, or letters typed meanwhile would be lost.
    if (typing === view.filter.text) {
      setTyping(null);
      return undefined;
    }
    const next = { ...view, filter: { ...view.filter, text: typing } };
    const timer = setTimeout(() => go(next, true), typingMs);
    return () => clearTimeout(timer);
  }, [typing, view, go]);
  return { text: typing ?? view.filter.text, type: setTyping };
}
