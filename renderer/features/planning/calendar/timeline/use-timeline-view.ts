import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { timelineView } from '#shared/model/planning/timeline.ts';
import type { TimelineView } from '#shared/model/planning/timeline.ts';
import type { SavedView } from '#shared/model/workspace/views.ts';
import { dateIn } from '#shared/rules/planning/zoned-time.ts';
import { useProcedure } from '../../../../api/useProcedure.ts';
import { isoOf } from './bar-words.ts';
import { noFilter, saysView, searchOf, viewOf } from './timeline-address.ts';
import type { TimelineSearch } from './timeline-address.ts';

const typingMs = 250;
/** Under which saved views of the timeline are kept. */
export const timelineScreen = 'timeline';

/**
 * How the timeline is arranged: what the address says, else the saved view it names. All changes go
 * into the address, where Back and reload find them.
 */
export function useTimelineView(search: TimelineSearch, zone: string) {
  const navigate = useNavigate();
  // Where it was scrolled to is no other view: what is drawn must not be drawn anew for it.
  const { at, saved: savedId, ...rest } = search;
  const isSaid = saysView(search);
  const list = useProcedure('views.list', { screen: timelineScreen });
  const opened = list.data?.find(({ id }) => id === savedId);
  const saved = useMemo(() => (opened === undefined ? null : settingsOf(opened)), [opened]);
  const key = JSON.stringify(rest);
  const view = useMemo(
    () => (isSaid ? viewOf(rest) : (saved ?? viewOf({}))),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the same words are the same view
    [key, isSaid, saved],
  );
  const about = useRef(at);
  const to = useCallback(
    (next: TimelineSearch, replace: boolean) =>
      void navigate({ to: '/calendar/timeline', search: next, replace }),
    [navigate],
  );
  const go = useCallback(
    (next: TimelineView, replace: boolean) =>
      to(searchOf(next, { at: about.current, saved: savedId }), replace),
    [to, savedId],
  );
  const show = useCallback((next: TimelineView) => go(next, false), [go]);
  const onRest = useCallback(
    (time: number) => {
      const day = dateIn(isoOf(time), zone);
      if (day === about.current) return;
      about.current = day;
      // An address that only names a saved view stays so: the view may not have been read yet.
      if (!isSaid && savedId !== undefined) to({ saved: savedId, at: day }, true);
      else go(view, true);
    },
    [go, to, view, zone, isSaid, savedId],
  );
  const open = useCallback(
    (id: string | undefined) => {
      const place = about.current === undefined ? {} : { at: about.current };
      const plain = { ...view, filter: noFilter };
      if (id !== undefined) to({ ...place, saved: id }, false);
      else to(searchOf(plain, { at: about.current, saved: undefined }), false);
    },
    [to, view],
  );
  const views = {
    list: list.data ?? [],
    ...{ opened, open },
    isChanged: saved !== null && JSON.stringify(saved) !== JSON.stringify(view),
    isGone: savedId !== undefined && list.data !== undefined && opened === undefined,
  };
  return { view, at, show, onRest, views, ...useTyped(view, go) };
}

export type TimelineViews = ReturnType<typeof useTimelineView>['views'];

/** What is saved was written by another version maybe: what it cannot mean any more is the usual view. */
function settingsOf({ settings }: SavedView): TimelineView {
  return timelineView.safeParse(settings).data ?? timelineView.parse({});
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
