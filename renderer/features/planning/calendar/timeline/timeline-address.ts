import { timelineView } from '#shared/model/planning/timeline.ts';
import type { TimelineFilter, TimelineView } from '#shared/model/planning/timeline.ts';

/** What the address of the timeline carries. */
export type TimelineSearch = { [K in (typeof keys)[number]]?: string };

const keys = [
  ...(['rows', 'zoom', 'at', 'q', 'saved'] as const),
  ...(['type', 'risk', 'owner', 'service', 'environment', 'train'] as const),
] as const;

const lists = [
  ['type', 'types'],
  ['risk', 'bands'],
  ['owner', 'owners'],
  ['service', 'services'],
  ['environment', 'environments'],
  ['train', 'trains'],
] as const;

/** The view an address asks for; what somebody wrote into it by hand is left out where it means nothing. */
export function viewOf(search: TimelineSearch): TimelineView {
  const filter: Record<string, unknown> = { text: search.q ?? '' };
  for (const [key, part] of lists) {
    filter[part] = search[key]?.split(',').filter(Boolean) ?? [];
  }
  const wanted = { group: search.rows, zoom: search.zoom, filter };
  const { data } = timelineView.safeParse(wanted);
  return data ?? onlyKnown(wanted);
}

function onlyKnown({ filter, ...rest }: { group: unknown; zoom: unknown; filter: object }) {
  const plain = timelineView.parse({});
  const parts = Object.entries(rest).reduce<TimelineView>((view, [part, value]) => {
    const { data } = timelineView.safeParse({ ...view, [part]: value });
    return data ?? view;
  }, plain);
  return Object.entries(filter).reduce<TimelineView>((view, [part, value]: [string, unknown]) => {
    const { data } = timelineView.safeParse({ ...view, filter: { ...view.filter, [part]: value } });
    return data ?? view;
  }, parts);
}

/** Where an address is: about a day, `2026-11-24`, and from which saved view. */
type Place = { at: string | undefined; saved: string | undefined };

/** The address of a view. */
export function searchOf({ group, zoom, filter }: TimelineView, { at, saved }: Place) {
  const search: TimelineSearch = { rows: group, zoom };
  if (at !== undefined) search.at = at;
  if (saved !== undefined) search.saved = saved;
  if (filter.text !== '') search.q = filter.text;
  for (const [key, part] of lists) {
    if (filter[part].length > 0) search[key] = filter[part].join(',');
  }
  return search;
}

/** Whether an address says how the timeline is arranged; else the saved view does that it names. */
export function saysView({ at: _at, saved: _saved, ...rest }: TimelineSearch): boolean {
  return Object.values(rest).some((said) => said !== undefined);
}

export const noFilter: TimelineFilter = timelineView.parse({}).filter;
