import { calendarFilter, calendarViews } from '#shared/model/planning/calendar-range.ts';
import type { CalendarFilter, CalendarSettings } from '#shared/model/planning/calendar-range.ts';

const lists = {
  service: 'services',
  environment: 'environments',
  type: 'types',
  owner: 'owners',
  risk: 'bands',
  train: 'trains',
  windows: 'kinds',
} as const;

const filterKeys = [
  ...(['service', 'environment', 'type', 'owner', 'risk', 'train', 'windows'] as const),
] as const;

/** What the address of the calendar carries: where it is turned to, and how it is narrowed. */
export const calendarKeys = ['view', 'on', 'month', 'saved', ...filterKeys] as const;
export type CalendarSearch = { [K in (typeof calendarKeys)[number]]?: string };

export const plainFilter: CalendarFilter = calendarFilter.parse({});

/**
 * How an address wants the calendar; null where it only names a saved view, or says nothing. The view
 * is always written with a filter, so that one which narrows nothing is told from none.
 */
export function settingsOfAddress(search: CalendarSearch): CalendarSettings | null {
  if (search.view === undefined && search.month !== undefined && search.saved === undefined) {
    return { view: 'month', filter: filterOf(search) };
  }
  const view = calendarViews.find((known) => known === search.view);
  return view === undefined ? null : { view, filter: filterOf(search) };
}

/** The filter of an address; what somebody wrote into it by hand is left out where it means nothing. */
export function filterOf(search: CalendarSearch): CalendarFilter {
  return filterKeys.reduce<CalendarFilter>((filter, key) => {
    const text = search[key];
    if (text === undefined) return filter;
    const chosen = text.split(',').filter(Boolean);
    const { data } = calendarFilter.safeParse({ ...filter, [lists[key]]: chosen });
    return data ?? filter;
  }, plainFilter);
}

/** The address of an arrangement, turned to a date. */
export function addressOf(
  { view, filter }: CalendarSettings,
  on: string | undefined,
  saved: string | undefined,
): CalendarSearch {
  const search: CalendarSearch = { view };
  if (on !== undefined) search.on = on;
  if (saved !== undefined) search.saved = saved;
  for (const key of filterKeys) {
    const chosen = filter[lists[key]];
    if (chosen.length > 0) search[key] = chosen.join(',');
  }
  return search;
}

/** The same as the text of a link. */
export function hrefOf(search: CalendarSearch): string {
  const parts = new URLSearchParams(Object.entries(search));
  return `#/calendar?${parts.toString().replaceAll('%2C', ',')}`;
}
