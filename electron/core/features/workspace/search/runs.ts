import type { Store } from '#core/database/store.ts';
import type { Hit, Part } from '#shared/model/workspace/search.ts';
import { markedLine, wordsIn } from '#shared/rules/workspace/search-marks.ts';
import { commitStart, matchAll } from '#shared/rules/workspace/search-query.ts';
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
  const ofCommit = start === null ? [] : byCommit(store, start, asked.limit);
  const newest = newestFirst([...ofCommit, ...byWords(store, asked)]);
  const shown = newest.slice(0, asked.limit);
  return {
    hits: shown.map((run) => toHit(store, run, asked, start)),
    more: newest.length > asked.limit,
  };
}

function byCommit({ raw }: Store, start: string, limit: number): Run[] {
  return raw
    .prepare<[string, string, number], Run>(
      `SELECT ${columns} WHERE r.commit_id >= ? AND r.commit_id < ? LIMIT ?`,
    )
    .all(start, `${start}g`, limit * 4);
}

function byWords({ raw }: Store, { words }: Asked): Run[] {
  const asked = words.filter(({ typed }) => typed.length >= shortest);
  if (asked.length === 0) return [];
  const rowids = raw
    .prepare<[string, number], number>(
      'SELECT rowid FROM search_text_run WHERE search_text_run MATCH ? LIMIT ?',
    )
    .pluck()
    .all(matchAll(asked), mostOrdered + 1);
  const found = raw
    .prepare<[string], Run>(`SELECT ${columns} WHERE r.rowid IN (SELECT value FROM json_each(?))`)
    .all(JSON.stringify(rowids));
  const newest = raw.prepare<[number], Run>(`SELECT ${columns} ORDER BY r.created_at DESC LIMIT ?`);
  const runs = rowids.length > mostOrdered ? [...newest.all(mostLooked), ...found] : found;
  // The index also knows what a run was called before, so the run itself has the last word.
  return runs.filter((run) => wordsIn(textOf(run), words).length === words.length);
}

function textOf({ title, workflowName, branch, number }: Run): string {
  return `${title} ${workflowName} ${branch ?? ''} ${number ?? ''}`;
}

/** Of a run that was repeated the last attempt. */
function newestFirst(runs: readonly Run[]): Run[] {
  const sorted = runs.toSorted(
    (a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0) || b.attempt - a.attempt,
  );
  const seen = new Map<string, Run>();
  for (const run of sorted) {
    const key = `${run.connectionId} ${run.externalId}`;
    if (!seen.has(key)) seen.set(key, run);
  }
  return [...seen.values()];
}

function toHit(store: Store, run: Run, { words }: Asked, start: string | null): Hit {
  const { id, title, workflowName, branch, number, commit, connectionId } = run;
  const release = releaseOf(store, commit);
  const facts = [workflowName, number === null ? '' : `#${number}`, branch ?? ''];
  const excerpt = markedLine(facts.filter((fact) => fact !== '').join(' · '), words);
  excerpt.push({ text: ' · ', marked: false }, ...commitParts(commit, start));
  return {
    kind: 'run',
    id,
    releaseId: release?.id ?? null,
    release: release?.name ?? null,
    title: markedLine(title, words),
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
