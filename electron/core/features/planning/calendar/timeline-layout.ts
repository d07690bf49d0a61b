import type { Store } from '#core/database/store.ts';
import type { TimelineRow, TimelineView } from '#shared/model/planning/timeline.ts';
import { filterReleases } from '#shared/rules/planning/release-filter.ts';
import { giveLanes } from '#shared/rules/planning/timeline/lanes.ts';
import { isNarrowed } from '#shared/rules/planning/timeline/picture-words.ts';
import { leastSpan } from '#shared/rules/planning/timeline/zoom.ts';
import type { Overview } from '../releases/index.ts';
import { readTimelineData } from './timeline-data.ts';
import type { DatedRelease, PlannedDeployment, RowSubject, TimelineData } from './timeline-data.ts';

/** A bar before anything is told about it: whose it is, when, and where it lies. */
export type Item = {
  release: DatedRelease;
  /** The deployment it stands for, in the row of an environment. */
  deployment: PlannedDeployment | null;
  from: number;
  to: number;
  row: number;
  lane: number;
};

export type LaidRow = TimelineRow & {
  subject: RowSubject | null;
  firstLane: number;
  /** In the order of their beginning. */
  items: Item[];
};

export type Layout = {
  rows: LaidRow[];
  /** The items of each lane, which follow each other in time. */
  lanes: Item[][];
  releases: number;
  undated: number;
  from: number | null;
  to: number | null;
  trains: { id: string; name: string }[];
};

type Kept = { head: string; data: TimelineData; layouts: Map<string, Layout> };

/** A zoom or two, with and without a filter. */
const mostLayouts = 6;
const kept = new WeakMap<Store, Kept>();

/**
 * Every bar in its row and lane. It is kept until the workspace changes: a timeline asks for one
 * piece of it after the other while it is scrolled.
 */
export function layoutOf(
  store: Store,
  overview: Pick<Overview, 'riskFigures'>,
  view: TimelineView,
): Layout {
  const head = store.head()?.hash ?? '';
  const known = kept.get(store);
  const current =
    known !== undefined && known.head === head
      ? known
      : { head, data: readTimelineData(store, overview), layouts: new Map<string, Layout>() };
  kept.set(store, current);
  const key = JSON.stringify(view);
  const made = current.layouts.get(key);
  if (made !== undefined) return made;
  const layout = layOut(current.data, view);
  const [oldest] = current.layouts.keys();
  if (current.layouts.size >= mostLayouts && oldest !== undefined) current.layouts.delete(oldest);
  current.layouts.set(key, layout);
  return layout;
}

function layOut(data: TimelineData, view: TimelineView): Layout {
  const shown = wanted(data, view);
  const groups = grouped(data, view, shown);
  const rows: LaidRow[] = [];
  const lanes: Item[][] = [];
  for (const subject of [...data.subjects[view.group], null]) {
    const items = groups.get(subject?.id ?? null) ?? [];
    if (items.length === 0 && (subject === null || isNarrowed(view))) continue;
    items.sort((one, other) => one.from - other.from || one.to - other.to);
    const given = giveLanes(items, leastSpan(view.zoom));
    const firstLane = lanes.length;
    for (let lane = 0; lane < given.count; lane += 1) lanes.push([]);
    items.forEach((item, index) => {
      item.row = rows.length;
      item.lane = firstLane + (given.lanes[index] ?? 0);
      lanes[item.lane]?.push(item);
    });
    rows.push({
      ...{ id: subject?.id ?? null, name: subject?.name ?? nowhere[view.group] },
      ...{ bars: items.length, lanes: given.count, firstLane, subject, items },
    });
  }
  const dated = shown.filter(({ span }) => span !== null);
  return {
    ...{ rows, lanes, releases: shown.length, undated: shown.length - dated.length },
    trains: data.subjects.train.map(({ id, name }) => ({ id, name })),
    from: dated.reduce<number | null>((least, { span }) => lesser(least, span?.from), null),
    to: dated.reduce<number | null>((most, { span }) => greater(most, span?.to), null),
  };
}

const nowhere = {
  service: 'No service',
  environment: 'No environment',
  train: 'On no train',
  team: 'No team',
} as const;

function wanted({ releases, names }: TimelineData, { filter }: TimelineView): DatedRelease[] {
  const { environments, trains } = filter;
  const fits = filterReleases(releases, { ...filter, phases: [], outcomes: [], wholes: [] }, names);
  return fits.filter(
    ({ deployments, trainId }) =>
      (trains.length === 0 || (trainId !== null && trains.includes(trainId))) &&
      (environments.length === 0 ||
        deployments.some(({ environmentId }) => environments.includes(environmentId))),
  );
}

/** The items of each row, by the id of what it stands for. */
function grouped(
  { teamOf }: TimelineData,
  { group, filter }: TimelineView,
  releases: readonly DatedRelease[],
): Map<string | null, Item[]> {
  const groups = new Map<string | null, Item[]>();
  const add = (key: string | null, item: Omit<Item, 'row' | 'lane'>) => {
    const placed = { ...item, row: 0, lane: 0 };
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [placed]);
    else known.push(placed);
  };
  for (const release of releases) {
    if (group === 'environment') {
      for (const deployment of release.deployments) {
        const { environmentId, from, to } = deployment;
        if (takes(filter.environments, environmentId)) {
          add(environmentId, { release, deployment, from, to });
        }
      }
      continue;
    }
    if (release.span === null) continue;
    for (const key of keysOf(release, group, filter.services, teamOf)) {
      add(key, { release, deployment: null, ...release.span });
    }
  }
  return groups;
}

/** The rows a release stands in; null for that of those that belong to none. */
function keysOf(
  release: DatedRelease,
  group: 'service' | 'train' | 'team',
  chosen: readonly string[],
  teamOf: TimelineData['teamOf'],
): Set<string | null> {
  if (group === 'train') return new Set([release.trainId]);
  const services = release.services.map(({ serviceId }) => serviceId);
  if (services.length === 0) return new Set([null]);
  const shown = services.filter((id) => takes(chosen, id));
  return new Set(group === 'service' ? shown : shown.map((id) => teamOf.get(id) ?? null));
}

function takes(chosen: readonly string[], id: string): boolean {
  return chosen.length === 0 || chosen.includes(id);
}

function lesser(one: number | null, other: number | undefined): number | null {
  if (other === undefined) return one;
  return one === null ? other : Math.min(one, other);
}

function greater(one: number | null, other: number | undefined): number | null {
  if (other === undefined) return one;
  return one === null ? other : Math.max(one, other);
}
