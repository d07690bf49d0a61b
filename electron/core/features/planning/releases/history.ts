import { readChanges } from '#core/database/journal/changes.ts';
import { iso, toMs } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { HistoryEntry } from '#shared/model/planning/history.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { readCommand } from '#shared/rules/workspace/edits.ts';
import { cameBack } from '#shared/rules/workspace/row-changes.ts';
import { readLabels } from './history-labels.ts';

type StoredEntry = {
  change_id: string;
  at: number;
  actor_id: string | null;
  command_id: string;
  command: string;
  entity: string;
  entity_id: string;
  op: 'insert' | 'update' | 'delete';
  fields_json: string;
  hash: string;
};

type Page = {
  id: string;
  edge: string;
  byId: string | null;
  /** A JSON list of names; null for all kinds. */
  entities: string | null;
  field: string | null;
  from: number;
  to: number;
  most: number;
};

const columns =
  'change_id, hlc, at, actor_id, command_id, command, entity, entity_id, op, fields_json, hash';

/** The text as JSON even where somebody has spoiled it: verification tells of that, history goes on. */
const fields = "CASE WHEN json_valid(fields_json) THEN fields_json ELSE '{}' END";

const asked = `hlc < @edge AND at >= @from AND at < @to
  AND (@byId IS NULL OR actor_id = @byId)
  AND (@entities IS NULL OR entity IN (SELECT value FROM json_each(@entities)))
  AND (@field IS NULL OR EXISTS (SELECT 1 FROM json_each(${fields}) WHERE key = @field))`;

/** As far as a date can be from 1970, in milliseconds. */
const farthest = 8.64e15;

/**
 * One page of a release's journal, newest first; entries behind `before` when it is given. What was
 * moved to another release is journaled there; here it shows by the release it names as the one before.
 */
export function readHistory(
  store: Store,
  { id, limit, before, byId, entities, field, from, to }: Parsed<'releases.history'>,
): Output<'releases.history'> {
  const rows = store.raw
    .prepare<[Page], StoredEntry>(
      `SELECT ${columns} FROM change_journal WHERE release_id = @id AND ${asked}
       UNION ALL
       SELECT ${columns} FROM change_journal WHERE release_id <> @id AND op = 'update'
         AND entity_id IN (SELECT entity_id FROM change_journal
                           WHERE release_id = @id AND entity = 'scope_item')
         AND json_extract(${fields}, '$.releaseId[0]') = @id AND ${asked}
       ORDER BY hlc DESC LIMIT @most`,
    )
    .all({
      id,
      edge: edgeOf(store, before) ?? 'z',
      byId: byId ?? null,
      entities: entities === undefined ? null : JSON.stringify(entities),
      field: field ?? null,
      from: from === undefined ? -farthest : toMs(from),
      to: to === undefined ? farthest : toMs(to),
      most: limit + 1,
    });
  const page = rows.slice(0, limit);
  const labels = readLabels(store, page);
  const releases = releaseNames(store);
  const taken = readTaken(store, id, page);
  return {
    entries: page.map((row) => toEntry(row, labels, releases, taken)),
    more: rows.length > limit,
  };
}

function edgeOf(store: Store, before: string | undefined): string | undefined {
  if (before === undefined) return undefined;
  return store.raw
    .prepare<[string], { hlc: string }>('SELECT hlc FROM change_journal WHERE change_id = ?')
    .get(before)?.hlc;
}

/** The names of the commands that undo and redo are about, by their ids. */
function readTaken(
  store: Store,
  releaseId: string,
  rows: readonly StoredEntry[],
): ReadonlyMap<string, string> {
  const ids = rows.flatMap(({ command }) => readCommand(command).of ?? []);
  if (ids.length === 0) return new Map();
  const found = store.raw
    .prepare<[string, string], { id: string; command: string }>(
      `SELECT DISTINCT command_id AS id, command FROM change_journal
       WHERE release_id = ? AND command_id IN (SELECT value FROM json_each(?))`,
    )
    .all(releaseId, JSON.stringify(ids));
  return new Map(found.map(({ id, command }) => [id, command]));
}

function toEntry(
  row: StoredEntry,
  labels: Map<string, string>,
  releases: () => ReadonlyMap<string, string>,
  taken: ReadonlyMap<string, string>,
): HistoryEntry {
  const { name, of } = readCommand(row.command);
  const changes = readChanges(row.fields_json) ?? {};
  return {
    id: row.change_id,
    at: iso(row.at),
    byId: row.actor_id,
    command: name,
    commandId: row.command_id,
    of: of === null ? null : (taken.get(of) ?? null),
    entity: row.entity,
    entityId: row.entity_id,
    op: cameBack(row.op, changes) ? 'restore' : row.op,
    label: labels.get(row.entity_id) ?? '',
    changes: Object.entries(changes).flatMap(([field, [from, to]]) => {
      if (field === 'deletedHlc') return [];
      if (field !== 'releaseId') return [{ field, from, to }];
      // Told only where it changed, and by name: the lists people have at hand hold no closed ones.
      const called = (id: typeof from) =>
        (typeof id === 'string' ? releases().get(id) : undefined) ?? 'a release no longer here';
      return row.op === 'update' ? [{ field: 'release', from: called(from), to: called(to) }] : [];
    }),
    hash: row.hash,
  };
}

/** Read when the first entry asks for it: few pages have something that was moved. */
function releaseNames(store: Store): () => ReadonlyMap<string, string> {
  let names: ReadonlyMap<string, string> | null = null;
  return () => {
    names ??= new Map(
      store.raw
        .prepare<[], { id: string; name: string }>('SELECT id, name FROM release')
        .all()
        .map(({ id, name }) => [id, name]),
    );
    return names;
  };
}
