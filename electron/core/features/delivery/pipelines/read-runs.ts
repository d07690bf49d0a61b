import { and, count, desc, eq, inArray, isNotNull, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { pipelineRun } from '#core/database/schema/imported.ts';
import { component } from '#core/database/schema/planning.ts';
import { ofReleases } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Row } from '#core/database/tables.ts';
import type { RunView } from '#shared/contract/delivery/pipelines.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { PipelineRun } from '#shared/model/delivery/pipelines.ts';
import { answered } from '#core/imported/index.ts';

/** One page of runs, newest first, with a mark on those a later attempt stands beside. */
export function listRuns(
  store: Store,
  { id, connectionId, releaseId, status, limit, offset }: Parsed<'pipelines.list'>,
): Output<'pipelines.list'> {
  const where = and(
    ofStandingConnections,
    id === undefined ? undefined : eq(pipelineRun.id, id),
    connectionId === undefined ? undefined : eq(pipelineRun.connectionId, connectionId),
    status === undefined ? undefined : eq(pipelineRun.status, status),
    releaseId === undefined ? undefined : ofCommits(releaseCommits(store, releaseId)),
  );
  const total = store.orm.select({ n: count() }).from(pipelineRun).where(where).get();
  const rows = store.orm
    .select()
    .from(pipelineRun)
    .where(where)
    // By what the provider says alone: the same runs come in the same order however they were imported.
    .orderBy(
      desc(pipelineRun.createdAt),
      desc(pipelineRun.number),
      desc(pipelineRun.externalId),
      desc(pipelineRun.attempt),
    )
    .limit(limit)
    .offset(offset)
    .all();
  return { runs: markSuperseded(store, rows), total: total?.n ?? 0 };
}

/** Runs of these commits; a commit given short finds the full ids that begin with it. */
export function runsOfCommits(store: Store, commits: readonly string[]): PipelineRun[] {
  if (commits.length === 0) return [];
  const where = and(ofStandingConnections, ofCommits(commits));
  return store.orm.select().from(pipelineRun).where(where).all().map(answered);
}

/** What was imported from a connection that was removed no longer shows. */
const ofStandingConnections = sql`${pipelineRun.connectionId} IN (SELECT id FROM connection WHERE deleted_hlc IS NULL)`;

/** A short id is looked up as a range of the index: hexadecimal digits all sort before `g`. */
function ofCommits(commits: readonly string[]): SQL | undefined {
  const whole = commits.filter((commit) => commit.length >= 40);
  const short = commits.filter((commit) => commit.length < 40);
  const conditions = short.map(
    (commit) => sql`${pipelineRun.commit} >= ${commit} AND ${pipelineRun.commit} < ${`${commit}g`}`,
  );
  if (whole.length > 0) conditions.push(inArray(pipelineRun.commit, whole));
  return conditions.length === 0 ? sql`0` : or(...conditions);
}

function releaseCommits(store: Store, releaseId: string): string[] {
  return store.orm
    .select({ commit: component.commit })
    .from(component)
    .where(and(ofReleases(component, [releaseId]), isNotNull(component.commit)))
    .all()
    .flatMap(({ commit }) => (commit === null ? [] : [commit]));
}

function markSuperseded(store: Store, rows: Row<typeof pipelineRun>[]): RunView[] {
  const newest = store.raw.prepare<[string, string], { attempt: number }>(
    'SELECT MAX(attempt) AS attempt FROM pipeline_run WHERE connection_id = ? AND external_id = ?',
  );
  return rows.map((row) => {
    const last = newest.get(row.connectionId, row.externalId)?.attempt ?? row.attempt;
    return { ...answered(row), superseded: last > row.attempt };
  });
}
