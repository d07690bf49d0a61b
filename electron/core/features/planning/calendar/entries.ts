import { and, asc, eq, gt, lt, or, sql } from 'drizzle-orm';
import { deployment, release } from '#core/database/schema/planning.ts';
import { environment } from '#core/database/schema/workspace.ts';
import { alive, iso } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Row } from '#core/database/tables.ts';
import type { CalendarEntry } from '#shared/contract/planning/calendar.ts';
import type { ReleaseSummary } from '#shared/model/planning/release-views.ts';
import { exceptionsInForce } from './placement-exceptions.ts';
import { summarise } from '../releases/index.ts';
import type { Outlook } from '../releases/index.ts';

/** Milliseconds since 1970; a missing end leaves that side open. */
export type Span = { from?: number | undefined; to?: number | undefined };

/** A planned deployment together with the release it is of. */
export type PlannedEntry = {
  entry: CalendarEntry;
  summary: ReleaseSummary;
  /** The change in another system; empty texts where there is none. */
  change: { number: string; url: string };
  /** How often it was changed; ending its release by a cancellation counts once more. */
  sequence: number;
};

/**
 * The planned deployments that touch a span, earliest first. Spans are half-open: what ends when the
 * span begins does not touch it; a deployment without length counts at its start.
 */
export function plannedEntries(
  store: Store,
  span: Span,
  outlook: Outlook,
  now: number,
): PlannedEntry[] {
  const rows = store.orm
    .select({
      deployment,
      environment: environment.name,
      change: { number: release.changeNumber, url: release.changeUrl },
    })
    .from(deployment)
    .innerJoin(release, eq(release.id, deployment.releaseId))
    .innerJoin(environment, eq(environment.id, deployment.environmentId))
    .where(and(alive(deployment), alive(release), touches(span)))
    .orderBy(asc(deployment.startAt), asc(deployment.id))
    .all();
  const ids = [...new Set(rows.map((row) => row.deployment.releaseId))];
  const summaries = new Map(
    summarise(store, ids, outlook, now).map((summary) => [summary.id, summary]),
  );
  const inForce = exceptionsInForce(store, now);
  return rows.flatMap((row) => {
    const summary = summaries.get(row.deployment.releaseId);
    if (summary === undefined) return [];
    const exceptions = inForce.get(summary.id);
    const entry = {
      ...toEntry(row.deployment, row.environment, summary),
      ...(exceptions === undefined ? {} : { exceptions }),
    };
    // The revision counts every entry of the journal about the row, undo among them: it only grows.
    const sequence = row.deployment.rev - 1 + (summary.outcome === 'cancelled' ? 1 : 0);
    return [{ entry, summary, change: row.change, sequence }];
  });
}

/** Deployments that lie in a span, half-open. */
export function touches({ from, to }: Span) {
  const end = sql<number>`${deployment.startAt} + ${deployment.durationMinutes} * 60000`;
  return and(
    to === undefined ? undefined : lt(deployment.startAt, to),
    from === undefined
      ? undefined
      : or(gt(end, from), and(eq(deployment.durationMinutes, 0), eq(deployment.startAt, from))),
  );
}

function toEntry(
  row: Row<typeof deployment>,
  environmentName: string,
  { id, name, type, phase, outcome, readiness }: ReleaseSummary,
): CalendarEntry {
  return {
    deploymentId: row.id,
    releaseId: id,
    ...{ name, type, phase, outcome, readiness },
    environment: environmentName,
    region: row.region,
    startAt: iso(row.startAt),
    endAt: iso(row.startAt + row.durationMinutes * 60_000),
    zone: row.zone,
    result: row.result,
    movable: row.actualStartAt === null && phase !== 'closed',
  };
}
