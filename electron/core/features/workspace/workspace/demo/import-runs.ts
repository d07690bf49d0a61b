import { createHash } from 'node:crypto';
import { connectionState, feedState } from '#core/database/schema/delivery.ts';
import { importBatch, pipelineRun } from '#core/database/schema/imported.ts';
import { addRunWords, lastRun } from '#core/database/search-index.ts';
import { iso } from '#core/database/select.ts';
import type { Row } from '#core/database/tables.ts';
import { attemptTimes, outcomes } from './runs.ts';
import type { PlannedRun } from './runs.ts';
import type { Sample } from './sample.ts';
import type { Stage } from './stage.ts';

type Attempt = Omit<Row<typeof pipelineRun>, 'id' | 'workspaceId' | 'connectionId'>;
type Connection = Sample['workspace']['connections'][number];

/** One import of a connection's runs, as a sync would have made it. */
export type Import = { at: number; connection: Connection; attempts: Attempt[] };

const day = 86_400_000;
const minute = 60_000;

export type ImportPlan = {
  /** Which of the connections it is, counted from 0. */
  place: number;
  runs: readonly PlannedRun[];
  /** When somebody synced by hand. */
  asked: readonly number[];
  present: number;
};

/**
 * The imports of one connection: every week, in the last fortnight every day, whenever somebody
 * wanted to know, and a last one when it was synced last. Attempts that ended later are not there yet.
 */
export function planImports(
  connection: Connection,
  { place, runs, asked, present }: ImportPlan,
): Import[] {
  const syncedAt = present - connection.syncedMinutesBefore * minute;
  const attempts = attemptsOf(connection, place, runs).filter(({ updatedAt, createdAt }) => {
    const seen = updatedAt ?? createdAt;
    return seen !== null && seen <= syncedAt;
  });
  const imports: Import[] = [];
  let from = -Infinity;
  const regular = importTimes(attempts[0]?.createdAt ?? syncedAt, syncedAt);
  const byHand = new Set(asked.filter((at) => at < syncedAt));
  for (const at of [...new Set([...regular, ...byHand])].toSorted((a, b) => a - b)) {
    const since = from;
    const news = attempts.filter(({ updatedAt }) => {
      return updatedAt !== null && updatedAt > since && updatedAt <= at;
    });
    if (news.length > 0 || byHand.has(at) || at === syncedAt)
      imports.push({ at, connection, attempts: news });
    from = at;
  }
  return imports;
}

function importTimes(first: number, syncedAt: number): number[] {
  const times = [];
  for (let at = syncedAt; at > first; at -= syncedAt - at < 14 * day ? day : 7 * day)
    times.push(at);
  return times.reverse();
}

/** Every attempt as a row; numbers and ids count up with the time of the run, as the provider's do. */
function attemptsOf(
  { repository, baseUrl }: Connection,
  place: number,
  runs: readonly PlannedRun[],
): Attempt[] {
  const numbers = new Map<string, number>();
  const site = new URL(baseUrl).origin;
  return runs
    .toSorted((a, b) => a.commit.at - b.commit.at)
    .flatMap((run, index) => {
      const { workflow, commit } = run;
      const number = (numbers.get(workflow.workflow) ?? 1200) + 1;
      numbers.set(workflow.workflow, number);
      const runId = 9_100_000_000 + place * 100_000_000 + index * 137;
      return run.attempts.map((conclusion, attempt): Attempt => {
        const { startedAt, endedAt } = attemptTimes(run, attempt);
        const isOver = outcomes[conclusion].rawStatus === 'completed';
        return {
          externalId: `${4_100 + place}/${runId}`,
          attempt: attempt + 1,
          number,
          workflow: workflow.workflow,
          workflowName: workflow.name,
          title: commit.title,
          ...outcomes[conclusion],
          commit: commit.sha,
          branch: commit.branch,
          event: run.event,
          url: `${site}/${repository}/actions/runs/${runId}`,
          createdAt: commit.at,
          startedAt,
          updatedAt: isOver ? endedAt : startedAt,
          finishedAt: isOver ? endedAt : null,
          batchId: null,
        };
      });
    });
}

/** Writes one import with its journal entry, and what the connection now knows. */
export function storeImport(
  stage: Stage,
  { connection, attempts, at }: Import,
  connectionId: string,
  as: string,
): void {
  const { store } = stage;
  const counts = { added: attempts.length, updated: 0, unchanged: 0, rejected: 0 };
  stage.write(as, (write) => {
    const before = lastRun(store.raw);
    for (const attempt of attempts) {
      const keys = { id: write.newId(), workspaceId: store.workspaceId, connectionId };
      store.orm
        .insert(pipelineRun)
        .values({ ...attempt, ...keys })
        .run();
    }
    addRunWords(store.raw, before, []);
    const origin = { connectionId, source: 'sync', name: connection.repository, asOf: at } as const;
    // As of a sync that finds nothing new, no more is written than when it was.
    if (attempts.length > 0) {
      write.insert(importBatch, { ...origin, ...counts, digest: digestOf(attempts) });
    }
    const state = {
      lastSuccessAt: at,
      lastTriedAt: at,
      lastError: null,
      warnings: [],
      ...counts,
    };
    store.orm
      .insert(connectionState)
      .values({ connectionId, ...state })
      .onConflictDoUpdate({ target: connectionState.connectionId, set: state })
      .run();
    store.orm
      .insert(feedState)
      .values({ connectionId, feed: 'runs', watermarkAt: at })
      .onConflictDoUpdate({
        target: [feedState.connectionId, feedState.feed],
        set: { watermarkAt: at },
      })
      .run();
  });
}

/** As every import writes it: key, state, commit and time of each row, one a line. */
function digestOf(attempts: readonly Attempt[]): string {
  const hash = createHash('sha256');
  for (const { externalId, attempt, status, warnings, commit, updatedAt } of attempts) {
    const updated = updatedAt === null ? null : iso(updatedAt);
    hash.update(`${externalId}\t${attempt}\t${status}\t${warnings}\t${commit}\t${updated}\n`);
  }
  return hash.digest('hex');
}
