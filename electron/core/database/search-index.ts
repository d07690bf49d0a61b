import type Database from 'better-sqlite3';
import type { JournalEntry, JournalWriter } from './journal/append.ts';
import { readMeta, writeMeta } from './meta.ts';
import { isSearchable, numbersOf, searchText, searchableEntities } from './search-text.ts';
import type { Searchable, SearchText } from './search-text.ts';
import { describeTable, entityTables } from './tables.ts';

/** Raised with every change of what is taken from a row, so that older files are indexed anew. */
const version = '1';

type Stored = SearchText & { number: number };
type Noted = {
  entity: Searchable;
  id: string;
  row: Record<string, unknown>;
  alive: boolean;
  /** Made by this command, so that the index cannot know it yet. */
  isNew: boolean;
};

/**
 * What search finds, kept beside the rows in the same transaction. Each changed row is noted as the
 * journal hears of it, and the words are written once at the end of the command.
 */
export type SearchIndex = {
  /** A journal that notes what it hears of: whatever is written by the command layer passes it. */
  listen(writer: JournalWriter): JournalWriter;
  /** Writes what was noted; within the transaction. */
  settle(): void;
  /** Lets go of what was noted by a command that failed. */
  forget(): void;
};

export function openSearchIndex(database: Database.Database): SearchIndex {
  const noted = new Map<string, Noted>();
  function note({ entity, entityId, row, op, fields }: JournalEntry): void {
    if (!isSearchable(entity)) return;
    if (op === 'update' && !changesWords(entity, row, fields)) return;
    const isNew = op === 'insert' || noted.get(entityId)?.isNew === true;
    const alive = op !== 'delete' && isAlive(row);
    noted.set(entityId, { entity, id: entityId, row, alive, isNew });
  }
  return {
    listen: (writer) => ({
      ...writer,
      append(entry) {
        writer.append(entry);
        note(entry);
      },
    }),
    settle() {
      if (noted.size === 0) return;
      // In the order of their numbers: FTS5 writes out what it has gathered at each step back.
      const known = [...noted.values()].map((each) => ({
        each,
        stored: each.isNew ? undefined : find(database, each),
      }));
      for (const entity of searchableEntities) {
        const own = known.filter(({ each }) => each.entity === entity);
        if (own.length === 0) continue;
        const changed = own.flatMap(({ each, stored }) =>
          stored === undefined ? [] : [{ each, stored }],
        );
        changed.sort((a, b) => a.stored.number - b.stored.number);
        for (const { each, stored } of changed) change(database, each, stored);
        const added = own.filter(({ each, stored }) => stored === undefined && each.alive);
        addAll(
          database,
          entity,
          added.map(({ each }) => each),
        );
      }
      noted.clear();
    },
    forget: () => noted.clear(),
  };
}

/** Fills the index of a file that has none, or one of an earlier version, in one transaction. */
export function indexWhenStale(database: Database.Database): void {
  if (readMeta(database, 'search_version') === version) return;
  database.transaction(() => {
    database.exec(`DELETE FROM search_document;
      INSERT INTO search_text (search_text) VALUES ('delete-all');
      INSERT INTO search_text_run (search_text_run) VALUES ('delete-all')`);
    searchableEntities.forEach((entity) => fill(database, entity));
    database.exec(`INSERT INTO search_text (search_text) VALUES ('rebuild')`);
    addRunWords(database, 0, []);
    writeMeta(database, 'search_version', version);
  })();
}

/** Whether there is an index to ask: a file that is only read may never have got one. */
export function hasSearchIndex(database: Database.Database): boolean {
  return readMeta(database, 'search_version') !== null;
}

/** The rowid of the newest run. */
export function lastRun(database: Database.Database): number {
  const row = database
    .prepare<[], { last: number | null }>('SELECT MAX(rowid) AS last FROM pipeline_run')
    .get();
  return row?.last ?? 0;
}

/**
 * Adds the words of the runs after a rowid and of those that were changed, a batch at a time. What a
 * run was called before stays in the index: whoever finds a run by it asks the row again.
 */
