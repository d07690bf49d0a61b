import { useCallback, useEffect, useMemo } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { calendarSettings } from '#shared/model/planning/calendar-range.ts';
import type { CalendarSettings, CalendarView } from '#shared/model/planning/calendar-range.ts';
import type { SavedView } from '#shared/model/workspace/views.ts';
import { applicableFilter } from '#shared/rules/planning/calendar-filter.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { useNames } from '../releases/index.ts';
import { addressOf, plainFilter, settingsOfAddress } from './calendar-address.ts';
import type { CalendarSearch } from './calendar-address.ts';
import { useSeen } from './use-seen.ts';
import { useViewMemory } from './view-memory.ts';
import { dateOfAddress } from './view-span.ts';

export const viewScreen = 'calendar';

/**
 * How the calendar is arranged and where it is turned to: what the address says, else the saved view
 * it names, else the view of last time. A change goes into the address, where Back finds the one before.
 */
export function useArrangement(search: CalendarSearch, now: string, zone: string) {
  const navigate = useNavigate();
  const remembered = useViewMemory((state) => state.view);
  const keep = useViewMemory((state) => state.keep);
  const list = useProcedure('views.list', { screen: viewScreen });
  const { names, loaded } = useNames();
  const opened = list.data?.find(({ id }) => id === search.saved);
  const saved = useMemo(() => (opened === undefined ? null : settingsOf(opened)), [opened]);
  const { settings, gone } = useMemo(() => {
    const wanted = settingsOfAddress(search) ?? saved ?? { view: remembered, filter: plainFilter };
    if (!loaded) return { settings: wanted, gone: 0 };
    const known = {
      people: new Set(names.people.map(({ id }) => id)),
      services: new Set(names.services.map(({ id }) => id)),
      environments: new Set(names.environments.map(({ id }) => id)),
    };
    const applied = applicableFilter(wanted.filter, known);
    return { settings: { view: wanted.view, filter: applied.filter }, gone: applied.gone };
  }, [search, saved, remembered, loaded, names]);
  const { view } = settings;
  useEffect(() => keep(view), [view, keep]);

  const on = dateOfAddress(search, now, zone);
  const saidOn = search.on ?? (search.month === undefined ? undefined : on);
  const show = useCallback(
    (next: CalendarSettings) =>
      void navigate({ to: '/calendar', search: addressOf(next, saidOn, search.saved) }),
    [navigate, saidOn, search.saved],
  );
  /** The address of another date, and maybe another view of it; undefined is today. */
  const addressAt = useCallback(
    (date: string | undefined, at: CalendarView = view): CalendarSearch =>
      addressOf({ ...settings, view: at }, date, search.saved),
    [settings, view, search.saved],
  );
  const turn = useCallback(
    (date: string | undefined, replace = false) =>
      void navigate({ to: '/calendar', search: addressAt(date), replace }),
    [navigate, addressAt],
  );
  const open = useCallback(
    (id: string | undefined) => {
      const at = saidOn === undefined ? {} : { on: saidOn };
      const plain = addressOf({ view, filter: plainFilter }, saidOn, undefined);
      void navigate({ to: '/calendar', search: id === undefined ? plain : { ...at, saved: id } });
    },
    [navigate, saidOn, view],
  );
  const isGone = search.saved !== undefined && list.data !== undefined && opened === undefined;
  const views = list.data ?? noViews;
  // The same object while nothing of it changed: what hangs on it need not be drawn anew.
  return useMemo(() => {
    const lists = { views, opened, saved, gone, isGone, names, loaded };
    return { ...lists, settings, view, on, show, turn, open, addressAt };
  }, [
    views,
    opened,
    saved,
    gone,
    isGone,
    names,
    loaded,
    settings,
    view,
    on,
    show,
    turn,
    open,
    addressAt,
  ]);
}

/**
 * The arrangement as of the last turn that was seen: a turn shows its sheet first, while lists,
 * filters and the legend follow. What is chosen otherwise holds at once.
 */
export function useSettled(arrangement: Arrangement): Arrangement {
  const late = useSeen(arrangement);
  const isTurn = JSON.stringify(late.settings) === JSON.stringify(arrangement.settings);
  return isTurn ? late : arrangement;
}

const noViews: SavedView[] = [];

export type Arrangement = ReturnType<typeof useArrangement>;

function settingsOf({ settings }: SavedView): CalendarSettings {
  const { data } = calendarSettings.safeParse(settings);
  return data ?? { view: 'month', filter: plainFilter };
}
