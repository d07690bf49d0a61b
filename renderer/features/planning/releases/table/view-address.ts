import { tableView } from '#shared/model/planning/release-table.ts';
import type { TableView } from '#shared/model/planning/release-table.ts';

/** What the address of the releases carries: a saved view, or how the list is narrowed and grouped. */
export type ReleasesSearch = { [K in (typeof addressKeys)[number]]?: string };

export const addressKeys = [
  ...(['view', 'which', 'q', 'group'] as const),
  ...(['type', 'phase', 'owner', 'service', 'risk', 'outcome', 'partOf'] as const),
] as const;

const lists = {
  type: 'types',
  phase: 'phases',
  owner: 'owners',
  service: 'services',
  risk: 'bands',
  outcome: 'outcomes',
  partOf: 'wholes',
} as const;

export const plainView: TableView = tableView.parse({});

/**
 * The view an address asks for; null where it names a saved one and says nothing else, or nothing at
 * all. `which` is always written with a filter, so that one which narrows nothing is told from none.
 */
export function viewOfAddress(search: ReleasesSearch): TableView | null {
  if (search.which === undefined) return null;
  const chosen = Object.entries(lists).map(([key, part]): [string, string[]] => {
    const text = entryOf(search, key);
    return [part, text === undefined ? [] : text.split(',').filter(Boolean)];
  });
  const wanted = {
    ...Object.fromEntries(chosen),
    which: search.which,
    text: search.q ?? '',
    group: search.group ?? null,
  };
  // What somebody wrote into the address by hand is left out where it means nothing.
  const { data } = tableView.safeParse(wanted);
  return data ?? onlyKnown(wanted);
}

function entryOf(search: ReleasesSearch, key: string): string | undefined {
  const known = addressKeys.find((each) => each === key);
  return known === undefined ? undefined : search[known];
}

function onlyKnown(wanted: Record<string, unknown>): TableView {
  return Object.entries(wanted).reduce((view, [part, value]) => {
    const { data } = tableView.safeParse({ ...view, [part]: value });
    return data ?? view;
  }, plainView);
}

/** The address of a view; order and columns of it are remembered on the device instead. */
export function addressOf(view: TableView, viewId: string | undefined): ReleasesSearch {
  const search: ReleasesSearch = { which: view.which };
  if (viewId !== undefined) search.view = viewId;
  if (view.text !== '') search.q = view.text;
  if (view.group !== null) search.group = view.group;
  for (const [key, part] of Object.entries(lists)) {
    const known = addressKeys.find((each) => each === key);
    if (known !== undefined && view[part].length > 0) search[known] = view[part].join(',');
  }
  return search;
}
