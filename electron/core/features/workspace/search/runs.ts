import type { Store } from '#core/database/store.ts';
import type { Hit, Part } from '#shared/model/workspace/search.ts';
import { markedLine, termsIn } from '#shared/rules/workspace/search-marks.ts';
import { commitStart, matchWords } from '#shared/rules/workspace/search-query.ts';
import type { Asked } from './documents.ts';

type Run = {
  id: string;
  connectionId: string;
  externalId: string;
  attempt: number;
  number: number | null;
  title: string;
  workflowName: string;
  commit: string;
  branch: string | null;
  createdAt: number | null;
};

const columns = `r.id, r.connection_id AS connectionId, r.external_id AS externalId, r.attempt,
  r.number, r.title, r.workflow_name AS workflowName, r.commit_id AS "commit", r.branch,
  r.created_at AS createdAt FROM pipeline_run r`;

/** Shorter words are in half of all runs; they are looked for in what the longer ones found. */
const shortest = 3;
/** So many are put in the order of their time; of a word in more of them the newest runs are looked through. */
const mostOrdered = 500;
const mostLooked = 1000;

/** Runs by words of title, workflow and branch, by number, and by the beginning of their commit. */
export function findRuns(store: Store, asked: Asked): { hits: Hit[]; more: boolean } {
  const start = commitStart(asked.text);
  const found = new Map<string, Run>();
  // Of a run that was repeated the last attempt, which comes first.
  const add = (run: Run) => {
    const key = `${run.connectionId} ${run.externalId}`;
    if (!found.has(key)) found.set(key, run);
  };
  if (start !== null) byCommit(store, start, asked.limit).forEach(add);
  for (const run of byWords(store, asked)) {
    if (found.size > asked.limit) break;
    if (fits(run, asked)) add(run);
  }
  return {
    hits: [...found.values()].slice(0, asked.limit).map((run) => toHit(store, run, asked, start)),
    more: found.size > asked.limit,
  };
}

function byCommit({ raw }: Store, start: string, limit: number): Run[] {
  return raw
    .prepare<[string, string, number], Run>(
      `SELECT ${columns} WHERE r.commit_id >= ? AND r.commit_id < ? LIMIT ?`,
    )
    .all(start, `${start}g`, limit * 4)
    .toSorted(byTime);
}

function byTime(a: Run, b: Run): number {
  return (b.createdAt ?? 0) - (a.createdAt ?? 0) || b.attempt - a.attempt;
}

/** The runs that may fit, the newest first, no more of them read than are asked for. */
function* byWords({ raw }: Store, { terms }: Asked): Generator<Run> {
  const match = matchWords(terms, shortest);
  if (match === null) return;
  const rowids = raw
    .prepare<[string, number], number>(
      'SELECT rowid FROM search_text_run WHERE search_text_run MATCH ? LIMIT ?',
    )
    .pluck()
    .all(match, mostOrdered + 1);
  if (rowids.length > mostOrdered) {
    yield* raw
      .prepare<[number], Run>(
        `SELECT ${columns} ORDER BY r.created_at DESC, r.attempt DESC LIMIT ?`,
      )
      .all(mostLooked);
  }
  yield* raw
    .prepare<[string], Run>(`SELECT ${columns} WHERE r.rowid IN (SELECT value FROM json_each(?))`)
    .all(JSON.stringify(rowids))
    .toSorted(byTime);
}

/** The index also knows what a run was called before, so the run itself has the last word. */
function fits(run: Run, { terms }: Asked): boolean {
  return termsIn(textOf(run), terms).length === terms.length;
}

function textOf({ title, workflowName, branch, number }: Run): string {
  return `${title} ${workflowName} ${branch ?? ''} ${number ?? ''}`;
}

function toHit(store: Store, run: Run, { terms }: Asked, start: string | null): Hit {
  const { id, title, workflowName, branch, number, commit, connectionId } = run;
  const release = releaseOf(store, commit);
  const facts = [workflowName, number === null ? '' : `#${number}`, branch ?? ''];
  const excerpt = markedLine(facts.filter((fact) => fact !== '').join(' · '), terms);
  excerpt.push({ text: ' · ', marked: false }, ...commitParts(commit, start));
  return {
    kind: 'run',
    id,
    releaseId: release?.id ?? null,
    release: release?.name ?? null,
    title: markedLine(title, terms),
    excerpt,
    about: { kind: 'connection', id: connectionId },
  };
}

/** Twelve digits, or as many as were typed. */
function commitParts(commit: string, start: string | null): Part[] {
  const typed = start !== null && commit.startsWith(start) ? start : '';
  const parts = [
    { text: typed, marked: true },
    { text: commit.slice(typed.length, 12), marked: false },
  ];
  return parts.filter(({ text }) => text !== '');
}

/** The newest release that ships the commit, given in full or by its beginning. */
function releaseOf({ raw }: Store, commit: string): { id: string; name: string } | undefined {
  return raw
    .prepare<[string], { id: string; name: string }>(
      `SELECT r.id, r.name FROM component c JOIN release r ON r.id = c.release_id
       WHERE c.deleted_hlc IS NULL AND r.deleted_hlc IS NULL AND c.commit_id <> ''
         AND substr(?, 1, length(c.commit_id)) = c.commit_id
       ORDER BY r.number DESC LIMIT 1`,
    )
    .get(commit);
}
