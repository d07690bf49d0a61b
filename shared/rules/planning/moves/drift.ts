import type { BaselineContent, DriftRow } from '#shared/model/planning/baselines.ts';
import type { Phase } from '#shared/model/planning/releases.ts';
import { phases } from '#shared/model/planning/releases.ts';
import { phaseNames } from '../life.ts';
import { dateIn, daysBetween, formatDate } from '../zoned-time.ts';

/** The dates of a release as they are planned now and as they came. */
export type CurrentDates = BaselineContent & {
  actualStartAt: string | null;
  actualDeployments: ReadonlyMap<string, string>;
  /** When phases were entered. */
  entered: ReadonlyMap<Phase, string>;
  doneOn: ReadonlyMap<string, string>;
};

type Dates = Pick<DriftRow, 'planned' | 'current' | 'actual'>;

/**
 * Each date of a release against its baseline: the start, phases in their order, deployments, then
 * tasks and milestones by their end. What was added or taken out since has no drift.
 */
export function driftRows(baseline: BaselineContent, now: CurrentDates): DriftRow[] {
  const inPhases = phases.map((phase) => {
    const planned = plannedOf(baseline, phase);
    const entered = now.entered.get(phase);
    return row('phase', phase, `${phaseNames[phase]} begins`, null, {
      ...{ planned, current: plannedOf(now, phase) },
      actual: entered === undefined ? null : dateIn(entered, now.zone),
    });
  });
  const rows = [
    row('start', 'start', 'Start', now.zone, {
      ...{ planned: baseline.startAt, current: now.startAt, actual: now.actualStartAt },
    }),
    ...inPhases,
    ...pairs(baseline.deployments, now.deployments).map(({ id, before, after }) =>
      row(
        'deployment',
        id,
        `Deployment to ${(after ?? before)?.place ?? ''}`,
        zoneOf(after ?? before),
        {
          ...{ planned: before?.startAt ?? null, current: after?.startAt ?? null },
          actual: now.actualDeployments.get(id) ?? null,
        },
      ),
    ),
    ...pairs(baseline.tasks, now.tasks)
      .toSorted((a, b) => (endOf(a.before ?? a.after) < endOf(b.before ?? b.after) ? -1 : 1))
      .map(({ id, before, after }) => {
        const { kind = 'task', title = '' } = after ?? before ?? {};
        return row(kind, id, title, null, {
          ...{ planned: before?.endsOn ?? null, current: after?.endsOn ?? null },
          actual: now.doneOn.get(id) ?? null,
        });
      }),
  ];
  return rows.filter(({ planned, current }) => planned !== null || current !== null);
}

function row(
  kind: DriftRow['kind'],
  key: string,
  what: string,
  zone: string | null,
  dates: Dates,
): DriftRow {
  return { key: `${kind} ${key}`, kind, what, zone, ...dates, driftDays: driftOf(dates, zone) };
}

function driftOf({ planned, current, actual }: Dates, zone: string | null): number | null {
  const came = actual ?? current;
  if (planned === null || current === null || came === null) return null;
  const day = (at: string) => (zone === null ? at : dateIn(at, zone));
  return daysBetween(day(planned), day(came));
}

function plannedOf({ phases: all }: BaselineContent, phase: Phase): string | null {
  return all.find((each) => each.phase === phase)?.plannedOn ?? null;
}

function zoneOf(each: { zone: string } | undefined): string | null {
  return each?.zone ?? null;
}

function endOf(each: { endsOn: string } | undefined): string {
  return each?.endsOn ?? '';
}

type Pair<T> = { id: string; before: T | undefined; after: T | undefined };

function pairs<T extends { id: string }>(before: readonly T[], after: readonly T[]): Pair<T>[] {
  const [old, now] = [before, after].map((all) => new Map(all.map((each) => [each.id, each])));
  const ids = new Set([...before, ...after].map(({ id }) => id));
  return [...ids].map((id) => ({ id, before: old?.get(id), after: now?.get(id) }));
}

/** `The start is 5 days later than in the baseline of Mon 23 Nov; 3 of 12 dates moved.` */
export function driftInWords(rows: readonly DriftRow[], takenOn: string, today: string): string {
  const day = formatDate(takenOn, today);
  const start = rows.find(({ kind }) => kind === 'start')?.driftDays ?? null;
  const held = rows.filter(({ driftDays }) => driftDays !== null);
  const moved = held.filter(({ driftDays }) => driftDays !== 0).length;
  const count = `${moved} of ${held.length} dates moved`;
  if (start === null) return `Since the baseline of ${day} ${count}.`;
  if (start === 0) return `The start is as in the baseline of ${day}; ${count}.`;
  const days = Math.abs(start) === 1 ? '1 day' : `${Math.abs(start)} days`;
  const where = start > 0 ? 'later' : 'earlier';
  return `The start is ${days} ${where} than in the baseline of ${day}; ${count}.`;
}
