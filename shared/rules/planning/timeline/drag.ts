import { Temporal } from 'temporal-polyfill';
import type { TimelineBar, TimelineZoom } from '#shared/model/planning/timeline.ts';
import { isPlannable } from '#shared/model/primitives.ts';
import { wallTime } from '../postpone.ts';
import { movedStart } from '../reschedule.ts';
import type { Wanted } from '../reschedule.ts';

const dayMs = 86_400_000;

/** Minutes a deployment is moved by where a pixel is minutes; by whole days from farther away. */
const minuteSteps: Partial<Record<TimelineZoom, number>> = { day: 15, week: 60 };

/**
 * What of a bar lies under the pointer: one of its deployments, within `reach` milliseconds of it, or
 * null for the release as a whole.
 */
export function grabbedDeployment(
  { deploymentId, deployments }: Pick<TimelineBar, 'deploymentId' | 'deployments'>,
  at: number,
  reach: number,
): string | null {
  if (deploymentId !== null) return deploymentId;
  const near = deployments
    .map(({ id, from, to }) => ({ id, away: Math.max(from - at, at - to, 0) }))
    .filter(({ away }) => away <= reach)
    .toSorted((one, other) => one.away - other.away);
  return near[0]?.id ?? null;
}

type Dragged = { startAt: string; zone: string };

/**
 * Where a planned start comes to lie that is dragged by so many milliseconds: at its time of day on
 * another day, or on a quarter or whole hour of its clock where the zoom shows hours. Null where it
 * stays, and where nothing can be planned.
 */
export function draggedStart(
  planned: Dragged,
  byMs: number,
  zoom: TimelineZoom,
  whole: boolean,
): { wanted: Wanted; startAt: string } | null {
  const minutes = whole ? undefined : minuteSteps[zoom];
  const wanted: Wanted =
    minutes === undefined
      ? { byDays: Math.round(byMs / dayMs) }
      : { toAt: onTheClock(planned, byMs, minutes) };
  if ('byDays' in wanted && Math.abs(wanted.byDays) > mostDays) return null;
  const startAt = movedStart(planned, wanted);
  if (Date.parse(startAt) === Date.parse(planned.startAt) || !isPlannable(startAt)) return null;
  return { wanted, startAt };
}

/** Ten years, the most a move takes. */
const mostDays = 3_660;

function onTheClock({ startAt, zone }: Dragged, byMs: number, minutes: number): string {
  const wall = wallTime(startAt, zone).add({ milliseconds: Math.round(byMs) });
  const midnight = wall.toPlainDate().toPlainDateTime();
  const since = midnight.until(wall).total('minutes');
  const rounded = midnight.add(
    Temporal.Duration.from({ minutes: Math.round(since / minutes) * minutes }),
  );
  return new Date(rounded.toZonedDateTime(zone).epochMilliseconds).toISOString();
}
