import { partsOf } from '#core/database/plain-rows.ts';
import { releasePhase } from '#core/database/schema/planning.ts';
import type { Store } from '#core/database/store.ts';
import { Refusal } from '#shared/model/refusal.ts';
import type {
  TimelineBand,
  TimelineBar,
  TimelineTile,
  TimelineZoom,
} from '#shared/model/planning/timeline.ts';
import type { Band } from '#shared/model/planning/windows.ts';
import { isAbout } from '#shared/rules/planning/windows/window-scope.ts';
import { dayStarts } from '#shared/rules/planning/timeline/days.ts';
import { leastSpan } from '#shared/rules/planning/timeline/zoom.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';
import { bandsIn } from '../windows/index.ts';
import { exceptionsInForce } from './placement-exceptions.ts';
import type { Item, LaidRow, Layout } from './timeline-layout.ts';
import { linksIn } from './timeline-links.ts';
import { milestonesOf } from './timeline-milestones.ts';

export type Extract = {
  from: number;
  to: number;
  firstLane: number;
  lastLane: number;
  zoom: TimelineZoom;
};

/** More bars are no picture any more, and more than a page should be handed at once. */
const mostBars = 5_000;

/** What is drawn in a span of time and lanes. */
export function readTile(
  store: Store,
  layout: Layout,
  extract: Extract,
  now: number,
): TimelineTile {
  const { from, to, firstLane, lastLane } = extract;
  const least = leastSpan(extract.zoom);
  const found = layout.lanes
    .slice(firstLane, lastLane)
    .flatMap((items) => itemsIn(items, { from, to }, least));
  if (found.length > mostBars) throw tooMany(found.length);
  return {
    bars: barsOf(store, found, now),
    bands: bandsOver(store, layout, extract),
    links: linksIn(store, layout, extract),
  };
}

type Seen = { item: Item; next: number | null };

/** Those of a lane that touch the span, each with where the next one begins. */
function itemsIn(
  items: readonly Item[],
  span: { from: number; to: number },
  least: number,
): Seen[] {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && Math.max(item.to, item.from + least) <= span.from) low = middle + 1;
    else high = middle;
  }
  const seen: Seen[] = [];
  for (let at = low; at < items.length; at += 1) {
    const item = items[at];
    if (item === undefined || item.from >= span.to) break;
    seen.push({ item, next: items[at + 1]?.from ?? null });
  }
  return seen;
}

function barsOf(store: Store, seen: readonly Seen[], now: number): TimelineBar[] {
  const ids = [...new Set(seen.map(({ item }) => item.release.id))];
  const phases = partsOf(store, releasePhase, ids);
  const milestones = milestonesOf(store, ids, now);
  const startOf = dayStarts(readWorkspace(store).zone);
  const inForce = exceptionsInForce(store, now);
  return seen.map(({ item, next }) => {
    const { release, deployment, lane, from, to } = item;
    const { id, number, name, type, phase, outcome, onHold, ownerId, risk } = release;
    const planned = phases(id).flatMap((each) =>
      each.plannedOn === null ? [] : [{ phase: each.phase, at: startOf(each.plannedOn) }],
    );
    return {
      ...{ releaseId: id, deploymentId: deployment?.id ?? null, lane, from, to, next },
      ...{ number, name, type, phase, outcome, onHold, ownerId, risk: risk.band },
      exceptions: inForce.get(id) ?? 0,
      phases: planned.toSorted((one, other) => one.at - other.at),
      deployments: deployment === null ? release.deployments : [deployment],
      milestones: deployment === null ? milestones(id) : [],
    };
  });
}

/** The windows of the span, each with the rows it lies over. */
function bandsOver(store: Store, { rows }: Layout, extract: Extract): TimelineBand[] {
  const { from, to, firstLane, lastLane } = extract;
  // A row without bars has no lanes: it stands where the lanes around it meet.
  const shown = rows
    .map((row, index) => ({ row, index }))
    .filter(({ row }) => row.firstLane <= lastLane && row.firstLane + row.lanes >= firstLane);
  return bandsIn(store, { from, to }).flatMap((band): TimelineBand[] => {
    if (isEverywhere(band, rows)) return [{ ...band, rows: null }];
    const hit = shown.filter(({ row }) => liesOver(band, row)).map(({ index }) => index);
    return hit.length === 0 ? [] : [{ ...band, rows: hit }];
  });
}

/** Whether all rows have it; one of some regions spares rows that have another. */
function isEverywhere({ serviceIds, environmentIds, regions }: Band, rows: LaidRow[]): boolean {
  return (
    serviceIds.length === 0 &&
    environmentIds.length === 0 &&
    (regions.length === 0 || rows.every(({ subject }) => (subject?.region ?? '') === ''))
  );
}

/** A row that says nothing of services, of environments or of regions is not spared by them. */
function liesOver(band: Band, { subject }: LaidRow): boolean {
  if (subject === null) return false;
  const { id, serviceIds, region } = subject;
  if (serviceIds.length > 0) {
    return (
      band.serviceIds.length === 0 || serviceIds.some((each) => band.serviceIds.includes(each))
    );
  }
  return isAbout(band, { serviceIds, environmentId: id, region });
}

function tooMany(found: number): Refusal {
  return new Refusal(
    'invalid_input',
    `Expected at most ${mostBars.toLocaleString('en')} bars in one picture and found ${found.toLocaleString('en')}. Zoom in, or narrow the releases with a filter.`,
  );
}