export function addRunWords(
  database: Database.Database,
  after: number,
  changedIds: readonly string[],
): void {
  const add = `INSERT INTO search_text_run (rowid, words) SELECT rowid,
    title || ' ' || workflow_name || ' ' || COALESCE(branch, '') || ' ' || COALESCE(number, '')
    FROM pipeline_run`;
  database.prepare(`${add} WHERE rowid > ?`).run(after);
  if (changedIds.length === 0) return;
  database
    .prepare(`${add} WHERE id IN (SELECT value FROM json_each(?)) AND rowid <= ? ORDER BY rowid`)
    .run(JSON.stringify(changedIds), after);
}

function isAlive(row: Record<string, unknown>): boolean {
  return row['deletedHlc'] === null || row['deletedHlc'] === undefined;
}

function changesWords(
  entity: Searchable,
  row: Record<string, unknown>,
  fields: JournalEntry['fields'],
): boolean {
  if ('deletedHlc' in fields || 'releaseId' in fields) return true;
  const before = Object.fromEntries(Object.entries(fields).map(([field, [from]]) => [field, from]));
  const [old, now] = [searchText(entity, { ...row, ...before }), searchText(entity, row)];
  return old.title !== now.title || old.body !== now.body;
}

function find(database: Database.Database, { id, entity }: Noted): Stored | undefined {
  return database
    .prepare<[string, string], Stored>(
      'SELECT number, title, body FROM search_document WHERE entity_id = ? AND entity = ?',
    )
    .get(id, entity);
}

function change(database: Database.Database, each: Noted, stored: Stored): void {
  const { entity, id, row, alive } = each;
  // The table of words keeps no text of its own, so it must be told what it was given.
  database
    .prepare(
      `INSERT INTO search_text (search_text, rowid, title, body)
       VALUES ('delete', CAST(? AS INTEGER), ?, ?)`,
    )
    .run(stored.number, stored.title, stored.body);
  if (!alive) {
    database.prepare('DELETE FROM search_document WHERE number = ?').run(stored.number);
    return;
  }
  const { title, body } = searchText(entity, row);
  database.prepare(insertDocument).run(stored.number, entity, id, releaseOf(each), title, body);
  addWords(database, stored.number, stored.number);
}

/** Adds rows behind all others of their kind, the words of all of them in one statement. */
function addAll(database: Database.Database, entity: Searchable, rows: readonly Noted[]): void {
  if (rows.length === 0) return;
  const first = nextNumber(database, entity);
  const insert = database.prepare(insertDocument);
  rows.forEach((each, place) => {
    const { title, body } = searchText(entity, each.row);
    insert.run(first + place, entity, each.id, releaseOf(each), title, body);
  });
  addWords(database, first, first + rows.length - 1);
}

function addWords(database: Database.Database, first: number, last: number): void {
  database
    .prepare(
      `INSERT INTO search_text (rowid, title, body) SELECT number, title, body
       FROM search_document WHERE number BETWEEN ? AND ? ORDER BY number`,
    )
    .run(first, last);
}

function nextNumber(database: Database.Database, entity: Searchable): number {
  const { first, last } = numbersOf(entity);
  const newest = database
    .prepare<[number, number], { number: number | null }>(
      'SELECT MAX(number) AS number FROM search_document WHERE number BETWEEN ? AND ?',
    )
    .get(first, last);
  return Math.max(first, (newest?.number ?? 0) + 1);
}

const insertDocument = `INSERT OR REPLACE INTO search_document
  (number, entity, entity_id, release_id, title, body) VALUES (?, ?, ?, ?, ?, ?)`;

function releaseOf({ entity, id, row }: Pick<Noted, 'entity' | 'id' | 'row'>): string | null {
  if (entity === 'release') return id;
  return typeof row['releaseId'] === 'string' ? row['releaseId'] : null;
}

function fill(database: Database.Database, entity: Searchable): void {
  const { columns } = describeTable(entityTables[entity]);
  const insert = database.prepare(insertDocument);
  const rows = database
    .prepare<[], Record<string, unknown>>(
      `SELECT * FROM ${entity} WHERE deleted_hlc IS NULL ORDER BY id`,
    )
    .all();
  rows.forEach((stored, index) => {
    const row = Object.fromEntries(columns.map((c) => [c.field, c.decode(stored[c.name])]));
    const id = String(row['id']);
    const { title, body } = searchText(entity, row);
    const number = numbersOf(entity).first + index;
    insert.run(number, entity, id, releaseOf({ entity, id, row }), title, body);
  });
}
